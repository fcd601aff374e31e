/** What is stuck, with who said it and when; the managers' list of obstacles reads it. */
import type { Activity } from '../domain/activity.ts';
import { isFinished, statusOf } from '../domain/status.ts';
import { findHistories } from '../db/updates-month.ts';
import type { MemberContext } from './context.ts';

export interface Stuck {
  activity: Activity;
  text: string;
  by: string | null;
  at: Date | null;
}

/** @returns obstacles of leaves that are not finished, the newest first: of when it was said, whatever was reported since. */
export async function openObstacles(context: MemberContext): Promise<Stuck[]> {
  const { database, office, plan } = context;
  const stuck = (await context.states()).filter(
    ({ leaf, state }) => leaf && state.obstacle && !isFinished(statusOf(state)),
  );
  const codes = stuck.map(({ code }) => code);
  const histories = await findHistories(database.models, office.id, plan.id, codes);
  return stuck
    .map(({ state, ...activity }): Stuck => {
      const said = histories
        .get(activity.code)
        ?.findLast((one) => !one.voided && !one.withdrawn && one.said.obstacle === state.obstacle);
      const by = said?.by ?? state.reportedBy;
      return { activity, text: state.obstacle!, by: by?.name ?? null, at: said?.at ?? state.reportedAt };
    })
    .toSorted((a, b) => (b.at?.getTime() ?? 0) - (a.at?.getTime() ?? 0));
}
