/** What a job is given in tests that have no LINE: a quota that is said, and the real rendering. */
import type { Database } from '../../src/db/connect.ts';
import type { JobDeps } from '../../src/jobs/job.ts';
import { quietLog } from '../../src/log.ts';
import { quotaMeter, type QuotaState } from '../../src/services/quota.ts';
import { pushRows } from '../../src/queue/outbox/outgoing.ts';

export function jobDeps(database: Database, quota: QuotaState, more: Partial<JobDeps> = {}): JobDeps {
  const realNow = more.realNow ?? (() => new Date());
  return {
    database,
    quota: quotaMeter(database, () => Promise.resolve(quota), { now: realNow }),
    accountOf: () => '',
    memberCount: () => Promise.resolve(30),
    rows: (push, at) => pushRows(push, { holder: null, nextAt: at, createdAt: at }),
    chart: () => Promise.resolve({ full: Buffer.from('full'), preview: Buffer.from('preview') }),
    pictureUrl: () => 'https://bot.example',
    realNow,
    metrics: { quota: () => undefined, accountQuota: () => undefined },
    log: quietLog,
    ...more,
  };
}
