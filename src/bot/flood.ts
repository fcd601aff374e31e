/**
 * Keeps one person's flood of events from taking the process: answer.ts asks before each event.
 * The window is short on purpose. Nobody types or taps this fast, so that quick people and long
 * conversations are never refused; it is counted in this process alone and forgotten with it.
 * A flood was sent at once and is worked on at once: what waited through an outage and is caught up with is none.
 */
import type { Context } from '../services/context.ts';
import { texts } from '../text/index.ts';
import { type Said, say } from './bot-result.ts';
import type { Incoming } from './types.ts';

/** Events of one person within the window that are still answered. */
const MOST = 100;
const WINDOW_MS = 2_000;
/** People remembered; beyond it those whose window is over are forgotten. */
const MOST_PEOPLE = 5_000;

/** `tell` once a window, then `drop` until it is over. */
export type FloodVerdict = 'answer' | 'tell' | 'drop';

/**
 * @param elapsed milliseconds of a clock that only runs forward.
 * @returns the judge of events; the same event asked again (after a conflict) counts once.
 */
export function floodGate(elapsed: () => number): (person: string, event: string, at: Date) => FloodVerdict {
  const people = new Map<
    string,
    { since: number; events: Map<string, FloodVerdict>; sent: { since: number; count: number } }
  >();
  return (person, event, at) => {
    const now = elapsed();
    let seen = people.get(person);
    const known = seen?.events.get(event);
    if (known) return known;
    if (!seen || now - seen.since >= WINDOW_MS) {
      if (people.size >= MOST_PEOPLE) forgetOld(now);
      seen = { since: now, events: new Map(), sent: seen?.sent ?? { since: at.getTime(), count: 0 } };
      people.set(person, seen);
    }
    const { sent } = seen;
    if (Math.abs(at.getTime() - sent.since) >= WINDOW_MS) {
      sent.since = at.getTime();
      sent.count = 0;
    }
    sent.count += 1;
    const count = Math.min(seen.events.size + 1, sent.count);
    const verdict: FloodVerdict = count <= MOST ? 'answer' : count === MOST + 1 ? 'tell' : 'drop';
    seen.events.set(event, verdict);
    return verdict;
  };

  function forgetOld(now: number): void {
    for (const [person, { since }] of people) if (now - since >= WINDOW_MS) people.delete(person);
  }
}

/** What people type, tap or send to the bot itself; all else (leaving, unsending) is never too much. */
export function isAddressed({ content, chat }: Incoming): boolean {
  if (content.kind === 'text') return chat.type === 'user' || content.mentionsBot;
  return ['postback', 'image', 'file', 'video', 'audio', 'sticker', 'location'].includes(content.kind);
}

/** Said once a flood, and to nobody in a group. */
export function tooMany(context: Context): Said | null {
  if (context.chat.type !== 'user') return null;
  return say(texts(context.language).chat.tooManyRequests);
}
