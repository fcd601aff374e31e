/** The console in a real browser: by links, by keyboard, without a barrier at any width; two languages. */
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { slotsBetween } from '../../src/jobs/cron-slots.ts';
import { freeRides } from '../../src/jobs/free-rides.ts';
import type { Job } from '../../src/jobs/job.ts';
import { reminders } from '../../src/jobs/reminders.ts';
import { sealer } from '../../src/services/sealing.ts';
import { makeSetUpLink, NO_OFFICE } from '../../src/services/web-sessions.ts';
import { openBrowser } from '../helpers/browser.ts';
import { testDatabase } from '../helpers/database.ts';
import { openOffice, PRASERT, SOMSRI, type TestOffice } from '../helpers/office.ts';
import { linkFor } from '../helpers/web-visitor.ts';
import { says, signaturesBy, type WebhookReceiver, webhookReceiver } from '../helpers/webhook-receiver.ts';
import { barriers } from './axe.ts';
import { keepPicture } from './keep-picture.ts';

const { uri } = testDatabase(import.meta.url);
let office: TestOffice;
let browser: Browser;
let page: Page;
let receiver: WebhookReceiver;
const failures: string[] = [];

beforeAll(async () => {
  const settings = {
    sealer: sealer('a key of this test that is long enough'),
    webhooks: { loopbackHttp: true, internalHosts: [] },
  };
  [office, browser, receiver] = await Promise.all([
    openOffice(uri, settings),
    openBrowser(),
    webhookReceiver(),
  ]);
  page = await browser.newPage({ viewport: { width: 390, height: 844 }, locale: 'en-US' });
  page.setDefaultTimeout(20_000);
  page.on('pageerror', (error) => failures.push(error.message));
  const { token } = await makeSetUpLink(office.database, NO_OFFICE, office.clock.now());
  await page.goto(`${office.app.url}/open/${token}`);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.steps');
});
afterAll(async () => {
  await browser.close();
  await office.close();
  await receiver.close();
  expect(failures).toEqual([]);
});

/** By its heading, with the keyboard. */
async function openSection(title: string): Promise<void> {
  const section = page.locator('details.section', {
    has: page.getByRole('heading', { name: title, exact: true }),
  });
  await section.locator('summary').first().press('Enter');
  await expect.poll(() => section.evaluate((one) => (one as HTMLDetailsElement).open)).toBe(true);
}

test('begins with what is there and what is to be done, in words', async () => {
  const steps = await page.innerText('.steps');
  expect(steps).toMatch(/✓ เรียบร้อย\s*แผน/);
  expect(steps).toMatch(/! ยังไม่ได้ทำ\s*ผู้ดูแลระบบ/);
  // what is to be mended is not looked for among what is fine
  expect(await page.innerText('.checks')).toMatch(/! ต้องแก้\s*เมนูใต้แชท/);
  expect(await page.innerText('.checks')).not.toContain('เรียบร้อย');
  await keepPicture(page, 'console-home');
  await page.locator('.checks summary').press('Enter');
  await expect.poll(() => page.innerText('.checks')).toMatch(/✓ เรียบร้อย\s*บัญชี LINE/);
});

test('takes an office’s Word plan: read, looked at, stored', async () => {
  await page.click('nav.views a[href="#plan"]');
  await page.setInputFiles('input[type=file]', 'test/fixtures/plans/A-word-seed.docx');
  await page.waitForSelector('table.mapping');
  expect(await barriers(page)).toEqual([]);
  await keepPicture(page, 'console-plan');
  // a choice holds for each table that has the heading, and the file is read anew
  const owners = page.locator('table.mapping select[aria-label*=ผู้รับผิดชอบ]');
  await owners.first().selectOption('');
  await expect
    .poll(() => owners.evaluateAll((all) => all.map((one) => (one as HTMLSelectElement).value)))
    .toEqual(['', '', '']);
  const save = page.getByRole('button', { name: 'บันทึกแผนนี้' });
  for (const box of await page.locator('.check input').all()) await box.check();
  await save.press('Enter');
  await page.waitForSelector('.good');
  await expect.poll(() => page.innerText('.steps')).toContain('ใช้อยู่');
  // the same again changes nothing, and there is nothing to store
  await page.setInputFiles('input[type=file]', 'test/fixtures/plans/A-word-seed.docx');
  await page.getByText('ไม่มีอะไรเปลี่ยนแปลง').waitFor();
  expect(await save.isDisabled()).toBe(true);
});

