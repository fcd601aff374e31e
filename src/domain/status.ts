/** What an activity's state comes to as a status, and which statuses end the work; lists, summaries, reminders and the report agree by it. */
import { type ActivityState, FIELD_NAMES, type Fields, type Status } from './activity.ts';

/** @returns the status that was said; else under way where anything was reported, and not started where nothing was. */
export function statusOf(state: ActivityState | undefined): Status {
  if (!state) return 'not_started';
  return state.status ?? (saysAnything(state, state.evidence) ? 'in_progress' : 'not_started');
}

/** @returns whether a field was said, or a file sent. */
export function saysAnything(said: Fields, evidence: readonly string[]): boolean {
  return FIELD_NAMES.some((name) => said[name] !== null) || evidence.length > 0;
}

/** @returns whether nothing more is to be done: completed, or given up. */
export function isFinished(status: Status | null): boolean {
  return status === 'completed' || status === 'cancelled';
}

/** @returns how much is done in percent, null where nobody said: what is finished since is not half done any more. */
export function percentOf(state: ActivityState): number | null {
  return state.percent !== null && state.status === 'completed' ? 100 : state.percent;
}
