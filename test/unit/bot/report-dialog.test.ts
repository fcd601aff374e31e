/** The report dialog's parts by themselves: walking forth and back, two drafts joined into one, how long a draft is meant. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { joinDrafts, sameReport, saysNothingNew } from '../../../src/bot/dialogs/report/join.ts';
import { moveBack, moveOn, moveTo } from '../../../src/bot/dialogs/report/machine.ts';
import { FIELD_NAMES, type Fields, NO_FIELDS } from '../../../src/domain/activity.ts';
import {
  type AskField,
  type Draft,
  DRAFT_VERSION,
  isFresh,
  isOver,
  wantsOffer,
} from '../../../src/domain/draft.ts';
import { codeOfMarked, markedCode, nameMark } from '../../../src/domain/name-mark.ts';
import type { Plan } from '../../../src/domain/activity.ts';
import { applyFields } from '../../../src/domain/update.ts';
import { CANCELS_FORM } from '../../../src/text/typed.ts';

const NOW = new Date('2021-02-15T09:30:00+07:00');
const hours = (count: number): Date => new Date(NOW.getTime() + count * 3_600_000);

const empty: Draft = {
  version: DRAFT_VERSION,
  id: 'd',
  plan: 'p',
  rev: 0,
  step: { at: 'review' },
  trail: [],
  activity: '1.1.1',
  fields: { ...NO_FIELDS },
  because: {},
  evidence: [],
  queue: [],
  correction: null,
  items: [],
  alias: null,
  message: null,
  baseSeq: 0,
  through: 'chat',
  changedAt: NOW,
  offeredAt: null,
};

const fields: fc.Arbitrary<Fields> = fc.record({
  status: fc.option(fc.constantFrom('not_started', 'in_progress', 'completed', 'cancelled')),
  percent: fc.option(fc.nat({ max: 100 })),
  actual: fc.option(fc.record({ value: fc.nat(), unit: fc.constantFrom('คน', 'ร้อยละ') })),
  spent: fc.option(fc.nat()),
  result: fc.option(fc.string()),
  obstacle: fc.option(fc.string()),
  suggestion: fc.option(fc.string()),
  remark: fc.option(fc.string()),
  date: fc.option(fc.constant('2021-02-15')),
});
const queue: fc.Arbitrary<AskField[]> = fc.uniqueArray(fc.constantFrom<AskField>(...FIELD_NAMES, 'evidence'));

describe('walking', () => {
  test('back undoes every step forth: the same question, activity and figure', () => {
    const steps = fc.array(
      fc.oneof(
        fc.constant({ kind: 'on' as const }),
        fc.record({ kind: fc.constant('choose' as const), activity: fc.constantFrom('1.1.1', '2', '3') }),
      ),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(fields, queue, steps, (said, questions, walked) => {
        let draft: Draft = { ...empty, fields: said, queue: questions };
        const before = [draft];
        for (const step of walked) {
          const change =
            step.kind === 'choose'
              ? { activity: step.activity, baseSeq: 7, fields: { ...draft.fields, actual: null } }
              : {};
          draft = moveOn(draft, change);
          before.push(draft);
        }
        for (const expected of before.toReversed().slice(1)) {
          const back = moveBack(draft);
          expect(back).toMatchObject({
            step: expected.step,
            activity: expected.activity,
            baseSeq: expected.baseSeq,
          });
          if (back!.activity !== draft.activity) expect(back!.fields.actual).toEqual(expected.fields.actual);
          draft = back!;
        }
        expect(moveBack(draft)).toBeNull();
      }),
    );
  });

  test('every step makes the cards before it stale', () => {
    const there = moveTo(empty, { at: 'ask', field: 'spent' });
    expect(there.rev).toBe(1);
    expect(moveBack(there)?.rev).toBe(2);
  });
});

describe('two drafts of one activity', () => {
  test('lose nothing by being joined, and what is newer stands', () => {
    fc.assert(
      fc.property(fields, fields, fc.array(fc.string()), fc.array(fc.string()), (old, said, a, b) => {
        const waiting: Draft = { ...empty, fields: old, evidence: a };
        const newer: Draft = { ...empty, id: 'n', fields: said, evidence: b };
        const one = joinDrafts(waiting, newer, NOW);
        expect(one.fields).toEqual(applyFields(old, said));
        expect(one.evidence).toEqual([...a, ...b]);
        expect([one.id, one.rev]).toEqual(['d', 1]);
      }),
    );
  });

  test('go on with the first question that neither has answered', () => {
    const waiting: Draft = { ...empty, fields: { ...NO_FIELDS, status: 'completed', result: 'ประชุม' } };
    const newer: Draft = {
      ...empty,
      id: 'n',
      through: 'form',
      step: { at: 'ask', field: 'status' },
      queue: ['result', 'spent', 'evidence'],
    };
    expect(saysNothingNew(newer)).toBe(true);
    expect(joinDrafts(waiting, newer, NOW)).toMatchObject({
      step: { at: 'ask', field: 'spent' },
      queue: ['evidence'],
    });
  });

  test('remember which message each word came from', () => {
    const waiting: Draft = { ...empty, message: 'm1', fields: { ...NO_FIELDS, status: 'in_progress' } };
    const newer: Draft = { ...empty, id: 'n', message: 'm2', fields: { ...NO_FIELDS, spent: 500 } };
    expect(joinDrafts(waiting, newer, NOW)).toMatchObject({
      message: 'm1',
      sources: [{ field: 'spent', message: 'm2' }],
    });
  });

  test.each([
    ['of another activity', { activity: '2' }, false],
    ['that is a correction', { correction: { update: 'u', before: NO_FIELDS } }, false],
    ['that was brought back', { id: 'back-u' }, false],
    ['of the same kind', {}, true],
  ] as const)('are one report, or not: %s', (_, other, same) => {
    expect(sameReport(empty, { ...empty, id: 'n', ...other } as Draft)).toBe(same);
  });
});

describe('a draft', () => {
  test.each([
    [0, true, false, false],
    [23, true, false, false],
    [24, false, true, false],
    [30 * 24, false, true, false],
    [30 * 24 + 1, false, true, true],
  ])('after %i hours', (count, fresh, offered, over) => {
    const now = hours(count);
    expect([isFresh(empty, now), wantsOffer(empty, now), isOver(empty, now)]).toEqual([fresh, offered, over]);
  });

  test('is offered again a day after it was', () => {
    const offered = { ...empty, offeredAt: hours(30) };
    expect([wantsOffer(offered, hours(53)), wantsOffer(offered, hours(54))]).toEqual([false, true]);
  });
});

describe('the mark of a name', () => {
  test('is short, and the same however the name is spaced', () => {
    fc.assert(fc.property(fc.string(), (name) => /^[0-9a-z]{1,7}$/.test(nameMark(name))));
    expect(nameMark('การ ประชุม')).toBe(nameMark('การประชุม'));
    expect(nameMark('การประชุม')).not.toBe(nameMark('การอบรม'));
  });

  test('tells a code that means another activity now', () => {
    const plan = { activities: [{ code: '1.2.1', name: 'การอบรม' }] } as unknown as Plan;
    expect(codeOfMarked(plan, markedCode({ code: '1.2.1', name: 'การอบรม' }))).toBe('1.2.1');
    expect(codeOfMarked(plan, markedCode({ code: '1.2.1', name: 'การประชุม' }))).toBeNull();
    expect(codeOfMarked(plan, '1.2.1')).toBe('1.2.1');
    expect(codeOfMarked(plan, '9#x')).toBe('9');
  });
});

test.each([
  ['ยกเลิกเลย', true],
  ['ขอยกเลิกก่อน', true],
  ['ยกเลิกรายงานนี้', true],
  ['ไม่เอาแล้ว', true],
  ['ลบทิ้ง', true],
  ['never mind', true],
  ['ยกเลิกแล้ว', false],
  ['ยกเลิกรายงานล่าสุด', false],
  ['ยกเลิกการประชุม', false],
  ['ยกเลิกรายงาน 1.1 1)', false],
  ['ไม่เอางบเพิ่ม', false],
])('“%s” gives up what is open: %s', (typed, gives) => {
  expect(CANCELS_FORM.test(typed)).toBe(gives);
});
