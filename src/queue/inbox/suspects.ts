/** Events that may be what ends the processes that take them up: they are tried a few at a time, fewer each time; the inbox worker asks. */
import type { InboxDocument } from '../../db/inbox.ts';

/** Claimed so often without an end, an event may be what ends the processes that take it up. */
const SUSPECT_CLAIMS = 3;
/** At most so many are tried side by side: one that is among them is found in a few steps, and the others come through. */
const PLACES = 16;

/** @returns whether processes that had it ended without a word, or lost it, more often than it failed or was given back. */
export function isSuspect({ fence, attempts, givenBack = 0 }: InboxDocument): boolean {
  return fence - attempts - givenBack >= SUSPECT_CLAIMS;
}

/** @returns what runs a try when there is room for it, in the order of asking: 16 first ones, 4 second ones, or a single later one. */
export function suspects(): <T>(row: Pick<InboxDocument, 'attempts'>, run: () => Promise<T>) => Promise<T> {
  const waiting: { places: number; begin: () => void }[] = [];
  let free = PLACES;

  function pump(): void {
    while (waiting[0] && waiting[0].places <= free) {
      const { places, begin } = waiting.shift()!;
      free -= places;
      begin();
    }
  }

  return async ({ attempts }, run) => {
    const places = Math.min(PLACES, 4 ** attempts);
    await new Promise<void>((begin) => {
      waiting.push({ places, begin });
      pump();
    });
    try {
      return await run();
    } finally {
      free += places;
      pump();
    }
  };
}