test('says of a file that is no plan what to do, and of one too large before it is sent', async () => {
  const bad = { name: 'แผน.xlsx', mimeType: 'text/html', buffer: Buffer.from('<html>แผน</html>') };
  await page.setInputFiles('input[type=file]', bad);
  await page.waitForSelector('.bad');
  expect(await page.innerText('.bad')).toContain('ไม่พบตาราง');
  await page.setInputFiles('input[type=file]', { ...bad, buffer: Buffer.alloc(11 * 1024 ** 2) });
  await page.waitForFunction(() => document.querySelector('.bad')?.textContent.includes('10 MB'));
});

test('looks after people: a form by keyboard, a code with its picture', async () => {
  // the plan that is used now has other works than the one before
  const { members } = office.database.models;
  expect((await members.findOne({ userId: SOMSRI }).lean())!.activities).toEqual([]);
  await members.updateOne({ userId: SOMSRI }, { $set: { activities: ['1'] } });
  await page.click('nav.views a[href="#people"]');
  const edit = page.getByRole('button', { name: /^แก้ไข (?:นาง)?สมศรี/ });
  await edit.press('Enter');
  await page.getByLabel('ชื่อ-สกุลที่พิมพ์ในรายงาน').fill('นางสมศรี ใจดี');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.told .good');
  // it is told as soon as it is stored; the list follows
  await expect.poll(() => page.innerText('.people')).toContain('นางสมศรี ใจดี');
  expect(await edit.evaluate((one) => one === document.activeElement)).toBe(true);
  await page.getByRole('button', { name: 'ออกรหัสเชิญ' }).press('Enter');
  await page.waitForSelector('.made img');
  await edit.press('Enter');
  expect(await barriers(page)).toEqual([]);
  await keepPicture(page, 'console-people');
  // taking somebody out asks first, with a way out
  const takeOut = page.getByRole('button', { name: 'นำออกจากหน่วยงาน' });
  const asked = page.getByRole('group', { name: /รายงานเดิมยังอยู่/ });
  await takeOut.press('Enter');
  await asked.getByRole('button', { name: 'ยกเลิก' }).press('Enter');
  await expect.poll(() => asked.count()).toBe(0);
  await takeOut.waitFor();
  // so does handing over, which nobody sorts apart again
  await page.getByLabel('ส่งมอบกิจกรรมทั้งหมดให้').selectOption({ index: 1 });
  await page.getByRole('button', { name: 'ส่งมอบ', exact: true }).press('Enter');
  await page.getByRole('group', { name: /^ส่งมอบกิจกรรมทั้งหมดของ นางสมศรี ใจดี ให้/ }).waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'ส่งมอบ', exact: true }).waitFor();
  // a code that somebody may have on paper by now, too
  const codes = page.locator('section', { hasText: /^รหัสที่ยังใช้ได้/ });
  const before = await codes.getByRole('row').count();
  await codes
    .getByRole('button', { name: /^ยกเลิกรหัส/ })
    .first()
    .press('Enter');
  await codes.getByRole('button', { name: 'ยกเลิก', exact: true }).press('Enter');
  expect(await codes.getByRole('row').count()).toBe(before);
  await codes
    .getByRole('button', { name: /^ยกเลิกรหัส/ })
    .first()
    .press('Enter');
  await codes.getByRole('button', { name: 'ยืนยันยกเลิกรหัส' }).press('Enter');
  await expect.poll(() => codes.getByRole('row').count()).toBe(before - 1);
});

