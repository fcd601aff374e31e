import { describe, expect, test } from 'vitest';
import { nameMark } from '../../../src/domain/name-mark.ts';
import type { Card, Tap } from '../../../src/bot/types.ts';
import { NO_FIELDS } from '../../../src/domain/activity.ts';
import { paint } from '../../../src/line/render.ts';
import { footerOf, tapsOf, textsOf, wordsOf } from './read-flex.ts';
import { at, full, ref, row, sample, short } from './sample-cards.ts';

function edits(taps: Tap[]): string[] {
  return taps.flatMap((tap) => (tap.do === 'edit' ? [tap.field] : []));
}

describe('the draft card', () => {
  const draft = sample('draft', 'draft');

  test('has an edit tap for every field, filled or not, and for evidence and activity', () => {
    const fields = [
      'actual',
      'date',
      'evidence',
      'obstacle',
      'percent',
      'result',
      'spent',
      'status',
      'suggestion',
    ];
    for (const said of [NO_FIELDS, short, { ...full, remark: null }]) {
      const found = edits(tapsOf(paint({ ...draft, fields: said, full: true }, 'th')));
      expect([...new Set(found)].toSorted()).toEqual(['activity', ...fields]);
    }
    expect(edits(tapsOf(paint({ ...draft, fields: full, full: true }, 'th')))).toContain('remark');
  });

  test('saves first, then offers another activity and cancelling; every tap carries draft and rev', () => {
    const short = paint(draft, 'th');
    expect(footerOf(short)).toEqual([
      { label: 'บันทึก', style: 'primary' },
      { label: 'เพิ่มรายละเอียด', style: 'secondary' },
    ]);
    expect(footerOf(paint({ ...draft, proposed: true }, 'th'))[1]?.label).toBe('เปลี่ยนกิจกรรม');
    const painted = paint({ ...draft, full: true }, 'th');
    expect(footerOf(painted)).toEqual([
      { label: 'บันทึก', style: 'primary' },
      { label: 'เปลี่ยนกิจกรรม', style: 'secondary' },
      { label: 'ยกเลิก', style: 'secondary' },
    ]);
    for (const tap of tapsOf([...short, ...painted]))
      expect(tap).toMatchObject({ draft: draft.draft, rev: draft.rev });
  });

  test('cannot be saved while it says nothing', () => {
    const taps = tapsOf(paint(sample('draft-empty', 'draft'), 'th'));
    expect(taps.some((tap) => tap.do === 'save')).toBe(false);
    expect(footerOf(paint(sample('draft-empty', 'draft'), 'th'))[0]?.label).toBe('เลือกสถานะ');
  });

  test('can be saved with evidence alone', () => {
    const taps = tapsOf(paint({ ...draft, fields: NO_FIELDS, evidence: 1 }, 'th'));
    expect(taps.some((tap) => tap.do === 'save')).toBe(true);
  });

  test('shows the words a field was read from', () => {
    expect(wordsOf(paint(draft, 'th'))).toContain('จาก: “ใช้งบ 28,500 บาท”');
    expect(wordsOf(paint({ ...draft, because: {} }, 'th'))).not.toContain('จาก');
  });

  test('says ไม่มี where it was said that there is none, and of nothing spent whether there was money', () => {
    const nothing = { ...draft, fields: { ...NO_FIELDS, obstacle: '', spent: 0 } };
    const words = wordsOf(paint(nothing, 'th'));
    expect(words).toContain('ไม่มี');
    expect(words).toContain('0 บาท (ยังไม่เบิกจ่าย)');
    expect(words).not.toContain('ไม่ใช้งบประมาณ');
    const unfunded = { ...nothing, activity: { ...nothing.activity, unfunded: true as const } };
    expect(wordsOf(paint(unfunded, 'th'))).toContain('ไม่ใช้งบประมาณ');
  });

  test('warns of a sum above the budget, and only then', () => {
    expect(wordsOf(paint(sample('draft-over-budget', 'draft'), 'th'))).toContain('สูงกว่างบประมาณ 30,000 บาท');
    expect(wordsOf(paint(draft, 'th'))).not.toContain('สูงกว่า');
    const over = sample('draft-over-budget', 'draft');
    for (const full of [false, true]) {
      const words = wordsOf(paint({ ...over, full, activity: { ...over.activity, budget: 0 } }, 'th'));
      expect(words).toContain('แผนไม่ได้ตั้งงบประมาณให้กิจกรรมนี้');
      expect(words).not.toContain('งบประมาณ 0 บาท');
    }
  });

  test('shows old and new for a correction, and what stays', () => {
    const words = wordsOf(paint({ ...sample('draft-correction', 'draft'), full: true }, 'th'));
    expect(words).toContain('25,000 บาท\nเดิม 28,500 บาท');
    expect(words).toContain('คงเดิม 60%');
  });

  test('does not repeat as old what did not change', () => {
    const card = { ...sample('draft-correction', 'draft'), before: short, fields: short };
    expect(wordsOf(paint(card, 'th'))).not.toContain('เดิม');
  });

  test('a text longer than the screen is shown shortened and says so', () => {
    const long = { ...NO_FIELDS, result: 'ก'.repeat(5000) };
    const words = wordsOf(paint({ ...draft, full: true, fields: long }, 'th'));
    expect(words).toContain('ข้อความยาวแสดงเพียงบางส่วน');
    expect(
      Math.max(...textsOf(paint({ ...draft, full: true, fields: long }, 'th')).map((one) => one.length)),
    ).toBe(300);
    expect(wordsOf(paint(draft, 'th'))).not.toContain('แสดงเพียงบางส่วน');
  });
});

