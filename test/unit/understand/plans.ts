/** Loads a plan file and a file of messages with their right reading; used by the tests and the score table. */
import { readFileSync } from 'node:fs';
import type { Plan } from '../../../src/domain/activity.ts';
import { draftPlan } from '../../../src/plan-import/draft.ts';
import { readPlanJson } from '../../../src/plan-import/plan-json.ts';
import { planWords } from '../../../src/text/plan-words.ts';

const root = new URL('../../..', import.meta.url).pathname;

/** @param path from the project's root. */
export function planFrom(path: string): Plan {
  const read = readPlanJson(readFileSync(path.startsWith('/') ? path : root + path));
  if (!read.ok) throw new Error(`${path}: ${read.reason}`);
  const draft = draftPlan(read.raw, planWords);
  if (!draft.ok) throw new Error(`${path}: ${JSON.stringify(draft.problems.slice(0, 3))}`);
  return { ...draft.plan, id: 'plan', office: 'office' };
}

export const samplePlan = (): Plan => planFrom('samples/plan-2564.json');

export interface Expected {
  intent: string;
  activity: string | null;
  status: string | null;
  percent: number | null;
  actual: { value: number; unit: string } | null;
  spent: number | null;
  obstacle: string | null;
  suggestion: string | null;
  result: string | null;
  date: string | null;
  ambiguous: boolean;
  multiple?: Partial<Expected>[];
}

export interface Message {
  id: string;
  text: string;
  expect: Expected;
  tags?: string[];
  lenient?: string[];
}

/** @param path from the project's root. */
export function messagesFrom(path: string): Message[] {
  return readFileSync(path.startsWith('/') ? path : root + path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Message);
}
