/** The path of a published half's lasting address; pages, chat and what other programs are told name it. */
import type { Half } from './fiscal-year.ts';

/** @returns the path under the installation's own address. */
export function publicPath(office: string, fiscalYear: number, half: Half): string {
  return `/reports/${encodeURIComponent(office)}/${fiscalYear}/${half * 6}`;
}