test('several drafts show each activity with its fields, and one save', () => {
  const card = sample('drafts', 'drafts');
  const words = wordsOf(paint(card, 'th'));
  for (const { activity } of card.items) expect(words).toContain(activity.label);
  expect(words).toContain('เข้าใจว่ารายงาน 3 กิจกรรม');
  expect(words).toContain('28,500 บาท');
  expect(tapsOf(paint(card, 'th')).map((tap) => tap.do)).toEqual(['item', 'item', 'item', 'save', 'details']);
});

test('eleven drafts go over three cards in order, saved from the last', () => {
  const items = Array.from({ length: 11 }, (_, index) => ({
    activity: { code: `9.${index}`, label: `9.${index})`, name: `กิจกรรม ${index}` },
    fields: full,
  }));
  const painted = paint({ ...sample('drafts', 'drafts'), items, full: true }, 'th');
  expect(painted).toHaveLength(4);
  const titles = textsOf(painted).filter((text) => text.startsWith('9.'));
  expect(titles).toEqual(items.map(({ activity }) => `${activity.label} ${activity.name}`));
  expect(painted.map((one) => tapsOf([one]).length)).toEqual([5, 5, 1, 2]);
});

describe('a question', () => {
  test('asks, shows the place in the form and the hint, and carries every answer and control', () => {
    const card = sample('question-status', 'question');
    const painted = paint(card, 'th');
    const words = wordsOf(painted);
    expect(words).toContain('กิจกรรมนี้ดำเนินการถึงขั้นใดแล้ว');
    expect(words).toContain('ข้อ 1/6');
    expect(wordsOf(paint(sample('question-actual', 'question'), 'th'))).toContain('ร้อยละ 85');
    expect(tapsOf(painted).map((tap) => (tap.do === 'answer' ? tap.value : tap.do))).toEqual([
      'completed',
      'in_progress',
      'not_started',
      'cancelled',
      'back',
      'skip',
      'cancel',
    ]);
  });

  test('shows whole names of activities to choose from', () => {
    const words = wordsOf(paint({ ...sample('question-activity', 'question'), full: true }, 'th'));
    expect(words).toContain('1.4 1) กิจกรรมประชุมเชิงปฏิบัติการ “การกระทำที่ถือเป็นเรื่องผลประโยชน์ทับซ้อน”');
  });

  test('a long list goes on in a second card, controls on the last', () => {
    const card = sample('question-activity', 'question');
    const option = card.options[0]!;
    const painted = paint({ ...card, full: true, options: Array.from({ length: 13 }, () => option) }, 'th');
    expect(painted.map((one) => tapsOf([one]).filter((tap) => tap.do === 'answer').length)).toEqual([
      10, 3, 1,
    ]);
    expect(tapsOf(painted).at(-1)?.do).toBe('cancel');
  });
});

