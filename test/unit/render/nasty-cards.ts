/** Any reply with any text in it: what people, plans and groups may be called, and worse; for the property tests of render. */
import fc from 'fast-check';
import type { Action, ActivityRef, ActivityRow, Card, Message, Tap } from '../../../src/bot/types.ts';
import { FIELD_NAMES, type Fields, STATUSES } from '../../../src/domain/activity.ts';
import { LACKS } from '../../../src/domain/period.ts';
import { REASONS } from '../../../src/domain/reminder-rules.ts';
import { MAX_SATANG } from '../../../src/domain/money.ts';

const worst = [
  '',
  ' ',
  '\n\n\n',
  'ที่นี่ น้ำขึ้น ปิ่น '.repeat(300),
  'ก'.repeat(5000),
  'ก้'.repeat(2500),
  `ก${'\u0e49'.repeat(4999)}`,
  '👨‍👩‍👧‍👦'.repeat(450),
  '"\\'.repeat(2500),
  '\u202eright to left\u2066',
  '\u0000\u0007\u001b[31m\u0085',
  'half \ud83d and \udc4d half',
  '\u200b\ufeff',
  'line\r\nline\u2028line\ttab',
  '<b>&amp;</b> {key} {{x}}',
];

export const text: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...worst) },
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
);

