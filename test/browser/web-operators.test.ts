/** The operators' pages in a real Chromium: three offices from a list, links to their administrators, reports from two, and a joint report that says who is missing. */
import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeOperatorLink } from '../../src/services/operators.ts';
import { openBrowser } from '../helpers/browser.ts';
import { testDatabase } from '../helpers/database.ts';
import { openOffice, SOMSRI, type TestOffice, WIPHA, wordsIn } from '../helpers/office.ts';
import { visitAsOperator } from '../helpers/web-visitor.ts';
import { barriers } from './axe.ts';
import { keepPicture } from './keep-picture.ts';

const { uri } = testDatabase(import.meta.url);
const OFFICES = ['สำนักงานเหนือ', 'สำนักงานใต้', 'สำนักงานตะวันออก'];
const CSV = `\ufeffชื่อหน่วยงาน,หน่วยงานต้นสังกัด,ชื่อผู้ดูแลระบบ\r\n${OFFICES.map((name, at) => `${name},กระทรวง,ผู้ดูแล ${at}`).join('\r\n')}\r\n,กระทรวง,ไม่มีชื่อ\r\n`;
/** Said by an officer of each of the first two. */
const CANARY = ['นกกะรางหัวขวานเหนือ', 'ปลากระเบนราหูใต้'];
const PEOPLE = [WIPHA, SOMSRI];
const SAMPLE = new URL('../../samples/plan-2564.json', import.meta.url);

let office: TestOffice;
let browser: Browser;
let page: Page;
const failures: string[] = [];
/** Every answer the operator's browser got, as bytes. */
const answers: Buffer[] = [];
const links: { name: string; url: string; code: string }[] = [];
const admins: Page[] = [];

beforeAll(async () => {
  [office, browser] = await Promise.all([openOffice(uri), openBrowser()]);
  page = await open(390);
  page.on('response', (response) => {
    response.body().then(
      (body) => void answers.push(body),
      () => undefined,
    );
  });
}, 240_000);
afterAll(async () => {
  await browser.close();
  await office.close();
  expect(failures).toEqual([]);
});

async function open(width: number): Promise<Page> {
  const own = await browser.newContext({ viewport: { width, height: 844 }, acceptDownloads: true });
  const opened = await own.newPage();
  opened.setDefaultTimeout(30_000);
  opened.on('pageerror', (error) => failures.push(error.message));
  return opened;
}
const view = (name: string) => page.locator('nav.views').getByRole('link', { name }).click();
const told = (words: string | RegExp) => page.locator('.told', { hasText: words }).waitFor();

test('an operator comes by the link, and makes three offices from a list with a broken line', async () => {
  const { token } = await makeOperatorLink(office.database, 'กองนโยบาย', office.clock.now());
  await page.goto(`${office.app.url}/open/${token}`);
  await page.getByRole('button', { name: 'เข้าใช้งาน' }).click();
  await page.getByRole('heading', { name: 'ทุกหน่วยงาน' }).waitFor();
  await view('เพิ่มหน่วยงาน');
  const downloading = page.waitForEvent('download');
  await page.getByRole('link', { name: 'ดาวน์โหลดแบบฟอร์ม' }).click();
  expect(await readFile(await (await downloading).path(), 'utf8')).toContain('ชื่อหน่วยงาน');
  await page.getByRole('button', { name: 'เลือกไฟล์ CSV' }).waitFor();
  const list = { name: 'หน่วยงาน.csv', mimeType: 'text/csv', buffer: Buffer.from(CSV) };
  await page.setInputFiles('input[type=file]', list);
  await told('เพิ่มแล้ว 3 แห่ง มีอยู่แล้ว 0 แห่ง ต้องแก้ 1 แถว');
  expect(await page.innerText('main')).toContain('แถวที่ 5: ไม่มีชื่อหน่วยงาน');
  await page.getByRole('button', { name: 'ออกลิงก์ให้ผู้ดูแลระบบ 3 แห่ง' }).click();
  await page.locator('table.links tbody tr').nth(2).waitFor();
  for (const row of await page.locator('table.links tbody tr').all()) {
    const [name, owner, url, code] = await row.locator('th, td').allInnerTexts();
    links.push({ name: name!, url: url!, code: code! });
    expect(owner).toContain('ผู้ดูแล');
  }
  expect(links.map(({ name }) => name)).toEqual(OFFICES);
  await keepPicture(page, 'offices-links', 'pages');
  expect(await barriers(page)).toEqual([]);
  await page.setInputFiles('input[type=file]', list);
  await told('เพิ่มแล้ว 0 แห่ง มีอยู่แล้ว 3 แห่ง');
});

