/** Walks what docs/guide shows, so that the guide cannot rot; with KEEP_PICTURES=1 a real browser writes the guide's pictures anew. */
import { mkdir, writeFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../helpers/browser.ts';
import { testDatabase } from '../helpers/database.ts';
import { picture as anyPicture } from '../helpers/evidence-files.ts';
import { GROUP, openOffice, PRASERT, SOMSRI, type TestOffice, WIPHA, wordsIn } from '../helpers/office.ts';
import { palettePng } from './palette-png.ts';
import { openPhones, type Phones } from './phones.ts';

const { uri } = testDatabase(import.meta.url);
const keep = process.env.KEEP_PICTURES === '1';
const folder = new URL('../../docs/pictures/guide/', import.meta.url);
const WIDTH = 390;
const MOST_BYTES = 120_000;

let office: TestOffice;
/** Only where pictures are drawn. */
let browser: Browser | null = null;
let phones: Phones | null = null;

beforeAll(async () => {
  office = await openOffice(uri, { clockwork: true });
  await office.app.clockwork!.catchUp();
  if (!keep) return;
  await mkdir(folder, { recursive: true });
  browser = await openBrowser();
  phones = await openPhones(browser, office, 2);
});
afterAll(async () => {
  await browser?.close();
  await office.close();
});

const type = (user: string, text: string) => office.say(user, text);
const tap = (user: string, label: string) => office.tap(user, label);

/** The newest messages of a chat must have the words. */
function sees(chat: string, ...words: (string | RegExp)[]): void {
  const said = wordsIn(
    office.simulator
      .state()
      .messages.filter((one) => one.chat === chat && one.from === 'bot')
      .slice(-3),
  );
  for (const word of words)
    if (typeof word === 'string') expect(said).toContain(word);
    else expect(said).toMatch(new RegExp(word, 'm'));
}

async function clockTo(moment: string): Promise<void> {
  await office.simulator.act({ act: 'clock', to: moment });
  await office.app.clockwork!.catchUp();
  await office.app.outbox.flush();
}

/** The phone, tall enough for all from the person's last words on (or for the last `rows` messages); a longer card is cut below. */
async function picture(file: string, chat: string, rows?: number): Promise<void> {
  if (!phones) return;
  const { page } = phones;
  const phone = await phones.turnTo(chat);
  const log = phone.locator('.messages');
  const { top, tall } = await log.evaluate((box, count) => {
    const all = [...box.querySelectorAll<HTMLElement>('.row')];
    const own = all.findLastIndex((row) => row.classList.contains('own'));
    const first = all.at(count === 0 ? own : -count);
    const last = all.at(-1);
    if (!first || !last) return { top: 0, tall: innerHeight };
    const from = first.getBoundingClientRect().top - box.getBoundingClientRect().top + box.scrollTop;
    const end = last.getBoundingClientRect().bottom - box.getBoundingClientRect().top + box.scrollTop;
    return { top: from - 14, tall: end - from + 28 + innerHeight - box.clientHeight };
  }, rows ?? 0);
  await page.setViewportSize({ width: WIDTH, height: Math.round(Math.max(560, Math.min(1320, tall))) });
  await log.evaluate((box, from) => (box.scrollTop = from), top);
  await keepShot(file, await phone.screenshot());
}

async function keepShot(file: string, png: Buffer): Promise<void> {
  const small = palettePng(png);
  expect(small.length, file).toBeLessThan(MOST_BYTES);
  await writeFile(new URL(`${file}.png`, folder), small);
}

/** A drawn meeting, to be sent as a photo. */
async function meeting(): Promise<Buffer> {
  if (!browser) return anyPicture(1);
  const other = await browser.newPage({ viewport: { width: 640, height: 420 } });
  const seat =
    '<i style="display:inline-block;margin:14px;width:64px;height:64px;border-radius:50%;background:#5b4a3f"></i>';
  await other.setContent(`<body style="margin:0;background:#d9cdb8;text-align:center;font:700 30px Sarabun,sans-serif">
    <div style="margin:34px 60px 20px;padding:34px;background:#1f5f8b;color:#fff;border:8px solid #fff">ITA Online</div>
    <div style="height:70px;margin:0 40px;background:#8a6d4b"></div><div>${seat.repeat(6)}</div></body>`);
  const photo = await other.screenshot({ type: 'png' });
  await other.close();
  return photo;
}

test('the guide shows what is there', { timeout: keep ? 600_000 : 300_000 }, async () => {
  await officerReports();
  await managerAndGuest();
  await officerAfterwards();
  await managerAsks();
  await managerActs();
  await remindersCome();
  await periodCloses();
});

async function officerReports(): Promise<void> {
  await picture('officer-start', SOMSRI);

  await type(SOMSRI, '1.2 เสร็จแล้วค่ะ ใช้งบ 28,500 บาท');
  sees(SOMSRI, 'กรุณาตรวจสอบก่อนบันทึก', '28,500 บาท');
  await picture('officer-sentence', SOMSRI);

  await tap(SOMSRI, 'ใช้งบแล้ว');
  sees(SOMSRI, 'ใช้งบประมาณไปแล้วรวมทั้งสิ้นกี่บาท', 'ใช้เต็มวงเงิน');
  await picture('officer-field', SOMSRI);
  await type(SOMSRI, '27,500');
  sees(SOMSRI, '27,500 บาท');
  await tap(SOMSRI, 'บันทึก');
  sees(SOMSRI, '✓ บันทึกแล้ว', 'ยกเลิกรายงานนี้');
  await picture('officer-saved', SOMSRI);
}

/** The three chats of the README's picture: a receipt, a summary, an invitation. */
async function managerAndGuest(): Promise<void> {
  await type(PRASERT, 'สรุป');
  sees(PRASERT, 'เสร็จแล้ว 1 จาก 11 กิจกรรม', 'ยังไม่เคยรายงาน');
  await picture('manager-summary', PRASERT);

  await type(WIPHA, 'ลงทะเบียน DEMO-7K3W-9R');
  sees(WIPHA, 'การคุ้มครองข้อมูลส่วนบุคคล', 'รับทราบและยินยอม');
  await picture('officer-join', WIPHA);
  await sideBySide();
  await tap(WIPHA, 'รับทราบและยินยอม');
  sees(WIPHA, 'ลงทะเบียนเรียบร้อยแล้ว', 'กิจกรรมของท่าน 4 รายการ');
  await picture('officer-welcome', WIPHA);
}

async function sideBySide(): Promise<void> {
  if (!browser) return;
  const wide = await browser.newPage({ viewport: { width: 1440, height: 760 } });
  await wide.goto(`${office.app.url}/simulator`);
  // Opened low, the page keeps the menus closed.
  await wide.setViewportSize({ width: 1440, height: 860 });
  await wide.locator(`[data-chat="${PRASERT}"]`).getByText('เสร็จแล้ว 1 จาก 11 กิจกรรม').waitFor();
  await wide.locator(`[data-chat="${PRASERT}"] .messages`).evaluate((box) => (box.scrollTop = 0));
  await wide.locator('.phones').evaluate((box) => (box.scrollLeft = 0));
  await keepShot('simulator', await wide.screenshot());
  await wide.close();
}

async function officerAfterwards(): Promise<void> {
  await type(SOMSRI, 'แก้งบเป็น 25,000');
  sees(SOMSRI, 'กรุณาตรวจสอบรายการที่แก้ไข', 'เดิม 27,500 บาท');
  await picture('officer-correct', SOMSRI);
  await tap(SOMSRI, 'บันทึก');
  sees(SOMSRI, '✓ บันทึกแล้ว', '25,000 บาท');

  await type(SOMSRI, 'รายงาน 1.3 1)');
  sees(SOMSRI, 'ข้อ 1/5', 'กำลังดำเนินการ');
  await picture('officer-form', SOMSRI);
  await tap(SOMSRI, 'กำลังดำเนินการ');
  sees(SOMSRI, 'กรุณาสรุปผลการดำเนินงานโดยย่อ');
  await type(SOMSRI, 'จัดกิจกรรมจิตอาสาแล้ว 2 ครั้ง');
  sees(SOMSRI, 'ข้อ 3/5');
  await type(SOMSRI, '1,500');
  sees(SOMSRI, 'ข้อ 4/5');
  await tap(SOMSRI, 'ไม่มี');
  sees(SOMSRI, 'กรุณาส่งรูปภาพหรือไฟล์หลักฐานในแชทนี้');
  const base64 = (await meeting()).toString('base64');
  await office.act({ act: 'image', user: SOMSRI, chat: SOMSRI, base64, contentType: 'image/png' }, SOMSRI);
  sees(SOMSRI, 'แนบหลักฐานแล้ว', 'จัดกิจกรรมจิตอาสาแล้ว 2 ครั้ง', '1 รายการ');
  await picture('officer-photo', SOMSRI);
  await tap(SOMSRI, 'บันทึก');
  sees(SOMSRI, 'ดูหลักฐาน');

  await type(SOMSRI, 'งานของฉัน');
  sees(SOMSRI, 'เลยกำหนด 31 ม.ค. 64');
  await picture('officer-work', SOMSRI);
  await type(SOMSRI, 'ประวัติ 1.2');
  sees(SOMSRI, 'ประวัติการรายงาน', 'โดย สมศรี ใจดี');
  await tap(SOMSRI, 'รายละเอียด');
  sees(SOMSRI, 'เปลี่ยนจากเดิม');
  await picture('officer-history', SOMSRI);
  await type(SOMSRI, 'หลักฐาน 1.3 1)');
  sees(SOMSRI, 'หลักฐาน 1.3 1): 1 รายการ', 'เปิดดู');
  await picture('officer-evidence', SOMSRI);
  await type(SOMSRI, 'ยกเลิกรายงานล่าสุด');
  await type(SOMSRI, 'ยืนยันการยกเลิก');
  sees(SOMSRI, 'ข้อมูลกลับเป็นดังก่อนรายงานนั้น');
  await picture('officer-undo', SOMSRI);

  await type(SOMSRI, 'ลาถึง 20 ก.พ.');
  sees(SOMSRI, 'ให้ผู้ใดปฏิบัติแทน', 'ไม่มีผู้แทน');
  await picture('officer-away', SOMSRI);
  await tap(SOMSRI, 'วิภา รักเรียน');
  sees(SOMSRI, 'การแจ้งเตือนจะส่งถึง วิภา รักเรียน');
  await type(SOMSRI, 'กลับมาแล้ว');
  sees(SOMSRI, 'ยินดีต้อนรับกลับ');
  await type(SOMSRI, 'ช่วยเหลือ');
  sees(SOMSRI, 'วิธีใช้งาน');
  await tap(SOMSRI, 'คำสั่งทั้งหมด');
  sees(SOMSRI, 'ลาและให้ผู้อื่นแทน');
  await picture('officer-help', SOMSRI);
}

async function managerAsks(): Promise<void> {
  await type(PRASERT, 'สถานะ 1.2');
  sees(PRASERT, 'ครบกำหนด', /^รายงานล่าสุด สมศรี ใจดี 15 ก.พ. 64/);
  await picture('manager-status', PRASERT);
  await type(PRASERT, 'สถานะ สมศรี');
  sees(PRASERT, 'งานของ สมศรี ใจดี');
  await type(PRASERT, 'ล่าช้า');
  sees(PRASERT, 'กิจกรรมที่เลยกำหนด');
  await picture('manager-overdue', PRASERT);
  await type(PRASERT, 'ยังไม่รายงาน');
  sees(PRASERT, 'ใครยังไม่รายงาน', /^ยังไม่รายงาน \d คน/);
  await picture('manager-missing', PRASERT);
  await type(PRASERT, 'งบประมาณ');
  sees(PRASERT, 'คงเหลือ');
  await tap(PRASERT, 'รายละเอียด');
  sees(PRASERT, /^ใช้ 0 บาท จาก 50,000 บาท/);
  await picture('manager-budget', PRASERT);
}

async function managerActs(): Promise<void> {
  await type(PRASERT, 'เตือน 2');
  sees(PRASERT, 'ส่งข้อความขอความคืบหน้ากิจกรรม 2. หรือไม่', 'แจ้งเมื่อผู้รับทักมา (ฟรี)');
  await picture('manager-nudge', PRASERT);
  await tap(PRASERT, 'ส่ง (1 ข้อความ)');
  sees(PRASERT, 'ส่งข้อความถึง วิภา รักเรียน แล้ว');
  sees(WIPHA, 'ประเสริฐ ตั้งมั่น ขอทราบความคืบหน้าของกิจกรรม 2.');
  await type(PRASERT, 'มอบหมาย 5 ให้ สมศรี');
  sees(PRASERT, 'มอบหมายกิจกรรม 5. ให้ สมศรี ใจดี หรือไม่');
  await picture('manager-assign', PRASERT);
  await tap(PRASERT, 'เพิ่มเป็นผู้ร่วม');
  sees(PRASERT, 'และแจ้งผู้เกี่ยวข้องแล้ว');
  await type(PRASERT, 'ประกาศ ขอให้รายงานภายในวันศุกร์นี้');
  sees(PRASERT, 'ส่งประกาศนี้หรือไม่', 'ส่งทั้งหมด', 'ส่งรายบุคคล (2)');
  await picture('manager-announce', PRASERT);
  await tap(PRASERT, 'ส่งรายบุคคล (2)');
  sees(PRASERT, 'ส่งประกาศแล้วถึง 2 คน');
  await type(PRASERT, 'รายงาน 6 เดือน');
  sees(PRASERT, 'รายงานรอบ 6 เดือน ปีงบประมาณ 2564', 'ฉบับร่าง', 'Word', 'Excel', 'PDF');
  await picture('manager-report', PRASERT);
}

async function remindersCome(): Promise<void> {
  await clockTo('2021-02-16T08:31:00+07:00');
  sees(SOMSRI, 'งานที่ขอให้รายงาน', 'ติดปัญหา', 'เตือนพรุ่งนี้');
  await picture('officer-reminder', SOMSRI, 2);
  await type(SOMSRI, 'เตือนพรุ่งนี้');
  sees(SOMSRI, 'จะเตือนอีกครั้งวันพุธที่ 17 ก.พ. 64');
  await clockTo('2021-03-01T09:01:00+07:00');
  sees(GROUP, 'ความก้าวหน้าตามแผน');
  await picture('manager-monthly', GROUP, 3);
}

async function periodCloses(): Promise<void> {
  await clockTo('2021-04-01T09:30:00+07:00');
  await type(PRASERT, 'ปิดงวด 6 เดือน');
  sees(PRASERT, 'ปิดงวดรอบ 6 เดือนตามนี้หรือไม่', 'ยืนยันปิดงวด');
  await picture('manager-close', PRASERT);
  await tap(PRASERT, 'ยืนยันปิดงวด');
  sees(PRASERT, 'ปิดงวดรอบ 6 เดือนแล้ว เป็นฉบับที่ 1', 'ฉบับที่ 1');
  await picture('manager-closed', PRASERT);
}
