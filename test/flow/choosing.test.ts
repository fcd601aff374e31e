/** Choices longer than a card: everybody and every activity can be reached by taps, page after page, and by name. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { testDatabase } from '../helpers/database.ts';
import { openOffice, PRASERT, SOMSRI, type TestOffice, wordsIn } from '../helpers/office.ts';

const { uri } = testDatabase(import.meta.url);
let office: TestOffice;

/** Twenty-three people whose names begin alike, the last two named the same. */
const NAMES = 'ก ข ค ง จ ฉ ช ซ ญ ด ต ถ ท น บ ป ผ พ ฟ ภ ม ย ย'
  .split(' ')
  .map((letter) => `มานะ${letter} รักงาน`);

type Row = Record<string, unknown>;

beforeAll(async () => {
  office = await openOffice(uri);
  const { members, activities } = office.database.models;
  const somsri = (await members.collection.findOne({ userId: SOMSRI }))!;
  const people = NAMES.map((name, at): Row => ({
    ...somsri,
    _id: `person-${at}`,
    userId: `U${String(at).padStart(32, '0')}`,
    name,
    position: `ตำแหน่งที่ ${at}`,
    activities: [],
    joinedAt: new Date(somsri['joinedAt'].getTime() + 1000 * (at + 1)),
  }));
  await members.collection.insertMany(people as never);
  const leaf = (await activities.collection.findOne({ code: '1.1.1' }))!;
  const more = Array.from({ length: 20 }, (_, at): Row => ({
    ...leaf,
    _id: `${String(leaf._id).replace('1.1.1', '')}1.1.${at + 50}`,
    code: `1.1.${at + 50}`,
    label: `1.1 ${at + 50})`,
    name: `งานเสริมลำดับ ${at + 50}`,
    order: 1000 + at,
  }));
  await activities.collection.insertMany(more as never);
});
afterAll(() => office.close());
beforeEach(async () => {
  await office.database.models.members.updateMany({}, { $set: { away: null } });
});

const ask = async (text: string, who = PRASERT): Promise<string> => wordsIn(await office.say(who, text));
const tap = async (label: string, who = PRASERT): Promise<string> => wordsIn(await office.tap(who, label));
const memberNamed = (words: string): Row => ({ name: new RegExp(words) });

/** Turns the pages of the newest card to its end. @returns every page's words. */
async function pages(first: string, who = PRASERT): Promise<string[]> {
  const seen = [first];
  while (seen.at(-1)!.includes('ดูต่อ') && seen.length < 20) seen.push(await tap('ดูต่อ', who));
  return seen;
}

