/** Gives memory back to the system once a busy spell is over; app.ts tells it of each event. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Timers } from './clock.ts';
import { pollLoop } from './queue/poll-loop.ts';

export interface GarbageCollection {
  /** One event was worked on. */
  worked(): void;
  stop(): Promise<void>;
}

export interface GarbageDeps {
  /** Collects all garbage and lets go of the room it was in. */
  collect: () => void;
  timers: Timers;
  failed: (error: unknown) => void;
}

const LOOK_MS = 2_000;
/** Fewer events leave too little behind to be worth the pause. */
const BUSY_EVENTS = 1_000;

/** A tenth of a second or two in which nothing else runs. Node offers it under a flag only, which as a flag of the start costs there. */
export function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as NodeJS.GCFunction;
  setFlagsFromString('--no-expose-gc');
  collect({ type: 'major', execution: 'sync', flavor: 'last-resort' });
}

/** Between bursts Node keeps the room of the last one, half as much again as the idle bot; the database beside it can use it. */
export function collectAfterBusySpells({ collect, timers, failed }: GarbageDeps): GarbageCollection {
  let events = 0;
  let seen = 0;
  const look = pollLoop(
    () => {
      const isQuiet = events === seen;
      seen = events;
      if (isQuiet && events >= BUSY_EVENTS) {
        events = 0;
        seen = 0;
        collect();
      }
      return Promise.resolve(false);
    },
    { idleMs: LOOK_MS, busyMs: LOOK_MS, timers, failed },
  );
  return { worked: () => void (events += 1), stop: () => look.stop() };
}
