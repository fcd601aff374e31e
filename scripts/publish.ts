/** `npm run publish`: the published page of a closed half year with its files as a folder, for an office whose site is elsewhere. */
import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Database } from '../src/db/connect.ts';
import type { Office } from '../src/db/offices.ts';
import { ReportError } from '../src/reports/failure.ts';
import { findFormat, makeReport } from '../src/reports/index.ts';
import { fingerprintOf, makePublicPage, PUBLIC_FORMATS } from '../src/reports/public-page.ts';
import { DEFAULT_SETTINGS } from '../src/reports/settings.ts';
import { planOfYear } from '../src/services/official-report.ts';
import { previewPublication, type PublicReport } from '../src/services/publication.ts';
import { texts } from '../src/text/index.ts';
import { assetFile } from '../src/web/assets.ts';
import { systemClock } from '../src/clock.ts';
import { type ScriptCall, type Script, type ScriptOutcome, runScript, withDatabase } from './cli.ts';
import { refuseExisting, unwritable, writeBytes } from './files.ts';
import { chooseOffice } from './office-choice.ts';
import { readRequest, type ReportRequest } from './report-request.ts';

const flags = {
  'fiscal-year': { type: 'string', value: '2564' },
  half: { type: 'string', value: '1|2' },
  out: { type: 'string', value: 'DIR' },
  yes: { type: 'boolean' },
  office: { type: 'string', value: 'ID' },
} as const;

type PublishCall = ScriptCall<typeof flags>;

export const publishScript: Script<typeof flags> = {
  name: 'publish',
  flags,
  help: ({ publish: { summary, usage, options } }) => ({ summary, usage, options }),
  run,
};

if (import.meta.main) process.exitCode = await runScript(publishScript);

async function run(call: PublishCall): Promise<ScriptOutcome> {
  const { out } = call.values;
  if (out === undefined) return { exit: 'bad-usage', message: call.words.publish.needOut };
  // of the report's own flags: the folder is no file whose ending says a format
  const { out: _, ...flagged } = call.values;
  const read = readRequest({ ...flagged, format: 'json' }, call.files, call.words);
  if (!read.ok) return { exit: 'bad-usage', message: read.message };
  return withDatabase(call, async (database) => {
    const chosen = await chooseOffice(database, call.values.office, call.words);
    return chosen.ok ? writeFolder(call, database, chosen.value, read.request, out) : chosen.outcome;
  });
}

async function writeFolder(
  call: PublishCall,
  database: Database,
  office: Office,
  { fiscalYear, half }: ReportRequest,
  out: string,
): Promise<ScriptOutcome> {
  const words = call.words.publish;
  const plan = await planOfYear(database, office.id, fiscalYear);
  if (!plan) return { exit: 'refused', reason: 'no-plan', lines: [call.words.report.noPlan(fiscalYear, '')] };
  const { nameless } = texts(office.language).publication;
  const found = await previewPublication({ database, office, plan, half, nameless });
  if (!found.ok) return { exit: 'refused', reason: found.reason, lines: [words.notClosed(half)] };
  const existing = await refuseExisting(call, path.join(out, 'index.html'));
  if (existing) return existing;
  try {
    await mkdir(out, { recursive: true });
    for (const [name, bytes] of await folder(found.report)) {
      const refusal = await writeBytes(call, path.join(out, name), bytes);
      if (refusal) return refusal;
    }
  } catch (error) {
    if (error instanceof ReportError)
      return {
        exit: 'refused',
        reason: error.fault,
        lines: [call.words.report.failed(office.name, call.words.report.fault[error.fault])],
      };
    if (typeof (error as NodeJS.ErrnoException).code === 'string') return unwritable(call, out, error);
    throw error;
  }
  const sha256 = fingerprintOf(found.report.model);
  return {
    exit: 'ok',
    lines: [words.wrote(out, found.report.version), words.fingerprint(sha256)],
    json: { office: office.id, fiscalYear, half, version: found.report.version, sha256, out },
  };
}

/** The folder's files by name; the page last, so that it never points to what is not there yet. */
async function folder(report: PublicReport): Promise<Map<string, Buffer>> {
  const settings = { ...DEFAULT_SETTINGS, ...report.settings, annex: false };
  const files = new Map<string, Buffer>();
  const nameOf = (format: (typeof PUBLIC_FORMATS)[number]) => `report${findFormat(format)?.extension ?? ''}`;
  for (const format of PUBLIC_FORMATS)
    files.set(nameOf(format), await makeReport(report.model, format, settings));
  files.set('style.css', await readFile(new URL('../src/reports/public-page.css', import.meta.url)));
  for (const font of ['sarabun-400.ttf', 'sarabun-700.ttf'])
    files.set(font, (await assetFile(font))?.bytes ?? Buffer.alloc(0));
  const page = makePublicPage({
    ...report,
    publishedAt: systemClock.now(),
    settings,
    links: { style: 'style.css', file: nameOf, version: null, lasting: null },
  });
  return files.set('index.html', Buffer.from(page));
}
