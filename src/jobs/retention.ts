/** The job of retention: every night removes what was kept long enough. */
import { applyRetention } from '../services/retention.ts';
import type { Job } from './job.ts';

export const retention: Job = {
  name: 'retention',
  cron: '15 3 * * *',
  run: async (deps, now) => ({
    ...(await applyRetention(deps.database, now, { dryRun: deps.dryRun !== undefined })),
  }),
};
