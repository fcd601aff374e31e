/** The monthly chart drawn as SVG, 1040 pixels wide: statuses, money, progress of each top activity; called by chart.ts. */
import { type Status, STATUSES } from '../domain/activity.ts';
import { texts } from '../text/index.ts';
import { baht, money } from '../text/format.ts';
import { donut, sign, SIGN_COLOURS, type SignName } from './chart-marks.ts';
import { linesOf, svgText, widthOf } from './chart-text.ts';
import type { ChartRow, ChartView } from './chart-view.ts';

export const CHART_WIDTH = 1040;
const EDGE = 52;
const INNER = CHART_WIDTH - 2 * EDGE;
/** On a phone 1040 pixels are about 390 points wide: 32 is the smallest that can be read there. */
const SIZE = { title: 50, heading: 40, body: 34, small: 32 } as const;
const COLOUR = {
  ink: '#1A2129',
  dim: '#59636F',
  line: '#DFE4EA',
  money: '#0F5560',
  over: '#981B1E',
} as const;
/** Rows of activities; the rest is counted. */
const MOST_ROWS = 8;

/** A part of the picture and how far down it reaches. */
interface Part {
  svg: string;
  bottom: number;
}

/** @returns a complete SVG document; its height follows its content. */
export function chartSvg(view: ChartView): string {
  const parts: string[] = [];
  let y = EDGE;
  for (const draw of [header, statuses, budget, activities]) {
    const part = draw(view, y);
    parts.push(part.svg);
    y = part.bottom;
  }
  const height = Math.ceil(y + EDGE / 2);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${CHART_WIDTH}" height="${height}" viewBox="0 0 ${CHART_WIDTH} ${height}" font-family="Sarabun"><rect width="100%" height="100%" fill="#FFFFFF"/>${parts.join('')}</svg>`;
}

function header({ language, month, office, asOf }: ChartView, top: number): Part {
  const { chart } = texts(language).reminders;
  const names = wrap(office, INNER, SIZE.body, 2, language);
  let svg = write(chart.title(month), EDGE, top + 46, SIZE.title, { bold: true });
  let y = top + 46;
  for (const line of names) svg += write(line, EDGE, (y += 50), SIZE.body);
  svg += write(chart.asOf(asOf), EDGE, (y += 46), SIZE.small, { fill: COLOUR.dim });
  return { svg, bottom: y + 34 };
}

function statuses({ language, figures }: ChartView, top: number): Part {
  const { reminders, words } = texts(language);
  const { chart } = reminders;
  const left = 392;
  const rows: { name: SignName; word: string; count: number }[] = [
    ...STATUSES.toSorted((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b)).map((status) => ({
      name: status,
      word: words.status[status],
      count: figures.counts[status],
    })),
    { name: 'overdue', word: chart.overdue, count: figures.overdue },
  ];
  let svg = heading(chart.byStatus, chart.activities(figures.total), top);
  const first = top + 92;
  rows.forEach(({ name, word, count }, index) => {
    const y = first + index * 84;
    const share = figures.total === 0 ? 0 : count / figures.total;
    svg += sign(name, left + 22, y + 12, 22);
    svg += write(word, left + 60, y + 20, SIZE.body);
    svg += write(String(count), CHART_WIDTH - EDGE, y + 20, SIZE.body, { bold: true, end: true });
    svg += bar(left + 60, y + 36, CHART_WIDTH - EDGE - left - 60, 14, share, SIGN_COLOURS[name]);
  });
  const middle = first + (rows.length * 84 - 30) / 2;
  const share = figures.total === 0 ? 0 : Math.round((figures.counts.completed / figures.total) * 100);
  svg += donut(
    EDGE + 150,
    middle,
    ORDER.map((status) => ({ name: status, count: figures.counts[status] })),
  );
  svg += write(`${share}%`, EDGE + 150, middle + 12, 60, { bold: true, middle: true });
  svg += write(chart.completedShare, EDGE + 150, middle + 54, SIZE.small, { middle: true });
  return { svg, bottom: first + rows.length * 84 + 20 };
}

/** As the legend lists them: what is done first. */
const ORDER: readonly Status[] = ['completed', 'in_progress', 'not_started', 'cancelled'];

