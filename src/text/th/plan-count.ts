/** Thai words for a number of activities: those that are reported on, and beside them those that hold others. */
import type { PlanCount } from '../../domain/plan.ts';

export function planCount({ leaves, branches }: PlanCount): string {
  const held = branches > 0 ? [`${branches} กิจกรรมหลัก`] : [];
  return [...(leaves > 0 || branches === 0 ? [`${leaves} กิจกรรม`] : []), ...held].join(' และ ');
}
