/** Third stage: which column holds what, by its headings and by its cells; a person's word overrules both. understand.ts calls it. */
import { chooseMoney } from './choose-money.ts';
import { mayBeMoney, type Profile, profileOf } from './column-profile.ts';
import { senseOf, unitLine, unitOf } from './heading-sense.ts';
import {
  type Mapping,
  type MappedColumn,
  type Override,
  PLAN_FIELDS,
  type PlanField,
  type Use,
} from './mapping.ts';
import { pathSenses, type Table } from './find-tables.ts';
import { columnsMeant } from './override.ts';
import { columnName } from './source.ts';

export interface MapContext {
  /** B.E.; null when not known. */
  fiscalYear: number | null;
  /** Power of ten of the unit that a line above the table names; null: none. */
  caption: number | null;
  overrides: readonly Override[];
}

/** A column while its use is being decided. */
export interface ColumnCandidate {
  mapped: MappedColumn;
  path: string[];
  profile: Profile;
  /** Money, as far as the headings say so. */
  money: 'plain' | 'part' | 'total' | 'other' | null;
  year: number | null;
}

/** Fields of which only one column counts, the first. */
const SINGLE: readonly PlanField[] = [
  'label',
  'code',
  'parent',
  'indicator',
  'unit',
  'target',
  'owner',
  'months',
  'start',
  'end',
  'fund',
];

export function mapColumns(table: Table, given: MapContext): Mapping {
  // A unit anywhere among the headings holds for money that names none.
  const named = [...table.paths.values()].flatMap((path) => path.map(unitLine));
  const context = { ...given, caption: named.find((power) => power !== null) ?? given.caption };
  const columns = [...table.paths.keys()];
  for (const row of table.body)
    for (const column of Object.keys(table.grid.rows[row] ?? {}))
      if (!table.paths.has(Number(column))) columns.push(Number(column));
  const candidates = [...new Set(columns)]
    .sort((a, b) => a - b)
    .map((column) => candidateOf(table, column, context.caption))
    // What has neither heading nor content is not there.
    .filter(({ path, profile }) => path.length > 0 || profile.filled > 0);
  for (const { heading, field } of context.overrides) applyOverride(table, candidates, heading, field);
  chooseNames(candidates);
  chooseSingles(candidates);
  chooseMoney(table, candidates, context);
  return { table, columns: candidates.map(({ mapped }) => mapped) };
}

function candidateOf(table: Table, column: number, caption: number | null): ColumnCandidate {
  const path = table.paths.get(column) ?? [];
  const profile = profileOf(table, column);
  const read = useOf(path);
  const unit = path.map(unitOf).findLast((power) => power !== null) ?? null;
  return {
    path,
    profile,
    money: read.money,
    year: read.year,
    mapped: {
      column,
      letter: columnName(column),
      heading: path.join(' › '),
      use: read.use,
      power: unit ?? caption,
      by: 'words',
      filled: profile.filled,
      samples: profile.samples,
      sum: null,
    },
  };
}

interface Read {
  use: Use;
  money: ColumnCandidate['money'];
  year: number | null;
}

/** What the headings over a column say together: the lowest that says anything, in the light of those above it. */
function useOf(path: readonly string[]): Read {
  const senses = pathSenses(path);
  const money = senses.findLast((sense) => sense.money !== null)?.money ?? null;
  const year = senses.findLast((sense) => sense.year !== null)?.year ?? null;
  const time = senses.findLast((sense) => sense.months !== null);
  const lowest = senses.at(-1);
  const plain = (use: Use): Read => ({ use, money: null, year });
  if (lowest?.under === 'result' || (time && lowest?.field === 'result'))
    return plain({ unused: 'aside', field: 'result' });
  if (time?.months) {
    const when = { months: time.months, year: time.monthYear };
    if (senses.some(({ under }) => under === 'total')) return plain({ unused: 'spread', ...when });
    return money ? plain({ unused: 'spread', ...when }) : plain(when);
  }
  if (money === 'spread') return plain({ unused: 'spread' });
  const said = senses.findLast(
    (sense) => sense.field !== null || sense.money !== null || sense.year !== null,
  );
  const unknownBelow = lowest !== undefined && lowest.strength === 0 && senses.length > 1;
  const field = said?.field ?? null;
  if (said && money && (field === null || field === 'target' || field === 'unit' || field === 'months')) {
    const role = unknownBelow && money !== 'other' ? 'part' : lowest?.under === 'total' ? 'total' : money;
    return { use: { unused: 'double' }, money: role, year };
  }
  if (said?.year && field === null) return { use: { unused: 'other-year' }, money: 'plain', year };
  if (field === null) return plain({ unused: 'unknown' });
  if ((PLAN_FIELDS as readonly string[]).includes(field)) return plain({ field: field as PlanField });
  return plain({ unused: 'aside', field });
}

