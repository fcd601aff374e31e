/** English words for a number of activities: those that are reported on, and beside them those that hold others. */
import type { planCount as thai } from '../th/plan-count.ts';

export const planCount: typeof thai = ({ leaves, branches }) => {
  const held = branches > 0 ? [branches === 1 ? '1 branch' : `${branches} branches`] : [];
  const own = leaves === 1 ? '1 activity' : `${leaves} activities`;
  return [...(leaves > 0 || branches === 0 ? [own] : []), ...held].join(' and ');
};
