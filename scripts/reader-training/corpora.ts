/** The annotated messages the reader is trained and measured on, each set with its office's plan; read from the tests' fixtures. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { Plan } from '../../src/domain/activity.ts';
import { draftPlan } from '../../src/plan-import/draft.ts';
import { readPlanJson } from '../../src/plan-import/plan-json.ts';
import { planWords } from '../../src/text/plan-words.ts';

const text = z
  .string()
  .nullish()
  .transform((value) => value ?? null);
const figure = z
  .number()
  .nullish()
  .transform((value) => value ?? null);
const itemSchema = z.object({
  activity: text,
  status: text,
  percent: figure,
  actual: z
    .object({ value: z.number(), unit: z.string() })
    .nullish()
    .transform((value) => value ?? null),
  spent: figure,
  obstacle: text,
  suggestion: text,
  result: text,
  date: text,
});

/** One annotated message; what is not given of its reading is null. */
export const messageSchema = z.object({
  id: z.string(),
  text: z.string(),
  expect: itemSchema.extend({
    intent: z.string(),
    ambiguous: z.boolean(),
    multiple: z.array(itemSchema).optional(),
  }),
  /** Fields in which two careful readers would differ: not scored. */
  lenient: z.array(z.string()).optional(),
  tags: z.array(z.string()).optional(),
});

export type ExpectedItem = z.output<typeof itemSchema>;
export type AnnotatedMessage = z.output<typeof messageSchema>;

export interface Corpus {
  name: string;
  plan: Plan;
  messages: AnnotatedMessage[];
  /** The day the messages were written, ISO. */
  today: string;
  /** The rules were made on these very messages: what they find there tells nothing of other offices. */
  known: boolean;
}

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
export const FIXTURES = `${ROOT}test/fixtures/understand/`;
const SAMPLE = `${ROOT}samples/plan-2564.json`;

/** Sets the rules were written with, and their plans. */
const KNOWN: readonly [string, string][] = [
  ...['dev', 'set-1', 'set-2', 'set-3', 'set-4', 'set-5', 'wordings', 'plain'].map(
    (name): [string, string] => [name, SAMPLE],
  ),
  ['plan-b', `${FIXTURES}plan-b.json`],
  ['plan-b-2', `${FIXTURES}plan-b.json`],
  ['plan-hospital', `${FIXTURES}plan-hospital.json`],
  ['plan-works', `${FIXTURES}plan-works.json`],
  ['plan-200', `${FIXTURES}plan-200.json`],
  ['everyday', `${FIXTURES}plan-works.json`],
];

/** @throws when the file is no plan. */
export function planFrom(path: string): Plan {
  return planIn(readFileSync(path), path);
}

/** @param name told when it is none. @throws when the bytes are no plan. */
export function planIn(bytes: Buffer, name: string): Plan {
  const read = readPlanJson(bytes);
  if (!read.ok) throw new Error(`${name}: ${read.reason}`);
  const draft = draftPlan(read.raw, planWords);
  if (!draft.ok) throw new Error(`${name}: ${JSON.stringify(draft.problems.slice(0, 3))}`);
  return { ...draft.plan, id: 'plan', office: 'office' };
}

export function messagesFrom(path: string): AnnotatedMessage[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => messageSchema.parse(JSON.parse(line)));
}

/** @returns every set: a new office's pair of files in `train/` is taken by itself. */
export function corpora(): Corpus[] {
  const train = `${FIXTURES}train/`;
  const offices = readdirSync(train)
    .filter((file) => file.endsWith('.jsonl'))
    .toSorted()
    .map((file): Corpus => {
      const name = file.slice(0, -'.jsonl'.length);
      return {
        name,
        plan: planFrom(`${train}${name}-plan.json`),
        messages: messagesFrom(train + file),
        today: '2027-03-15',
        known: false,
      };
    });
  const known = KNOWN.map(([name, plan]): Corpus => ({
    name,
    plan: planFrom(plan),
    messages: messagesFrom(`${FIXTURES}${name}.jsonl`),
    today: '2021-03-15',
    known: true,
  }));
  return [...offices, ...known];
}

/** @returns messages of everyday life that are nobody's report. */
export function everydayMessages(): string[] {
  return readFileSync(`${FIXTURES}talk.txt`, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
}
