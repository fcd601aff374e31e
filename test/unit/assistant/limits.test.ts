/** How long the assistant is waited for, how many are asked at once, and when it is left alone: over real HTTP, by a clock that stands. */
import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from 'vitest';
import { type Assistant, createAssistant } from '../../../src/assistant/index.ts';
import type { Question } from '../../../src/assistant/question.ts';
import type { Plan } from '../../../src/domain/activity.ts';
import { quietLog } from '../../../src/log.ts';
import { understand } from '../../../src/understand/index.ts';
import { planFrom } from '../../../scripts/reader-training/corpora.ts';
import { fails, fakeEndpoint, type FakeEndpoint, reads, send } from '../../helpers/fake-endpoint.ts';
import { virtualTime, type VirtualTime } from '../../helpers/virtual-time.ts';

const plan: Plan = planFrom('samples/plan-2564.json');
const TEXT = 'งานประชุมเสร็จเรียบร้อยแล้วค่ะ';
const GOOD = reads({ activity: '1.1.1', status: 'completed' });
let endpoint: FakeEndpoint;
let time: VirtualTime;
let assistant: Assistant;
let results: string[];
let lines: unknown[];

beforeAll(async () => {
  endpoint = await fakeEndpoint();
});
afterAll(() => endpoint.close());
beforeEach(() => {
  endpoint.answers = GOOD;
  endpoint.asked.length = 0;
  results = [];
  lines = [];
  time = virtualTime(new Date('2026-03-02T02:00:00Z'));
  assistant = createAssistant({
    endpoint: { url: endpoint.url, model: 'fake', key: null },
    names: () => Promise.resolve([]),
    now: () => time.now(),
    timers: time.timers,
    metrics: { assistantAsked: (result) => results.push(result), assistantRefused: () => undefined },
    log: { ...quietLog, warn: (...line) => void lines.push(line) },
  });
});

let sent = 0;
function question(more: Partial<Question> = {}): Question {
  const context = { plan, today: '2021-02-15' };
  sent += 1;
  return {
    event: `event-${sent}`,
    office: 'office',
    sender: `sender-${sent}`,
    text: TEXT,
    context,
    reportable: plan.activities.filter((one) => one.leaf),
    local: understand(TEXT, context),
    ...more,
  };
}

/** Resolves once so many questions have arrived. */
async function arrived(count: number): Promise<void> {
  while (endpoint.asked.length < count) await new Promise((next) => setTimeout(next, 1));
}

/** A way to answer that waits to be let go. */
function held(): () => void {
  const { promise, resolve } = Promise.withResolvers<void>();
  endpoint.answers = async (asked, response) => {
    await promise;
    await GOOD(asked, response);
  };
  return resolve;
}

test('fills in what it is asked', async () => {
  expect(await assistant.read(question())).toMatchObject({
    activity: '1.1.1',
    fields: { status: 'completed' },
  });
  expect(results).toEqual(['helped']);
});

test('is waited for four seconds, then the request is ended', async () => {
  const before = endpoint.abandoned;
  held();
  const reading = assistant.read(question());
  await arrived(1);
  time.advance(3_999);
  expect(results).toEqual([]);
  time.advance(1);
  expect(await reading).toBeNull();
  expect(results).toEqual(['too-late']);
  while (endpoint.abandoned === before) await new Promise((next) => setTimeout(next, 1));
});

test('asks for one sender one question at a time, and four over all', async () => {
  const letGo = held();
  const first = assistant.read(question({ sender: 'a' }));
  expect(await assistant.read(question({ sender: 'a' }))).toBeNull();
  const others = ['b', 'c', 'd'].map((sender) => assistant.read(question({ sender })));
  expect(await assistant.read(question({ sender: 'e' }))).toBeNull();
  letGo();
  expect((await Promise.all([first, ...others])).map((one) => one?.activity)).toEqual(Array(4).fill('1.1.1'));
  expect(results.toSorted()).toEqual(['busy', 'busy', ...Array<string>(4).fill('helped')]);
  expect(await assistant.read(question({ sender: 'a' }))).not.toBeNull();
});

test('an event that is tried again is not asked again', async () => {
  const same = question({ event: 'same' });
  const [one, two] = await Promise.all([assistant.read(same), assistant.read(same)]);
  expect(one).toBe(two);
  expect(endpoint.asked).toHaveLength(1);
});

test('a message longer than reports are is not sent', async () => {
  expect(await assistant.read(question({ text: TEXT.repeat(100) }))).toBeNull();
  expect([results, endpoint.asked]).toEqual([['long-message'], []]);
});

test('what is logged of a failure carries no word of the question or the answer', async () => {
  endpoint.answers = (asked, response) => send(response, 500, { error: { message: asked.message } });
  await assistant.read(question({ event: 'event-of-log' }));
  expect(lines).toEqual([['assistant-no-help', { eventId: 'event-of-log', reason: 'http', status: 500 }]]);
});

describe('an endpoint that is down', () => {
  const ask = async (): Promise<string | undefined> => {
    await assistant.read(question());
    return results.at(-1);
  };

  it('is left alone for a minute after three failures, and tried again with one question', async () => {
    endpoint.answers = fails(503);
    expect([await ask(), await ask(), await ask(), await ask()]).toEqual(['http', 'http', 'http', 'resting']);
    time.advance(60_000);
    const before = endpoint.asked.length;
    await Promise.all([assistant.read(question()), assistant.read(question())]);
    expect(endpoint.asked.length - before).toBe(1);
    time.advance(60_000);
    endpoint.answers = GOOD;
    expect([await ask(), await ask()]).toEqual(['helped', 'helped']);
  });

  it('is left alone for as long as it asks to be', async () => {
    endpoint.answers = fails(429, { 'retry-after': '20' });
    expect([await ask(), await ask()]).toEqual(['http', 'resting']);
    endpoint.answers = GOOD;
    time.advance(19_999);
    expect(await ask()).toBe('resting');
    time.advance(1);
    expect(await ask()).toBe('helped');
  });
});
