/** ปิดงวด: what is missing with whose it is, asked of everybody once; and the first half's new version before the year is closed. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { periodClose } from '../../src/jobs/period-close.ts';
import { checkReportSettings, storeReportSettings } from '../../src/services/report-settings.ts';
import { findOffices } from '../../src/db/offices.ts';
import { jobDeps } from '../helpers/job-deps.ts';
import { testDatabase } from '../helpers/database.ts';
import { wiphaJoins } from '../helpers/fresh-office.ts';
import { GROUP, openOffice, PRASERT, SOMSRI, type TestOffice, WIPHA, wordsIn } from '../helpers/office.ts';

const { uri } = testDatabase(import.meta.url);
let office: TestOffice;
const ask = async (text: string, user = PRASERT) => wordsIn(await office.say(user, text));
const used = (): number => office.simulator.state().quota.used;
const last = (chat: string, count: number) =>
  wordsIn(
    office.simulator
      .state()
      .messages.filter((one) => one.chat === chat && one.from === 'bot')
      .slice(-count),
  );
const versions = async () =>
  (await office.database.models.periods.find({}).sort({ half: 1, version: 1 }).lean()).map(
    ({ half, version }) => `${half}.${version}`,
  );
const says = async (words: string, user: string) => {
  await office.say(user, words);
  return wordsIn(await office.say(user, 'บันทึก'));
};

beforeAll(async () => {
  office = await openOffice(uri);
  const { activities, members } = office.database.models;
  await activities.updateMany({ leaf: true }, { $set: { months: ['2021-08'] } });
  await activities.updateMany(
    { code: { $in: ['1.1.1', '1.2.1', '2', '3'] } },
    { $set: { months: ['2021-03'] } },
  );
  await wiphaJoins(office);
  await says('1.2 กำลังดำเนินการ', SOMSRI);
  await says('กิจกรรมที่ 2 กำลังดำเนินการ ใช้งบ 500 บาท', WIPHA);
  await members.updateOne({ userId: WIPHA }, { $pull: { activities: '3' } });
  office.clock.moveTo(new Date('2021-04-02T10:00:00+07:00'));
});
afterAll(() => office.close());

describe('gaps', () => {
  test('are listed with their people, those nobody has too, and the cost beside the quota', async () => {
    const messages = await office.say(PRASERT, 'ปิดงวด');
    expect(wordsIn(messages).split('\n')).toEqual([
      'ปิดงวดรอบ 6 เดือนตามนี้หรือไม่',
      'เสร็จ 0/11 · ข้อมูลขาด: รายงาน 2, ตัวเลข 2, ผล 2, ยอดเงิน 1, ภาพ 2',
      'ขอข้อมูลจาก 2 คน ใช้ 2 ข้อความ (เดือนนี้เหลือ 300)',
      '! ยังมีรายการไม่ครบ เมื่อปิดแล้ว รายงานที่ส่งภายหลังจะถือว่าล่าช้า',
      'รายละเอียด',
      '[ยืนยันปิดงวด]',
      '[ยกเลิก]',
      '[ขอข้อมูลที่ขาดจากทุกคน]',
    ]);
    const all = await office.tap(PRASERT, 'รายละเอียด');
    const said = wordsIn(all);
    for (const shown of [
      '! ตัวเลขตามตัวชี้วัด, ผลการดำเนินงาน, ยอดเงินที่ใช้, ภาพหรือไฟล์หลักฐาน\nสมศรี ใจดี',
      '! ตัวเลขตามตัวชี้วัด, ผลการดำเนินงาน, ภาพหรือไฟล์หลักฐาน\nวิภา รักเรียน',
      '! ยังไม่เคยรายงาน\nสมศรี ใจดี',
      '! ยังไม่เคยรายงาน\nยังไม่มีผู้รับผิดชอบในระบบ',
      'ไม่ได้ระบุตัวเลขตามตัวชี้วัด 2 กิจกรรม',
      'ไม่ได้ระบุยอดเงินที่ใช้ 1 กิจกรรม',
      'ขอข้อมูลจาก 2 คน ใช้ 2 ข้อความ (เดือนนี้เหลือ',
    ])
      expect(said).toContain(shown);
    // what is planned for August is not asked for yet
    expect(said).not.toMatch(/1\.3 1\)[^\n]*\n! /);
    expect(wordsIn(all.slice(-1))).toContain('[ขอข้อมูลที่ขาดจากทุกคน]');
  });

  test('one tap asks each for exactly theirs, twice is not twice, and the card can still close', async () => {
    const before = used();
    await office.say(PRASERT, 'ปิดงวด');
    expect(wordsIn(await office.tap(PRASERT, 'ขอข้อมูลที่ขาดจากทุกคน'))).toContain(
      'ส่งข้อความถึง สมศรี ใจดี, วิภา รักเรียน แล้ว',
    );
    expect(used()).toBe(before + 2);
    const toSomsri = last(SOMSRI, 3);
    expect(toSomsri).toContain('ประเสริฐ ตั้งมั่น ขอข้อมูลที่ยังขาดสำหรับรายงานรอบ 6 เดือน');
    expect(toSomsri).toContain('• 1.1 1) ยังไม่เคยรายงาน');
    expect(toSomsri).toContain('• 1.2 1) ตัวเลขตามตัวชี้วัด, ผลการดำเนินงาน, ยอดเงินที่ใช้, ภาพหรือไฟล์หลักฐาน');
    expect(toSomsri).not.toContain('• 2.');
    expect(last(WIPHA, 3)).toContain('• 2. ตัวเลขตามตัวชี้วัด, ผลการดำเนินงาน, ภาพหรือไฟล์หลักฐาน');
    expect(wordsIn(await office.tap(PRASERT, 'ขอข้อมูลที่ขาดจากทุกคน'))).toContain(
      'วันนี้ขอข้อมูลจาก สมศรี ใจดี, วิภา รักเรียน แล้ว',
    );
    expect(used()).toBe(before + 2);
    expect(await ask('ปิดงวด')).not.toContain('[ขอข้อมูลที่ขาดจากทุกคน]');
    await office.say(PRASERT, 'ยกเลิก');
  });

  test('without room nothing is sent; free with the next answer is offered', async () => {
    office.clock.moveTo(new Date('2021-04-05T10:00:00+07:00'));
    await office.simulator.act({ act: 'switches', set: { quotaLimit: used() + 1 } });
    const said = await ask('ปิดงวด');
    expect(said).toContain('ไม่พอส่งถึง 2 คน');
    expect(said).not.toContain('[ขอข้อมูลที่ขาดจากทุกคน]');
    const before = used();
    await office.tap(PRASERT, 'แจ้งเมื่อผู้รับทักมา');
    expect(used()).toBe(before);
    expect(await ask('งานของฉัน', WIPHA)).toContain('• 2. ตัวเลขตามตัวชี้วัด, ผลการดำเนินงาน, ภาพหรือไฟล์หลักฐาน');
    await office.simulator.act({ act: 'switches', set: { quotaLimit: 300 } });
  });

  test('are nothing for officers and groups', async () => {
    expect(await ask('ปิดงวด', SOMSRI)).toContain('สำหรับผู้บริหาร');
    const said = wordsIn(await office.say(PRASERT, 'ปิดงวด', { chat: GROUP, mentionBot: true }));
    expect(said).toContain('แชทส่วนตัว');
    expect(said).not.toContain('สมศรี');
  });
});

describe('after the first half is closed', () => {
  test('typed again it offers no second half six months early', async () => {
    await office.say(PRASERT, 'ปิดงวด');
    await office.tap(PRASERT, 'ยืนยันปิดงวด');
    expect(await versions()).toEqual(['1.1']);
    const again = await ask('ปิดงวด');
    expect(again).toContain('ไม่มีข้อมูลเปลี่ยนแปลงหลังจากนั้น');
    expect(again).toContain('รอบ 12 เดือนสิ้นสุด 30 ก.ย. 64');
    expect(again).not.toContain('[ยืนยันปิดงวด]');
  });

  test('what changed gets its version before the year is closed', async () => {
    await says('กิจกรรมที่ 2 ใช้งบ 700 บาท', WIPHA);
    expect(await ask('ปิดงวด')).toContain('ออกฉบับที่ 2 รอบ 6 เดือนหรือไม่');
    await office.say(PRASERT, 'ยกเลิก');
    office.clock.moveTo(new Date('2021-10-04T10:00:00+07:00'));
    expect(await ask('ปิดงวด')).toContain('ออกฉบับที่ 2 ก่อนหรือไม่');
    expect(wordsIn(await office.tap(PRASERT, 'ข้ามไปรอบ 12 เดือน'))).toContain('ปิดงวดรอบ 12 เดือนตามนี้หรือไม่');
    await office.say(PRASERT, 'ยกเลิก');
    await office.say(PRASERT, 'ปิดงวด 12 เดือน');
    const done = wordsIn(await office.tap(PRASERT, 'ออกฉบับที่ 2'));
    expect(done).toContain('เป็นฉบับที่ 2');
    expect(done).toContain('ต่อไปพิมพ์ “ปิดงวด 12 เดือน”');
    expect(await versions()).toEqual(['1.1', '1.2']);
    expect(await ask('ปิดงวด 12 เดือน')).toContain('[ยืนยันปิดงวด]');
    await office.say(PRASERT, 'ยกเลิก');
  });

  test('the job that closes by itself makes it too', async () => {
    const { database, clock } = office;
    await says('กิจกรรมที่ 2 ใช้งบ 900 บาท', WIPHA);
    const [found] = (await findOffices(database.models)).offices;
    const checked = checkReportSettings({ closeAfterDays: 1 });
    if (!found || !checked.ok) throw new Error('no office');
    await storeReportSettings(database, found, checked.settings, clock.now());
    const deps = jobDeps(database, { limit: null, used: 0 });
    expect(await periodClose.run(deps, clock.now())).toMatchObject({ closed: 1 });
    expect(await versions()).toEqual(['1.1', '1.2', '1.3', '2.1']);
  });
});
