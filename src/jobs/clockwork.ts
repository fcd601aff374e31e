/** Runs the jobs at their times: every instance ticks, each slot is done once, what was missed is caught up; app.ts starts one. */
import { type ScheduledTask, schedule } from 'node-cron';
import type { Clock, MovableClock, Timers } from '../clock.ts';
import { claimSlot, findFirstSlot, findLastSlot, findSlots, finishSlots, renewSlot } from '../db/slots.ts';
import { momentOf, type Slot, slotAt, slotsBetween } from './cron-slots.ts';
import type { Job, JobDeps } from './job.ts';

export interface ClockworkOptions {
  jobs: readonly Job[];
  deps: JobDeps;
  /** The office's; one that can be moved is followed day by day. */
  clock: Clock | MovableClock;
  timers: Timers;
  /** This process. */
  holder: string;
  /** Sends what was queued now, and resolves when it has arrived or waits. */
  send(): Promise<void>;
}

export interface Clockwork {
  /** Does what is due by now. */
  catchUp(): Promise<void>;
  /** Ends what is under way; nothing begins afterwards. */
  stop(): Promise<void>;
}

/** A slot that nobody renewed for so long is taken over. */
const LEASE_MS = 60_000;
const RENEW_MS = 20_000;
/** How often missed slots are looked for, real time. */
const LOOK_MS = 60_000;
/** Missed for longer than this, a slot is only logged. */
const LATE_MS = 24 * 3_600_000;
/** A clock that was moved is followed for so many days back. */
const MOVED_MS = 7 * LATE_MS;

interface Due {
  job: Job;
  slot: Slot;
  /** Slots of the same job before it that it makes up for. */
  earlier: Slot[];
  /** What the job takes as now. */
  now: Date;
}

export function clockwork(options: ClockworkOptions): Clockwork {
  const { jobs, deps, clock, timers, holder } = options;
  const { models } = deps.database;
  const { log } = deps;
  const movable = 'onMove' in clock;
  const window = movable ? MOVED_MS : LATE_MS;
  const firstSlots = new Map<string, Slot>();
  let stopped = false;
  let cancel: () => void = () => undefined;
  let running: Promise<void> = Promise.resolve();

  /** Slots of one job that are due; a job that has never run begins with the next one. */
  async function dueSlots(job: Job, now: Date): Promise<Slot[]> {
    const first = firstSlots.get(job.name) ?? (await findFirstSlot(models, job.name));
    if (first === null) {
      await finishSlots(models, job.name, [slotAt(now)], deps.realNow(), { begun: 1 });
      return [];
    }
    firstSlots.set(job.name, first);
    const oldest = new Date(Math.max(now.getTime() - window, momentOf(first).getTime()));
    const slots = slotsBetween(job.cron, oldest, now);
    const known = await findSlots(models, job.name, slotAt(oldest), slotAt(now));
    if (known.size === 0) await logMissed(job, oldest);
    const real = deps.realNow();
    return slots.filter((slot) => {
      const progress = known.get(slot);
      return !progress || (progress.state === 'running' && progress.until <= real);
    });
  }

  async function logMissed(job: Job, oldest: Date): Promise<void> {
    const last = await findLastSlot(models, job.name, slotAt(oldest));
    const missed = last === null ? [] : slotsBetween(job.cron, momentOf(last), oldest);
    const slot = missed.at(-1);
    if (slot) log.warn('slots-missed', { job: job.name, count: missed.length, slot });
  }

  async function whatIsDue(): Promise<Due[]> {
    const now = clock.now();
    const due: Due[] = [];
    for (const job of jobs) {
      const slots = await dueSlots(job, now);
      if (movable) {
        for (const slot of slots) due.push({ job, slot, earlier: [], now: momentOf(slot) });
        continue;
      }
      const slot = slots.at(-1);
      if (slot) due.push({ job, slot, earlier: slots.slice(0, -1), now });
    }
    // as they would have happened: by time, those of the same minute in their order
    return due.toSorted((a, b) => (a.slot < b.slot ? -1 : a.slot > b.slot ? 1 : 0));
  }

  async function catchUpOnce(): Promise<void> {
    for (const one of await whatIsDue()) {
      if (stopped) return;
      if (!(await claim(one.job, one.slot))) continue;
      await work(one);
    }
  }

  function claim(job: Job, slot: Slot): Promise<boolean> {
    return claimSlot(models, job.name, slot, holder, deps.realNow(), LEASE_MS);
  }

  /** Does a claimed slot; one that fails is tried again when its lease has run out. */
  async function work({ job, slot, earlier, now }: Due): Promise<void> {
    let done = false;
    let stopRenewing: () => void = () => undefined;
    const renew = (): void => {
      stopRenewing = timers.after(RENEW_MS, () => {
        const until = new Date(deps.realNow().getTime() + LEASE_MS);
        void renewSlot(models, job.name, slot, holder, until)
          .catch((error: unknown) => log.warn('slot-renew-failed', { job: job.name, slot, error }))
          .then(() => (done ? undefined : renew()));
      });
    };
    renew();
    try {
      const result = await job.run(deps, now);
      await finishSlots(models, job.name, [...earlier, slot], deps.realNow(), result);
      log.info('job-done', { job: job.name, slot, count: result['pushed'] ?? 0 });
      if ((result['pushed'] ?? 0) > 0) await options.send();
    } catch (error) {
      log.error('job-failed', { job: job.name, slot, error });
    } finally {
      done = true;
      stopRenewing();
    }
  }

  /** One at a time: a move during a catch-up is looked at after it. */
  function inTurn(what: () => Promise<void>): Promise<void> {
    const next = running.then(() => (stopped ? undefined : what()));
    running = next.catch((error: unknown) => log.warn('clockwork-failed', { error }));
    return next;
  }

  function look(): void {
    void inTurn(catchUpOnce)
      .catch(() => undefined)
      .then(() => {
        if (!stopped) cancel = timers.after(LOOK_MS, look);
      });
  }

  const tasks = movable ? [] : jobs.map((job) => tick(job));
  const unlisten = movable
    ? clock.onMove(() => void inTurn(catchUpOnce).catch(() => undefined))
    : () => undefined;
  look();

  /** Cron's own tick, in every instance: the coordinator lets one of them have the slot. */
  function tick(job: Job): ScheduledTask {
    // where this machine's clock is ahead it is not time yet: one of the others is there in time, or the next look
    const shouldRun = async (key: string): Promise<boolean> => {
      const slot = slotAt(new Date(key.slice(key.indexOf(':') + 1)));
      return slot <= slotAt(clock.now()) && claim(job, slot);
    };
    const run = ({ date }: { date: Date }): Promise<void> =>
      inTurn(() => work({ job, slot: slotAt(date), earlier: [], now: clock.now() }));
    return schedule(job.cron, run, {
      name: job.name,
      timezone: 'Asia/Bangkok',
      distributed: true,
      runCoordinator: { shouldRun },
      noOverlap: true,
      unref: true,
      suppressMissedWarning: true,
    });
  }

  return {
    catchUp: () => inTurn(catchUpOnce),
    async stop() {
      stopped = true;
      cancel();
      unlisten();
      for (const task of tasks) await task.destroy();
      await running;
    },
  };
}
