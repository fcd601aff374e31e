/** The plan of the year to come beside that of an office under test: the same works but for those named; tests of what a change of plan does use it. */
import type { Plan } from '../../src/domain/activity.ts';
import { findOffice, type Office } from '../../src/db/offices.ts';
import { makeCurrent, previewUse } from '../../src/services/current-plan.ts';
import { previewImport, storeImport } from '../../src/services/import-plan.ts';
import { loadCurrentPlan } from '../../src/services/loaders.ts';
import type { TestOffice } from './office.ts';

/** @returns the one office there is, with the plan it works by. */
export async function inUse({ database }: TestOffice): Promise<{ office: Office; plan: Plan }> {
  const [found] = await database.models.offices.find().lean<{ _id: string }[]>();
  const office = (await findOffice(database.models, found!._id))!;
  return { office, plan: (await loadCurrentPlan(database, office))! };
}

/** @param others what the activities of these codes are in the plan to come. @returns ids of the plan in use before, and of that one. */
export async function storeNextYear(
  office: TestOffice,
  others: Record<string, string>,
  use: boolean,
): Promise<{ before: string; next: string }> {
  const { office: own, plan } = await inUse(office);
  const year = plan.fiscalYear + 1;
  const later = (text: string): string => text.replaceAll(String(plan.fiscalYear), String(year));
  const draft = {
    ...plan,
    officeName: own.name,
    parentAgencies: [],
    fiscalYear: year,
    title: later(plan.title),
    period: { start: `${year - 544}-10-01`, end: `${year - 543}-09-30` },
    activities: plan.activities.map((one) => ({
      ...one,
      months: [],
      name: others[one.code] ?? later(one.name),
    })),
  };
  const now = office.clock.now();
  const choice = { office: own.id, plan: null, newOffice: false };
  const found = await previewImport(office.database, draft, choice, now);
  const stored = found.ok && (await storeImport(office.database, found.preview, now, { use }));
  if (!stored || !stored.ok) throw new Error('the plan of the next year was not stored');
  return { before: plan.id, next: stored.plan };
}

/** Makes a stored plan the one in use. */
export async function workBy(office: TestOffice, plan: string): Promise<void> {
  const found = await previewUse(office.database, plan, office.clock.now());
  const done = found.ok && (await makeCurrent(office.database, found, office.clock.now()));
  if (!done || !done.ok) throw new Error('the plan is not the one in use');
}