describe('people', () => {
  test.each([
    ['whose work', 'สถานะ มานะ', PRASERT],
    ['who gets an activity', 'มอบหมาย 1.1.1', PRASERT],
    ['who gets it, of those named', 'มอบหมาย 1.1.1 ให้ มานะ', PRASERT],
    ['who stands in', 'ลาถึง 20 มี.ค.', SOMSRI],
  ])('%s: everybody is on some page', async (_, typed, who) => {
    const seen = await pages(await ask(typed, who), who);
    expect(seen.length).toBeGreaterThan(1);
    for (const name of NAMES) expect(seen.join('\n')).toContain(name);
    for (const page of seen) expect(page).toMatch(/แสดงคนที่ \d+–\d+ จากทั้งหมด \d+ คน/);
    expect(await tap('ก่อนหน้า', who)).toContain('ดูต่อ');
  });

  test('the last one can be chosen by a tap, on each of the three', async () => {
    await pages(await ask('สถานะ มานะ'));
    expect(await tap('มานะม รักงาน')).toContain('มานะม รักงาน ยังไม่มีกิจกรรม');
    await pages(await ask('มอบหมาย 1.1.1'));
    expect(await tap('มานะม รักงาน')).toContain('ให้ มานะม รักงาน หรือไม่');
    await ask('ยกเลิก');
    await pages(await ask('ลาถึง 20 มี.ค.', SOMSRI), SOMSRI);
    expect(await tap('มานะม รักงาน', SOMSRI)).toContain('มานะม รักงาน และรายงานแทนท่านได้');
    const { members } = office.database.models;
    const chosen = await members.findOne(memberNamed('มานะม')).lean<Row>();
    expect(await members.findOne({ userId: SOMSRI }).lean<Row>()).toMatchObject({
      away: { delegate: chosen!['_id'] },
    });
  });

  test('a card whose page was turned goes on working', async () => {
    await ask('สถานะ มานะ');
    await tap('ดูต่อ');
    expect(await tap('มานะก รักงาน')).toContain('มานะก รักงาน ยังไม่มีกิจกรรม');
    // one after the other: it only shows something
    expect(await tap('มานะข รักงาน')).toContain('มานะข รักงาน ยังไม่มีกิจกรรม');
    await ask('มอบหมาย 1.1.1');
    await tap('ดูต่อ');
    expect(await tap('มานะก รักงาน')).toContain('ให้ มานะก รักงาน หรือไม่');
    expect(await tap('มานะข รักงาน')).toContain('การ์ดนี้ปิดไปแล้ว');
  });

  test('the pages can be typed, and so can a name of any of them', async () => {
    await ask('สถานะ มานะ');
    expect(await ask('ดูต่อ')).toContain('แสดงคนที่ 5–8');
    expect(await ask('ก่อนหน้า')).toContain('แสดงคนที่ 1–4');
    expect(await ask('มานะม')).toContain('มานะม รักงาน ยังไม่มีกิจกรรม');
    await ask('มอบหมาย 1.1.1');
    expect(await ask('มานะม รักงาน')).toContain('ให้ มานะม รักงาน หรือไม่');
    await ask('ยกเลิก');
  });

  test('a name of several narrows the question to them', async () => {
    await ask('มอบหมาย 1.1.1');
    const asked = await ask('มานะย');
    expect(asked).toContain('ตำแหน่งที่ 21');
    expect(asked).toContain('ตำแหน่งที่ 22');
    expect(asked).not.toContain('มานะก');
    expect(await tap('ตำแหน่งที่ 22')).toContain('หรือไม่');
    await ask('เพิ่มเป็นผู้ร่วม');
    const { members } = office.database.models;
    expect(await members.findOne({ _id: 'person-22' }).lean<Row>()).toMatchObject({ activities: ['1.1.1'] });
    expect(await members.findOne({ _id: 'person-21' }).lean<Row>()).toMatchObject({ activities: [] });
  });

  test('two people of one name are told apart by their positions', async () => {
    const asked = await ask('สถานะ มานะย รักงาน');
    expect(asked).toContain('ตำแหน่งที่ 22');
    expect(await ask('มานะย รักงาน')).toContain('ตำแหน่งที่ 22');
    expect(await tap('ตำแหน่งที่ 22')).toContain('งานของ มานะย รักงาน');
  });

  test('whoever is no manager any more is shown nobody’s work', async () => {
    const { members } = office.database.models;
    await ask('สถานะ มานะ');
    await members.updateOne({ userId: PRASERT }, { $set: { roles: ['officer'] } });
    expect(await tap('มานะก รักงาน')).toContain('คำสั่งนี้สำหรับผู้บริหาร');
    await members.updateOne({ userId: PRASERT }, { $set: { roles: ['manager'] } });
  });
});

describe('activities', () => {
  const LABELS = Array.from({ length: 20 }, (_, at) => `1.1 ${at + 50})`);

  test.each([
    ['of a branch', 'เตือน 1.1', PRASERT],
    ['where none is found', 'ประวัติ 9.9', SOMSRI],
  ])('%s: all are on some page', async (_, typed, who) => {
    await office.database.models.members.updateOne({ userId: SOMSRI }, { $set: { activities: ['1'] } });
    const seen = await pages(await ask(typed, who), who);
    for (const label of LABELS) expect(seen.join('\n')).toContain(label);
    expect(seen.length).toBeGreaterThan(2);
    expect(seen.slice(1).join('\n')).not.toContain('ไม่พบ');
    expect(await tap('ก่อนหน้า', who)).toContain('ดูต่อ');
    await tap('ดูต่อ', who);
    expect(await tap('1.1 69)', who)).toContain('1.1 69)');
  });

  test('an activity behind a page can be asked for by its code all along', async () => {
    await ask('เตือน 1.1');
    expect(await ask('สถานะ 1.1.69')).toContain('งานเสริมลำดับ 69');
  });
});

describe('the place of a choice', () => {
  test('chooses an activity of the form, as its rows stand', async () => {
    const chosen: string[] = [];
    for (const typed of ['อันแรก', 'อันที่สองค่ะ']) {
      await office.say(SOMSRI, 'รายงาน');
      chosen.push(await ask(typed, SOMSRI));
      await office.say(SOMSRI, 'ยกเลิก');
    }
    for (const one of chosen) expect(one).toContain('ถึงขั้นใดแล้ว');
    expect(new Set(chosen).size).toBe(2);
  });

  test('counts only what is seen, nothing behind ดูต่อ', async () => {
    const rows = [...new Set((await ask('รายงาน', SOMSRI)).match(/\d+\.\d+ \d+\)/g))];
    expect(rows).toHaveLength(3);
    expect(await ask('อันที่ห้า', SOMSRI)).toContain('ต้องการรายงานกิจกรรมใด');
    expect(await ask('อันสุดท้าย', SOMSRI)).toContain(rows[2]);
    await office.say(SOMSRI, 'ยกเลิก');
  });

  test('chooses a person', async () => {
    await ask('มอบหมาย 1.1.1 ให้ มานะ');
    expect(await ask('คนที่สอง')).toContain('ให้ มานะข รักงาน หรือไม่');
    await ask('ยกเลิก');
  });
});
