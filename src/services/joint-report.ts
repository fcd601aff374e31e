/** Collects the half year of all offices, some at a time: frozen where an office closed it, else as it stands, with the words of what was published; the download worker and the report command call it. */
import type { Models } from '../db/collections.ts';
import type { Database } from '../db/connect.ts';
import { findCountedActivities } from '../db/office-figures.ts';
import { findOffices, type Office } from '../db/offices.ts';
import { findFrozen, findNewestVersions, periodId, unpackReport } from '../db/periods.ts';
import { findPlansOfYear } from '../db/plans.ts';
import { findReadablePublications } from '../db/publications.ts';
import { readApart, type UnreadableDocument } from '../db/stored.ts';
import type { Half } from '../domain/fiscal-year.ts';
import type { ReportModel } from '../domain/report-model.ts';
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
  const openPlans = plans.filter((plan) => !versions.has(plan));
  // each office is read by itself then, and this one stands in the report as missing
  const activities = await findCountedActivities(models, ids, openPlans, (_office, fault) => {
    throw fault;
  });
  // of the newest version alone: words of an earlier one would stand beside other figures
  const newest = [...versions].map(([plan, version]) => periodId(plan, half, version));
  const published = await findReadablePublications(models, ids, newest);
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
      const open = published.get(periodId(head.id, half, version));
      const model = open ? unpackReport(open.report) : await frozenModel(models, id, head.id, half, version);
      const plan = model && officeAsFrozen(version, model, { published: open !== undefined });
      return { id, name, unreadable: false, plan };
    }),
  );
}

async function frozenModel(
  models: Models,
  ...which: [string, string, Half, number]
): Promise<ReportModel | null> {
  return (await findFrozen(models, ...which))?.model ?? null;
}