function applyOverride(
  table: Table,
  candidates: ColumnCandidate[],
  heading: string,
  field: PlanField | null,
): void {
  const columns = candidates.map((candidate) => ({
    candidate,
    letter: candidate.mapped.letter,
    path: candidate.path,
  }));
  const meant = columnsMeant(heading, table.grid.name, columns).map(({ candidate }) => candidate);
  // Said of one field: what was taken for it so far no longer is.
  if (meant.length > 0 && field !== null)
    for (const { mapped } of candidates)
      if ('field' in mapped.use && mapped.use.field === field) mapped.use = { unused: 'double' };
  for (const candidate of meant) {
    const time = senseOf(candidate.path.at(-1) ?? '').months;
    candidate.money = null;
    candidate.mapped.by = 'person';
    candidate.mapped.use =
      field === null
        ? { unused: 'said' }
        : field === 'months' && time
          ? { months: time, year: null }
          : { field };
  }
}

/** The column furthest right that names things holds the activities; those to its left hold what they belong to. */
function chooseNames(candidates: readonly ColumnCandidate[]): void {
  const is = (field: PlanField) => (candidate: ColumnCandidate) =>
    'field' in candidate.mapped.use &&
    candidate.mapped.use.field === field &&
    !('unused' in candidate.mapped.use);
  const named = candidates.filter(is('name'));
  const holding = named.filter(({ profile, mapped }) => mapped.by === 'person' || profile.words > 0);
  let name = holding.findLast(({ mapped }) => mapped.by === 'person') ?? holding.at(-1) ?? named.at(-1);
  if (!name) {
    // No heading says so: the longest words that are not known to be something else.
    const free = candidates.filter(
      ({ mapped, profile }) =>
        ('unused' in mapped.use
          ? mapped.use.unused === 'unknown'
          : is('group')({ mapped, profile } as ColumnCandidate)) && profile.words > 0,
    );
    name = free.toSorted((a, b) => b.profile.length - a.profile.length)[0];
    if (!name) return;
    Object.assign(name.mapped, { use: { field: 'name' }, by: 'cells' });
  }
  const at = name.mapped.column;
  for (const other of candidates) {
    if (other === name) continue;
    if (is('name')(other))
      other.mapped.use =
        other.mapped.column < at && other.profile.words > 0
          ? { field: 'group' }
          : { unused: 'double', field: 'name' };
    if (is('group')(other) && (other.mapped.column > at || other.profile.words === 0))
      other.mapped.use = { unused: 'aside', field: 'alignment' };
  }
}

function chooseSingles(candidates: readonly ColumnCandidate[]): void {
  const of = (field: PlanField): ColumnCandidate[] =>
    candidates.filter(
      ({ mapped }) => 'field' in mapped.use && mapped.use.field === field && !('unused' in mapped.use),
    );
  const label = of('label')[0];
  const code = of('code')[0];
  // An office that prints codes cites by them.
  if (
    code &&
    (!label ||
      (/[a-z\u0e01-\u0e2e]|\d{4}/i.test(code.profile.samples.join(' ')) &&
        code.profile.filled * 2 >= label.profile.filled))
  ) {
    code.mapped.use = { field: 'label' };
    if (label) label.mapped.use = { unused: 'double', field: 'label' };
  }
  for (const field of SINGLE) {
    const all = of(field);
    const best =
      all.find(({ mapped }) => mapped.by === 'person') ??
      (field === 'target' ? all.find(({ profile }) => profile.numbers > 0) : undefined) ??
      all.find(({ profile }) => profile.filled > 0) ??
      all[0];
    for (const other of all) if (other !== best) other.mapped.use = { unused: 'double', field };
  }
  for (const candidate of candidates) {
    const { mapped, profile } = candidate;
    if ('months' in mapped.use && !('unused' in mapped.use) && mayBeFigures(profile))
      mapped.use = { unused: 'spread', months: mapped.use.months, year: mapped.use.year };
  }
}

/** Under a month stand marks; figures there are money or targets by month. */
function mayBeFigures(profile: Profile): boolean {
  return (
    profile.numbers > 0 && profile.numbers >= profile.marks && (mayBeMoney(profile) || profile.median > 1)
  );
}
