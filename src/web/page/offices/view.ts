/** What the operators' views share: their addresses and words, and saving a table as a file. */
import { operators as en } from '../../../text/en/operators.ts';
import { operators as th } from '../../../text/th/operators.ts';
import type { OfficeRow } from '../../../services/offices-overview.ts';
import { moment } from '../../../text/format.ts';
import type { Me } from '../api.ts';
import type { Sent } from '../console/view.ts';

export type OperatorWords = typeof th;

export interface OperatorProps {
  me: Me;
  words: OperatorWords;
}

export function operatorWords({ language }: Me): OperatorWords {
  return language === 'en' ? en : th;
}

export const OFFICES_VIEWS = ['overview', 'make', 'template', 'report'] as const;
export type OfficesView = (typeof OFFICES_VIEWS)[number];

/** @param hash of the address, `#make`. */
export function readOfficesView(hash: string): OfficesView {
  const name = hash.replace(/^#/, '');
  return OFFICES_VIEWS.find((view) => view === name) ?? 'overview';
}

export type ShownOffice = Sent<OfficeRow>;

export const shownMoment = (at: string | null, language: 'th' | 'en'): string =>
  at === null ? '' : moment(new Date(at), language);

/** What was done or refused, as a view shows it. */
export type ToldThere = { text: string; good: boolean } | null;

/** Saves rows as a table that Excel opens in Thai; what begins like a formula stays text. */
export function saveTable(rows: readonly (readonly string[])[], name: string): void {
  const cell = (text: string): string =>
    `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
  const text = `\ufeff${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/csv' }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
