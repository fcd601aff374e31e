/** Finds title, year, office, project and text sections among the lines of a plan; understand.ts uses it. */
import { documentWords } from '../text/plan-document-words.ts';
import { plainDigits, tidy } from './cells.ts';
import type { PlanDraft } from './draft.ts';
import type { Activity } from '../domain/activity.ts';

/** The head of a form that may still lack what must be filled in. */
export interface FormHead extends Omit<PlanDraft, 'activities' | 'fiscalYear' | 'period'> {
  fiscalYear: number | null;
  period: { start: string; end: string } | null;
}

/** What goes into the form: a plan that may still lack what must be filled in. */
export interface FormPlan extends FormHead {
  activities: Activity[];
}

/** @param headingYear what the months over the columns say, if anything: better than any year in the text. */
export function documentHead(texts: readonly string[], headingYear: number | null): FormHead {
  const lines = texts.map(tidy).filter((line) => line !== '');
  const end = lines.findIndex((line, index) => index > 0 && startsWith(line, documentWords.end));
  const own = end < 0 ? lines : lines.slice(0, end);
  const sections = sectionsOf(own);
  const after = (prefixes: readonly string[]): string | null => {
    for (const line of own) {
      const prefix = prefixes.find((one) => line.startsWith(one));
      if (prefix === undefined) continue;
      const rest = line.slice(prefix.length).replace(/^[\s:]+/, '');
      if (rest !== '' && !/^[/\u0e30-\u0e3a\u0e40-\u0e4e]/.test(rest)) return rest.slice(0, 500);
    }
    return null;
  };
  const targets = sections.find(({ heading }) => startsWith(heading, documentWords.targetGroup));
  const title = titleOf(own);
  const office = officeOf(own) ?? after(documentWords.head.office) ?? '';
  return {
    officeName: office,
    parentAgencies: [],
    title: title.replace(office, '').trim() || title,
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

const HEAD_LINES = 15;

/** The office's own name: a line of the head that begins with what offices are called, or ends the title. */
function officeOf(lines: readonly string[]): string | null {
  for (const line of lines.slice(0, HEAD_LINES)) {
    const prefix = documentWords.head.office.find((one) => line.startsWith(one));
    const own = prefix === undefined ? line : line.slice(prefix.length).replace(/^[\s:]+/, '');
    if (own.length <= 150 && startsWith(own, documentWords.offices) && !/\d{4,}/.test(own)) return own.trim();
  }
  for (const line of lines.slice(0, HEAD_LINES)) {
    const found = documentWords.offices
      .filter((word) => word.length > 5)
      .map((word) => line.search(new RegExp(`(?:\\s|\\d)${word}`)))
      .filter((at) => at > 0);
    if (found.length > 0 && line.length < 250) return line.slice(Math.min(...found) + 1).trim();
  }
  return null;
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
  for (const words of [documentWords.year, documentWords.title])
    for (const line of lines) {
      if (!words.some((word) => line.toLowerCase().includes(word))) continue;
      const years = [...plainDigits(line).matchAll(/(?<!\d)(2[456]\d\d)(?!\d)/g)].map((match) =>
        Number(match[1]),
      );
      // Of a plan over several years the last is the one at hand.
      if (years.length > 0) return years.at(-1)!;
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