test('sets the office up: the report is shown as it will be, days are chosen by B.E. date', async () => {
  await page.click('nav.views a[href="#settings"]');
  // on a phone all there is to set is on one screen, by its headings
  await openSection('รายงานรอบ 6 และ 12 เดือน');
  await keepPicture(page, 'console-settings');
  await page.getByRole('button', { name: 'เพิ่มผู้ลงนาม' }).press('Enter');
  // whoever is not filled in yet keeps the report from nothing
  await page.getByLabel('หัวเรื่องของรายงาน').fill('รายงานผลของโรงเรียน');
  await expect.poll(() => page.innerText('.paper .heading')).toBe('รายงานผลของโรงเรียน');
  await openSection('วันหยุดและวันทำการ');
  await page.getByLabel('ปี พ.ศ.').selectOption('2564');
  await page.locator('label.field', { hasText: /^เดือน/ }).locator('select').selectOption('6');
  await page.getByLabel('ชื่อวัน').fill('วันก่อตั้งโรงเรียน');
  await page.getByRole('button', { name: 'เพิ่มวัน' }).press('Enter');
  await page.waitForSelector('.told .good');
  await expect.poll(() => page.innerText('main')).toMatch(/มิถุนายน 2564\s*หยุด\s*วันก่อตั้งโรงเรียน/);
  await openSection('โควตาข้อความของเดือนนี้');
  await page.getByLabel('ใช้ไม่เกินกี่ข้อความต่อเดือน').fill('200');
  await page.getByRole('button', { name: 'บันทึก', exact: true }).press('Enter');
  await page.waitForSelector('.told .good');
  expect(await barriers(page)).toEqual([]);
});

test('closes a section of the settings without losing what is typed, and says that it is not saved', async () => {
  const report = page.locator('details', { hasText: 'รายงานรอบ 6 และ 12 เดือน' });
  const reminding = page.locator('details', { hasText: 'จำนวนครั้ง และการแจ้งผู้บริหาร' });
  await openSection('การเตือน');
  await reminding.getByLabel('เตือนไม่เกินกี่ครั้ง').fill('7');
  await openSection('รายงานรอบ 6 และ 12 เดือน');
  await expect.poll(() => reminding.evaluate((one) => (one as HTMLDetailsElement).open)).toBe(false);
  expect(await reminding.locator('summary').innerText()).toContain('! ยังไม่ได้บันทึก');
  // the way back leads to the section before, and is no way out of the page
  await page.goBack();
  await expect.poll(() => reminding.evaluate((one) => (one as HTMLDetailsElement).open)).toBe(true);
  expect(await reminding.getByLabel('เตือนไม่เกินกี่ครั้ง').inputValue()).toBe('7');
  await reminding.getByRole('button', { name: 'บันทึก', exact: true }).press('Enter');
  await expect.poll(() => reminding.locator('summary').innerText()).not.toContain('ยังไม่ได้บันทึก');
  expect(await report.locator('summary').innerText()).toContain('! ยังไม่ได้บันทึก');
  // its address opens it
  await page.reload();
  await reminding.getByLabel('เตือนไม่เกินกี่ครั้ง').waitFor();
  expect(await reminding.getByLabel('เตือนไม่เกินกี่ครั้ง').inputValue()).toBe('7');
  expect(await report.evaluate((one) => (one as HTMLDetailsElement).open)).toBe(false);
});

test('offers the times at which something is sent, in 24 hours in a browser of any language', async () => {
  const offered = async (label: string, job: Job) => {
    const options = page.getByLabel(label).locator('option');
    const [from, to] = ['2021-03-14', '2021-03-15'].map((day) => new Date(`${day}T23:59:59+07:00`));
    const times = slotsBetween(job.cron, from!, to!).map((slot) => slot.slice(11));
    expect(await options.evaluateAll((all) => all.map((one) => (one as HTMLOptionElement).value))).toEqual(
      times,
    );
    expect(await options.allInnerTexts()).toEqual(times.map((time) => `${time.replace(':', '.')}\u00A0น.`));
  };
  await offered('เวลาที่ส่งการเตือน', reminders);
  await openSection('โควตาข้อความของเดือนนี้');
  await offered('ถ้าวันนั้นยังไม่พิมพ์ ให้ส่งเวลา', freeRides);
  // what stands in the office's settings is no other time because it is not offered
  const own = { $set: { 'settings.reminders.at': '08:45' } };
  await office.database.models.offices.collection.updateMany({}, own);
  await page.reload();
  await openSection('การเตือน');
  expect(await page.getByLabel('เวลาที่ส่งการเตือน').inputValue()).toBe('08:45');
});

