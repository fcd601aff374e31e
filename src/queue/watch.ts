/** Watches the workers: one that stands still is built anew in the process, and at the third time the process ends in order; app.ts starts it. */
import type { Timers } from '../clock.ts';
import type { Log } from '../log.ts';
import type { Metrics, WatchedQueue } from '../metrics.ts';
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

export interface Watch extends Pick<PollLoop, 'stop'> {
  /** Of the last look: whether a worker stands still, and the ages of the oldest row that is open and of the one under way. */
  seen(): { standsStill: boolean; oldestSeconds: number; laneSeconds: number };
}

/**
 * @param options.ping asks MongoDB for a sign of life: while it is away nobody can get on.
 * @param options.giveUp ends the process in order, for whoever started it to start it again.
 */
export function watch(
  workers: Record<WatchedQueue, Rebuildable<Watched>>,
  options: {
    ping(): Promise<void>;
    giveUp(): void;
    now(): Date;
    timers: Timers;
    metrics: Pick<Metrics, 'oldestLane' | 'workerRebuilt'>;
    log: Log;
  },
): Watch {
  const { timers, metrics, log } = options;
  const watched = Object.entries(workers).map(([name, each]) => {
    return {
      name: name as WatchedQueue,
      each,
      ended: 0,
      movedAt: options.now().getTime(),
      rebuilt: [] as number[],
      oldestSeconds: 0,
      laneSeconds: 0,
    };
  });
  const still = new Set<WatchedQueue>();
  let gaveUp = false;
  let lookedAt = options.now().getTime();
  /** Until then nothing is held against anybody. */
  let blindUntil = 0;

  /** A process that slept, was stopped, or whose clock was set, finds everything old: it is given its time anew. */
  function noteJump(at: number): void {
    if (at < lookedAt || at - lookedAt > WATCH_MS.look + WAITS_MS.look) {
      blindUntil = at + WATCH_MS.still;
      for (const one of watched) one.movedAt = at;
    }
    lookedAt = at;
  }

  async function look(one: (typeof watched)[number]): Promise<void> {
    const at = options.now().getTime();
    const { oldest, ended, hasWork, oldestSeconds } = one.each.worker.standing(new Date(at));
    const laneSeconds = (oldest?.milliseconds ?? 0) / 1000;
    Object.assign(one, { oldestSeconds, laneSeconds });
    metrics.oldestLane(one.name, laneSeconds);
    if (ended !== one.ended || !hasWork) {
      Object.assign(one, { ended, movedAt: at });
      still.delete(one.name);
    }
    const hangs = laneSeconds * 1000 >= WATCH_MS.still;
    if (gaveUp || at < blindUntil || (!hangs && at - one.movedAt < WATCH_MS.still)) return;
    const answers = await options.ping().then(
      () => true,
      () => false,
    );
    if (!answers) {
      one.movedAt = at;
      return;
    }
    still.add(one.name);
    one.rebuilt = [...one.rebuilt.filter((when) => at - when < WATCH_MS.forgiven), at];
    log.error('worker-stands-still', {
      worker: one.name,
      step: oldest?.step ?? 'nothing begun',
      milliseconds: oldest?.milliseconds ?? at - one.movedAt,
      ...(one.name === 'inbox' ? { eventId: oldest?.id ?? null } : { outbox: oldest?.id ?? null }),
      count: one.rebuilt.length,
    });
    if (one.rebuilt.length > MOST_REBUILDS) {
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
      noteJump(options.now().getTime());
      for (const one of watched) await look(one);
      return false;
    },
    {
      idleMs: WATCH_MS.look,
      busyMs: WATCH_MS.look,
      timers,
      failed: (error) => log.warn('watch-failed', { error }),
    },
  );
  return {
    stop: () => loop.stop(),
    seen: () => ({
      standsStill: still.size > 0,
      oldestSeconds: Math.max(...watched.map((one) => one.oldestSeconds)),
      laneSeconds: Math.max(...watched.map((one) => one.laneSeconds)),
    }),
  };
}
