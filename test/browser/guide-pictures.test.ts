/** Walks what docs/guide shows, so that the guide cannot rot; with KEEP_PICTURES=1 it writes the guide's pictures anew. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../helpers/browser.ts';
import { type DemoProcess, freePort, startDemo } from '../helpers/demo-process.ts';
import { palettePng } from './palette-png.ts';

const keep = process.env.KEEP_PICTURES === '1';
const folder = new URL('../../docs/pictures/guide/', import.meta.url);
const SOMSRI = 'สมศรี ใจดี';
const PRASERT = 'ประเสริฐ ตั้งมั่น';
const WIPHA = 'วิภา รักเรียน';
const GROUP = 'กลุ่ม กลุ่มติดตามแผน สพป.พิษณุโลก เขต 1';
const WIDTH = 390;
const MOST_BYTES = 120_000;

let browser: Browser;
let page: Page;
let demo: DemoProcess;
let dataDir: string;

beforeAll(async () => {
  browser = await openBrowser();
  dataDir = await mkdtemp(join(tmpdir(), 'kuebna-guide-'));
  demo = await startDemo({ dataDir, mongoUri: null, port: await freePort() });
  page = await browser.newPage({ viewport: { width: WIDTH, height: 844 }, deviceScaleFactor: 2 });
  page.setDefaultTimeout(60_000);
  await page.goto(demo.page);
  if (keep) await mkdir(folder, { recursive: true });
});
afterAll(async () => {
  await browser.close();
  await demo.stop();
  await rm(dataDir, { recursive: true, force: true });
});

// By attributes rather than by roles: to compute the names of all roles in four long chats takes seconds.
const phone = (name: string): Locator => page.locator(`.phone[aria-label="${name}"]`);
const log = (name: string): Locator => phone(name).locator('.messages');

/** Takes a person's phone into the hand. */
async function turnTo(name: string): Promise<void> {
  if (await phone(name).isVisible()) return;
  await page
    .getByRole('navigation')
    .getByRole('button', { name: name.split(' ')[0]! })
    .click();
  await phone(name).waitFor();
}

async function type(name: string, text: string): Promise<void> {
  await turnTo(name);
  const box = phone(name).locator('textarea');
  await box.fill(text);
  await box.press('Enter');
}

async function tap(name: string, label: string): Promise<void> {
  await turnTo(name);
  await phone(name).locator('button, [role=button]', { hasText: label }).last().click();
}

/** Waits until the newest messages of a chat show the words. */
async function sees(name: string, ...words: (string | RegExp)[]): Promise<void> {
  await turnTo(name);
  for (const word of words) await log(name).locator('.row').getByText(word).last().waitFor();
}

async function clockTo(moment: string): Promise<void> {
  const answer = await page.request.post(`${demo.page}/act`, { data: { act: 'clock', to: moment } });
  expect(await answer.json()).toMatchObject({ ok: true });
}

