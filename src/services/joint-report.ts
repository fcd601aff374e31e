/** Collects the half year of all offices, some at a time: frozen where an office closed it, else as it stands; the operators' page and the report command call it. */
import type { Database } from '../db/connect.ts';
import { findCountedActivities } from '../db/office-figures.ts';
import { findOffices, type Office } from '../db/offices.ts';
import { findFrozen, findNewestVersions } from '../db/periods.ts';
import { findPlansOfYear } from '../db/plans.ts';
import { readApart, type UnreadableDocument } from '../db/stored.ts';
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

/**
 * @param progress is told how many offices of how many are read.
 * @param unreadable is told of what cannot be read; its office stands in the report as missing.
 */
export async function collectJointReport(
  database: Database,
  { fiscalYear, half, now }: JointScope,
  unreadable: (fault: UnreadableDocument) => void,
  progress: (done: number, of: number) => void = () => undefined,
): Promise<JointReport> {
  const found = await findOffices(database.models);
  const apart = ({ id, name }: Named, fault: UnreadableDocument): JointOffice[] => {
    unreadable(fault);
    return [{ id, name, unreadable: true, plan: null }];
  };
  const collected: JointOffice[] = found.unreadable.flatMap((one) => apart(one, one.fault));
  const of = collected.length + found.offices.length;
  for (let from = 0; from < found.offices.length; from += TOGETHER) {
    const some = found.offices.slice(from, from + TOGETHER);
    collected.push(...(await readApart(some, (these) => readSome(database, these, fiscalYear, half), apart)));
    progress(collected.length, of);
  }
  const offices = collected.toSorted((a, b) => a.name.localeCompare(b.name, 'th'));
  const template = await templateOfYear(database, fiscalYear);
  const common = template && template.activities.filter(({ leaf }) => leaf);
  return joinOffices({ fiscalYear, half, now: now.toISOString() }, offices, common);
}

type Named = Pick<Office, 'id' | 'name'>;

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
      if (!head) return { id, name, unreadable: false, plan: null };
      const version = versions.get(head.id);
      if (version === undefined)
        return {
          id,
          name,
          unreadable: false,
          plan: officeAsItStands(fiscalYear, half, activities.get(id) ?? []),
        };
      const frozen = await findFrozen(models, id, head.id, half, version);
      return { id, name, unreadable: false, plan: frozen && officeAsFrozen(version, frozen.model) };
    }),
  );
}
