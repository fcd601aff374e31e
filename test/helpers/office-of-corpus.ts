/** The demo's office with another plan: that of an annotated set, on the day its messages were written; the plays of honest officers use it. */
import type { AnnotatedMessage, Corpus } from '../../scripts/reader-training/corpora.ts';
import type { Activity } from '../../src/domain/activity.ts';
import { previewImport, storeImport } from '../../src/services/import-plan.ts';
import { forgetAll, owns } from './fresh-office.ts';
import { SOMSRI, type TestOffice } from './office.ts';

/** Between two messages nobody counts as saying too much at once. */
const APART_MS = 4 * 60_000;

export async function usePlanOf({ database, clock }: TestOffice, { plan, today }: Corpus): Promise<void> {
  const { _id: office, name: officeName } = (await database.models.offices
    .findOne({})
    .lean<{ _id: string; name: string }>())!;
  const draft = { ...plan, officeName, parentAgencies: [] };
  const found = await previewImport(database, draft, { office, plan: 'new', newOffice: false }, clock.now());
  if (!found.ok) throw new Error(`the plan cannot be imported: ${found.reason}`);
  const stored = await storeImport(database, found.preview, clock.now(), { trial: 'demo', use: true });
  if (!stored.ok) throw new Error(`the plan was not stored: ${stored.reason}`);
  clock.moveTo(new Date(`${today}T01:00:00Z`));
}

/** Forgets what was said before, and gives Somsri the work of the group that the message is about. */
export async function beforeMessage(
  office: TestOffice,
  { plan }: Corpus,
  message: AnnotatedMessage,
): Promise<void> {
  office.clock.moveTo(new Date(office.clock.now().getTime() + APART_MS));
  await forgetAll(office);
  await office.database.models.members.updateMany({}, { $set: { aliases: {} } });
  await owns(office, SOMSRI, groupOf(message, plan.activities));
}

/** @returns codes of the leaves that a group reports on: whose the message is, or the first one's. */
function groupOf({ expect }: AnnotatedMessage, activities: readonly Activity[]): string[] {
  const leaves = activities.filter(({ leaf }) => leaf);
  const told = (expect.multiple ?? [expect]).map(({ activity }) => activity);
  const groups = leaves.filter(({ code }) => told.includes(code)).map(({ ownerGroup }) => ownerGroup);
  const own = groups.length > 0 ? groups : [leaves[0]!.ownerGroup];
  return leaves.filter(({ ownerGroup }) => own.includes(ownerGroup)).map(({ code }) => code);
}
