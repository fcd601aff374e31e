/** Takes the assistant's answer apart: finds the JSON in it, and of each item the fields that have their form; check.ts judges what they say. */
import { z } from 'zod';
import { STATUSES } from '../domain/activity.ts';

/** More activities than that nobody reports in one message. */
export const MOST_ITEMS = 6;

/** Small models write figures as text. */
const figure = z
  .union([z.number(), z.string().regex(/^\d[\d,]*(?:\.\d+)?$/)])
  .transform((value) => Number(String(value).replaceAll(',', '')))
  .pipe(z.number().min(0).max(1e12));
const words = z.string().max(5_000);

/** Each field by itself: one that has not its form is dropped, the others stay. */
const FORMS = {
  activity: z.string().trim().min(1).max(60),
  status: z.enum(STATUSES),
  percent: figure.pipe(z.number().max(100)),
  actual: z.object({ value: figure, unit: z.string().trim().min(1).max(60) }),
  spent: figure,
  obstacle: words,
  suggestion: words,
  result: words,
  date: z.iso.date(),
} as const;

export type AnswerField = keyof typeof FORMS;
export const ANSWER_FIELDS = Object.keys(FORMS) as AnswerField[];
export type AnswerItem = { [F in AnswerField]: z.infer<(typeof FORMS)[F]> | null };

export interface Parsed {
  items: AnswerItem[];
  /** Fields that were answered and have not their form. */
  misshapen: AnswerField[];
}

const answerSchema = z.union([
  z.object({ report: z.literal(false) }).transform(() => []),
  z.object({ items: z.array(z.record(z.string(), z.unknown())) }).transform(({ items }) => items),
  z.array(z.record(z.string(), z.unknown())),
  // one item without the list around it
  z
    .record(z.string(), z.unknown())
    .refine((item) => 'activity' in item)
    .transform((item) => [item]),
]);

/** @returns what was answered, or null where it is no answer of the form that was asked for. */
export function parseAnswer(content: string): Parsed | null {
  const read = answerSchema.safeParse(jsonIn(content));
  if (!read.success) return null;
  const misshapen: AnswerField[] = [];
  const items = read.data.slice(0, MOST_ITEMS).map((given) => {
    const fields = ANSWER_FIELDS.map((field) => {
      const value = given[field];
      if (value === null || value === undefined || value === '') return [field, null];
      const formed = FORMS[field].safeParse(value);
      if (!formed.success) misshapen.push(field);
      return [field, formed.success ? formed.data : null];
    });
    return Object.fromEntries(fields) as AnswerItem;
  });
  return { items, misshapen };
}

/** Models think aloud first, and put what they answer in a fence. */
function jsonIn(content: string): unknown {
  const said = content.replace(/<think>[\s\S]*?<\/think>/g, '').trim();
  const fenced = /```(?:json)?\s*([\s\S]*?)```/.exec(said)?.[1];
  for (const text of [said, fenced, said.slice(said.indexOf('{'), said.lastIndexOf('}') + 1)]) {
    if (!text) continue;
    try {
      return JSON.parse(text) as unknown;
    } catch {
      // the next way to find it
    }
  }
  return undefined;
}