const orNull = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(arbitrary, { nil: null });
const day = fc.oneof(
  fc
    .date({ min: new Date('1950-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10)),
  text,
);
const at = fc.date({ min: new Date('1970-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
const sum = fc.integer({ min: 0, max: MAX_SATANG });
const status = fc.constantFrom(...STATUSES);
const amount = fc.double({ min: 0, max: 1e12, noNaN: true });
const percent = fc.double({ min: 0, max: 100, noNaN: true });
const count = fc.nat(200);
const draft = { draft: text, rev: fc.nat() };

const fields: fc.Arbitrary<Fields> = fc.record({
  status: orNull(status),
  percent: orNull(percent),
  actual: orNull(fc.record({ value: amount, unit: text })),
  spent: orNull(sum),
  result: orNull(text),
  obstacle: orNull(text),
  suggestion: orNull(text),
  remark: orNull(text),
  date: orNull(day),
});

const ref: fc.Arbitrary<ActivityRef> = fc.record({ code: text, label: text, name: text });
const row: fc.Arbitrary<ActivityRow> = fc.record({
  code: text,
  label: text,
  name: text,
  status,
  percent: orNull(percent),
  due: day,
  overdue: fc.boolean(),
  spent: orNull(sum),
  budget: orNull(sum),
});
const measure = {
  indicator: orNull(text),
  unit: orNull(text),
  target: orNull(amount),
};
const rows = (maxLength: number): fc.Arbitrary<ActivityRow[]> => fc.array(row, { maxLength });
const counts = fc.record({ not_started: count, in_progress: count, completed: count, cancelled: count });

const tap: fc.Arbitrary<Tap> = fc.oneof(
  fc.record({ do: fc.constantFrom('save', 'cancel', 'back', 'skip'), ...draft }),
  fc.record({ do: fc.constant('edit'), ...draft, field: fc.constantFrom(...FIELD_NAMES, 'evidence') }),
  fc.record({ do: fc.constant('answer'), ...draft, value: text }),
  fc.record({ do: fc.constant('undo'), update: text, sure: fc.boolean() }),
  fc.record({ do: fc.constant('report'), code: text, status }),
  fc.record({ do: fc.constant('say'), text }),
) as fc.Arbitrary<Tap>;

const oddSigns = '0 a F g " < > [ ] { } | \\ ^ ` # ? / . : @'.split(' ');

/** Addresses good and bad, rich in what a parser of addresses lets pass and LINE does not. */
export const address: fc.Arbitrary<string> = fc.oneof(
  text,
  fc.webUrl({ withQueryParameters: true }),
  fc
    .tuple(
      fc.constantFrom('https://example.go.th/', 'https://', 'http://', 'line://', 'line:', 'tel:', 'HTTPS:'),
      fc.oneof(
        text,
        fc.string({ unit: fc.constantFrom('%', '%', '%', ...oddSigns, ' ', 'ก'), maxLength: 12 }),
      ),
    )
    .map((parts) => parts.join('')),
);

export const action: fc.Arbitrary<Action> = fc.oneof(
  fc.record(
    { type: fc.constant('tap'), label: text, tap, say: text, fillIn: text },
    { requiredKeys: ['type', 'label', 'tap'] },
  ),
  fc.record({ type: fc.constant('say'), label: text, text }),
  fc.record({
    type: fc.constant('link'),
    label: text,
    url: address,
  }),
  fc.record({ type: fc.constant('date'), label: text, tap, initial: day, min: day, max: day }),
  fc.record({ type: fc.constantFrom('camera', 'album'), label: text }),
) as fc.Arbitrary<Action>;

const month = fc.constantFrom('2021-02', '2020-10');
const figures = fc.record({
  counts,
  total: count,
  overdue: count,
  unreported: count,
  budget: sum,
  spent: sum,
});

const kinds: { readonly [K in Card['kind']]: fc.Arbitrary<Extract<Card, { kind: K }>> } = {
  draft: fc.record({
    kind: fc.constant('draft'),
    ...draft,
    activity: fc.record({ code: text, label: text, name: text, ...measure, budget: orNull(sum) }),
    fields,
    before: orNull(fields),
    evidence: count,
    because: fc.record(
      {
        status: text,
        percent: text,
        actual: text,
        spent: text,
        result: text,
        obstacle: text,
        suggestion: text,
        date: text,
      },
      { requiredKeys: [] },
    ),
    correction: fc.boolean(),
    overBudget: fc.boolean(),
  }),
  drafts: fc.record({
    kind: fc.constant('drafts'),
    ...draft,
    items: fc.array(fc.record({ activity: ref, fields }), { maxLength: 12 }),
  }),
  question: fc.record({
    kind: fc.constant('question'),
    ask: fc.constantFrom(...FIELD_NAMES, 'activity', 'evidence', 'branch'),
    activity: orNull(ref),
    step: orNull(fc.record({ at: count, of: count })),
    hint: orNull(fc.record({ ...measure, budget: orNull(sum) })),
    options: fc.array(action, { maxLength: 30 }),
    controls: fc.array(action, { maxLength: 4 }),
  }),
  receipt: fc.record({
    kind: fc.constant('receipt'),
    update: text,
    activity: ref,
    fields,
    at,
    late: fc.boolean(),
    evidence: count,
    next: orNull(row),
  }),
  receipts: fc.record({
    kind: fc.constant('receipts'),
    draft: text,
    items: fc.array(fc.record({ update: text, activity: ref, fields }), { maxLength: 12 }),
    at,
    late: fc.boolean(),
  }),
  work: fc.record({
    kind: fc.constant('work'),
    total: count,
    rows: rows(30),
    page: count,
    pages: count,
    own: fc.boolean(),
    title: text,
    command: text,
    ask: orNull(fc.record({ typed: text, messages: count })),
  }),
  history: fc.record({
    kind: fc.constant('history'),
    total: count,
    activity: ref,
    entries: fc.array(
      fc.record({
        update: text,
        at,
        by: text,
        said: fields,
        voided: fc.boolean(),
        withdrawn: fc.boolean(),
        late: fc.boolean(),
        mayUndo: fc.boolean(),
        before: fields,
        voidedBy: orNull(text),
      }),
      { maxLength: 12 },
    ),
    page: count,
    pages: count,
  }),
  evidence: fc.record({
    kind: fc.constant('evidence'),
    total: count,
    activity: ref,
    items: fc.array(
      fc.record({
        fileName: orNull(text),
        picture: fc.boolean(),
        bytes: orNull(fc.nat()),
        by: orNull(text),
        at,
        state: fc.constantFrom('pending', 'stored'),
        again: orNull(fc.record({ at: orNull(at), label: orNull(text) })),
        url: orNull(address),
      }),
      { maxLength: 12 },
    ),
    days: count,
    page: count,
    pages: count,
  }),
  'office-summary': fc.record({
    kind: fc.constant('office-summary'),
    office: text,
    planTitle: text,
    asOf: at,
    counts,
    total: count,
    overdue: count,
    unreported: count,
    budget: sum,
    spent: sum,
    rows: rows(8),
  }),
  'official-report': fc.record({
    kind: fc.constant('official-report'),
    half: fc.constantFrom(1, 2),
    fiscalYear: count,
    office: text,
    planTitle: text,
    closing: orNull(fc.record({ version: count, at, by: text })),
    asOf: at,
    notBegun: fc.boolean(),
    counts,
    total: count,
    unreported: count,
    late: count,
    budget: sum,
    spent: orNull(sum),
    news: count,
    files: fc
      .subarray(['docx', 'xlsx', 'pdf'] as const)
      .chain((formats) =>
        text.map((token) => formats.map((format) => ({ format, url: `https://a.example/files/${token}` }))),
      ),
    unmade: fc.subarray(['docx', 'xlsx', 'pdf'] as const),
    expiresAt: at,
  }),
  'activity-status': fc.record({
    kind: fc.constant('activity-status'),
    activity: fc
      .tuple(row, fc.record({ ...measure, ownerGroup: orNull(text) }))
      .map(([base, more]) => ({ ...base, ...more })),
    fields,
    reportedBy: orNull(text),
    reportedAt: orNull(at),
    evidence: count,
    mayReport: fc.boolean(),
    maySeeHistory: fc.boolean(),
    manage: orNull(fc.record({ owners: fc.array(text, { maxLength: 6 }), messages: count })),
  }),
  'branch-status': fc.record({
    kind: fc.constant('branch-status'),
    label: orNull(text),
    name: text,
    command: text,
    counts,
    budget: sum,
    spent: sum,
    rows: rows(30),
  }),
  reminder: fc.record({
    kind: fc.constant('reminder'),
    rows: fc.array(
      fc.record({
        code: text,
        label: text,
        name: text,
        reason: fc.constantFrom(...REASONS),
        dueDay: day,
        daysLate: count,
        workingDaysLeft: count,
        remindedBefore: count,
        owners: fc.array(text, { maxLength: 4 }),
        last: orNull(fc.record({ status, percent: orNull(percent), day })),
      }),
      { minLength: 1, maxLength: 10 },
    ),
    more: count,
  }),
  'month-own': fc.record({
    kind: fc.constant('month-own'),
    month,
    changed: count,
    next: rows(12),
  }),
  'month-office': fc.record({
    kind: fc.constant('month-office'),
    month,
    now: figures,
    before: orNull(figures),
    late: rows(12),
    notReported: rows(12),
  }),
  'month-group': fc.record({
    kind: fc.constant('month-group'),
    month,
    now: figures,
    before: orNull(figures),
  }),
  help: fc.record({
    kind: fc.constant('help'),
    roles: fc.subarray(['officer', 'manager', 'admin'] as const).map((roles) => [...roles]),
    example: orNull(fc.record({ code: text, label: text, name: text, budget: orNull(sum) })),
    chat: fc.constantFrom('user', 'group'),
  }),
  why: fc.record({
    kind: fc.constant('why'),
    activity: fc
      .tuple(row, fc.record({ ownerGroup: orNull(text), daysLeft: fc.integer() }))
      .map(([base, more]) => ({ ...base, ...more })),
    obstacle: orNull(fc.record({ text, day: orNull(day) })),
    suggestion: orNull(text),
    last: orNull(fc.record({ by: orNull(text), day, daysAgo: count })),
    owners: orNull(fc.array(text, { maxLength: 6 })),
    mayReport: fc.boolean(),
    manage: orNull(fc.record({ owners: fc.array(text, { maxLength: 6 }), messages: count })),
  }),
  units: fc.record({
    kind: fc.constant('units'),
    order: fc.record({
      by: fc.constantFrom('plan', 'spent', 'left', 'overdue', 'unreported', 'done'),
      first: fc.constantFrom('most', 'least'),
    }),
    rows: fc.array(
      fc.record({
        name: orNull(text),
        typed: orNull(text),
        budget: sum,
        spent: sum,
        total: count,
        done: count,
        overdue: count,
        unreported: count,
      }),
      { maxLength: 10 },
    ),
    shared: count,
    total: count,
    page: count,
    pages: count,
    command: text,
  }),
  budget: fc.record({
    kind: fc.constant('budget'),
    activity: orNull(ref),
    whose: text,
    budget: sum,
    spent: sum,
    over: sum,
    time: orNull(fc.record({ percent: fc.nat(100), until: day })),
    rows: fc.array(
      fc.record({
        code: text,
        label: text,
        name: text,
        leaf: fc.boolean(),
        budget: sum,
        spent: sum,
        over: sum,
      }),
      { maxLength: 10 },
    ),
    page: count,
    pages: count,
    command: text,
  }),
  confirm: fc.record({
    kind: fc.constant('confirm'),
    title: text,
    question: text,
    quote: orNull(text),
    rows: fc.array(fc.record({ heading: text, value: text }), { maxLength: 4 }),
    caution: orNull(text),
    options: fc.array(action, { maxLength: 11 }),
    wide: fc.boolean(),
    inFull: orNull(action),
  }),
  unreported: fc.record({
    kind: fc.constant('unreported'),
    people: fc.array(
      fc.record({
        id: text,
        name: text,
        labels: fc.array(text, { maxLength: 12 }),
        note: orNull(fc.oneof(fc.constantFrom('asked', 'self'), fc.record({ away: text }))),
        typed: text,
      }),
      { maxLength: 10 },
    ),
    total: fc.record({ people: count, activities: count }),
    unreachable: fc.array(
      fc.record({
        name: orNull(text),
        because: fc.constantFrom('blocked', 'nobody'),
        labels: fc.array(text, { maxLength: 12 }),
      }),
      { maxLength: 8 },
    ),
    cost: count,
    command: text,
    asks: text,
    whose: text,
    page: count,
    pages: count,
  }),
  obstacles: fc.record({
    kind: fc.constant('obstacles'),
    activity: orNull(ref),
    whose: text,
    rows: fc.array(fc.record({ activity: ref, text: orNull(text), by: orNull(text), day: orNull(text) }), {
      maxLength: 8,
    }),
    total: count,
    page: count,
    pages: count,
    command: text,
  }),
  members: fc.record({
    kind: fc.constant('members'),
    rows: fc.array(
      fc.record({
        name: text,
        position: text,
        roles: fc.subarray(['officer', 'manager', 'admin'] as const).map((roles) => [...roles]),
        labels: fc.array(text, { maxLength: 12 }),
        seen: orNull(text),
        blocked: fc.boolean(),
      }),
      { maxLength: 10 },
    ),
    total: count,
    unlinked: fc.array(fc.record({ name: orNull(text), labels: fc.array(text, { maxLength: 12 }) }), {
      maxLength: 8,
    }),
    page: count,
    pages: count,
  }),
  gaps: fc.record({
    kind: fc.constant('gaps'),
    question: text,
    gist: text,
    options: fc.array(action, { minLength: 2, maxLength: 3 }),
    inFull: orNull(action),
    title: text,
    headline: text,
    facts: fc.array(fc.record({ heading: text, value: text }), { maxLength: 7 }),
    rows: fc.array(
      fc.record({
        activity: ref,
        lacks: fc.subarray([...LACKS]),
        people: fc.array(text, { maxLength: 6 }),
      }),
      { maxLength: 12 },
    ),
    more: count,
    asking: orNull(text),
    caution: text,
  }),
  notice: fc.record({
    kind: fc.constant('notice'),
    office: text,
    name: text,
    version: text,
    assistant: fc.boolean(),
  }),
  welcome: fc.record({
    kind: fc.constant('welcome'),
    office: text,
    name: text,
    roles: fc.subarray(['officer', 'manager', 'admin'] as const).map((roles) => [...roles]),
    work: rows(20),
  }),
};

export const cardKinds = Object.keys(kinds) as Card['kind'][];

export function cardOf(kind: Card['kind']): fc.Arbitrary<Card> {
  return kinds[kind] as fc.Arbitrary<Card>;
}

const quick = fc.array(action, { maxLength: 20 });

export const messages: fc.Arbitrary<Message[]> = fc.array(
  fc.oneof(
    fc.record({ type: fc.constant('text'), text, quick }, { requiredKeys: ['type', 'text'] }),
    fc.record(
      { type: fc.constant('image'), url: address, previewUrl: address, quick },
      { requiredKeys: ['type', 'url', 'previewUrl'] },
    ),
    fc.record(
      { type: fc.constant('card'), card: fc.oneof(...Object.values(kinds)), quick },
      { requiredKeys: ['type', 'card'] },
    ),
  ) as fc.Arbitrary<Message>,
  { maxLength: 6 },
);
