/** Chooses which activities of a large plan the assistant is shown: those the message comes nearest to; the prompt is made of them. */
import type { Activity } from '../domain/activity.ts';
import { normalise } from '../understand/spelling/normalise.ts';

/** So many names fit into what a small model reads in time. */
export const MOST_LISTED = 40;
/** Letters in a row by which a message and a name are compared. */
const RUN = 3;

/**
 * @param likely codes that were named, or may have been.
 * @returns at most MOST_LISTED of the activities, in their order.
 */
export function nearestActivities(
  text: string,
  activities: readonly Activity[],
  likely: readonly string[],
): Activity[] {
  if (activities.length <= MOST_LISTED) return [...activities];
  const said = runsOf(text);
  const nearness = ({ code, label, name }: Activity): number => {
    if (likely.includes(code)) return Number.POSITIVE_INFINITY;
    const runs = runsOf(`${label} ${name}`);
    const shared = [...runs].filter((run) => said.has(run)).length;
    // long names share something with everything
    return shared / Math.sqrt(runs.size + 1);
  };
  const ranked = activities
    .map((activity) => ({ activity, near: nearness(activity) }))
    .toSorted((a, b) => b.near - a.near)
    .slice(0, MOST_LISTED);
  const chosen = new Set(ranked.map(({ activity }) => activity));
  return activities.filter((activity) => chosen.has(activity));
}

function runsOf(text: string): Set<string> {
  const letters = normalise(text).text.replace(/\s+/g, '');
  return new Set(
    Array.from({ length: Math.max(0, letters.length - RUN + 1) }, (_, at) => letters.slice(at, at + RUN)),
  );
}
