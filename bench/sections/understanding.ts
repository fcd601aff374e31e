/** What it takes to understand one message: the tests' own messages, and the longest that LINE lets somebody send. */
import { readFile } from 'node:fs/promises';
import { understand } from '../../src/understand/index.ts';
import type { Plan } from '../../src/domain/activity.ts';
import { draftPlan } from '../../src/plan-import/draft.ts';
import { readPlanJson } from '../../src/plan-import/plan-json.ts';
import { planWords } from '../../src/text/plan-words.ts';
import type { Measurements } from '../lib/goals.ts';
import { median, percentile } from '../lib/stats.ts';

const ROOT = new URL('../../', import.meta.url);
const MESSAGES = 'test/fixtures/understand/dev.jsonl';
const PLAN = 'samples/plan-2564.json';
const TODAY = '2021-03-15';
/** A LINE message has no more characters. */
const LONGEST = 5_000;

/** @returns milliseconds a message: the median and the 99th percentile of a round, and the slowest of the long ones. */
export async function understanding(options: { rounds: number }): Promise<Measurements> {
  const plan = await readPlan();
  const messages = await readMessages();
  const long = longOnes(messages);
  const took = (text: string): number => {
    const began = performance.now();
    understand(text, { plan, today: TODAY });
    return performance.now() - began;
  };
  const measured = { 'understand.ms.median': [], 'understand.ms.p99': [], 'understand.ms.longest': [] } as {
    [name: string]: number[];
  };
  // two rounds are not counted: the bot's code is compiled after its first messages too
  for (let round = -2; round < options.rounds; round++) {
    const each = messages.map(took);
    const slowest = Math.max(...long.map(took));
    if (round < 0) continue;
    measured['understand.ms.median']!.push(median(each));
    measured['understand.ms.p99']!.push(percentile(each, 0.99));
    measured['understand.ms.longest']!.push(slowest);
  }
  return measured;
}

/** Different ways to be long: all messages in a row, then one sentence, word, code, sum or letter over and over. */
function longOnes(messages: readonly string[]): string[] {
  const story = messages.join('\n');
  const kinds = [
    story,
    '1.2 เสร็จแล้ว ใช้งบ 28,500 บาท ',
    'โครงการ',
    '1.2.1 ',
    '9,999,999 บาท ',
    'ก',
    '7',
    '7 5 3 ',
    ' ',
  ];
  return kinds.map((text) => text.repeat(Math.ceil(LONGEST / text.length)).slice(0, LONGEST));
}

async function readMessages(): Promise<string[]> {
  const lines = (await readFile(new URL(MESSAGES, ROOT), 'utf8')).trim().split('\n');
  return lines.map((line) => (JSON.parse(line) as { text: string }).text);
}

async function readPlan(): Promise<Plan> {
  const read = readPlanJson(await readFile(new URL(PLAN, ROOT)));
  if (!read.ok) throw new Error(`${PLAN}: ${read.reason}`);
  const draft = draftPlan(read.raw, planWords);
  if (!draft.ok) throw new Error(`${PLAN}: ${draft.problems.length} problems`);
  return { ...draft.plan, id: 'plan', office: 'office' };
}
