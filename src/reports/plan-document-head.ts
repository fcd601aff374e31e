/** Finds title, year, office, project and text sections among the paragraphs of a plan; used where a plan is converted. */
import { plainDigits, tidy } from '../domain/plan-draft/cells.ts';
import type { PlanDraft } from '../domain/plan-draft.ts';
import { documentWords } from '../text/plan-document-words.ts';
import type { Block } from './word-document.ts';

/** The head of a form that may still lack what must be filled in. */
export interface FormHead extends Omit<PlanDraft, 'activities' | 'fiscalYear' | 'period'> {
  fiscalYear: number | null;
  period: { start: string; end: string } | null;
}

/** @param headingYear what the months over the columns say, if anything: better than any year in the text. */
export function documentHead(blocks: readonly Block[], headingYear: number | null): FormHead {
  const lines = blocks.flatMap((block) => (block.kind === 'paragraph' ? [tidy(block.text)] : []));
  const end = lines.findIndex((line, index) => index > 0 && startsWith(line, documentWords.end));
  const own = end < 0 ? lines : lines.slice(0, end);
  const sections = sectionsOf(own);
  const after = (prefixes: readonly string[]): string | null => {
    const line = own.find((one) => startsWith(one, prefixes));
    const prefix = prefixes.find((one) => line?.startsWith(one));
    const rest = line && prefix ? line.slice(prefix.length).replace(/^[\s:]+/, '') : '';
    return rest === '' ? null : rest;
  };
  const targets = sections.find(({ heading }) => startsWith(heading, documentWords.targetGroup));
  return {
    officeName: after(documentWords.head.office) ?? '',
    parentAgencies: [],
    title: titleOf(own),
    programme: after(documentWords.head.programme),
    project: after(documentWords.head.project),
    targetGroup: targets ? tidy(targets.text).slice(0, 500) : null,
    fiscalYear: headingYear ?? yearOf(own),
    period: null,
    sections: sections.filter(
      ({ heading, text }) => text !== '' && !startsWith(heading, documentWords.table),
    ),
  };
}

function startsWith(line: string, words: readonly string[]): boolean {
  return words.some((word) => line.startsWith(word));
}

/** The plan's own name, and the year's line after it when that stands apart. */
function titleOf(lines: readonly string[]): string {
  const index = lines.findIndex((line) =>
    documentWords.title.some((word) => line.toLowerCase().includes(word)),
  );
  const line = lines[index];
  if (line === undefined) return '';
  const word = documentWords.title.find((one) => line.toLowerCase().includes(one)) ?? '';
  const title = line.slice(Math.max(0, line.toLowerCase().indexOf(word)));
  const next = lines[index + 1] ?? '';
  const whole =
    /\d{4}/.test(plainDigits(title)) || !/\d{4}/.test(plainDigits(next)) ? title : `${title} ${next}`;
  return whole.slice(0, 500);
}

function yearOf(lines: readonly string[]): number | null {
  for (const line of lines) {
    if (!documentWords.year.some((word) => line.toLowerCase().includes(word))) continue;
    const year = /(?:^|\D)(2[45]\d\d)(?:\D|$)/.exec(plainDigits(line))?.[1];
    if (year) return Number(year);
  }
  return null;
}

/** Numbered headings with known words, each with the lines up to the next. */
function sectionsOf(lines: readonly string[]): { heading: string; text: string }[] {
  const sections: { heading: string; text: string[] }[] = [];
  for (const line of lines) {
    const match = /^\d{1,2}\.\s*(.{2,120})$/.exec(plainDigits(line));
    const heading = match ? line.slice(line.length - (match[1]?.length ?? 0)) : '';
    if (match && startsWith(heading, documentWords.sections)) sections.push({ heading, text: [] });
    else sections.at(-1)?.text.push(line);
  }
  return sections.map(({ heading, text }) => ({ heading, text: text.join('\n').slice(0, 20_000) }));
}
