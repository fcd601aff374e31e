/** What an interpreter is: it says whether words are for it, and answers them; the router asks each in its order. */
import type { Answer } from '../commands/command.ts';
import type { Concluded } from '../outcome.ts';
import type { RequestContext } from '../request-context.ts';
import type { Utterance } from '../utterance.ts';

type Answered = Answer | Concluded;

interface Parts<T> {
  /** Stands in the log and in what `understand --explain` prints. */
  name: string;
  /** What it makes of the words; null where they are not for it. */
  takes: (words: Utterance, request: RequestContext) => T | null | Promise<T | null>;
  answer: (taken: T, words: Utterance, request: RequestContext) => Answered | Promise<Answered>;
}

export interface Interpreter {
  name: string;
  /** @returns what answers the words, null where they are not for it. */
  takes: (words: Utterance, request: RequestContext) => Promise<(() => Promise<Answered>) | null>;
}

/** Ties what is taken to what answers it, so that interpreters of all kinds stand in one table. */
export function interpreter<T>({ name, takes, answer }: Parts<T>): Interpreter {
  return {
    name,
    async takes(words, request) {
      const taken = await takes(words, request);
      return taken === null ? null : async () => answer(taken, words, request);
    },
  };
}
