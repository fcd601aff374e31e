/** What the API answers, as zod has it: answers go out through these, and the document is made from them. */
import { z } from 'zod';
import { STATUSES } from '../../domain/activity.ts';

const moment = z.iso.datetime();
const day = z.iso.date();
const half = z
  .union([z.literal(1), z.literal(2)])
  .describe('Half of the fiscal year: October to March, April to September');
const months = z.union([z.literal(6), z.literal(12)]).describe('Months from October that its report covers');
const money = z.number().nullable().describe('Baht');
const status = z.enum(STATUSES);
const actual = z
  .object({ value: z.number(), unit: z.string() })
  .nullable()
  .describe('Reached so far against the indicator');
const percent = z.number().min(0).max(100).nullable();
const plan = z.object({
  id: z.string(),
  fiscalYear: z.int().describe('Buddhist era: 2564 ends in September 2021'),
});
const words = z.string().nullable().describe('"" says that there is none, null that nothing was said');

export const officeShape = z.object({
  id: z.string(),
  name: z.string(),
  parentAgencies: z.array(z.string()),
  plans: z.array(
    plan.extend({
      title: z.string(),
      period: z.object({ start: day, end: day }),
      current: z.boolean().describe('The plan in force'),
    }),
  ),
});

const standing = z.object({
  status,
  percent,
  actual,
  spent: money,
  date: day.nullable().describe('Day the work was done, is planned for or was put off to'),
  seq: z.int().describe('Of its newest report; 0 before the first'),
  rev: z
    .int()
    .describe('Grows with every change: where it did, reports were added, taken back or cleaned of words'),
});

const activity = z.object({
  code: z.string().describe('Unique in its plan: 1.2.1'),
  label: z.string().describe('As the plan prints it'),
  parent: z.string().nullable(),
  leaf: z.boolean().describe('Reports are made on leaves alone'),
  name: z.string(),
  indicator: z.string().nullable(),
  unit: z.string().nullable(),
  target: z.number().nullable(),
  budget: money,
  months: z.array(z.string()).describe('Planned months: 2021-04'),
  owner: z.string().nullable(),
  standing: standing.nullable().describe('null for what is no leaf'),
});

const update = z.object({
  id: z.string(),
  activity: z.string(),
  seq: z.int().describe('1, 2, 3 … within the activity'),
  at: moment,
  through: z.enum(['chat', 'form', 'web', 'import']),
  corrects: z.string().nullable().describe('Id of the report this one says otherwise'),
  said: z.object({
    status: status.nullable(),
    percent,
    actual,
    spent: money,
    date: day.nullable(),
    result: words,
    obstacle: words,
    suggestion: words,
    remark: words,
  }),
  evidence: z.int().describe('How many photos and files came with it'),
  by: z.object({
    position: z.string(),
    name: z.string().optional().describe('Where the office lets names go out'),
  }),
  takenBackAt: moment.nullable().describe('It does not count any more'),
  textsRemoved: z.boolean().describe('Its words were taken back by who wrote them'),
});

const period = z.object({
  half,
  months,
  version: z.int(),
  closedAt: moment,
  hash: z.string().describe('SHA-256 of the frozen report'),
  by: z.object({ name: z.string() }).optional().describe('Where the office lets names go out'),
});

const publication = z.object({
  plan: z.string(),
  fiscalYear: z.int(),
  half,
  months,
  version: z.int(),
  publishedAt: moment,
  path: z.string().describe('Of its page, under the address of the API'),
});

const next = z.string().nullable().describe('Cursor of the next page; null on the last one');
const page = <Item extends z.ZodType>(item: Item) => z.object({ items: z.array(item), next });

export const activitiesShape = page(activity).extend({ plan });
export const updatesShape = page(update).extend({ plan });
export const periodsShape = page(period).extend({ plan });
export const publicationsShape = page(publication);

/** After RFC 9457. */
export const problemShape = z.object({
  type: z.literal('about:blank'),
  title: z.string(),
  status: z.int(),
  code: z.string().describe('For programs: the same whatever the language'),
  detail: z.string(),
});

export const parameters = {
  limit: z.coerce.number().int().min(1).max(200).default(100).describe('Items a page'),
  cursor: z.string().max(300).optional().describe('`next` of the page before, as it was given'),
  plan: z.string().max(64).optional().describe('Id of a plan of the office; the one in force when left out'),
  activity: z.string().max(64).optional().describe('Code: reports of that activity alone'),
};
export type Parameter = keyof typeof parameters;