/** The phone, tall enough for all from the person's last words on (or for the last `rows` messages); a longer card is cut below. */
async function picture(file: string, name: string, rows?: number): Promise<void> {
  if (!keep) return;
  await turnTo(name);
  const { top, tall } = await log(name).evaluate((box, count) => {
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
  await log(name).evaluate((box, from) => (box.scrollTop = from), top);
  await keepShot(file, await phone(name).screenshot());
}

async function keepShot(file: string, png: Buffer): Promise<void> {
  const small = palettePng(png);
  expect(small.length, file).toBeLessThan(MOST_BYTES);
  await writeFile(new URL(`${file}.png`, folder), small);
}

/** A drawn meeting, to be sent as a photo. */
async function meeting(): Promise<Buffer> {
  const other = await browser.newPage({ viewport: { width: 640, height: 420 } });
  const seat =
    '<i style="display:inline-block;margin:14px;width:64px;height:64px;border-radius:50%;background:#5b4a3f"></i>';
  await other.setContent(`<body style="margin:0;background:#d9cdb8;text-align:center;font:700 30px Sarabun,sans-serif">
    <div style="margin:34px 60px 20px;padding:34px;background:#1f5f8b;color:#fff;border:8px solid #fff">ITA Online</div>
    <div style="height:70px;margin:0 40px;background:#8a6d4b"></div><div>${seat.repeat(6)}</div></body>`);
  const photo = await other.screenshot({ type: 'jpeg', quality: 80 });
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
  await phone(SOMSRI).getByRole('group', { name: /^เมนู / }).waitFor();
  await picture('officer-start', SOMSRI);

  await type(SOMSRI, '1.2 เสร็จแล้วค่ะ ใช้งบ 28,500 บาท');
  await sees(SOMSRI, 'กรุณาตรวจสอบก่อนบันทึก', '28,500 บาท');
  await picture('officer-sentence', SOMSRI);

  await tap(SOMSRI, 'ใช้งบแล้ว');
  await sees(SOMSRI, 'ใช้งบประมาณไปแล้วรวมทั้งสิ้นกี่บาท', 'ใช้เต็มวงเงิน');
  await picture('officer-field', SOMSRI);
  await type(SOMSRI, '27,500');
  await sees(SOMSRI, '27,500 บาท');
  await tap(SOMSRI, 'บันทึก');
  await sees(SOMSRI, '✓ บันทึกแล้ว', 'ยกเลิกรายงานนี้');
  await picture('officer-saved', SOMSRI);
}

/** The three chats of the README's picture: a receipt, a summary, an invitation. */
async function managerAndGuest(): Promise<void> {
  await type(PRASERT, 'สรุป');
  await sees(PRASERT, 'เสร็จแล้ว 1 จาก 11 กิจกรรม', 'ยังไม่รายงาน');
  await picture('manager-summary', PRASERT);

  await type(WIPHA, 'ลงทะเบียน DEMO-7K3W-9R');
  await sees(WIPHA, 'การคุ้มครองข้อมูลส่วนบุคคล', 'รับทราบและยินยอม');
  await picture('officer-join', WIPHA);
  await sideBySide();
  await tap(WIPHA, 'รับทราบและยินยอม');
  await sees(WIPHA, 'ลงทะเบียนเรียบร้อยแล้ว', 'กิจกรรมของท่าน 4 รายการ');
  await picture('officer-welcome', WIPHA);
}

async function sideBySide(): Promise<void> {
  if (!keep) return;
  const wide = await browser.newPage({ viewport: { width: 1440, height: 760 } });
  await wide.goto(demo.page);
  // Opened low, the page keeps the menus closed.
  await wide.setViewportSize({ width: 1440, height: 860 });
  await wide.getByRole('button', { name: 'แผงควบคุม', exact: true }).click();
  // The manager's answer stands in the first line of a long card.
  await wide.getByRole('region', { name: PRASERT }).getByText('เสร็จแล้ว 1 จาก 11 กิจกรรม').waitFor();
  await wide
    .getByRole('region', { name: PRASERT })
    .getByRole('log')
    .evaluate((box) => (box.scrollTop = 0));
  await wide.locator('.phones').evaluate((box) => (box.scrollLeft = 0));
  await keepShot('simulator', await wide.screenshot());
  await wide.close();
}

async function officerAfterwards(): Promise<void> {
  await type(SOMSRI, 'แก้งบเป็น 25,000');
  await sees(SOMSRI, 'กรุณาตรวจสอบรายการที่แก้ไข', 'เดิม 27,500 บาท');
  await picture('officer-correct', SOMSRI);
  await tap(SOMSRI, 'บันทึก');
  await sees(SOMSRI, '✓ บันทึกแล้ว', '25,000 บาท');

  await type(SOMSRI, 'รายงาน 1.3 1)');
  await sees(SOMSRI, 'ข้อ 1/5', 'กำลังดำเนินการ');
  await picture('officer-form', SOMSRI);
  await tap(SOMSRI, 'กำลังดำเนินการ');
  await sees(SOMSRI, 'กรุณาสรุปผลการดำเนินงานโดยย่อ');
  await type(SOMSRI, 'จัดกิจกรรมจิตอาสาแล้ว 2 ครั้ง');
  await sees(SOMSRI, 'ข้อ 3/5');
  await type(SOMSRI, '1,500');
  await sees(SOMSRI, 'ข้อ 4/5');
  await tap(SOMSRI, 'ไม่มี');
  await sees(SOMSRI, 'กรุณาส่งรูปภาพหรือไฟล์หลักฐานในแชทนี้');
  await phone(SOMSRI)
    .getByLabel('เลือกรูปภาพที่จะส่ง')
    .setInputFiles({ name: 'meeting.jpg', mimeType: 'image/jpeg', buffer: await meeting() });
  await sees(SOMSRI, 'แนบหลักฐานแล้ว', 'จัดกิจกรรมจิตอาสาแล้ว 2 ครั้ง', '1 รายการ');
  await picture('officer-photo', SOMSRI);
  await tap(SOMSRI, 'บันทึก');
  await sees(SOMSRI, 'ดูหลักฐาน');

  await type(SOMSRI, 'งานของฉัน');
  await sees(SOMSRI, 'เลยกำหนด 31 ม.ค. 64');
  await picture('officer-work', SOMSRI);
  await type(SOMSRI, 'ประวัติ 1.2');
  await sees(SOMSRI, 'ประวัติการรายงาน', 'โดย สมศรี ใจดี');
  await tap(SOMSRI, 'รายละเอียด');
  await sees(SOMSRI, 'เปลี่ยนจากเดิม');
  await picture('officer-history', SOMSRI);
  await type(SOMSRI, 'หลักฐาน 1.3 1)');
  await sees(SOMSRI, 'หลักฐาน 1.3 1): 1 รายการ', 'เปิดดู');
  await picture('officer-evidence', SOMSRI);
  await type(SOMSRI, 'ยกเลิกรายงานล่าสุด');
  await type(SOMSRI, 'ยืนยันการยกเลิก');
  await sees(SOMSRI, 'ข้อมูลกลับเป็นดังก่อนรายงานนั้น');
  await picture('officer-undo', SOMSRI);

  await type(SOMSRI, 'ลาถึง 20 ก.พ.');
  await sees(SOMSRI, 'ให้ผู้ใดปฏิบัติแทน', 'ไม่มีผู้แทน');
  await picture('officer-away', SOMSRI);
  await tap(SOMSRI, WIPHA);
  await sees(SOMSRI, 'การแจ้งเตือนจะส่งถึง วิภา รักเรียน');
  await type(SOMSRI, 'กลับมาแล้ว');
  await sees(SOMSRI, 'ยินดีต้อนรับกลับ');
  await type(SOMSRI, 'ช่วยเหลือ');
  await sees(SOMSRI, 'วิธีใช้งาน');
  await tap(SOMSRI, 'คำสั่งทั้งหมด');
  await sees(SOMSRI, 'ลาและให้ผู้อื่นแทน');
  await picture('officer-help', SOMSRI);
}

async function managerAsks(): Promise<void> {
  await type(PRASERT, 'สถานะ 1.2');
  await sees(PRASERT, 'ครบกำหนด', /^รายงานล่าสุด สมศรี ใจดี 15 ก.พ. 64/);
  await picture('manager-status', PRASERT);
  await type(PRASERT, 'สถานะ สมศรี');
  await sees(PRASERT, 'งานของ สมศรี ใจดี');
  await type(PRASERT, 'ล่าช้า');
  await sees(PRASERT, 'กิจกรรมที่เลยกำหนด');
  await picture('manager-overdue', PRASERT);
  await type(PRASERT, 'ยังไม่รายงาน');
  await sees(PRASERT, 'ใครยังไม่รายงาน', /^ยังไม่รายงาน \d คน/);
  await picture('manager-missing', PRASERT);
  await type(PRASERT, 'งบประมาณ');
  await sees(PRASERT, 'คงเหลือ');
  await tap(PRASERT, 'รายละเอียด');
  await sees(PRASERT, /^ใช้ 0 บาท จาก 50,000 บาท/);
  await picture('manager-budget', PRASERT);
}

async function managerActs(): Promise<void> {
  await type(PRASERT, 'เตือน 2');
  await sees(PRASERT, 'ส่งข้อความขอความคืบหน้ากิจกรรม 2. หรือไม่', 'แจ้งเมื่อผู้รับทักมา (ฟรี)');
  await picture('manager-nudge', PRASERT);
  await tap(PRASERT, 'ส่ง (1 ข้อความ)');
  await sees(PRASERT, 'ส่งข้อความถึง วิภา รักเรียน แล้ว');
  await sees(WIPHA, 'ประเสริฐ ตั้งมั่น ขอทราบความคืบหน้าของกิจกรรม 2.');
  await type(PRASERT, 'มอบหมาย 5 ให้ สมศรี');
  await sees(PRASERT, 'มอบหมายกิจกรรม 5. ให้ สมศรี ใจดี หรือไม่');
  await picture('manager-assign', PRASERT);
  await tap(PRASERT, 'เพิ่มเป็นผู้ร่วม');
  await sees(PRASERT, 'และแจ้งผู้เกี่ยวข้องแล้ว');
  await type(PRASERT, 'ประกาศ ขอให้รายงานภายในวันศุกร์นี้');
  await sees(PRASERT, 'ส่งประกาศนี้หรือไม่', 'ส่งทั้งหมด', 'ส่งรายบุคคล (2)');
  await picture('manager-announce', PRASERT);
  await tap(PRASERT, 'ส่งรายบุคคล (2)');
  await sees(PRASERT, 'ส่งประกาศแล้วถึง 2 คน');
  await type(PRASERT, 'รายงาน 6 เดือน');
  await sees(PRASERT, 'รายงานรอบ 6 เดือน ปีงบประมาณ 2564', 'ฉบับร่าง', 'Word', 'Excel', 'PDF');
  await picture('manager-report', PRASERT);
}

async function remindersCome(): Promise<void> {
  await clockTo('2021-02-16T08:31:00+07:00');
  await sees(SOMSRI, 'งานที่ขอให้รายงาน', 'ติดปัญหา', 'เตือนพรุ่งนี้');
  await picture('officer-reminder', SOMSRI, 2);
  await type(SOMSRI, 'เตือนพรุ่งนี้');
  await sees(SOMSRI, 'จะเตือนอีกครั้งวันที่ 17 ก.พ. 64');
  await clockTo('2021-03-01T09:01:00+07:00');
  await sees(GROUP, 'ความก้าวหน้าตามแผน');
  await log(GROUP).locator('img').last().waitFor();
  await picture('manager-monthly', GROUP, 3);
}

async function periodCloses(): Promise<void> {
  await clockTo('2021-04-01T09:30:00+07:00');
  await type(PRASERT, 'ปิดงวด 6 เดือน');
  await sees(PRASERT, 'ปิดงวดรอบ 6 เดือน ปีงบประมาณ 2564 หรือไม่', 'ยืนยันปิดงวด');
  await picture('manager-close', PRASERT);
  await tap(PRASERT, 'ยืนยันปิดงวด');
  await sees(PRASERT, 'ปิดงวดรอบ 6 เดือนแล้ว เป็นฉบับที่ 1', 'ฉบับที่ 1');
  await picture('manager-closed', PRASERT);
}
