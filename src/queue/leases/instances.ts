/** This instance's signs of life, and its look at those of the others: what a dead one held is free at once; app.ts starts it. */
import type { Timers } from '../../clock.ts';
import type { Database } from '../../db/connect.ts';
import { beat, forgetInstances } from '../../db/instances.ts';
import type { Log } from '../../log.ts';
import { endLeases } from './ended.ts';
import { type PollLoop, pollLoop } from '../poll-loop.ts';
import { silence } from './silence.ts';
import { BEAT_MS } from '../timing.ts';

/** @param deps.freed called when leases were ended: there is work to take up. */
export function instances(deps: {
  database: Database;
  holder: string;
  /** By which leases are. */
  now(): Date;
  timers: Timers;
  freed(): void;
  log: Log;
}): Pick<PollLoop, 'stop'> {
  const { database, holder, log } = deps;
  const silent = silence(holder);
  const loop = pollLoop(
    async () => {
      const dead = silent.heard(await beat(database, holder));
      if (dead.length === 0) return false;
      const { ended, locked } = await endLeases(database, dead, deps.now());
      log.warn('instance-dead', { instance: dead.join(' '), count: ended });
      if (ended > 0) deps.freed();
      // what its open transaction locks is free once MongoDB has ended that: another look finds it
      if (locked === 0) await forgetInstances(database, dead);
      return false;
    },
    {
      idleMs: BEAT_MS,
      busyMs: BEAT_MS,
      timers: deps.timers,
      failed: (error) => log.warn('sign-of-life-failed', { error }),
    },
  );
  return {
    async stop() {
      await loop.stop();
      await forgetInstances(database, [holder]);
    },
  };
}