test('connects another system: a webhook that is tried, a token that reads, each shown once', async () => {
  await openSection('เชื่อมกับระบบอื่น');
  const section = page.locator('details.section', { hasText: 'เชื่อมกับระบบอื่น' });
  await section.getByLabel('ที่อยู่ (https://)').fill(receiver.url);
  await page.keyboard.press('Enter');
  const secret = await section.locator('.secret').innerText();
  await section.getByRole('button', { name: 'คัดลอกแล้ว' }).press('Enter');
  await expect.poll(() => section.locator('.secret').count()).toBe(0);
  await section.getByRole('button', { name: 'ส่งทดสอบ' }).press('Enter');
  await section.locator('.told .good').waitFor();
  expect(signaturesBy(secret, receiver.got[0]!)).toBe(1);
  await section.getByText('ผลการส่งล่าสุด').press('Enter');
  await expect.poll(() => section.innerText()).toContain('ทดสอบ · ปลายทางรับแล้ว');
  await section.getByLabel('ใช้กับระบบใด').fill('ระบบของกลุ่มแผน');
  await page.keyboard.press('Enter');
  const token = await section.locator('.secret').innerText();
  const shown = await fetch(`${office.app.url}/api/v1/office`, {
    headers: { authorization: `Bearer ${token}` },
  });
  expect(shown.status).toBe(200);
  expect(await barriers(page)).toEqual([]);
  await section.getByRole('button', { name: 'คัดลอกแล้ว' }).press('Enter');
  await section.getByRole('button', { name: /^ยกเลิกโทเค็น/ }).press('Enter');
  await section.getByRole('button', { name: /^ยืนยันยกเลิก/ }).press('Enter');
  await expect.poll(() => section.innerText()).not.toContain('ระบบของกลุ่มแผน');
  receiver.answer = says(503);
  await section.getByRole('button', { name: 'ส่งทดสอบ' }).press('Enter');
  await expect.poll(() => section.innerText()).toContain('ปลายทางตอบรหัส 503');
  const remove = section.getByRole('button', { name: /^ลบ/ });
  await remove.press('Enter');
  expect(await barriers(page)).toEqual([]);
  await section.getByRole('button', { name: 'ยกเลิก', exact: true }).press('Enter');
  await expect.poll(() => remove.evaluate((one) => one === document.activeElement)).toBe(true);
  expect(await section.innerText()).toContain(receiver.url);
  await remove.press('Enter');
  await section.getByRole('button', { name: 'ยืนยันลบ' }).press('Enter');
  await expect.poll(() => section.innerText()).toContain('ยังไม่มี webhook');
});

test('tells of the bot at work', async () => {
  await page.click('nav.views a[href="#operation"]');
  const acts = page.getByRole('region', { name: 'บันทึกการดูแลระบบ' });
  await acts.waitFor();
  await expect.poll(() => acts.innerText()).toContain('นำเข้าแผน');
  await keepPicture(page, 'console-operation');
});

