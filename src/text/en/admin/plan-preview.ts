/** English sentences: how a plan's file was understood, what of it was not used, and whether its sums come out. */
import type { FindingKind } from '../../../plan-import/findings.ts';
import type { PlanField, Unused } from '../../../plan-import/mapping.ts';
import { money as amount } from '../../format.ts';
import type { planPreview as thai } from '../../th/admin/plan-preview.ts';

type Sentence = (value: string, more: string, money: number | null) => string;

const quoted = (value: string): string => `“${value}”`;
const baht = (satang: number | string | null): string => `${amount(Number(satang ?? 0))} baht`;
const apart = (difference: number | null): string =>
  `${baht(Math.abs(difference ?? 0))} ${(difference ?? 0) > 0 ? 'too much' : 'too little'} was read`;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const field: Record<PlanField, string> = {
  label: 'number',
  code: 'code',
  parent: 'parent',
  group: 'group',
  name: 'activity',
  indicator: 'indicator',
  unit: 'unit',
  target: 'target',
  budget: 'budget',
  fund: 'source of money',
  owner: 'owner',
  months: 'months',
  start: 'first day',
  end: 'last day',
};

const unused: Record<Unused, string> = {
  unknown: 'heading not known',
  aside: 'no part of a plan',
  part: 'part of the sum',
  'other-year': 'another year',
  spread: 'money over time',
  'other-money': 'not the planned budget',
  double: 'same as another column',
  said: 'not to be used, as you said',
};

