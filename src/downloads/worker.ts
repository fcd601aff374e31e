/** Makes joint reports and exports, one at a time an instance; what an instance that died had begun is taken up by another. app.ts starts it. */
import type { Timers } from '../clock.ts';
import { inOffice } from '../current-office.ts';
import type { Database } from '../db/connect.ts';
import type { Log } from '../log.ts';
import { clearDownloads, type HeldDownload, takeUpDownload } from '../services/downloads.ts';
import { pollLoop } from '../queue/poll-loop.ts';

const LOOK_MS = 10_000;
/** Written down at most so often, and at least so often while nothing else is told. */
const MOVES_MS = 1_000;
const ALIVE_MS = 15_000;

/** Makes one kind of file and ends it. @param progress is told how far it is. */
export type DownloadMaker = (
  held: HeldDownload,
  progress: (state: 'reading' | 'laying', done: number, of: number) => void,
) => Promise<void>;

export interface DownloadWorker {
  /** There is something to make. */
  wake(): void;
  /** Gives back what it is at: another instance makes it anew. */
  stop(): Promise<void>;
}

export function downloadWorker(deps: {
  database: Database;
  holder: string;
  /** Real time. */
  now(): Date;
  timers: Timers;
  makers: Record<HeldDownload['row']['kind'], DownloadMaker>;
  log: Log;
}): DownloadWorker {
  const { database, holder, timers, makers, log } = deps;
  const now = (): Date => deps.now();
  let atWork: HeldDownload | null = null;

  async function make(held: HeldDownload): Promise<void> {
    let told = -Infinity;
    let alive: () => void = () => undefined;
    const move = (change: Parameters<HeldDownload['move']>[0]): void => {
      told = performance.now();
      alive();
      alive = timers.after(ALIVE_MS, () => move({}));
      held.move(change).catch((error: unknown) => log.warn('download-not-moved', { error }));
    };
    move({});
    try {
      await makers[held.row.kind](held, (state, done, of) => {
        if (performance.now() - told >= MOVES_MS || done === 0) move({ state, done, of });
      });
    } catch (error) {
      log.error('download-failed', { error, kind: held.row.kind });
      if (atWork === held) await held.fail().catch(() => undefined);
    } finally {
      alive();
    }
  }

  const loop = pollLoop(
    async () => {
      if (atWork) return false;
      const held = await takeUpDownload(database, holder, now);
      if (!held) {
        const count = await clearDownloads(database, now());
        if (count > 0) log.error('download-given-up', { count });
        return false;
      }
      atWork = held;
      const { office } = held.row;
      // what takes minutes is not waited for by the look
      void inOffice(office === '-' ? null : office, () => make(held)).finally(() => {
        if (atWork === held) atWork = null;
        loop.wake();
      });
      return false;
    },
    {
      idleMs: LOOK_MS,
      busyMs: LOOK_MS,
      timers,
      failed: (error) => log.warn('downloads-not-looked-at', { error }),
    },
  );
  return {
    wake: () => loop.wake(),
    async stop() {
      await loop.stop();
      const held = atWork;
      atWork = null;
      await held?.giveBack();
    },
  };
}