test('drops what gave up when it is asked a second time', async () => {
  const { offices, outbox } = office.database.models;
  const { _id: id } = (await offices.findOne({}).lean<{ _id: string }>())!;
  const gaveUp = {
    state: 'dead',
    purpose: 'reminder',
    to: PRASERT,
    kind: 'push',
    attempts: 9,
    error: '400 The property, to, is invalid',
  };
  const createdAt = office.clock.now();
  await outbox.collection.insertOne({ ...gaveUp, _id: 'late', office: id, fence: 0, createdAt } as never);
  await page.reload();
  await page.getByText('LINE ไม่รับข้อความนี้ ทำซ้ำอาจไม่ได้ผล').waitFor();
  await page.getByRole('button', { name: /^ทิ้ง/ }).press('Enter');
  await page.getByText('ทิ้งแล้วเรียกคืนไม่ได้').waitFor();
  expect(await barriers(page)).toEqual([]);
  expect(await outbox.findOne({ _id: 'late' }).lean()).toMatchObject({ state: 'dead' });
  await page.getByRole('button', { name: 'ยืนยันทิ้ง' }).press('Enter');
  await page.locator('.told .good', { hasText: 'ทิ้งแล้ว' }).waitFor();
  expect(await outbox.findOne({ _id: 'late' }).lean()).toMatchObject({ state: 'cancelled' });
});

test('erases a person’s data when it is asked a second time', async () => {
  await page.getByLabel('เลือกบุคคล').selectOption({ index: 1 });
  await page.getByRole('button', { name: 'ลบข้อมูลตามคำขอ' }).press('Enter');
  await page.getByText('ลบแล้วเรียกคืนไม่ได้').waitFor();
  await page.getByRole('button', { name: 'ยืนยันลบ' }).press('Enter');
  // this server keeps no ledger, and erases nothing without one
  await page.locator('.told .bad', { hasText: 'ทะเบียนการลบ' }).waitFor();
});

test('opens to an administrator from chat too, in English', async () => {
  const { members } = office.database.models;
  await members.updateOne({ userId: PRASERT }, { $set: { roles: ['admin'], language: 'en' } });
  await page.goto(`${office.app.url}/open/${await linkFor(office, PRASERT, '/console')}`);
  // whoever set up is still signed in here
  await page.getByRole('button').press('Enter');
  await page.getByRole('heading', { name: 'Console' }).waitFor();
  await page.goto(`${office.app.url}/console#connection`);
  await page.locator('section.card').first().waitFor();
  await keepPicture(page, 'console-english');
});

test('sends at most 70 KB of script to a page', async () => {
  const scripts = await page.evaluate(() =>
    [...performance.getEntriesByType('resource')]
      .map(({ name }) => name)
      .filter((name) => name.endsWith('.js')),
  );
  const bodies = await Promise.all(scripts.map(async (url) => (await fetch(url)).arrayBuffer()));
  const size = bodies.reduce((sum, body) => sum + gzipSync(Buffer.from(body)).length, 0);
  expect(scripts.length).toBeGreaterThan(0);
  expect(size).toBeLessThan(70 * 1024);
});

test('has the office’s data to fetch and nothing else while the office is suspended', async () => {
  const { offices, members } = office.database.models;
  await members.updateOne({ userId: PRASERT }, { $set: { language: 'th' } });
  await offices.updateMany({}, { $set: { suspendedAt: office.clock.now() } });
  try {
    await page.reload();
    await page.getByText('หยุดใช้งานชั่วคราว').waitFor();
    expect(await page.locator('section.card h2').allInnerTexts()).toEqual(['ข้อมูลทั้งหมดของหน่วยงาน']);
    expect(await page.locator('nav a').allInnerTexts()).toEqual(['จัดการระบบ']);
    await page.getByRole('button', { name: 'จัดทำไฟล์ข้อมูลทั้งหมดของหน่วยงาน' }).press('Enter');
    const link = page.getByRole('link', { name: 'ดาวน์โหลดไฟล์' });
    await link.waitFor();
    expect(await barriers(page)).toEqual([]);
    await keepPicture(page, 'console-suspended');
    const [file] = await Promise.all([page.waitForEvent('download'), link.press('Enter')]);
    expect(file.suggestedFilename()).toMatch(/^kuebna-.+\.backup$/);
  } finally {
    await offices.updateMany({}, { $unset: { suspendedAt: 1 } });
  }
});