describe('a receipt', () => {
  const receipt = sample('receipt', 'receipt');

  test('says when, what, and offers the next activity and undo', () => {
    const painted = paint(receipt, 'th');
    expect(wordsOf(painted)).toContain('✓ บันทึกแล้ว 15 มี.ค. 64 09.30\u00A0น.');
    expect(wordsOf(painted)).toContain('28,500 บาท');
    expect(tapsOf(painted)).toContainEqual({ do: 'undo', update: 'u81' });
    expect(tapsOf(painted)).toContainEqual({
      do: 'report',
      code: '1.3.2',
      mark: nameMark(receipt.next!.name),
    });
    expect(painted[0]?.altText).toBe('บันทึกแล้ว 1.1 2) ดำเนินการเสร็จสิ้น · 28,500 บาท');
  });

  test('marks what came late', () => {
    expect(wordsOf(paint({ ...receipt, late: true }, 'th'))).toContain('รายงานล่าช้า');
    expect(wordsOf(paint(receipt, 'th'))).not.toContain('รายงานล่าช้า');
  });

  test('of several reports gives each its own undo', () => {
    const card = sample('receipts', 'receipts');
    expect(tapsOf(paint(card, 'th')).flatMap((tap) => (tap.do === 'undo' ? [tap.update] : []))).toEqual([
      'u1',
      'u2',
    ]);
  });
});

test('the history strikes out what was undone and lets one undo one’s own', () => {
  const card = sample('history', 'history');
  const painted = paint({ ...card, full: true }, 'th');
  expect(wordsOf(painted)).toContain('ยกเลิกแล้ว');
  expect(tapsOf(painted)).toEqual([
    { do: 'undo', update: 'u3' },
    { do: 'say', text: 'ประวัติ 1.3.2 หน้า 2' },
  ]);
  const struck = JSON.stringify(painted).match(/line-through/g) ?? [];
  expect(struck.length).toBe(3);
  expect(wordsOf(paint({ ...card, entries: [], total: 0 }, 'th'))).toContain('ยังไม่มีการรายงานกิจกรรมนี้');
});

test('English cards speak English but for what the office wrote', () => {
  const thaiOf = (card: Card): string[] => textsOf(paint(card, 'en')).filter((text) => /[ก-๛]/.test(text));
  const plain = { code: '9', label: '9.', name: 'Plain' };
  const { fields } = {
    fields: { ...full, actual: null, result: 'Done', obstacle: '', suggestion: null, remark: null },
  };
  const next = { ...row('1.1.1', 'not_started'), ...plain };
  expect(
    thaiOf({ kind: 'receipt', update: 'u', activity: plain, fields, at, late: true, evidence: 2, next }),
  ).toEqual([]);
  expect(thaiOf({ kind: 'work', rows: [next], total: 21, page: 2, pages: 3, own: true })).toEqual([]);
  // the choice of language names itself in both
  expect(
    thaiOf({ kind: 'help', roles: ['officer', 'manager'], example: null, chat: 'user', full: true }),
  ).toEqual(['ไทย · English']);
  expect(thaiOf({ kind: 'notice', office: 'Office', name: 'Som', version: '1', assistant: false })).toEqual(
    [],
  );
  expect(
    wordsOf(paint({ ...sample('history', 'history'), activity: ref('1.1.1'), full: true }, 'en')),
  ).toContain('Undone');
});
