/** The published report as one HTML page that needs no script: table, files, versions, fingerprint; web/publication and the publish command serve it. */
import { createHash } from 'node:crypto';
import type { Half } from '../domain/fiscal-year.ts';
import type { ReportModel } from '../domain/report-model.ts';
import type { ReportDifference } from '../domain/report-versions.ts';
import { baht, escapeHtml, longMoment } from '../text/format.ts';
import { type Texts, texts } from '../text/index.ts';
import { changeLines } from './change-lines.ts';
import { reportContent, type ReportContent, type TableRow } from './content.ts';
import { makeJson } from './json.ts';
import type { ReportSettings } from './settings.ts';

/** Files beside the page, in the order they are offered. */
export const PUBLIC_FORMATS = ['pdf', 'docx', 'xlsx', 'csv', 'json'] as const;
export type PublicFormat = (typeof PUBLIC_FORMATS)[number];

export interface PublicPage {
  model: ReportModel;
  settings: ReportSettings;
  half: Half;
  fiscalYear: number;
  version: number;
  /** null in a preview. */
  publishedAt: Date | null;
  differences: { since: number; list: ReportDifference[] } | null;
  /** Numbers of all versions that can be read, newest first. */
  versions: number[];
  /** Where things are, seen from the page. */
  links: {
    style: string;
    file: (format: PublicFormat) => string;
    /** null where versions have no pages of their own. */
    version: ((number: number) => string) | null;
    /** The lasting address; null where it is not known. */
    lasting: string | null;
  };
}

/** @returns SHA-256 (hex) of the JSON file offered beside the page: whoever has the file can check it. */
export function fingerprintOf(model: ReportModel): string {
  return createHash('sha256').update(makeJson(model)).digest('hex');
}

/** @returns the whole page. */
export function makePublicPage(page: PublicPage): string {
  const { model, settings, publishedAt, links } = page;
  const { language } = settings;
  const { publication: say } = texts(language);
  const content = reportContent(model, settings);
  const facts = [
    say.version(page.version),
    ...(publishedAt ? [say.published(longMoment(publishedAt, language))] : []),
    say.asOf(longMoment(new Date(model.asOf), language)),
  ];
  const { totals } = model;
  const spent = say.spent(baht(totals.spent, language), baht(totals.budget, language));
  const body = [
    publishedAt ? '' : `<p class="preview" role="note">${escapeHtml(say.preview)}</p>`,
    `<header>`,
    `<h1>${escapeHtml(content.heading[0] ?? content.title)}</h1>`,
    ...content.heading.slice(1).map((line) => `<p>${escapeHtml(line)}</p>`),
    `<p class="facts">${escapeHtml(facts.join(' · '))}</p>`,
    newerThan(page, say),
    `</header>`,
    `<section aria-labelledby="figures"><h2 id="figures">${escapeHtml(say.figures)}</h2>`,
    `<p class="figures">${escapeHtml(say.done(totals.byStatus.completed, totals.leaves))}<br>${escapeHtml(spent)}</p></section>`,
    `<nav aria-labelledby="files"><h2 id="files">${escapeHtml(say.files)}</h2><ul class="files">`,
    ...PUBLIC_FORMATS.map(
      (format) =>
        `<li><a href="${escapeHtml(links.file(format))}">${escapeHtml(say.format[format])}</a></li>`,
    ),
    `</ul></nav>`,
    table(content, say),
    notes(content),
    changes(page, texts(language)),
    versions(page, say),
    `<section><h2>${escapeHtml(say.fingerprint)}</h2><p><code>${fingerprintOf(model)}</code></p></section>`,
    links.lasting ? embedding(links.lasting, content.title, say) : '',
    `<footer><p>${escapeHtml(settings.publicNames ? say.withNames : say.positions)}</p></footer>`,
  ];
  return pageAround(body.join('\n'), content.title, links.style, language, say.skip);
}

type Say = Texts['publication'];

