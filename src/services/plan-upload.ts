/** A plan's file that came by the console: what it would change, and storing just what was shown; web/console calls it. */
import { createHash } from 'node:crypto';
import type { Database } from '../db/connect.ts';
import type { Office } from '../db/offices.ts';
import { type FileChoice, isReady } from '../plan-import/understand.ts';
import type { Override } from '../plan-import/mapping.ts';
import { findColumns, keepColumns } from './plan-columns.ts';
import { type PlanReading, readPlanInProcess } from './plan-reading.ts';
import { goingOf, type ImportPreview } from './import-preview.ts';
import { previewImport, type PreviewOutcome, storeImport } from './import-plan.ts';
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
      /** null where the plan is not whole. */
      found: PreviewOutcome | null;
      /** Marks what is shown: only just this may be stored. */
      seen: string;
    };

/**
 * Reads a file and says what storing it would do. What the office said of its headings for an earlier file holds, unless
 * something else is said now; its own name need not stand in the file.
 * @param office null before the first one is there.
 */
export async function readUpload(
  database: Database,
  office: Office | null,
  { bytes, name, choice, plan }: PlanUpload,
): Promise<UploadOutcome> {
  const saved = office ? await findColumns(database, office.id, '') : [];
  const older = saved.filter(({ heading }) => !choice.overrides.some((one) => one.heading === heading));
  const whole: FileChoice = {
    ...choice,
    overrides: [...older, ...choice.overrides],
    head: office ? { ...choice.head, office: office.name } : choice.head,
  };
  const reading = await readPlanInProcess({ bytes, name, choice: whole });
  if (!reading.ok) return reading;
  const { drafted } = reading;
  const found = drafted.ok
    ? await previewImport(database, drafted.plan, { office: office?.id ?? null, plan, newOffice: false })
    : null;
  return { ok: true, reading, choice: whole, found, seen: markOf(reading, found) };
}

/** Two administrators, or a report on an activity that goes: what was shown no longer holds, and has another mark. */
function markOf(reading: Read, found: PreviewOutcome | null): string {
  const preview = found?.ok ? found.preview : null;
  const shown = {
    drafted: reading.drafted,
    findings: reading.read?.findings ?? [],
    plan: [preview?.plan?.id, preview?.office?.id, preview?.office?.planRev],
    losing: preview?.losing,
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
}

export type StoreOutcome =
  | { ok: true; office: string; plan: string; preview: ImportPreview }
  | { ok: false; reason: 'conflict' | 'not-whole' | 'needs-accept' | 'needs-remove' };

/** Stores what was shown, and keeps what was said of the headings for the office's next file. */
export async function storeUpload(
  database: Database,
  upload: Extract<UploadOutcome, { ok: true }>,
  consent: Consent,
  by: { by: string; now: Date; trial: Trial | null },
): Promise<StoreOutcome> {
  const { reading, found, seen, choice } = upload;
  if (seen !== consent.seen) return { ok: false, reason: 'conflict' };
  if (!found?.ok) return { ok: false, reason: 'not-whole' };
  const { preview } = found;
  if (!isExplained(reading) && !consent.accept) return { ok: false, reason: 'needs-accept' };
  if (goingOf(preview).length > 0 && !consent.remove) return { ok: false, reason: 'needs-remove' };
  const stored = await storeImport(database, preview, by.now, by);
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
