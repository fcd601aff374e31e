/** What an import would do to what is stored, and what that comes to: whether anything changes, what goes; import-plan makes one, the command and the pages show it. */
import type { Activity, Plan } from '../domain/activity.ts';
import type { Office } from '../db/offices.ts';
import type { PlanDiff } from '../plan-import/diff.ts';
import type { PlanDraft } from '../plan-import/draft.ts';
import type { NewlyOwned } from './newly-owned.ts';
import { isOtherYear, type PlanSwitch } from './plan-switch.ts';

/** An activity that people have reported on, and that the report will no longer show. */
export interface Losing {
  code: string;
  name: string;
  /** Sequence of its newest update. */
  updates: number;
  why: 'removed' | 'became-branch';
}

export interface ImportPreview {
  /** null when it is to be made. */
  office: Office | null;
  /** null when it is to be made. */
  plan: Plan | null;
  draft: PlanDraft;
  diff: PlanDiff;
  /** Whether the offices above this one are named otherwise than before. */
  agenciesChange: boolean;
  /** Whether another plan than this was the office's current one. */
  becomesCurrent: boolean;
  losing: Losing[];
  /** Whose the activities are that are added to the plan in use, where no branch of anybody's covers them. */
  owned: NewlyOwned[];
  /** What becomes of people's work where it takes the place of another plan in use; else null. */
  leaving: PlanSwitch | null;
}

/** What a person decided of it. */
export interface StoreDecision {
  /** Used from now on, or only stored; null while nobody has said. Regarded where asksUse. */
  use: boolean | null;
}

/** Fields of the plan itself that differ; an office that is new has nothing to differ from. */
export function headChanges({
  office,
  diff,
  agenciesChange,
}: ImportPreview): (PlanDiff['head'][number] | 'parentAgencies')[] {
  return office && agenciesChange ? [...diff.head, 'parentAgencies'] : diff.head;
}

/** Whether the file says what is stored already. */
export function changesNothing(preview: ImportPreview): boolean {
  const { added, changed, removed, reordered } = preview.diff;
  return !reordered && [added, changed, removed, headChanges(preview)].every((list) => list.length === 0);
}

/** Whether it has to be said if the plan is used from now on or only stored: another year's is in use. */
export function asksUse({ leaving, draft }: ImportPreview): boolean {
  return isOtherYear(leaving, draft);
}

/** Whether it is the office's plan in use once it is stored. */
export function isUsedAfter(preview: ImportPreview, { use }: StoreDecision): boolean {
  return !preview.becomesCurrent || !asksUse(preview) || use === true;
}

/** Whether storing it would change nothing at all: not even which plan is the current one. */
export function leavesAsIs(preview: ImportPreview, decision: StoreDecision): boolean {
  return changesNothing(preview) && !(preview.becomesCurrent && isUsedAfter(preview, decision));
}

/** @returns the activities that go, or stop being reported on. */
export function goingOf({ diff, losing }: ImportPreview): Activity[] {
  const turned = diff.changed.filter(({ code }) => losing.some((one) => one.code === code));
  return [...diff.removed, ...turned.map(({ before }) => before)];
}
