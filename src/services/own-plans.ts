/** Plans' files that operators bring for offices, one file an office: the office is found by its name in the file, or by the name of the file; web/offices calls it. */
import type { Database } from '../db/connect.ts';
import { findOffices, type Office } from '../db/offices.ts';
import { countPlan } from '../domain/plan.ts';
import { officeKey } from '../plan-import/office-list.ts';
import { NO_FILE_CHOICE } from '../plan-import/understand.ts';
import { previewImport, storeImport } from './import-plan.ts';
import { changesNothing, goingOf, isUsedAfter } from './import-preview.ts';
import { type PlanReading, readPlanInProcess } from './plan-reading.ts';
import { isExplained, officeNamed } from './plan-upload.ts';

type Read = Extract<PlanReading, { ok: true }>;

export type OwnPlanOutcome =
  /** `used`: it is the plan in use; else it is stored beside that of another year, until the office says so. */
  | { ok: true; office: string; activities: number; changed: boolean; used: boolean }
  | { ok: false; reason: 'file'; reading: Extract<PlanReading, { ok: false }> }
  | { ok: false; reason: 'problems'; reading: Read }
  /** No office of the name in the file. */
  | { ok: false; reason: 'office-unknown'; named: string }
  /** Money is unexplained, or activities would go: that is for the office itself to decide. */
  | { ok: false; reason: 'money' | 'going' | 'conflict' | 'unreadable'; office: string };

/** Brings one in as the console would; what has to be decided is left to the office's administrator. */
export async function bringOwnPlan(
  database: Database,
  { bytes, name }: { bytes: Buffer; name: string },
  { by, now }: { by: string; now: Date },
): Promise<OwnPlanOutcome> {
  const { offices, unreadable } = await findOffices(database.models);
  const named = (title: string): Office | undefined => offices.find((one) => isCalled(one, title));
  const first = await readPlanInProcess({ bytes, name, choice: NO_FILE_CHOICE });
  if (!first.ok) return { ok: false, reason: 'file', reading: first };
  const byFile = named(name.replace(/\.[^.]+$/, ''));
  const inside = officeNamed(first);
  const office = named(inside) ?? byFile;
  const broken = office ? undefined : unreadable.find((one) => isCalled(one, inside));
  if (broken) return { ok: false, reason: 'unreadable', office: broken.name };
  if (!office && first.drafted.ok) return { ok: false, reason: 'office-unknown', named: inside };
  const reading = office ? await readAgain(first, { bytes, name }, office) : first;
  if (!reading.ok) return { ok: false, reason: 'file', reading };
  const { drafted } = reading;
  if (!drafted.ok || !office) return { ok: false, reason: 'problems', reading };
  const refused = (reason: 'money' | 'going' | 'conflict') =>
    ({ ok: false, reason, office: office.name }) as const;
  if (!isExplained(reading)) return refused('money');
  const choice = { office: office.id, plan: null, newOffice: false };
  const found = await previewImport(database, drafted.plan, choice, now);
  if (!found.ok) return refused('conflict');
  if (goingOf(found.preview).length > 0) return refused('going');
  const stored = await storeImport(database, found.preview, now, { by, use: false });
  if (!stored.ok) return refused('conflict');
  const activities = countPlan(drafted.plan.activities).leaves;
  const changed = !changesNothing(found.preview);
  const used = isUsedAfter(found.preview, { use: false });
  return { ok: true, office: office.name, activities, changed, used };
}

const isCalled = ({ name }: { name: string }, title: string): boolean => officeKey(name) === officeKey(title);

/** The same where the file names the office itself. */
function readAgain(
  first: Read,
  file: { bytes: Buffer; name: string },
  office: Office,
): Promise<PlanReading> | Read {
  if (first.drafted.ok && officeKey(officeNamed(first)) === officeKey(office.name)) return first;
  return readPlanInProcess({ ...file, choice: { ...NO_FILE_CHOICE, head: { office: office.name } } });
}
