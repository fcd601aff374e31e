/** Collects the half year of all offices, some at a time: frozen where an office closed it, else as it stands; the operators' page and the report command call it. */
import type { Database } from '../db/connect.ts';
import { findCountedActivities } from '../db/office-figures.ts';
import { findOffices, type Office } from '../db/offices.ts';
import { findFrozen, findNewestVersions } from '../db/periods.ts';
import { findPlansOfYear } from '../db/plans.ts';
import type { Half } from '../domain/fiscal-year.ts';
import {
  officeAsFrozen,
  joinOffices,
  type JointOffice,
  type JointReport,
  officeAsItStands,
} from '../domain/joint-report.ts';
import { templateOfYear } from './template-plan.ts';

/** Offices read together: what one of them holds need not fit beside the others. */
const TOGETHER = 20;

export interface JointScope {
  fiscalYear: number;
  half: Half;
  now: Date;
}

/** @param progress is told how many offices of how many are read. */
export async function collectJointReport(
  database: Database,
  { fiscalYear, half, now }: JointScope,
  progress: (done: number, of: number) => void = () => undefined,
): Promise<JointReport> {
  const offices = (await findOffices(database.models)).toSorted((a, b) => a.name.localeCompare(b.name, 'th'));
  const collected: JointOffice[] = [];
  for (let from = 0; from < offices.length; from += TOGETHER) {
    const some = offices.slice(from, from + TOGETHER);
    collected.push(...(await readSome(database, some, fiscalYear, half)));
    progress(collected.length, offices.length);
  }
  const template = await templateOfYear(database, fiscalYear);
  const common = template && template.activities.filter(({ leaf }) => leaf);
  return joinOffices({ fiscalYear, half, now: now.toISOString() }, collected, common);
}

async function readSome(
  { models }: Database,
  offices: readonly Office[],
  fiscalYear: number,
  half: Half,
): Promise<JointOffice[]> {
  const ids = offices.map(({ id }) => id);
  const heads = await findPlansOfYear(models, ids, fiscalYear);
  const plans = [...heads.values()].map(({ id }) => id);
  const versions = await findNewestVersions(models, ids, plans, half);
  const open = plans.filter((plan) => !versions.has(plan));
  // a report of all offices without one of them would be none
  const activities = await findCountedActivities(models, ids, open, (_office, fault) => {
    throw fault;
  });
  return Promise.all(
    offices.map(async ({ id, name }): Promise<JointOffice> => {
      const head = heads.get(id);
      if (!head) return { id, name, plan: null };
      const version = versions.get(head.id);
      if (version === undefined)
        return { id, name, plan: officeAsItStands(fiscalYear, half, activities.get(id) ?? []) };
      const frozen = await findFrozen(models, id, head.id, half, version);
      return { id, name, plan: frozen && officeAsFrozen(version, frozen.model) };
    }),
  );
}
