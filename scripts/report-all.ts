/** The report command for all offices: a file each in one folder, with a bar on standard error; an office that fails stops no other. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { ReportModel } from '../src/domain/report-model.ts';
import { findFormat } from '../src/reports/index.ts';
import type { ScriptCall, Flags, ScriptOutcome } from './cli.ts';
import { refuseExisting, unwritable, writeBytes } from './files.ts';
import type { ReportRequest } from './report-request.ts';
import { type Made, madeJson, sumOf } from './report-view.ts';

type AllCall = Pick<ScriptCall<Flags>, 'words' | 'say'> & { values: { yes?: boolean } };

type Named = { id: string; name: string };

/** Columns of the bar. */
const WIDTH = 24;

export async function reportAll<One extends Named>(
  call: AllCall,
  request: ReportRequest,
  offices: readonly One[],
  make: (office: One) => Promise<Made>,
): Promise<ScriptOutcome> {
  const words = call.words.report;
  const folder = request.out ?? '.';
  const lines: string[] = [];
  const json: ReturnType<typeof madeJson>[] = [];
  const models: ReportModel[] = [];
  const skipped: { office: string; reason: string }[] = [];
  let broken = 0;
  try {
    await mkdir(folder, { recursive: true });
  } catch (error) {
    return unwritable(call, folder, error);
  }
  const names = fileNames(offices, request);
  const fileOf = (office: Named): string => join(folder, names.get(office) ?? office.id);
  // all of them before the first is made: half a folder of new reports is no use
  for (const office of offices) {
    const existing = await refuseExisting(call, fileOf(office));
    if (existing) return existing;
  }
  for (const [index, office] of offices.entries()) {
    const made = await make(office);
    if (made.ok) {
      const file = fileOf(office);
      const refusal = await writeBytes(call, file, made.bytes);
      if (refusal) return refusal;
      lines.push(words.wrote(file, office.name));
      json.push(madeJson(office, request, made, file));
      models.push(made.model);
    } else {
      skipped.push({ office: office.id, reason: made.reason });
      if (made.reason === 'no-plan') lines.push(words.skipped(office.name, request.fiscalYear));
      else if (made.reason === 'no-such-version') lines.push(words.skippedVersion(office.name));
      else {
        broken += 1;
        lines.push(words.failed(office.name, words.fault[made.reason]));
      }
    }
    showProgress(call, index + 1, offices.length);
  }
  const result = { files: json, skipped, totals: sumOf(models) };
  if (broken > 0) return { exit: 'refused', reason: 'some-failed', lines, more: result };
  if (models.length === 0) {
    const line = words.nonePlanned(request.fiscalYear);
    return { exit: 'refused', reason: 'no-plan', lines: [line, ...lines], more: { skipped } };
  }
  return { exit: 'ok', lines, json: result };
}

/** Of its name what a file's name may have; two of one name are told apart by their ids. */
function fileNames(
  offices: readonly Named[],
  { fiscalYear, half, format }: ReportRequest,
): Map<Named, string> {
  const nameOf = ({ name }: Named): string => name.replaceAll(/[/\\:*?"<>|\s]+/g, ' ').trim();
  const alike = Map.groupBy(offices, (office) => nameOf(office).toLowerCase());
  const ending = findFormat(format)?.extension ?? '';
  return new Map(
    offices.map((office) => {
      const isOne = alike.get(nameOf(office).toLowerCase())?.length === 1;
      const own = isOne ? nameOf(office) : `${nameOf(office)} ${office.id}`;
      return [office, `report-${fiscalYear}-${half * 6}-months-${own}${ending}`];
    }),
  );
}

/** One line that is written over where somebody watches; a line now and then in a log. */
function showProgress({ words, say }: AllCall, done: number, all: number): void {
  const text = words.report.progress(done, all);
  if (process.stderr.isTTY) {
    const filled = Math.round((done / all) * WIDTH);
    const bar = '█'.repeat(filled) + '░'.repeat(WIDTH - filled);
    process.stderr.write(`\r${bar} ${text}${done === all ? '\n' : ''}`);
  } else if (done === all || done % Math.max(1, Math.ceil(all / 10)) === 0) say([text]);
}
