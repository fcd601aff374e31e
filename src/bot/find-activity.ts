/** Which activity the argument of a command means: its code, its printed label, or part of its name. */
import type { Activity } from '../domain/activity.ts';
import { findActivity } from '../domain/plan.ts';
import { arabicDigits } from '../text/format.ts';
import { ownName } from './own-names.ts';
import type { RequestContext } from './request-context.ts';
import { understand } from '../understand/index.ts';

export type FoundActivity =
  { ok: true; activity: Activity } | { ok: false; reason: 'unknown' | 'several'; candidates: string[] };

/** Branches are found too; which commands take them is theirs to say. */
export function findByWords({ context }: RequestContext, words: string): FoundActivity {
  const { plan } = context;
  const exact = findActivity(plan, compact(words)) ?? plan.activities.find((one) => sameLabel(one, words));
  if (exact) return { ok: true, activity: exact };
  const { activity, candidates, because } = understand(words, { plan, today: context.today });
  const code = activity ?? ownName(because, candidates, context.member);
  const found = code && findActivity(plan, code);
  if (found) return { ok: true, activity: found };
  return candidates.length > 0
    ? { ok: false, reason: 'several', candidates }
    : { ok: false, reason: 'unknown', candidates: [] };
}

function compact(words: string): string {
  return arabicDigits(words).replace(/\s/g, '');
}

function sameLabel(activity: Activity, words: string): boolean {
  const bare = (text: string): string => compact(text).replace(/[.)]+$/, '');
  return bare(activity.label) === bare(words);
}
