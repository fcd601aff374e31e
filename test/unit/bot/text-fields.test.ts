/** A text field that nobody has made yet is added to the one list: form, card, report, unsending, erasure and search know it. */
import { afterAll, describe, expect, test, vi } from 'vitest';
import type { ReportRow } from '../../../src/domain/report-model.ts';
import type { Update } from '../../../src/domain/update.ts';

// other test files share this process: they get the fields there are
vi.resetModules();
vi.doMock(import('../../../src/domain/activity.ts'), async (load) => {
  const real = await load();
  const TEXT_FIELDS = [...real.TEXT_FIELDS, 'risk'];
  const textsOf = (value: (field: never) => unknown) =>
    Object.fromEntries(TEXT_FIELDS.map((field) => [field, value(field as never)]));
  return {
    ...real,
    TEXT_FIELDS,
    textsOf,
    isTextField: (name: string) => TEXT_FIELDS.includes(name),
    NO_TEXTS: textsOf(() => null),
    NO_FIELDS: { ...real.NO_FIELDS, risk: null },
    FIELD_NAMES: [...real.FIELD_NAMES, 'risk'],
  } as unknown as typeof real;
});

const { NO_FIELDS } = await import('../../../src/domain/activity.ts');
const { questions } = await import('../../../src/bot/dialogs/report/questions.ts');
const { toReportJson, diffReports } = await import('../../../src/domain/report-versions.ts');
const { cellOf } = await import('../../../src/reports/columns.ts');
const { DEFAULT_SETTINGS } = await import('../../../src/reports/settings.ts');
const { withdrawFrom, textsFrom } = await import('../../../src/services/unsend-words.ts');
const { mentionsOf } = await import('../../../src/services/erase-names.ts');
const { paint } = await import('../../../src/line/render.ts');
const { modelOf, updateOf } = await import('../report/sample.ts');
const { findConversations } = await import('../../../src/db/conversations.ts');
const { samples } = await import('../cards/sample-cards.ts');

afterAll(() => {
  vi.doUnmock('../../../src/domain/activity.ts');
  vi.resetModules();
});

const WORDS = 'น้ำอาจท่วมสนามอบรม';
const risky = (words: string | null) => ({ ...NO_FIELDS, status: 'completed', risk: words }) as never;
const reported = (words: string): Update => ({
  ...updateOf('2', '2021-03-01T00:00:00Z', { status: 'completed' }),
  said: risky(words),
  message: 'm1',
});
const modelWith = (words: string) => modelOf({ updates: [reported(words)] });
const rowOf = (words: string): ReportRow => modelWith(words).rows.find((row) => row.code === '2')!;

describe('a made-up text field', () => {
  test('is asked for and read by the form', () => {
    const question = questions['risk' as 'remark'];
    const turn = { texts: { chat: { answer: {} }, words: { none: 'ไม่มี' } } } as never;
    expect(question.read(WORDS, turn, null)).toEqual({ ok: true, set: { risk: WORDS } });
    expect(question.read('ไม่มีค่ะ', turn, null)).toEqual({ ok: true, set: { risk: '' } });
  });

  test.each(['draft', 'receipt'] as const)('stands on the %s', (kind) => {
    const card = Object.values(samples).find((one) => one.kind === kind)! as never as { fields: object };
    const shown = JSON.stringify(paint({ ...card, fields: risky(WORDS) } as never, 'th'));
    expect(shown).toContain(WORDS);
  });

  test('stands in the report, its versions and its JSON', () => {
    const row = rowOf(WORDS);
    expect(cellOf(row, 'remark', modelWith(WORDS), DEFAULT_SETTINGS).text).toContain(WORDS);
    expect(JSON.stringify(toReportJson(modelWith(WORDS)))).toContain(WORDS);
    const differences = diffReports(modelWith(WORDS), modelWith('ไม่มีความเสี่ยง'));
    expect(differences.map((one) => one.kind === 'changed' && one.field)).toContain('risk');
  });

  test('goes with the message it came from', () => {
    const update = reported(WORDS);
    expect(textsFrom(update, 'm1')).toContain(WORDS);
    const left = withdrawFrom(update, { message: 'm1', evidence: [], words: [WORDS] });
    expect(JSON.stringify(left)).not.toContain(WORDS);
  });

  test('is searched for the name of whoever is erased', async () => {
    const asked: string[] = [];
    const distinct = (_: string, where: object) => {
      asked.push(JSON.stringify(where));
      return Promise.resolve([]);
    };
    await mentionsOf({ updates: { distinct }, activities: { distinct } } as never, ['o'], ['สมชาย ใจดี']);
    expect(asked[0]).toContain('said.risk');
    expect(asked[1]).toContain('state.risk');
  });

  test('is missing from drafts that were kept before it, which go on', async () => {
    const { risk: _, ...fields } = NO_FIELDS as never as Record<string, unknown>;
    const { emptyDraft } = await import('../../../src/bot/dialogs/report/begin.ts');
    const at = { context: { plan: { id: 'p' }, now: new Date() } } as never;
    const draft = { ...emptyDraft(at, 'form', null), fields };
    const of = { office: 'o', chat: 'c', userId: 'u', rev: 1, touchedAt: new Date() };
    const rows = [{ _id: 'c', ...of, drafts: [draft] }];
    const find = () => ({ toArray: () => Promise.resolve(rows), lean: () => Promise.resolve(rows) });
    const { conversationSchema: schema } = await import('../../../src/db/conversations.ts');
    const models = { conversations: { find, schema, collection: { find, name: 'c' } } } as never;
    const found = await findConversations(models, ['c']);
    expect(found.get('c')).toMatchObject({ lostDrafts: 0, drafts: [{ fields: { risk: null } }] });
  });
});
