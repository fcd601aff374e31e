/** The month's quota by LINE account while a job goes through the offices: each account is asked once, and only if somebody asks; jobs make one a run. */
import { dayInBangkok, momentInBangkok } from '../domain/fiscal-year.ts';
import type { Office } from '../db/offices.ts';
import { countPaidSince } from '../db/outbox.ts';
import { quotaChoice } from '../services/quota-settings.ts';
import { limitedTo, type QuotaState, shareOf } from '../services/quota.ts';
import type { OfficeAtWork } from '../services/reminders.ts';
import { tellHeld } from './held.ts';
import type { JobDeps } from './job.ts';

export interface Accounts {
  /** Of the office's account; null when LINE has never told. */
  quota(office: string): Promise<QuotaState | null>;
  /** What the office may use of it: an equal part, and no more than it chose itself. */
  share(office: Office): Promise<QuotaState | null>;
  /** Tells managers what the quota holds back: of the accounts that were asked in this run, or of all. */
  tellHeld(whose: 'asked' | 'all'): Promise<void>;
}

export function accountsOf(deps: JobDeps, offices: readonly OfficeAtWork[], now: Date): Accounts {
  const ids = offices.map(({ office }) => office.id);
  const groups = Map.groupBy(ids, (id) => deps.accountOf(id));
  const readings = new Map<string, Promise<QuotaState | null>>();

  function quota(office: string): Promise<QuotaState | null> {
    const account = deps.accountOf(office);
    const reading = readings.get(account) ?? deps.quota.read(groups.get(account) ?? [office], now);
    readings.set(account, reading);
    return reading;
  }

  return {
    quota,
    async share(office) {
      const known = await quota(office.id);
      const whole = known && shareOf(known, groups.get(deps.accountOf(office.id))?.length ?? 1);
      const { most } = quotaChoice(office);
      if (most === null) return whole;
      const month = momentInBangkok(`${dayInBangkok(now).slice(0, 7)}-01`, '00:00');
      const own = await countPaidSince(deps.database.models, [office.id], month);
      return limitedTo(whole ?? { limit: null, used: 0 }, most, own);
    },
    async tellHeld(whose) {
      // one account is asked anyway, so that its figures are known; many only where something waits
      if (whose === 'all' && groups.size === 1) await quota(ids[0]!);
      const told = whose === 'all' ? ids : ids.filter((id) => readings.has(deps.accountOf(id)));
      const held = await tellHeld(deps, told, quota, now);
      for (const [account, reading] of readings) {
        const one = await reading;
        if (one) deps.metrics.accountQuota(account, one.used, one.limit);
      }
      const known = (await Promise.all(readings.values())).filter((one) => one !== null);
      if (known.length === 0) return;
      const sum = (counts: readonly number[]): number => counts.reduce((all, one) => all + one, 0);
      const limits = known.flatMap(({ limit }) => limit ?? []);
      const limit = limits.length < known.length ? null : sum(limits);
      deps.metrics.quota(sum(known.map(({ used }) => used)), limit, held);
    },
  };
}