const sentence: Record<FindingKind, Sentence> = {
  'column-unused': (value, more) =>
    more === 'line'
      ? `the line ${quoted(value)} is not used`
      : `column ${quoted(value)} is not used (it holds ${more})`,
  'column-unknown': (value, more) =>
    `column ${quoted(value)} is not used: its heading is not known (it holds ${more})`,
  'column-part': (value, _more, money) =>
    `column ${quoted(value)}, ${baht(money)}, is part of the whole budget`,
  'column-year': (value, _more, money) =>
    `column ${quoted(value)}, ${baht(money)}, is of another year and not used`,
  'column-spread': (value, more) =>
    `column ${quoted(value)} holds figures over time, no marks, and is not used (it holds ${more})`,
  'column-other-money': (value, _more, money) =>
    `column ${quoted(value)}, ${baht(money)}, is not the planned budget and not used`,
  'column-double': (value, more) => `column ${quoted(value)} repeats one that is used (it holds ${more})`,
  'column-money': (value, more, money) =>
    `column ${quoted(value)} holds numbers that may be ${baht(money)} (as ${more}) and is not used`,
  'name-guessed': (value, more) =>
    `no heading says activity: column ${quoted(value)} was taken for it (as ${more})`,
  'money-guessed': (value, more, money) =>
    `no heading says budget: column ${quoted(value)} may be it, ${baht(money)} (as ${more})`,
  'money-added-columns': (value, _more, money) =>
    `there is no sum: ${quoted(value)} were added up to ${baht(money)}`,
  'no-money-column': () => 'there is no column of budgets: no activity has one',
  'no-month-column': () => 'there is no column of months: activities are due on the plan’s last day',
  'no-owner-column': () => 'there is no column of owners',
  'no-column': (value) => `there is no column for: ${field[value as PlanField] ?? value}`,
  'month-missing': (value) =>
    `no column for ${value
      .split(',')
      .map((month) => MONTHS[Number(month) - 1])
      .join(' ')}`,
  'unit-unsure': (value, more, money) =>
    more === 'none'
      ? `column ${quoted(value)} holds small numbers only, ${baht(money)} in all, and names no unit`
      : `column ${quoted(value)} comes to ${baht(money)} in the unit it names, which is very much`,
  'sheet-hidden': (value) => `this sheet is hidden and not used (it holds ${value})`,
  'sheet-unused': (value) => `this sheet has no table of a plan (it holds ${value})`,
  'table-unused': (value) => `this part is not used: it has no headings of a plan (it holds ${value})`,
  'table-money': (value, _more, money) =>
    `this table is not used, yet holds ${baht(money)} (${value}); is it part of the plan?`,
  'table-same': () => 'the same as what was read from another table; not used again',
  'table-continued': () => 'has no headings and goes on with the table before it',
  'table-report': (value) => `a report of results, not used (it holds ${value})`,
  'row-unused': (value) => `this row is not used: ${value}`,
  'row-money': (value) => `this row has money but names no activity, and is not used: ${value}`,
  'row-joined': (value, more) => `joined ${quoted(value)} to the activity before (${more})`,
  'row-hidden': (value) => `this row is hidden, but is brought in: ${value}`,
  'row-details': (value, more, money) =>
    `${quoted(value)} are the spending of ${quoted(more)}, ${baht(money)}, and no activities`,
  split: (value) => `took activities in one cell apart: ${value}`,
  'money-unread': (value) => `the sum ${quoted(value)} cannot be read and is left empty`,
  'money-negative': (value) => `the sum ${quoted(value)} is below nothing or too large and is left empty`,
  'money-short': (value) =>
    `the sums ${quoted(value)} are not as many as the activities in the cell; none has one yet`,
  'money-added': (value, _more, money) =>
    `added ${baht(money)} of another row or line to the budget of ${quoted(value)}`,
  'money-shared': (value, more) => `the sum ${quoted(value)} belongs to several activities (${more})`,
  'money-rounded': (value) => `the sum ${quoted(value)} was rounded to satang`,
  'target-unread': (value, more) =>
    `the target ${quoted(value)} of ${quoted(more)} is no number and is left empty`,
  'indicator-unsplit': (value) =>
    `the indicator could not be shared out and stands at the first activity: ${quoted(value)}`,
  'months-unread': (value) => `the months ${quoted(value)} cannot be read and are left empty`,
  'months-outside': (value, more) =>
    `the month ${quoted(value)} lies outside fiscal year ${more} and is not used`,
  'months-drawn': () => 'an arrow is drawn here; its months cannot be read, please type marks instead',
  'months-shared': (value) => `the same months for all activities in the cell: ${value}`,
  'mark-unread': (value) => `the mark ${quoted(value)} under a month is not understood`,
  'mark-taken': (value) => `${quoted(value)} under a month was taken for a mark`,
  'value-double': (value, more) => `${quoted(value)} is more than ${quoted(more)} can hold, and is not used`,
  'total-differs': (value, more, money) =>
    `${value}: ${baht(more.split('|')[0]!)} in the file, ${baht(more.split('|')[1]!)} in its activities; ${apart(money)}`,
  'branch-differs': (value, more, money) =>
    `${value}: ${baht(more.split('|')[0]!)} in the file, ${baht(more.split('|')[1]!)} in its parts; ${apart(money)}`,
  'document-total-differs': (value, more, money) =>
    `the text says ${quoted(value)}, all activities come to ${baht(more.split('|')[1]!)}; ${apart(money)}`,
  'parts-differ': (value, more, money) =>
    `the parts come to ${baht(value)}, the budget says ${baht(more)}: ${baht(Math.abs(money ?? 0))} apart`,
  'spread-differs': (value, more, money) =>
    `the figures over time come to ${baht(value)}, the budget says ${baht(more)}: ${baht(Math.abs(money ?? 0))} apart`,
  numbered: () => 'the plan prints no numbers; rows were numbered 1. 2. 3.',
  'label-was-day': (value, more) =>
    `the spreadsheet turned the number into a day (${value}); it was read as ${quoted(more)}. If that is wrong, format the cell as text and type the number again.`,
  'label-lost-nought': (value, more) =>
    `the spreadsheet dropped the last nought of the number (${value}); it was read as ${quoted(more)}, as the one above says`,
  'label-double': (value, more) =>
    `the number or code ${quoted(value)} stands at ${more} as well; codes were made anew`,
  'no-year': () => 'no fiscal year was found, so months cannot be read',
  'deleted-row': (value) => `a row deleted with tracked changes is not used: ${value}`,
  'hidden-text': (value) => `hidden text is not used: ${quoted(value)}`,
  'text-box': (value) => `text in a text box is not used: ${quoted(value)}`,
  'far-columns': (value) => `what lies far to the right was not read: ${quoted(value)}`,
};

