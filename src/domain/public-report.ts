/** What of a frozen report everybody may read: no evidence, nobody's name unless the office says so; publication.ts calls it. */
import { textsOf } from './activity.ts';
import { namePattern } from './name-pattern.ts';
import type { ReportedBy, ReportModel, SaidText, SaidTexts } from './report-model.ts';

/**
 * Files stay with the office, and who reported is told by position alone.
 * @param named members whose names are replaced by their positions in running words too; empty where the office shows names.
 * @param nameless stands for somebody without a position.
 */
export function toPublicReport(
  model: ReportModel,
  named: readonly ReportedBy[],
  nameless: string,
): ReportModel {
  const without = namesRemover(named, nameless);
  const told = (one: SaidText): SaidText => ({ ...one, text: without(one.text) });
  const said = (texts: SaidTexts): SaidTexts => texts && texts.map(told);
  return {
    ...model,
    rows: model.rows.map((row) => ({
      ...row,
      ...textsOf((field) => said(row[field])),
      ...(row.solved ? { solved: row.solved.map(told) } : {}),
      ownerGroup: row.ownerGroup && without(row.ownerGroup),
      reportedBy: row.reportedBy && { name: '', position: row.reportedBy.position },
      evidence: [],
    })),
  };
}

/** @returns what puts positions in the place of those names in a text. @param nameless stands for somebody without a position. */
export function namesRemover(named: readonly ReportedBy[], nameless: string): (text: string) => string {
  const known = named.flatMap(({ name, position }) => {
    const pattern = namePattern(name);
    return pattern ? [{ pattern: globally(pattern), instead: position || nameless }] : [];
  });
  return (text) =>
    known.reduce((left, { pattern, instead }) => left.replaceAll(pattern, () => instead), text);
}

function globally({ source, flags }: RegExp): RegExp {
  return new RegExp(source, [...new Set([...flags, 'g'])].join(''));
}
