/** Who makes which file in the background; app.ts hands them to the download worker. */
import type { Clock } from '../clock.ts';
import type { Database } from '../db/connect.ts';
import type { Log } from '../log.ts';
import { makeExport } from '../services/office-export.ts';
import { makeJointDownload } from '../web/offices/joint-making.ts';
import type { downloadWorker } from './worker.ts';

/** @param deps.clock the offices'. @param deps.now real time. */
export function downloadMakers({
  database,
  clock,
  now,
  log,
}: {
  database: Database;
  clock: Clock;
  now: () => Date;
  log: Log;
}): Parameters<typeof downloadWorker>[0]['makers'] {
  return {
    'joint-report': (held, progress) => makeJointDownload({ database, clock, log }, held, progress),
    export: (held, progress) =>
      makeExport(database, held, { now: now(), progress: (done) => progress('reading', done, 0) }),
  };
}