const UNITS = new Map([
  [0, 'baht'],
  [3, 'thousands of baht'],
  [6, 'millions of baht'],
]);

const hint: (typeof thai)['hint'] = {
  'column-unknown': (value) => `to use it: --map "${value}=FIELD"`,
  'column-money': (value) => `say --map "${value}=budget" or --map "${value}=unused"`,
  'money-guessed': (value) => `say --map "${value}=budget"`,
  'unit-unsure': () => 'say --unit baht, thousandbaht or millionbaht',
  'no-year': () => 'say --set "fiscalyear=2570"',
};

const HEAD_EXAMPLES = { office: 'office=…', title: 'title=…', fiscalYear: 'fiscalyear=2570' };

export const planPreview: typeof thai = {
  hint,
  field,
  unused,
  sentence,
  wholeFile: 'the whole file',
  month: (months) => months.map((month) => MONTHS[month - 1]).join(' '),
  heads: { column: 'column', heading: 'heading', use: 'taken for', samples: 'samples' },
  table: (name, rows) => `table ${quoted(name)}, ${rows} ${rows === 1 ? 'row' : 'rows'}`,
  notUsed: (why) => `– not used (${why})`,
  noHeading: '(no heading)',
  unit: (power) =>
    `unit of money: ${UNITS.get(power ?? 0) ?? `10^${power} baht`}${power === null ? ' (the file does not say)' : ''}`,
  office: (name) => `office: ${name || 'not found in the file'}`,
  title: (title, year) => `plan: ${title || 'no title found'} (fiscal year ${year ?? 'not found'})`,
  activities: (count) => (count === 1 ? '1 activity was read' : `${count} activities were read`),
  sums: 'Sums',
  readTotal: (satang) => `read in all ${baht(satang)}`,
  sum: (name, stated, read) =>
    `${name}: ${baht(stated)} in the file, ${baht(read)} read ${stated === read ? '✓ equal' : `✗ ${apart(read - stated)}`}`,
  group: { money: 'Money that is not explained', ask: 'Please check', note: 'To know' },
  more: (count) => `… and ${count} more`,
  ready: 'all was read; ready to import',
  notReady:
    'not ready to import: money is not explained; mend the file, say --map or --unit, or accept it as it is with --accept',
  stillBad: (count) => `${count} places to mend before it can be imported`,
  askRead: 'Store the plan as it was read above?',
  askMoney: 'Money is not explained, as listed above. Store the plan all the same?',
  needsAccept: 'money is not explained, so nothing was stored; add --accept if it is right as it is',
  needsRead: 'this file is not the form, or there is something to check: run it in a terminal, or add --yes',
  savedUsed: 'columns were taken as this office said before (--forget to do without)',
  badMap: (text) =>
    `--map ${quoted(text)} must be "heading=field"; fields: ${Object.keys(field).join(', ')}, unused`,
  badSet: (text) => `--set ${quoted(text)} must be "office=…", "title=…" or "fiscalyear=…"`,
  sayHead: (lacking) =>
    `what the file lacks can be said: ${lacking.map((one) => `--set "${HEAD_EXAMPLES[one]}"`).join(' ')}`,
  badUnit: (text) => `unit ${quoted(text)} is not known; use baht, thousandbaht or millionbaht`,
  mapUnknown: (heading, columns) =>
    columns === ''
      ? 'this file has no columns to name; leave --map out'
      : `--map: there is no column ${quoted(heading)} in the plan’s table; columns: ${columns}`,
};
