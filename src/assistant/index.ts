/** The assistant: helps to read messages the reader is unsure of, by an endpoint the server's administrator set; app.ts makes it where one is set, the bot asks it. */
import type { Timers } from '../clock.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import { WaitOver, within } from '../waits.ts';
import type { Understood } from '../understand/types.ts';
import { parseAnswer } from './answer.ts';
import { breaker } from './breaker.ts';
import { check } from './check.ts';
import { type AssistantReply, type Endpoint, endpointClient } from './client.ts';
import type { Hidden } from './hide.ts';
import { merge } from './merge.ts';
import { promptFor } from './prompt.ts';
import type { Question } from './question.ts';

export type { Endpoint } from './client.ts';

export interface Assistant {
  /** @returns the message as it reads with the answer, or null where that adds nothing; never throws, and ends within its time. */
  read: (question: Question) => Promise<Understood | null>;
}

export interface AssistantDeps {
  endpoint: Endpoint;
  /** Names of an office's members, none of which is sent. */
  names(office: string): Promise<string[]>;
  now(): Date;
  timers: Timers;
  metrics: Pick<Metrics, 'assistantAsked' | 'assistantRefused'>;
  log: Log;
}

/** Asked at the same time, over all offices: an endpoint on the office's own machine answers few at once. */
const MOST_AT_ONCE = 4;
/** Letters of the longest message: reports are shorter, and long ones are not answered in time. */
const LONGEST_MESSAGE = 2_000;
/** Answers that are remembered, for events that are tried again. */
const MOST_REMEMBERED = 200;

type Failed = Extract<AssistantReply, { ok: false }>;
type Late = Omit<Failed, 'why'> & { why: 'too-late' };
const UNREADABLE: Failed = { ok: false, why: 'unreadable' };

export function createAssistant(deps: AssistantDeps): Assistant {
  const ask = endpointClient(deps.endpoint);
  const rest = breaker(() => deps.now());
  const asking = new Set<string>();
  const remembered = new Map<string, Promise<Understood | null>>();

  async function answered(question: Question): Promise<Understood | null> {
    const why = keptFrom(question);
    if (why) {
      deps.metrics.assistantAsked(why, 0);
      return null;
    }
    asking.add(question.sender);
    try {
      return await asked(question);
    } catch (error) {
      // whatever it is, the message is answered without
      rest.failed();
      deps.log.warn('assistant-failed', { eventId: question.event, error });
      return null;
    } finally {
      asking.delete(question.sender);
    }
  }

  function keptFrom({ text, sender }: Question): 'long-message' | 'busy' | 'resting' | null {
    if (text.length > LONGEST_MESSAGE) return 'long-message';
    if (asking.has(sender) || asking.size >= MOST_AT_ONCE) return 'busy';
    return rest.lets() ? null : 'resting';
  }

  async function asked(question: Question): Promise<Understood | null> {
    const began = deps.now().getTime();
    const { answer, hidden } = await inTime(question);
    const seconds = (deps.now().getTime() - began) / 1000;
    const parsed = answer.ok ? parseAnswer(answer.content) : null;
    if (!parsed || !hidden) {
      const { why, status = null, pauseMs } = answer.ok ? UNREADABLE : answer;
      rest.failed(pauseMs);
      deps.metrics.assistantAsked(why, seconds);
      deps.log.warn('assistant-no-help', { eventId: question.event, reason: why, status });
      return null;
    }
    rest.worked();
    const { readings, refusals } = check(parsed, question, hidden);
    for (const { field, reason } of refusals) deps.metrics.assistantRefused(field, reason);
    const merged = merge(question.local, readings);
    deps.metrics.assistantAsked(merged ? 'helped' : 'nothing', seconds);
    return merged;
  }

  async function inTime(
    question: Question,
  ): Promise<{ answer: AssistantReply | Late; hidden: Hidden | null }> {
    const abort = new AbortController();
    const asking = async () => {
      const { messages, hidden } = promptFor(question, await deps.names(question.office));
      return { answer: await ask(messages, abort.signal), hidden };
    };
    try {
      return await within('assistant', asking(), deps.timers);
    } catch (error) {
      if (!(error instanceof WaitOver)) throw error;
      abort.abort();
      return { answer: { ok: false, why: 'too-late' }, hidden: null };
    }
  }

  return {
    read(question) {
      const { event } = question;
      const known = event === null ? undefined : remembered.get(event);
      if (known) return known;
      const reading = answered(question);
      if (event !== null) {
        remembered.set(event, reading);
        if (remembered.size > MOST_REMEMBERED) remembered.delete(remembered.keys().next().value!);
      }
      return reading;
    },
  };
}
