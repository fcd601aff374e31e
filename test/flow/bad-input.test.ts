/** Every question the bot can have open, met with what people and LINE send by mistake: nothing, too much, both at once, twice, from somebody else, in a group. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { testDatabase } from '../helpers/database.ts';
import { countUpdates, forgetAll, owns, stateOf } from '../helpers/fresh-office.ts';
import {
  GROUP,
  INVITE,
  openOffice,
  PRASERT,
  SOMSRI,
  type TestOffice,
  WIPHA,
  wordsIn,
} from '../helpers/office.ts';

const { uri } = testDatabase(import.meta.url);
let office: TestOffice;
beforeAll(async () => {
  office = await openOffice(uri);
  await office.say(WIPHA, `ลงทะเบียน ${INVITE}`);
  await office.say(WIPHA, 'ยอมรับ');
});
afterAll(() => office.close());
beforeEach(async () => {
  await forgetAll(office);
  await owns(office, SOMSRI, ['1', '5']);
  await owns(office, WIPHA, ['2']);
});

const hear = async (text: string, user = SOMSRI): Promise<string> => wordsIn(await office.say(user, text));

interface Open {
  /** What leads there. */
  says: string[];
  /** What shows that it is open. */
  shows: string;
  /** The label whose tap ends it, and how many reports count then. */
  tap: string;
  counts: number;
}

/** What waits for a word or a tap. */
const OPEN: Record<string, Open> = {
  'a card': { says: ['1.2 กำลังดำเนินการ ใช้งบ 100 บาท'], shows: '[บันทึก]', tap: 'บันทึก', counts: 1 },
  'a card of several': {
    says: ['1.1 1) เสร็จแล้ว\n1.1 2) กำลังทำ'],
    shows: '[บันทึกทั้งหมด]',
    tap: 'บันทึกทั้งหมด',
    counts: 2,
  },
  'a free question': { says: ['รายงาน 1.2', 'กำลังดำเนินการ'], shows: 'โดยย่อ', tap: 'ยกเลิก', counts: 0 },
  'the question for money': {
    says: ['รายงาน 1.2', 'กำลังดำเนินการ', 'ข้าม'],
    shows: 'กี่บาท',
    tap: 'ยกเลิก',
    counts: 0,
  },
  'a choice of activities': { says: ['รายงาน'], shows: 'ต้องการรายงานกิจกรรมใด', tap: 'ยกเลิก', counts: 0 },
  'the result of what is finished': {
    says: ['1.2 เสร็จแล้ว', 'บันทึก'],
    shows: 'ผลที่ได้คืออะไร',
    tap: 'ข้าม',
    counts: 1,
  },
  'whether to take back': {
    says: ['1.2 กำลังทำ', 'บันทึก', 'ยกเลิกรายงานล่าสุด'],
    shows: '[ยืนยันการยกเลิก]',
    tap: 'ยืนยันการยกเลิก',
    counts: 0,
  },
  'what “ไม่ได้ดำเนินการ” means': {
    says: ['ข้อ 5 ไม่ได้ดำเนินการค่ะ'],
    shows: '[ยกเลิกแล้ว]',
    tap: 'ยกเลิกแล้ว',
    counts: 0,
  },
  'whether it is finished with 50 %': {
    says: ['1.2 เสร็จแล้ว 50%'],
    shows: 'ไม่ถึง 100%',
    tap: 'กำลังดำเนินการ',
    counts: 0,
  },
  'who stands in': { says: ['ลาถึง 20 มี.ค.'], shows: 'ผู้ใดปฏิบัติแทน', tap: 'ไม่มีผู้แทน', counts: 0 },
};
const situations = Object.entries(OPEN);

async function lead({ says, shows }: Open): Promise<void> {
  let shown = '';
  for (const text of says) shown = await hear(text);
  expect(shown).toContain(shows);
}

/** Reports that count: those not taken back. */
const counting = (): Promise<number> => countUpdates(office, { voided: null });

const INPUTS = [
  // nothing
  '🙏',
  '()',
  '…',
  // too much
  'ก'.repeat(5_000),
  '1\n'.repeat(2_000),
  // contradictions
  'เสร็จแล้ว แต่ยังไม่เริ่มเลย',
  'ใช้ไป 500 บาท ใช้ไป 900 บาท',
  'บันทึก ไม่บันทึก',
];

test.each(situations)('nothing, too much and contradictions store nothing: %s', async (_, open) => {
  await lead(open);
  const before = await counting();
  for (const input of INPUTS) {
    const answer = await office.say(SOMSRI, input);
    expect(answer.length, input.slice(0, 40)).toBeGreaterThan(0);
    expect(await counting(), input.slice(0, 40)).toBe(before);
  }
  // and out of it again
  for (let times = 0; times < 2; times++) await hear('ยกเลิก');
  expect(await hear('งานของฉัน')).toContain('งานของฉัน');
});

test.each(situations)(
  'tapped twice at once, each brought three times, it has one effect: %s',
  async (_, open) => {
    await lead(open);
    await office.simulator.act({ act: 'switches', set: { duplicates: 3 } });
    await Promise.all([office.tap(SOMSRI, open.tap), office.tap(SOMSRI, open.tap)]);
    await office.simulator.act({ act: 'switches', set: { duplicates: 1 } });
    expect(await counting()).toBe(open.counts);
  },
);

test.each(situations)('it is nobody else’s, and of no other chat: %s', async (_, open) => {
  await lead(open);
  const before = await counting();
  const data = tapData(open.tap);
  for (const user of [WIPHA, PRASERT]) {
    const answer = await office.act({ act: 'postback', user, chat: user, data }, user);
    expect(wordsIn(answer)).toMatch(/ปิดไปแล้ว|สิ้นสุดแล้ว/);
  }
  for (const text of ['บันทึก', 'ยืนยันการยกเลิก', 'ครู 35 คนเขียนแผนได้'])
    await office.say(SOMSRI, text, { chat: GROUP, mentionBot: true });
  expect(await counting()).toBe(before);
  // hers goes on
  await office.tap(SOMSRI, open.tap);
  expect(await counting()).toBe(open.counts);
});

test('a report stored and corrected at once, in whichever order, ends as corrected', async () => {
  await hear('1.2 กำลังทำ ใช้งบ 100 บาท');
  await Promise.all([office.say(SOMSRI, 'บันทึก'), office.say(SOMSRI, '1.2 ใช้งบ 900 บาท')]);
  await hear('บันทึก');
  expect(await stateOf(office, '1.2.1')).toMatchObject({ status: 'in_progress', spent: 90_000 });
});

/** The postback of the newest button of that label in her chat. */
function tapData(label: string): string {
  const found: string[] = [];
  const walk = (part: unknown): void => {
    if (typeof part !== 'object' || part === null) return;
    const { action } = part as { action?: { label?: string; data?: string } };
    if (action?.label === label && action.data) found.push(action.data);
    Object.values(part).forEach(walk);
  };
  for (const { chat, from, message } of office.simulator.state().messages)
    if (chat === SOMSRI && from === 'bot') walk(message);
  return found.at(-1)!;
}
