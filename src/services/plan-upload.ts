/** A plan's file that came by the console: what it would change, and storing just what was shown; web/console calls it. */
import { createHash } from 'node:crypto';
import type { Database } from '../db/connect.ts';
import type { Office } from '../db/offices.ts';
import { type FileChoice, isReady } from '../plan-import/understand.ts';
import type { Override } from '../plan-import/mapping.ts';
import { findColumns, keepColumns } from './plan-columns.ts';
import { type PlanJob, type PlanReading, readPlanInProcess } from './plan-reading.ts';
import { goingOf, type ImportPreview } from './import-preview.ts';
import { previewImport, type PreviewOutcome, sameName, storeImport } from './import-plan.ts';
import { markOfSwitch } from './plan-switch.ts';
import type { Trial } from './trial.ts';

export interface PlanUpload {
  bytes: Buffer;
  name: string;
  choice: FileChoice;
  /** Id of the plan to change, `new` for one beside the others, null for the one that fits. */
  plan: string | null;
}

type Read = Extract<PlanReading, { ok: true }>;

export type UploadOutcome =
  | Extract<PlanReading, { ok: false }>
  | {
      ok: true;
      reading: Read;
      /** The head as it was completed, and the columns that were said earlier. */
      choice: FileChoice;
      /** The office that the file names, where it is another than the one it is brought in for; else null. */
      otherOffice: string | null;
      /** null where the plan is not whole. */
      found: PreviewOutcome | null;
      /** Marks what is shown: only just this may be stored. */
      seen: string;
    };

/**
 * Reads a file and says what storing it at that moment would do. What the office said of its headings for an earlier file
 * holds, unless something else is said now; its own name need not stand in the file, and another one is told.
 * @param office null before the first one is there.
 */
export async function readUpload(
  database: Database,
  office: Office | null,
  { bytes, name, choice, plan }: PlanUpload,
  now: Date,
): Promise<UploadOutcome> {
  const saved = office ? await findColumns(database, office.id, '') : [];
  const older = saved.filter(({ heading }) => !choice.overrides.some((one) => one.heading === heading));
  const { office: _, ...head } = choice.head;
  const whole: FileChoice = {
    ...choice,
    overrides: [...older, ...choice.overrides],
    head: office ? head : choice.head,
  };
  const first = await readPlanInProcess({ bytes, name, choice: whole });
  if (!first.ok) return first;
  const named = officeNamed(first);
  const reading = office ? await asOf(office, first, { bytes, name, choice: whole }) : first;
  if (!reading.ok) return reading;
  const { drafted } = reading;
  const chosen = { office: office?.id ?? null, plan, newOffice: false };
  const found = drafted.ok ? await previewImport(database, drafted.plan, chosen, now) : null;
  const otherOffice = office && named !== '' && !sameName(named, office.name) ? named : null;
  return { ok: true, reading, choice: whole, otherOffice, found, seen: markOf(reading, found) };
}

/** The same as the office's own, whatever the file calls it; one that names none is read once more. */
function asOf({ name }: Office, first: Read, file: PlanJob): Promise<PlanReading> | Read {
  const { drafted } = first;
  if (drafted.ok) return { ...first, drafted: { ...drafted, plan: { ...drafted.plan, officeName: name } } };
  if (officeNamed(first) !== '') return first;
  const { choice } = file;
  return readPlanInProcess({ ...file, choice: { ...choice, head: { ...choice.head, office: name } } });
}

/** @returns the office that the file itself names, '' where it names none. */
export function officeNamed({ drafted, read }: Read): string {
  return (drafted.ok ? drafted.plan.officeName : read?.form.officeName) ?? '';
}

/** Two administrators, or a report on an activity that goes: what was shown no longer holds, and has another mark. */
function markOf(reading: Read, found: PreviewOutcome | null): string {
  const preview = found?.ok ? found.preview : null;
  const shown = {
    drafted: reading.drafted,
    findings: reading.read?.findings ?? [],
    plan: [preview?.plan?.id, preview?.office?.id, preview?.office?.planRev],
    losing: preview?.losing,
    leaving: preview && markOfSwitch(preview.office, preview.plan?.id ?? null, preview.leaving),
  };
  return createHash('sha256').update(JSON.stringify(shown)).digest('base64url').slice(0, 16);
}

export interface Consent {
  /** Mark of what the person saw. */
  seen: string;
  /** Unexplained money is taken as it is. */
  accept: boolean;
  /** Activities that were removed or became branches may go. */
  remove: boolean;
  /** It is this office's plan though the file names another. */
  otherOffice: boolean;
  /** Used from now on, or only stored; null where that is not asked. */
  use: boolean | null;
}

export type StoreOutcome =
  | { ok: true; office: string; plan: string; preview: ImportPreview }
  | {
      ok: false;
      reason: 'conflict' | 'not-whole' | 'needs-office' | 'needs-accept' | 'needs-remove' | 'needs-use';
    };

/** Stores what was shown, and keeps what was said of the headings for the office's next file. */
export async function storeUpload(
  database: Database,
  upload: Extract<UploadOutcome, { ok: true }>,
  consent: Consent,
  by: { by: string; now: Date; trial: Trial | null },
): Promise<StoreOutcome> {
  const { reading, found, seen, choice, otherOffice } = upload;
  if (seen !== consent.seen) return { ok: false, reason: 'conflict' };
  if (!found?.ok) return { ok: false, reason: 'not-whole' };
  const { preview } = found;
  if (otherOffice !== null && !consent.otherOffice) return { ok: false, reason: 'needs-office' };
  if (!isExplained(reading) && !consent.accept) return { ok: false, reason: 'needs-accept' };
  if (goingOf(preview).length > 0 && !consent.remove) return { ok: false, reason: 'needs-remove' };
  const stored = await storeImport(database, preview, by.now, { ...by, use: consent.use });
  if (!stored.ok) return stored;
  const said = wordsOf(reading, choice.overrides);
  if (said.length > 0) await keepColumns(database, stored.office, said);
  return { ...stored, preview };
}

/** Whether no money is left unexplained. */
export function isExplained({ drafted, read }: Read): boolean {
  return read === null || isReady({ drafted, findings: read.findings });
}

/** A column is chosen on the page by its letter; the next file has other letters and the same headings. */
function wordsOf({ read }: Read, overrides: readonly Override[]): Override[] {
  return overrides.flatMap(({ heading, field }): Override[] => {
    const at = /^(.*)!([A-Z]+)$/.exec(heading);
    if (!at) return [{ heading, field }];
    const table = read?.tables.find(({ name }) => name === at[1]);
    const own = table?.columns
      .find(({ letter }) => letter === at[2])
      ?.heading.split(' › ')
      .at(-1);
    return own ? [{ heading: own, field }] : [];
  });
}