test('gives all of them the template plan', async () => {
  await view('แผนต้นแบบ');
  await page.getByRole('button', { name: 'เลือกไฟล์แผนต้นแบบ' }).waitFor();
  await page.getByLabel('เลือกไฟล์แผนต้นแบบ').setInputFiles({
    name: 'แผน.json',
    mimeType: 'application/json',
    buffer: await readFile(SAMPLE),
  });
  await told('บันทึกแผนต้นแบบแล้ว');
  // what all of them get and cannot be taken back is asked about
  await page.getByRole('button', { name: 'ให้แผนนี้แก่หน่วยงานที่ยังไม่มีแผนของปีนี้ (3 แห่ง)' }).click();
  await page.getByText('ให้แผนนี้แก่ 3 หน่วยงานหรือไม่').waitFor();
  await page.getByRole('button', { name: 'ยืนยันให้แผน' }).click();
  await told('ให้แผนแล้ว 3 แห่ง');
  await page.getByText('ทุกหน่วยงานมีแผนของปีนี้แล้ว').waitFor();
  await page.getByRole('button', { name: 'ดูว่าแต่ละหน่วยงานแก้จากต้นแบบอย่างไร' }).click();
  await page.getByText('ต่างจากต้นแบบ 0 แห่ง').waitFor();
  expect(await barriers(page)).toEqual([]);
  await keepPicture(page, 'offices-template', 'pages');
});

test('each administrator opens their own link with its code, and nobody opens it again', async () => {
  for (const { url, code, name } of links) {
    const admin = await open(390);
    await admin.goto(url.replace('localhost', '127.0.0.1'));
    await admin.getByLabel('รหัส 6 หลัก').fill(code);
    expect(await barriers(admin)).toEqual([]);
    await admin.getByRole('button', { name: 'เข้าใช้งาน' }).click();
    await admin.locator('.top .office', { hasText: name }).waitFor();
    admins.push(admin);
  }
  const other = await open(390);
  await other.goto(links[0]!.url.replace('localhost', '127.0.0.1'));
  expect(await other.innerText('main')).toContain('ลิงก์นี้ใช้ไปแล้ว');
});

