/** Has the assistant read a message of which the reader is unsure, or in which it sees no report though it may be one; the interpreters of sentences ask it. */
import type { Assistant } from '../assistant/index.ts';
import { wantsAssistant } from '../services/assistant-settings.ts';
import { mayReport } from '../services/reports.ts';
import type { Understood } from '../understand/types.ts';
import { openDraft } from './dialogs/report/drive.ts';
import type { RequestContext } from './request-context.ts';
import type { Utterance } from './utterance.ts';

/** Letters of the shortest sentence that may be a report without looking like one. */
const LEAST_LETTERS = 12;

/** The assistant may take four seconds, and the token of an answer lives for a minute. */
const MOST_AGE_MS = 30_000;

/** In private, where the office wants it, and while the answer still goes by the message's own token after it. @param at when the message was sent. */
export function withAssistant(
  request: RequestContext,
  at: Date,
  assistant: Assistant | undefined,
): RequestContext {
  const { chat, office, now } = request.context;
  const isFresh = now.getTime() - at.getTime() < MOST_AGE_MS;
  const helps = chat.type === 'user' && wantsAssistant(office) && isFresh;
  return assistant && helps ? { ...request, assistant } : request;
}

/** @returns the message as it reads with the assistant's answer; null where there is none, or it adds nothing. */
export async function assisted(words: Utterance, request: RequestContext): Promise<Understood | null> {
  const { assistant, context, busy } = request;
  const local = words.read();
  const isOpen = local.intent === 'other' && openDraft(request) !== null;
  if (!assistant || isOpen || !isInDoubt(local, words.text)) return null;
  const { plan, office, member, event } = context;
  const reportable = plan.activities.filter((one) => one.leaf && mayReport(context, one.code));
  if (reportable.length === 0) return null;
  busy?.();
  return assistant.read({
    event,
    office: office.id,
    sender: member.id,
    text: words.text,
    context: words.readBy(),
    reportable,
    local,
  });
}

/** Whether a reading leaves something to ask, or sees nothing in what is long enough to be a report. */
export function isInDoubt(local: Understood, text: string): boolean {
  if (local.intent === 'report') return local.ambiguous;
  return local.intent === 'other' && (text.match(/\p{L}/gu)?.length ?? 0) >= LEAST_LETTERS;
}
