/** A value of a report in words, as the pages show it: the dashboard's history, the form beside its fields. */
import { type FieldName, type Fields, isTextField, type Status } from '../../domain/activity.ts';
import type { Language } from '../../domain/member.ts';
import { baht, decimal, quantity, shortDate } from '../../text/format.ts';

interface SaidWords {
  status: Record<Status, string>;
  share: (percent: string) => string;
  /** Said that there is none. */
  nothing: string;
}

/** @returns null where nothing was said. */
export function saidValue(
  said: Fields,
  field: FieldName,
  words: SaidWords,
  language: Language,
): string | null {
  if (isTextField(field)) return said[field] === '' ? words.nothing : said[field];
  if (field === 'status') return said.status && words.status[said.status];
  if (field === 'percent') return said.percent === null ? null : words.share(decimal(said.percent));
  if (field === 'actual') return said.actual && quantity(said.actual.value, said.actual.unit);
  if (field === 'spent') return said.spent === null ? null : baht(said.spent, language);
  return said.date && shortDate(said.date, language);
}
