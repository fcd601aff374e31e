/** Notes under the official table: who has not reported, what was left unsaid, what came late; content.ts calls it. */
import type { ReportModel, ReportRow } from '../domain/report-model.ts';
import { texts } from '../text/index.ts';
import { isToldInWordsAlone } from './said.ts';
import type { ReportSettings } from './settings.ts';

/** Labels named in one note before it only counts the rest. */
const NAMED = 20;

/** @returns sentences that keep the table honest; the one on sums always stands, the rest where they apply. */
export function notesOf(model: ReportModel, settings: ReportSettings): string[] {
  const { reports: say } = texts(settings.language);
  const list = (rows: ReportRow[]) =>
    say.listed(
      rows.slice(0, NAMED).map((row) => row.label),
      Math.max(0, rows.length - NAMED),
    );
  const leaves = model.rows.filter((row) => row.leaf);
  const missing = leaves.filter((row) => row.reportedAt === null);
  const unstated = leaves.filter(
    (row) => row.reportedAt !== null && row.obstacle === null && row.suggestion === null,
  );
  const inWords = leaves.filter(isToldInWordsAlone);
  const late = leaves.filter((row) => row.late);
  const notes = [say.totalNote];
  if (missing.length > 0) notes.push(say.missingNote(missing.length, list(missing)));
  if (unstated.length > 0) notes.push(say.unstatedNote(list(unstated)));
  if (inWords.length > 0) notes.push(say.statusNote(list(inWords)));
  if (late.length > 0) notes.push(say.lateNote(list(late)));
  return notes;
}