function budget({ language, figures }: ChartView, top: number): Part {
  const { chart } = texts(language).reminders;
  const most = Math.max(figures.budget, figures.spent);
  if (most === 0) return { svg: heading(chart.budget, chart.noBudget, top), bottom: top + 84 };
  const over = figures.spent > figures.budget;
  const percent = figures.budget === 0 ? null : Math.round((figures.spent / figures.budget) * 100);
  const used = percent === null ? '' : ` (${percent > 999 ? '>999' : percent}%)`;
  const lines = [
    { word: chart.allotted, sum: figures.budget, note: '', fill: '#8FA3AD' },
    { word: chart.spent, sum: figures.spent, note: used, fill: over ? COLOUR.over : COLOUR.money },
  ];
  let svg = heading(chart.budget, over ? `! ${chart.overspent}` : '', top);
  lines.forEach(({ word, sum, note, fill }, index) => {
    const y = top + 116 + index * 96;
    svg += write(word, EDGE, y, SIZE.body);
    svg += write(`${baht(sum, language)}${note}`, CHART_WIDTH - EDGE, y, SIZE.body, {
      bold: true,
      end: true,
    });
    svg += bar(EDGE, y + 16, INNER, 26, sum / most, fill);
  });
  return { svg, bottom: top + 116 + 2 * 96 };
}

function activities({ language, rows }: ChartView, top: number): Part {
  const { chart } = texts(language).reminders;
  let svg = heading(chart.byActivity, '', top);
  let y = top + 116;
  for (const row of rows.slice(0, MOST_ROWS)) {
    for (const line of wrap(`${row.label} ${row.name}`, INNER, SIZE.body, 2, language)) {
      svg += write(line, EDGE, y, SIZE.body);
      y += 46;
    }
    svg += bar(EDGE, y - 22, INNER, 18, doneShare(row), SIGN_COLOURS.completed);
    const { counts, total, overdue, spent, budget: allotted } = row.figures;
    const done = chart.done(counts.completed, total);
    const sums =
      allotted === 0 && spent === 0 ? chart.noBudget : `${money(spent)} / ${baht(allotted, language)}`;
    if (overdue > 0) svg += sign('overdue', EDGE + 17, y + 25, 17);
    svg +=
      overdue > 0
        ? write(`${chart.overdue} ${overdue} · ${done}`, EDGE + 46, y + 36, SIZE.small)
        : write(done, EDGE, y + 36, SIZE.small, { fill: COLOUR.dim });
    svg += write(sums, CHART_WIDTH - EDGE, y + 36, SIZE.small, { end: true, fill: COLOUR.dim });
    y += 108;
  }
  if (rows.length > MOST_ROWS) {
    svg += write(chart.more(rows.length - MOST_ROWS), EDGE, y, SIZE.small, { fill: COLOUR.dim });
    y += 46;
  }
  return { svg, bottom: y - 30 };
}

function doneShare({ figures }: ChartRow): number {
  return figures.total === 0 ? 0 : figures.counts.completed / figures.total;
}

function heading(title: string, note: string, top: number): string {
  return (
    `<line x1="${EDGE}" y1="${top}" x2="${CHART_WIDTH - EDGE}" y2="${top}" stroke="${COLOUR.line}" stroke-width="3"/>` +
    write(title, EDGE, top + 54, SIZE.heading, { bold: true }) +
    (note && write(note, CHART_WIDTH - EDGE, top + 54, SIZE.body, { end: true }))
  );
}

function bar(x: number, y: number, width: number, height: number, share: number, fill: string): string {
  const rect = (wide: number, colour: string): string =>
    `<rect x="${x}" y="${y}" width="${wide}" height="${height}" rx="${height / 2}" fill="${colour}"/>`;
  const filled = Math.round(width * Math.min(1, Math.max(0, share)));
  return rect(width, COLOUR.line) + (filled > 0 ? rect(Math.max(filled, height), fill) : '');
}

interface Style {
  bold?: boolean;
  end?: boolean;
  middle?: boolean;
  fill?: string;
}

/** A line that would run over the edge is drawn smaller, so that even absurd sums stay in the picture. */
function write(text: string, x: number, y: number, size: number, style: Style = {}): string {
  const room = style.middle ? 240 : INNER;
  const fitted = Math.min(size, Math.floor((size * room) / Math.max(1, widthOf(text, size))));
  const anchor = style.end ? ' text-anchor="end"' : style.middle ? ' text-anchor="middle"' : '';
  return `<text x="${x}" y="${y}" font-size="${fitted}"${style.bold ? ' font-weight="700"' : ''}${anchor} fill="${style.fill ?? COLOUR.ink}">${svgText(text)}</text>`;
}

function wrap(
  text: string,
  width: number,
  size: number,
  most: number,
  language: ChartView['language'],
): string[] {
  return linesOf(text, { width, size, most, unbroken: texts(language).reports.unbroken });
}