/** @param title of the window too. @returns a whole HTML page in the public style; the main part is the body. */
export function pageAround(
  body: string,
  title: string,
  style: string,
  language: ReportSettings['language'],
  skip: string | null,
): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${escapeHtml(style)}">
</head>
<body>
${skip ? `<a class="skip" href="#results">${escapeHtml(skip)}</a>\n` : ''}<main>
${body}
</main>
</body>
</html>
`;
}

function newerThan({ version, versions: all, links }: PublicPage, say: Say): string {
  const newest = all[0];
  if (newest === undefined || newest <= version || !links.version) return '';
  const words = escapeHtml(say.newest(newest));
  return `<p><a href="${escapeHtml(links.version(newest))}">${words}</a></p>`;
}

/** Roles are said in words too: on a narrow screen the style lays rows out as blocks, which takes them away. */
function table({ partTwo }: ReportContent, say: Say): string {
  const { heads, rows } = partTwo.table;
  const labels = heads.map(({ text }) => text);
  return [
    `<section id="results" tabindex="-1" aria-labelledby="table"><h2 id="table">${escapeHtml(say.table)}</h2>`,
    `<table role="table"><caption>${escapeHtml(partTwo.title)}<br>${escapeHtml(partTwo.under)}</caption>`,
    `<colgroup>${heads.map(({ width }) => `<col width="${Math.round(width * 100)}%">`).join('')}</colgroup>`,
    `<thead role="rowgroup"><tr role="row">`,
    ...labels.map((label) => `<th role="columnheader" scope="col">${lines(label)}</th>`),
    `</tr></thead><tbody role="rowgroup">`,
    ...rows.map((row) => tableRow(row, labels)),
    `</tbody></table></section>`,
  ].join('\n');
}

function tableRow({ kind, cells }: TableRow, labels: readonly string[]): string {
  let column = 0;
  // the activity names its row; in the row of sums that is the first cell
  const naming = kind === 'total' ? 0 : 1;
  const parts = cells.map(({ text, span, align }, index) => {
    const label = labels[column] ?? '';
    column += span;
    const shared = `data-label="${escapeHtml(label)}" class="${align}"${span > 1 ? ` colspan="${span}"` : ''}`;
    return index === naming
      ? `<th role="rowheader" scope="row" ${shared}>${lines(text)}</th>`
      : `<td role="cell" ${shared}>${lines(text)}</td>`;
  });
  return `<tr role="row" class="${kind}">${parts.join('')}</tr>`;
}

const lines = (text: string): string => escapeHtml(text).replaceAll('\n', '<br>');

function notes({ notesTitle, notes: all, noteNumbers }: ReportContent): string {
  if (all.length === 0) return '';
  const items = all.map(
    (note, index) => `<li>${escapeHtml(`${noteNumbers[index] ?? ''} ${note}`.trim())}</li>`,
  );
  return `<section><h2>${escapeHtml(notesTitle)}</h2><ul class="notes">${items.join('')}</ul></section>`;
}

function changes({ differences }: PublicPage, words: Texts): string {
  if (!differences) return '';
  const { publication: say } = words;
  const told = changeLines(differences.list, words);
  const items = (told.length > 0 ? told : [say.noChanges]).map((line) => `<li>${escapeHtml(line)}</li>`);
  return `<section><h2>${escapeHtml(say.changes(differences.since))}</h2><ul>${items.join('')}</ul></section>`;
}

function versions({ version, versions: all, links }: PublicPage, say: Say): string {
  const address = links.version;
  if (all.length < 2 || !address) return '';
  const items = all.map((number) =>
    number === version
      ? `<li>${escapeHtml(`${say.version(number)} (${say.thisOne})`)}</li>`
      : `<li><a href="${escapeHtml(address(number))}">${escapeHtml(say.version(number))}</a></li>`,
  );
  return `<section><h2>${escapeHtml(say.versions)}</h2><ul>${items.join('')}</ul></section>`;
}

function embedding(address: string, title: string, say: Say): string {
  const frame = `<iframe src="${escapeHtml(address)}" title="${escapeHtml(title)}" width="100%" height="900" style="border:0"></iframe>`;
  return `<details><summary>${escapeHtml(say.embed)}</summary><p>${escapeHtml(say.embedHow)}</p><p><code>${escapeHtml(frame)}</code></p></details>`;
}
