/** Judges a reading against its annotation as people would: right, incomplete, wrong, or a report where there is none. */
import { bahtFromSatang } from '../../src/domain/money.ts';
import type { Reading, Understood } from '../../src/understand/types.ts';
import { NOTHING, TEXT_HEADING, TEXT_TAIL } from '../../src/understand/words/edges.ts';
import type { ExpectedItem, AnnotatedMessage } from './corpora.ts';

export const FIELDS = [
  'activity',
  'status',
  'percent',
  'actual',
  'spent',
  'obstacle',
  'suggestion',
  'result',
  'date',
] as const;
type Field = (typeof FIELDS)[number];
export type Scored = Field | 'intent' | 'ambiguous' | 'multiple';

export type Verdict = 'right' | 'incomplete' | 'wrong';

export interface Judgement {
  /** right: every scored field right. incomplete: something missing or asked. wrong: a wrong value on the card. */
  verdict: Verdict;
  bad: Scored[];
  wrong: Scored[];
  /** No report (or undo), read as one. */
  isFalse: boolean;
}

const TEXTS: ReadonlySet<Field> = new Set<Field>(['obstacle', 'suggestion', 'result']);

export function judge({ expect, lenient = [], tags = [] }: AnnotatedMessage, got: Understood): Judgement {
  const skipped = new Set(lenient);
  const bad: Scored[] = [];
  const wrong: Scored[] = [];
  const correction = tags.includes('correction') && expect.activity !== null && got.intent === 'report';
  if (got.intent !== expect.intent && !correction) bad.push('intent');
  const acts = (intent: string): boolean => intent === 'report' || intent === 'undo';
  const read = itemOf(got);
  for (const field of FIELDS) {
    if (skipped.has(field) || isSame(field, expect[field], read[field])) continue;
    bad.push(field);
    if (isFilled(field, read[field])) wrong.push(field);
  }
  if (!skipped.has('ambiguous') && got.ambiguous !== expect.ambiguous) bad.push('ambiguous');
  if (
    !skipped.has('multiple') &&
    !sameItems(expect.multiple ?? [], (got.multiple ?? []).map(itemOf), skipped)
  ) {
    bad.push('multiple');
    if (got.multiple) wrong.push('multiple');
  }
  const isFalse = acts(got.intent) && !acts(expect.intent);
  const verdict = bad.length === 0 ? 'right' : isFalse || wrong.length > 0 ? 'wrong' : 'incomplete';
  return { verdict, bad, wrong, isFalse };
}

function sameItems(
  wanted: readonly ExpectedItem[],
  got: readonly ExpectedItem[],
  skipped: ReadonlySet<string>,
): boolean {
  return (
    wanted.length === got.length &&
    wanted.every((one) =>
      got.some(
        (other) =>
          other.activity === one.activity &&
          FIELDS.every((field) => skipped.has(field) || isSame(field, one[field], other[field])),
      ),
    )
  );
}

/** A reading as it is annotated: money in baht, "there is none" as nothing said. */
export function itemOf({ activity, fields }: Reading): ExpectedItem {
  const { status, percent, actual, spent, obstacle, suggestion, result, date } = fields;
  return {
    activity,
    status,
    percent,
    actual,
    spent: spent === null ? null : bahtFromSatang(spent),
    obstacle: obstacle || null,
    suggestion: suggestion || null,
    result: result || null,
    date,
  };
}

function isFilled(field: Field, value: unknown): boolean {
  return value !== null && (!TEXTS.has(field) || bare(value as string) !== null);
}

function isSame(field: Field, wanted: unknown, got: unknown): boolean {
  if (TEXTS.has(field)) return isSameText((wanted as string | null) ?? null, (got as string | null) ?? null);
  if (wanted === null || wanted === undefined || got === null) return (wanted ?? null) === got;
  if (field === 'actual') {
    const [one, other] = [wanted, got] as { value: number; unit: string }[];
    return one?.unit === other?.unit && near(one?.value ?? 0, other?.value ?? 0);
  }
  return typeof wanted === 'number' ? near(wanted, got as number) : wanted === got;
}

/** Whether two texts are the same for people, but for a few letters at either end. */
export function isSameText(wanted: string | null, got: string | null): boolean {
  const [one, other] = [bare(wanted), bare(got)];
  return one === other || (one !== null && other !== null && shared(one, other) >= 0.8);
}

function near(one: number, other: number): boolean {
  return Math.abs(one - other) < 1e-6;
}

/** A text without what the guidelines leave off, and without spaces; null when nothing is left. */
function bare(text: string | null): string | null {
  if (text === null) return null;
  let rest = text.normalize('NFC').trim();
  for (let before = ''; before !== rest;) {
    before = rest;
    rest = rest
      .replace(TEXT_TAIL, '')
      .replace(TEXT_HEADING, '')
      .replace(/^["“'‘(\s]+/, '');
  }
  rest = rest.replace(/\s+/g, '');
  return rest === '' || rest === '-' || rest === NOTHING ? null : rest;
}

/** Twice the longest common stretch over the length of both. */
function shared(one: string, other: string): number {
  let longest = 0;
  let before = Array.from({ length: other.length + 1 }, () => 0);
  for (const letter of one) {
    const row = [0];
    for (let at = 1; at <= other.length; at++) {
      const run = letter === other[at - 1] ? (before[at - 1] as number) + 1 : 0;
      row.push(run);
      longest = Math.max(longest, run);
    }
    before = row;
  }
  return (2 * longest) / (one.length + other.length);
}
