/** Scores what is understood of a file of messages, field by field, by the rules the messages were annotated with. */
import type { Plan } from '../../../src/domain/activity.ts';
import { understand } from '../../../src/understand/index.ts';
import type { Reading } from '../../../src/understand/types.ts';
import type { Expected, Message } from './plans.ts';

export const SCORED = [
  'intent',
  'activity',
  'status',
  'percent',
  'actual',
  'spent',
  'obstacle',
  'suggestion',
  'result',
  'date',
  'ambiguous',
  'multiple',
] as const;
export type Scored = (typeof SCORED)[number];

export interface Failure {
  id: string;
  text: string;
  field: Scored;
  expected: unknown;
  got: unknown;
}

export interface Score {
  total: number;
  right: number;
  fields: Record<Scored, { right: number; of: number }>;
  failures: Failure[];
  /** Ids of messages that are no report but were read as one. */
  falseReports: string[];
}

const TODAY = '2021-03-15';

export function scoreMessages(messages: readonly Message[], plan: Plan, today = TODAY): Score {
  const fields = Object.fromEntries(SCORED.map((field) => [field, { right: 0, of: 0 }])) as Score['fields'];
  const score: Score = { total: messages.length, right: 0, fields, failures: [], falseReports: [] };
  for (const message of messages) {
    const got = asExpected(message.text, plan, today);
    if (
      got.intent === 'report' &&
      message.expect.intent !== 'report' &&
      !(message.tags?.includes('correction') && message.expect.activity)
    )
      score.falseReports.push(message.id);
    let whole = true;
    for (const field of SCORED) {
      if (message.lenient?.includes(field)) continue;
      const right = agrees(field, message, got);
      score.fields[field].of++;
      if (right) score.fields[field].right++;
      else {
        whole = false;
        score.failures.push({
          id: message.id,
          text: message.text,
          field,
          expected: message.expect[field] ?? null,
          got: got[field] ?? null,
        });
      }
    }
    if (whole) score.right++;
  }
  return score;
}

/** What the understand command would print for a text. */
export function asExpected(text: string, plan: Plan, today = TODAY): Expected {
  const { intent, ambiguous, multiple, ...reading } = understand(text, { plan, today });
  return {
    intent,
    ...flat(reading),
    ambiguous,
    ...(multiple && { multiple: multiple.map(flat) }),
  } as Expected;
}

function flat({ activity, fields }: Reading): Omit<Expected, 'intent' | 'ambiguous'> {
  const { status, percent, actual, spent, obstacle, suggestion, result, date } = fields;
  return {
    activity,
    status,
    percent,
    actual,
    spent: spent === null ? null : spent / 100,
    obstacle: obstacle || null,
    suggestion: suggestion || null,
    result: result || null,
    date,
  };
}

function agrees(field: Scored, { expect, tags }: Message, got: Expected): boolean {
  if (field === 'multiple') return sameMultiple(expect.multiple, got.multiple);
  if (field === 'intent' && tags?.includes('correction') && expect.activity && got.intent === 'report')
    return true;
  return sameField(field, expect[field], got[field]);
}

function sameMultiple(expected: Expected['multiple'], got: Expected['multiple']): boolean {
  if (!expected || !got) return !expected && !got;
  if (expected.length !== got.length) return false;
  return expected.every((one) => {
    const found = got.find((other) => other.activity === one.activity);
    return (
      found !== undefined &&
      SCORED.every(
        (field) =>
          ['intent', 'ambiguous', 'multiple', 'result'].includes(field) ||
          sameField(field, one[field], found[field]),
      )
    );
  });
}

function sameField(field: Scored, expected: unknown, got: unknown): boolean {
  if (field === 'obstacle' || field === 'suggestion' || field === 'result')
    return overlap((expected as string) ?? null, (got as string) ?? null) >= 0.8;
  return JSON.stringify(expected ?? null) === JSON.stringify(got ?? null);
}

const HEADINGS =
  /^(?:ปัญหา(?:\/?อุปสรรค)?(?:ที่พบ)?(?:คือ)?|อุปสรรค|ผล(?:การดำเนินงาน)?(?:คือ)?|ข้อเสนอแนะ|เหตุผล|สาเหตุ|เนื่องจาก|เพราะ(?:ว่า)?)[\s:]*/;
const PARTICLES = /(?:[\s.!]|ค่ะ|คะ|ครับ(?:ผม)?|คับ|จ้า|นะ|\p{Extended_Pictographic}|\ufe0f)+$/u;

/** Shared length over the longer one, after what guidelines strip; 1 when both are empty. */
export function overlap(expected: string | null, got: string | null): number {
  const [a, b] = [bare(expected), bare(got)];
  if (a === '' || b === '') return a === b ? 1 : 0;
  const [long, short] = a.length >= b.length ? [a, b] : [b, a];
  if (long.includes(short)) return short.length / long.length;
  for (let length = short.length - 1; length > 0; length--)
    for (let at = 0; at + length <= short.length; at++)
      if (long.includes(short.slice(at, at + length))) return length / long.length;
  return 0;
}

function bare(text: string | null): string {
  return (text ?? '').trim().replace(HEADINGS, '').replace(PARTICLES, '').trim();
}

/** One line a field, for people. */
export function table(name: string, score: Score): string {
  const percent = (right: number, of: number): string =>
    of === 0 ? '  –' : `${((100 * right) / of).toFixed(1)} %`;
  const rows = SCORED.map(
    (field) =>
      `  ${field.padEnd(11)} ${score.fields[field].right}/${score.fields[field].of}  ${percent(score.fields[field].right, score.fields[field].of)}`,
  );
  return [
    `${name}: ${score.right}/${score.total} messages right, ${percent(score.right, score.total)}; read as report though none: ${score.falseReports.length}`,
    ...rows,
  ].join('\n');
}
