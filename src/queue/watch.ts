/** Watches the workers: one that stands still is built anew in the process, and at the third time of one that answers people the process ends in order; app.ts starts it. */
import type { Timers } from '../clock.ts';
import type { Log, LogFields } from '../log.ts';
import type { Metrics, Queue } from '../metrics.ts';
import { WAITS_MS } from '../waits.ts';
import { type PollLoop, pollLoop } from './poll-loop.ts';
import { WATCH_MS } from './timing.ts';
import type { WorkerState } from './under-way.ts';

export interface Watched {
  standing(now: Date): WorkerState;
  /** Lets go of everything at once: takes nothing up any more, gives its leases back, waits for nothing; a stop is over with it. */
  abandon(): Promise<void>;
}

export interface Rebuildable<Worker extends Watched> {
  /** Whichever is the one at work. */
  worker: Worker;
  /** Puts another in its place. */
  rebuild(): void;
}

/** @param build makes one that begins at once. */
export function rebuildable<Worker extends Watched>(
  build: () => Worker,
  failed: (error: unknown) => void,
): Rebuildable<Worker> {
  let current = build();
  const worker = new Proxy({} as Worker, {
    get: (_target, name) => {
      const member = current[name as keyof Worker];
      return typeof member === 'function' ? member.bind(current) : member;
    },
  });
  return {
    worker,
    rebuild() {
      const old = current;
      current = build();
      old.abandon().catch(failed);
    },
  };
}

const MOST_REBUILDS = 2;
/** What people write is answered by these: a process in which they stand still is of no use. Other programs can wait. */
const VITAL: readonly Queue[] = ['inbox', 'outbox'];
/** What a row is called in the log. */
const NAMED = { inbox: 'eventId', outbox: 'outbox', deliveries: 'delivery' } as const satisfies Record<
  Queue,
  keyof LogFields
>;

export interface Watch extends Pick<PollLoop, 'stop'> {
  /** Of the last look at the workers of people's messages: whether one stands still, and the ages of the oldest row that is open and of the one under way. */
  seen(): { standsStill: boolean; oldestSeconds: number; laneSeconds: number };
}

interface WatchOptions {
  /** Asks MongoDB for a sign of life: while it is away nobody can get on. */
  ping(): Promise<void>;
  /** Ends the process in order, for whoever started it to start it again. */
  giveUp(): void;
  now(): Date;
  timers: Timers;
  metrics: Pick<Metrics, 'oldestLane' | 'workerRebuilt'>;
  log: Log;
}

/** One worker as it was seen last. */
interface Seen {
  name: Queue;
  each: Rebuildable<Watched>;
  ended: number;
  movedAt: number;
  standsStill: boolean;
  /** When it was found standing still, as long as that is not forgiven. */
  found: number[];
  oldestSeconds: number;
  laneSeconds: number;
}

export function watch(workers: Record<Queue, Rebuildable<Watched>>, options: WatchOptions): Watch {
  const { metrics, log } = options;
  const watched = Object.entries(workers).map(([name, each]): Seen => {
    const movedAt = options.now().getTime();
    const nothing = { ended: 0, standsStill: false, found: [], oldestSeconds: 0, laneSeconds: 0 };
    return { name: name as Queue, each, movedAt, ...nothing };
  });
  const vital = watched.filter(({ name }) => VITAL.includes(name));
  const jumped = jumps(options.now());
  let gaveUp = false;
  /** Until then nothing is held against anybody. */
  let blindUntil = 0;

  async function look(one: Seen): Promise<void> {
    const at = options.now().getTime();
    const state = one.each.worker.standing(new Date(at));
    note(one, state, at);
    metrics.oldestLane(one.name, one.laneSeconds);
    const hangs = one.laneSeconds * 1000 >= WATCH_MS.still;
    if (gaveUp || at < blindUntil || (!hangs && at - one.movedAt < WATCH_MS.still)) return;
    const answers = await options.ping().then(
      () => true,
      () => false,
    );
    if (answers) mend(one, state, at);
    else one.movedAt = at;
  }

  function mend(one: Seen, { oldest }: WorkerState, at: number): void {
    one.standsStill = true;
    one.found = [...one.found.filter((when) => at - when < WATCH_MS.forgiven), at];
    log.error('worker-stands-still', {
      worker: one.name,
      step: oldest?.step ?? 'nothing begun',
      milliseconds: oldest?.milliseconds ?? at - one.movedAt,
      [NAMED[one.name]]: oldest?.id ?? null,
      count: one.found.length,
    });
    if (one.found.length > MOST_REBUILDS && vital.includes(one)) {
      gaveUp = true;
      // its leases go back first: nobody could wait for its end
      one.each.worker.abandon().catch((error: unknown) => log.warn('leases-not-given-back', { error }));
      return options.giveUp();
    }
    metrics.workerRebuilt(one.name);
    one.each.rebuild();
    Object.assign(one, { ended: 0, movedAt: at });
  }

  const loop = pollLoop(
    async () => {
      const at = options.now().getTime();
      if (jumped(at)) {
        blindUntil = at + WATCH_MS.still;
        for (const one of watched) one.movedAt = at;
      }
      for (const one of watched) await look(one);
      return false;
    },
    {
      idleMs: WATCH_MS.look,
      busyMs: WATCH_MS.look,
      timers: options.timers,
      failed: (error) => log.warn('watch-failed', { error }),
    },
  );
  return {
    stop: () => loop.stop(),
    seen: () => ({
      standsStill: vital.some((one) => one.standsStill),
      oldestSeconds: Math.max(...vital.map((one) => one.oldestSeconds)),
      laneSeconds: Math.max(...vital.map((one) => one.laneSeconds)),
    }),
  };
}

/** It moves where something came to its end, and where there is nothing to do. */
function note(one: Seen, { oldest, ended, hasWork, oldestSeconds }: WorkerState, at: number): void {
  Object.assign(one, { oldestSeconds, laneSeconds: (oldest?.milliseconds ?? 0) / 1000 });
  if (ended !== one.ended || !hasWork) Object.assign(one, { ended, movedAt: at, standsStill: false });
}

/** @returns tells whether a process slept, was stopped, or had its clock set since the last look: it finds everything old, and is given its time anew. */
function jumps(start: Date): (at: number) => boolean {
  let lookedAt = start.getTime();
  return (at) => {
    const jumped = at < lookedAt || at - lookedAt > WATCH_MS.look + WAITS_MS.look;
    lookedAt = at;
    return jumped;
  };
}
