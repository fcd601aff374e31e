/** What answering one event comes to: messages to show and writes to commit, nothing done yet. */
import type { LatestOf } from '../services/context.ts';
import type { Write } from '../services/writes.ts';
import type { Message, Push, Reply } from './types.ts';

export interface BotResult {
  /** '-' for strangers. */
  office: string;
  /** null keeps silent. */
  reply: Reply | null;
  writes: Write[];
  /** Why nothing was made of it, where an operator should know: a clock that is wrong shows here alone. */
  ignored?: { because: 'too-old'; milliseconds: number };
  /** Messages to other people, pushed; each counts against the quota. */
  pushes: Push[];
  /** Nothing was open for the words: what they were said of may still be on its way. */
  early?: boolean;
  /** Decides the same once more from the same reads, on top of states of activities that others are about to store. */
  again?: (latest: LatestOf) => Promise<BotResult>;
}

/** One or more messages in answer; further writes join the same unit. */
export interface Said {
  messages: Message[];
  writes: Write[];
}

export function say(text: string): Said {
  return { messages: [{ type: 'text', text }], writes: [] };
}

export function show(...messages: Message[]): Said {
  return { messages, writes: [] };
}
