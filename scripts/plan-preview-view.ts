/** Shows how a plan's file was understood, as a table for people and as JSON: columns, unit, sums, all that was not used. */
import { bahtFromSatang } from '../src/domain/money.ts';
import { countPlan } from '../src/domain/plan.ts';
import type { ImportFinding } from '../src/plan-import/findings.ts';
import { columnsHolding, type MappedColumn, type Mapping } from '../src/plan-import/mapping.ts';
import { isReady, type UnderstoodPlan } from '../src/plan-import/understand.ts';
import type { Texts } from '../src/text/index.ts';

interface Speaks {
  words: Texts['admin'];
}

const SHOWN_FINDINGS = 40;
const HEADING = 34;
const USE = 30;

/** Whose plan it is and which, as the file says. */
export function headLines({ form }: UnderstoodPlan, { words: { planPreview } }: Speaks): string[] {
  return [planPreview.office(form.officeName), planPreview.title(form.title, form.fiscalYear)];
}

/** What a person checks before anything is stored: columns, sums, what asks for a look. */
export function readingLines(understood: UnderstoodPlan, { words }: Speaks): string[] {
  const say = words.planPreview;
  const { form, mappings, sums, total, layout } = understood;
  const lines: string[] = [];
  if (layout === 'document') for (const mapping of mappings) lines.push(...mappingLines(mapping, say));
  lines.push(say.activities(countPlan(form.activities).leaves));
  if (layout === 'document' || sums.length > 0)
    lines.push(
      `${say.sums}:`,
      `  ${say.readTotal(total)}`,
      ...sums.map(({ name, stated, read }) => `  ${say.sum(name, stated, read)}`),
    );
  for (const weight of ['money', 'ask', 'note'] as const) {
    const own = understood.findings.filter((one) => one.weight === weight);
    if (own.length === 0) continue;
    lines.push(`${say.group[weight]}:`);
    for (const one of own.slice(0, SHOWN_FINDINGS)) lines.push(`  ${findingLine(one, say)}`);
    if (own.length > SHOWN_FINDINGS) lines.push(`  ${say.more(own.length - SHOWN_FINDINGS)}`);
  }
  return lines;
}

function findingLine(one: ImportFinding, say: Texts['admin']['planPreview']): string {
  return `${one.at || say.wholeFile}: ${messageOf(one, say)}`;
}

function messageOf(one: ImportFinding, say: Texts['admin']['planPreview']): string {
  const hint = say.hint[one.kind]?.(one.value);
  return [say.sentence[one.kind](one.value, one.more, one.money), hint].filter(Boolean).join(' ');
}

function mappingLines(mapping: Mapping, say: Texts['admin']['planPreview']): string[] {
  const { grid, body } = mapping.table;
  const { column, heading, use, samples } = say.heads;
  const unit = columnsHolding(mapping, 'budget')[0];
  return [
    say.table(grid.name, body.length),
    `  ${fit(column, 8)}${fit(heading, HEADING)}${fit(use, USE)}${samples}`,
    ...mapping.columns.map(
      (one) =>
        `  ${fit(one.letter, 8)}${fit(one.heading || say.noHeading, HEADING)}${fit(useText(one, say), USE)}${one.samples.join(' · ')}`,
    ),
    ...(unit ? [`  ${say.unit(unit.power)}`] : []),
  ];
}

function useText({ use }: MappedColumn, say: Texts['admin']['planPreview']): string {
  if ('unused' in use) return say.notUsed(say.unused[use.unused]);
  return 'field' in use ? say.field[use.field] : say.month(use.months);
}

/** Cut or filled to a width on screen: marks above and below letters take no room. */
function fit(text: string, width: number): string {
  let room = width - 1;
  let shown = '';
  for (const { segment } of SEGMENTS.segment(text.replace(/\s+/g, ' '))) {
    if (room <= 0) break;
    shown += segment;
    room -= 1;
  }
  return `${shown}${' '.repeat(room + 1)}`;
}
const SEGMENTS = new Intl.Segmenter('th', { granularity: 'grapheme' });

/** The same for a page: columns with their uses and samples, findings with their sentences, sums in baht. */
export function understoodJson(understood: UnderstoodPlan, words: Texts['admin']): Record<string, unknown> {
  const { layout, mappings, findings, sums, total, form } = understood;
  const say = words.planPreview;
  const baht = (satang: number | null): number | null => (satang === null ? null : bahtFromSatang(satang));
  return {
    layout,
    ready: isReady(understood),
    head: { office: form.officeName, title: form.title, fiscalYear: form.fiscalYear },
    tables: mappings.map(({ table, columns }) => ({
      name: table.grid.name,
      rows: table.body.length,
      columns: columns.map(({ letter, heading, use, power, by, filled, samples, sum }) => ({
        column: letter,
        heading,
        ...use,
        power,
        by,
        filled,
        samples,
        sumBaht: baht(sum),
      })),
    })),
    totalBaht: baht(total),
    sums: sums.map(({ at, name, stated, read, difference }) => ({
      at,
      name,
      statedBaht: baht(stated),
      readBaht: baht(read),
      differenceBaht: baht(difference),
    })),
    findings: findings.map((one) => ({
      at: one.at,
      kind: one.kind,
      weight: one.weight,
      value: one.value,
      moneyBaht: baht(one.money),
      message: messageOf(one, say),
    })),
    rows: form.activities.map(
      ({ code, label, name, parent, budget, months, ownerGroup, indicator, target, unit }) => ({
        code,
        label,
        name,
        parent,
        budgetBaht: baht(budget),
        months,
        ownerGroup,
        indicator,
        target,
        unit,
      }),
    ),
  };
}
