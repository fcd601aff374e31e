/** Reads the fields one part of a text states about its activity, with the words behind each. */
import { NO_FIELDS, type Fields } from '../../domain/activity.ts';
import type { Chunk } from '../chunks.ts';
import { quantitiesOf } from '../numbers/context.ts';
import { readReportedDay } from '../days/day.ts';
import { readMeasures } from './measures.ts';
import { readSpent } from './money.ts';
import { statedTokens } from './sentence-mood.ts';
import { type Normal, spanOf } from '../spelling/normalise.ts';
import type { PlanIndex } from '../plan-index.ts';
import { readStatus } from './status.ts';
import { readTexts } from './texts.ts';
import type { TextReading } from './trouble.ts';
import type { Reading, SpokenField } from '../types.ts';

export function emptyReading(): Reading {
  return { activity: null, fields: { ...NO_FIELDS }, candidates: [], unsure: [], likely: {}, because: {} };
}

/** @param activity code of the leaf the part is about, or null. */
export function readPart(
  normal: Normal,
  chunks: readonly Chunk[],
  index: PlanIndex,
  activity: string | null,
  today: string,
): Reading {
  const { text } = normal;
  const reading = emptyReading();
  reading.activity = activity;
  const tokens = statedTokens(chunks);
  const quantities = quantitiesOf(text, tokens);
  const measures = readMeasures(
    text,
    tokens,
    quantities,
    activity === null ? null : (index.byCode.get(activity) ?? null),
  );
  const spent = readSpent(text, tokens, quantities);
  const status = readStatus(text, chunks, {
    percent: measures.percent,
    at: measures.percentBecause[0]?.start ?? -1,
    left: measures.percentLeft,
    partial: measures.partial,
  });
  const day = readReportedDay(text, chunks, today);
  const texts = readTexts(text, chunks, status.status);
  const set = <F extends Exclude<SpokenField, 'activity'>>(
    field: F,
    value: Fields[F],
    because: readonly { start: number; end: number }[],
    unsure = false,
  ): void => {
    reading.fields[field] = value;
    if (unsure) reading.unsure.push(field);
    const spans = because
      .map(({ start, end }) => spanOf(normal, start, end))
      .filter((span) => span.text !== '');
    if ((value !== null || unsure) && spans.length > 0) reading.because[field] = spans;
  };
  set(
    'status',
    status.status,
    status.because.length > 0 ? status.because : status.status === null ? [] : measures.percentBecause,
    status.unsure,
  );
  set('percent', measures.percent, measures.percentBecause, measures.percentUnsure);
  set('actual', measures.actual, measures.actualBecause);
  // The budget of what does not take place is not spent.
  const idle = spent.bare && (status.status === 'cancelled' || status.status === 'not_started');
  if (!idle) set('spent', spent.spent, spent.because, spent.unsure);
  set('date', day.date, day.because);
  for (const field of ['obstacle', 'suggestion', 'result'] as const) {
    const said = said_(normal, texts[field]);
    set(field, said.value, said.because);
  }
  return reading;
}

function said_(
  normal: Normal,
  reading: TextReading,
): { value: string | null; because: { start: number; end: number }[] } {
  if (reading === null) return { value: null, because: [] };
  if (reading === 'none') return { value: '', because: [] };
  const span = spanOf(normal, reading.start, reading.end);
  return { value: span.text === '' ? null : span.text, because: [reading] };
}

/** Whether anything was stated; an unclear statement counts. */
export function statesAnything(reading: Reading): boolean {
  return reading.unsure.length > 0 || Object.values(reading.fields).some((value) => value !== null);
}
