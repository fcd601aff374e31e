/** What doctor finds of the assistant: whether its endpoint answers a question about the sample plan in time and in the form that is asked for. */
import { fileURLToPath } from 'node:url';
import { parseAnswer } from '../src/assistant/answer.ts';
import { type Endpoint, endpointClient } from '../src/assistant/client.ts';
import { systemClock } from '../src/clock.ts';
import type { Finding } from '../src/domain/finding.ts';
import { texts } from '../src/text/index.ts';
import { WAITS_MS } from '../src/waits.ts';
import { promptOf } from './assistant-prompt.ts';
import { planFrom } from './reader-training/corpora.ts';

export type AssistantReason = 'assistant-ok' | 'assistant-slow' | 'assistant-silent' | 'assistant-unreadable';

const SAMPLE = fileURLToPath(new URL('../samples/plan-2564.json', import.meta.url));
const TODAY = '2021-02-15';
/** So long it is waited for here, to say how much too slow it is; a model that has to be loaded first takes its time. */
const PATIENCE_MS = 30_000;

/** Asks twice, as the first question may wake it; the second counts. */
export async function assistantFinding(endpoint: Endpoint): Promise<Finding<AssistantReason>> {
  const ask = endpointClient(endpoint);
  const text = texts('th').demo.people[0]!.tries[0]!;
  const { messages } = promptOf(text, planFrom(SAMPLE), TODAY).prompt;
  const timed = async () => {
    const began = systemClock.now().getTime();
    const answer = await ask(messages, AbortSignal.timeout(PATIENCE_MS));
    return { answer, milliseconds: systemClock.now().getTime() - began };
  };
  const first = await timed();
  const { answer, milliseconds } = first.answer.ok ? await timed() : first;
  const found = (reason: AssistantReason, ...values: string[]): Finding<AssistantReason> => ({
    name: 'assistant',
    state: reason === 'assistant-ok' ? 'ok' : 'bad',
    reason,
    values,
  });
  const { host } = new URL(endpoint.url);
  if (!answer.ok) return found('assistant-silent', host, String(answer.status ?? answer.why));
  if (!parseAnswer(answer.content)) return found('assistant-unreadable', endpoint.model);
  const seconds = (milliseconds / 1000).toFixed(1);
  return found(
    milliseconds < WAITS_MS.assistant ? 'assistant-ok' : 'assistant-slow',
    endpoint.model,
    seconds,
  );
}
