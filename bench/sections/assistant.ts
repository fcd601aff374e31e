/** What the assistant costs beside its model: an office's messages, and an endpoint on this machine that answers each at once as people annotated it. */
import { realTimers } from '../../src/clock.ts';
import { createAssistant } from '../../src/assistant/index.ts';
import type { Question } from '../../src/assistant/question.ts';
import { isInDoubt } from '../../src/bot/assisted.ts';
import { quietLog } from '../../src/log.ts';
import { understand } from '../../src/understand/index.ts';
import {
  FIXTURES,
  type AnnotatedMessage,
  messagesFrom,
  planFrom,
} from '../../scripts/reader-training/corpora.ts';
import { fakeEndpoint, reads, says } from '../../test/helpers/fake-endpoint.ts';
import type { Measurements } from '../lib/goals.ts';
import { median, percentile } from '../lib/stats.ts';

const OFFICE = `${FIXTURES}train/school`;
const TODAY = '2027-03-15';

/** @returns milliseconds of a question that is asked, median and 99th percentile of a round; the share of messages that are. */
export async function assistant(options: { rounds: number }): Promise<Measurements> {
  const plan = planFrom(`${OFFICE}-plan.json`);
  const context = { plan, today: TODAY };
  const reportable = plan.activities.filter((one) => one.leaf);
  const messages = messagesFrom(`${OFFICE}.jsonl`);
  const questions = messages.flatMap(({ text, id }): Question[] => {
    const local = understand(text, context);
    return isInDoubt(local, text)
      ? [{ event: null, office: plan.office, sender: id, text, context, reportable, local }]
      : [];
  });
  const gold = new Map(messages.map((message) => [message.id, message]));
  let asked: AnnotatedMessage | undefined;
  const endpoint = await fakeEndpoint((question, response) => answerOf(asked)(question, response));
  const { read } = createAssistant({
    endpoint: { url: endpoint.url, model: 'perfect', key: null },
    names: () => Promise.resolve([]),
    now: () => new Date(performance.timeOrigin + performance.now()),
    timers: realTimers,
    metrics: { assistantAsked: () => undefined, assistantRefused: () => undefined },
    log: quietLog,
  });
  const measured = { 'assistant.ms.median': [] as number[], 'assistant.ms.p99': [] as number[] };
  try {
    // the first round loads the library and is not counted
    for (let round = -1; round < options.rounds; round++) {
      const each: number[] = [];
      for (const question of questions) {
        asked = gold.get(question.sender);
        const began = performance.now();
        await read(question);
        each.push(performance.now() - began);
      }
      if (round < 0) continue;
      measured['assistant.ms.median'].push(median(each));
      measured['assistant.ms.p99'].push(percentile(each, 0.99));
    }
  } finally {
    await endpoint.close();
  }
  return { ...measured, 'assistant.asked': [questions.length / messages.length] };
}

function answerOf(message: AnnotatedMessage | undefined): ReturnType<typeof says> {
  if (!message || message.expect.intent !== 'report') return says('{"report":false}');
  return reads(...(message.expect.multiple ?? [message.expect]));
}