test('officers join two of the offices and report', async () => {
  for (const [at, user] of PEOPLE.entries()) {
    const admin = admins[at]!;
    await admin.locator('nav.views').getByRole('link', { name: 'ผู้ใช้' }).click();
    const form = admin.locator('section', { hasText: 'เชิญทีละคน' });
    await form.locator('summary').click();
    await form.locator('.check input').first().check();
    await form.getByRole('button', { name: 'ออกรหัสเชิญ' }).click();
    const code = /[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{2}/.exec(await admin.innerText('.made'))![0];
    let said = wordsIn(await office.say(user, `ลงทะเบียน ${code}`));
    if (said.includes('รหัสของหน่วยงานอื่น')) said = wordsIn(await office.tap(user, 'ลงทะเบียน'));
    if (said.includes('ยินยอม')) await office.tap(user, 'รับทราบและยินยอม');
    await office.say(user, `1.2 กำลังดำเนินการ 40% ผลคือ ${CANARY[at]} ปัญหาคือ ${CANARY[at]}`);
    await office.tap(user, 'บันทึก');
    const stored = await office.database.models.updates
      .find({ 'said.result': new RegExp(CANARY[at]!) })
      .lean();
    expect(stored).toHaveLength(1);
    const [owner] = await office.database.models.offices.find({ _id: stored[0]!.office }).lean();
    expect(owner!.name).toBe(OFFICES[at]);
  }
});

test('the overview shows figures, and who needs help first, by keyboard and on a phone', async () => {
  await view('ภาพรวม');
  await page.locator('table.offices').waitFor();
  await page.getByLabel('ค้นหาชื่อหน่วยงาน').fill('สำนักงาน');
  await page.getByText('พบ 4 แห่ง').waitFor();
  const east = page.locator('table.offices tr', { hasText: OFFICES[2]! });
  expect(await east.innerText()).toContain('ยังไม่เคย');
  expect(await barriers(page)).toEqual([]);
  await keepPicture(page, 'offices-overview', 'pages');
  await east.getByRole('button').focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: `ดูแล ${OFFICES[2]}` }).waitFor();
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('look-after');
  // one is led back to where one was in a long list
  await page.getByRole('button', { name: 'กลับไปรายชื่อหน่วยงาน' }).click();
  await expect
    .poll(() => east.getByRole('button').evaluate((one) => one === document.activeElement))
    .toBe(true);
  await page.keyboard.press('Enter');
  expect(await page.innerText('section[aria-labelledby=look-after]')).toContain('เปิดลิงก์แล้วเมื่อ');
  await page.getByRole('button', { name: 'จัดทำไฟล์ข้อมูลทั้งหมดของหน่วยงาน' }).click();
  await page.getByText('✓ จัดทำไฟล์แล้ว').waitFor();
  expect(await page.getByRole('link', { name: 'ดาวน์โหลดไฟล์' }).count()).toBe(0);
  expect(await barriers(page)).toEqual([]);
});

test('the joint report says who is missing', async () => {
  await view('รายงานรวม');
  await page.getByLabel('ปีงบประมาณ').fill('');
  expect(await page.getByLabel('ปีงบประมาณ').inputValue()).toBe('');
  await page.getByRole('button', { name: 'จัดทำรายงาน' }).click();
  await page.getByText('กรุณาใส่ปีงบประมาณเป็น พ.ศ.').waitFor();
  await page.getByLabel('ปีงบประมาณ').fill('2564');
  const begun = page.waitForResponse(
    (one) => one.url().endsWith('/report') && one.request().method() === 'POST',
  );
  await page.getByRole('button', { name: 'จัดทำรายงาน' }).click();
  await begun;
  // whoever leaves the page comes back to it
  await page.reload();
  await page.getByText('✓ จัดทำแล้ว').waitFor({ timeout: 60_000 });
  expect(await barriers(page)).toEqual([]);
  await keepPicture(page, 'offices-report', 'pages');
  const downloading = page.waitForEvent('download');
  await page.getByRole('link', { name: 'ดาวน์โหลด' }).click();
  const bytes = await readFile(await (await downloading).path());
  // the file of one half is not offered as the other's
  await page.getByLabel('รอบ').selectOption('12 เดือน');
  expect(await page.getByRole('link', { name: 'ดาวน์โหลด' }).count()).toBe(0);
  await page.getByLabel('รอบ').selectOption('6 เดือน');
  expect(await page.getByRole('link', { name: 'ดาวน์โหลด' }).count()).toBe(1);
  answers.push(bytes);
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes as never);
  const rows: string[] = [];
  book.worksheets[0]!.eachRow((row) => void rows.push(JSON.stringify(row.values)));
  const missing = rows.slice(rows.findIndex((row) => row.includes('ค. ข้อมูลที่ยังขาด')));
  const leaves = missing.filter((row) => row.includes('ยังไม่มีรายงาน'));
  const of = (name: string) => leaves.find((row) => row.includes(name))!;
  expect(of(OFFICES[2]!)).toContain('1.2');
  const count = (name: string): number => Number(/ยังไม่มีรายงาน (\d+) กิจกรรม/.exec(of(name))![1]);
  expect([count(OFFICES[0]!), count(OFFICES[1]!)]).toEqual([count(OFFICES[2]!) - 1, count(OFFICES[2]!) - 1]);
  // the template's activities, over the three offices that have them
  const common = rows.slice(
    0,
    rows.findIndex((row) => row.includes('ข. จำแนกตามหน่วยงาน')),
  );
  const shared = common.filter((row) => row.includes('4 หน่วยงาน:'));
  expect(shared.length).toBeGreaterThan(5);
  expect(shared.filter((row) => row.includes('อยู่ระหว่างดำเนินงาน 2')).length).toBeGreaterThan(0);
  expect(shared.every((row) => row.includes(OFFICES[2]!))).toBe(true);
  for (const words of CANARY) expect(rows.join('')).not.toContain(words);
  for (const words of CANARY)
    expect(answers.filter((body) => body.includes(words)).map((body) => body.length)).toEqual([]);
});

