/** What an office chose about its official report: checked when it is set, read with what is missing left to the defaults. */
import { z } from 'zod';
import type { Database } from '../db/connect.ts';
import type { Office } from '../db/offices.ts';
import { storeSettings } from './seen-settings.ts';

const line = z.string().trim().min(1).max(300);

const shape = {
  /** Of headings and standing words. */
  language: z.enum(['th', 'en']),
  thaiDigits: z.boolean(),
  columns: z.enum(['seed', 'full']),
  headingLines: z.array(line).min(1).max(10).nullable(),
  subject: line.nullable(),
  /** Item numbers of the public disclosure assessment, by half. */
  items: z.strictObject({ '1': line.exactOptional(), '2': line.exactOptional() }),
  budgetSource: line.nullable(),
  partOne: z.boolean(),
  signatures: z
    .array(
      z.strictObject({
        role: line,
        name: z.string().trim().max(200).default(''),
        position: z.string().trim().max(200).default(''),
      }),
    )
    .max(6),
  annex: z.boolean(),
  /** Whether the published report keeps members' names where its texts say them. */
  publicNames: z.boolean(),
  /** Closes a half by itself so many days after its last day; null never does. */
  closeAfterDays: z.number().int().min(0).max(366).nullable(),
};

type Shape = typeof shape;
/** Only what the office chose. */
export type ReportSettingsStored = { -readonly [Name in keyof Shape]?: z.infer<Shape[Name]> };

const NAMES = Object.keys(shape) as (keyof Shape)[];

export interface SettingProblem {
  /** `signatures.0.role` */
  path: string;
  /** unknown: no setting of that name; not-an-object: the file as a whole. */
  reason: 'unknown' | 'bad-value' | 'not-an-object';
  detail: string;
}

export type SettingsRead =
  { ok: true; settings: ReportSettingsStored } | { ok: false; problems: SettingProblem[] };

/** Checks settings as an administrator wrote them. */
export function checkReportSettings(value: unknown): SettingsRead {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { ok: false, problems: [{ path: '', reason: 'not-an-object', detail: '' }] };
  const settings: Record<string, unknown> = {};
  const problems: SettingProblem[] = [];
  for (const [name, given] of Object.entries(value)) {
    const field = NAMES.find((known) => known === name);
    if (!field) {
      problems.push({ path: name, reason: 'unknown', detail: NAMES.join(', ') });
      continue;
    }
    const read = shape[field].safeParse(given);
    if (read.success) settings[field] = read.data;
    else
      problems.push(
        ...read.error.issues.map((issue): SettingProblem => {
          const path = [field, ...issue.path].join('.');
          return { path, reason: 'bad-value', detail: issue.message };
        }),
      );
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, settings };
}

/** @returns what the office chose; a value that cannot be read counts as not chosen. */
export function reportSettingsOf({ settings }: Pick<Office, 'settings'>): ReportSettingsStored {
  const stored = settings?.['report'];
  if (typeof stored !== 'object' || stored === null) return {};
  const good = Object.entries(stored).filter(([name, value]) => {
    const field = NAMES.find((known) => known === name);
    return field && shape[field].safeParse(value).success;
  });
  return Object.fromEntries(good);
}

/** Stores the settings in place of what was chosen before. @returns false when somebody changed the office meanwhile. */
export async function storeReportSettings(
  database: Database,
  office: Office,
  report: ReportSettingsStored,
  now: Date,
  by = 'command',
): Promise<boolean> {
  return storeSettings(database, office, 'report', report, { by, now, act: 'report-settings' });
}
