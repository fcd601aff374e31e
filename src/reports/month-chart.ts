/** The monthly chart in the two sizes LINE wants of a picture; the summary job is handed it. */
import type { Language } from '../domain/member.ts';
import type { SummaryInput } from '../domain/summary.ts';
import { chartPng } from './chart.ts';
import { chartView } from './chart-view.ts';

/** Width LINE shows before a picture is opened. */
const PREVIEW_WIDTH = 520;

/** @returns PNG bytes. Rejects only when the renderer itself cannot be loaded. */
export async function monthChart(
  input: SummaryInput,
  office: string,
  language: Language,
): Promise<{ full: Buffer; preview: Buffer }> {
  const view = chartView(input, office, language);
  const [full, preview] = await Promise.all([chartPng(view), chartPng(view, PREVIEW_WIDTH)]);
  return { full, preview };
}