test('a joint report under way is found again after the page was left, also where the line breaks meanwhile', async () => {
  const { downloads } = office.database.models;
  const change = (set: object) =>
    downloads.collection.updateOne({ kind: 'joint-report' } as never, { $set: set });
  const held = { holder: 'another', until: new Date(Date.now() + 600_000) };
  await change({ ...held, state: 'laying', done: 3, of: 9, 'wish.half': 2, 'wish.format': 'docx' });
  await page.reload();
  await page.getByText('จัดหน้าแล้ว 3 จาก 9 แถว').waitFor();
  const fields = ['ปีงบประมาณ', 'รอบ', 'รูปแบบไฟล์'].map((label) => page.getByLabel(label));
  expect(await Promise.all(fields.map((one) => one.inputValue()))).toEqual(['2564', '2', 'docx']);
  expect(await Promise.all(fields.map((one) => one.isDisabled()))).toEqual([true, true, true]);
  expect(await page.getByRole('button', { name: 'จัดทำรายงาน' }).isDisabled()).toBe(true);
  expect(await barriers(page)).toEqual([]);
  await keepPicture(page, 'offices-report-under-way', 'pages');
  await page.context().setOffline(true);
  await page.locator('.bad').waitFor();
  await page.context().setOffline(false);
  // nobody holds it any more: it is taken up and made
  await change({ state: 'waiting', holder: null, until: new Date(0), tries: 0 });
  await page.getByText('✓ จัดทำแล้ว').waitFor({ timeout: 60_000 });
  const downloading = page.waitForEvent('download');
  await page.getByRole('link', { name: 'ดาวน์โหลด' }).click();
  expect((await downloading).suggestedFilename()).toMatch(/12 เดือน.*docx/);
});

test('what one office wrote is in nothing another is shown', async () => {
  const paths = ['', '/checks', '/connection', '/plan', '/people', '/settings', '/operation'];
  for (const [at, admin] of admins.entries()) {
    for (const path of paths) {
      const answer = await admin.request.get(`${office.app.url}/web/console${path}`);
      const text = await answer.text();
      for (const [of, words] of CANARY.entries()) if (of !== at) expect(text).not.toContain(words);
    }
  }
});

test('is in English for an operator who reads it', async () => {
  const { token } = await makeOperatorLink(office.database, 'Division', office.clock.now(), 'en');
  const english = await open(360);
  await english.goto(`${office.app.url}/open/${token}`);
  await english.locator('button').click();
  await english.getByRole('heading', { name: 'All offices' }).waitFor();
  expect(await english.getAttribute('html', 'lang')).toBe('en');
  for (const one of ['Overview', 'Add offices', 'Template plan', 'Joint report']) {
    await english.locator('nav.views').getByRole('link', { name: one }).click();
    await english.locator('section.card').first().waitFor();
    expect(await english.locator('main').innerText()).not.toMatch(/[ก-๛]{3,} (?:แห่ง|กรุณา)/);
  }
  expect(await barriers(english)).toEqual([]);
  expect(await visitAsOperator(office, 'Division')).toBeDefined();
});
