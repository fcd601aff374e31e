/** Every page there is, in both languages, on a small phone and enlarged to 200 %: nothing in people's way, nothing cut off, all of it by keyboard, no state by colour alone. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Language } from '../../src/domain/member.ts';
import { SECTIONS } from '../../src/web/page/console/settings/data.ts';
import { openBrowser } from '../helpers/browser.ts';
import { testDatabase } from '../helpers/database.ts';
import { openOffice, PRASERT, SOMSRI, type TestOffice } from '../helpers/office.ts';
import { linkFor } from '../helpers/web-visitor.ts';
import { violations } from './axe.ts';
import { outOfReach } from './by-keyboard.ts';
import { keepPicture } from './keep-picture.ts';

const { uri } = testDatabase(import.meta.url);
/** A small phone. */
const PHONE = 360;
/** What 200 % leaves of a screen 1280 wide; what axe finds does not depend on it. */
const ENLARGED = 640;
let office: TestOffice;
let browser: Browser;
let page: Page;
/** Each with what is there once it is drawn. */
let pages: readonly (readonly [name: string, address: string, drawn: string])[];
const failures: string[] = [];

beforeAll(async () => {
  [office, browser] = await Promise.all([openOffice(uri), openBrowser()]);
  office.clock.moveTo(new Date('2021-03-20T10:00:00+07:00'));
  for (const said of [
    '1.1 1) เสร็จแล้วค่ะ ใช้งบ 3,000 บาท',
    '1.2 1) กำลังดำเนินการ ร้อยละ 40 ปัญหา: วิทยากรเลื่อน',
    '1.1 2) ใช้งบ 31,500 บาท',
  ]) {
    await office.say(SOMSRI, said);
    await office.tap(SOMSRI, 'บันทึก');
  }
  for (const [word, button] of [
    ['ปิดงวด 6 เดือน', 'ยืนยันปิดงวด'],
    ['เผยแพร่', 'เผยแพร่'],
  ] as const) {
    await office.say(PRASERT, word);
    await office.tap(PRASERT, button);
  }
  const { members, offices } = office.database.models;
  await members.updateOne({ userId: PRASERT }, { $set: { roles: ['admin', 'manager', 'officer'] } });
  await members.updateOne({ userId: SOMSRI }, { $set: { officialName: 'นางสาวสมศรีสุรางค์รัตน์ ใจดีประเสริฐวงศ์' } });
  const { _id: id } = (await offices.findOne({}).lean<{ _id: string }>())!;
  const another = await linkFor(office, SOMSRI, '/form');
  page = await browser.newPage({ viewport: { width: 390, height: 844 } });
  page.setDefaultTimeout(20_000);
  page.on('pageerror', (error) => failures.push(error.message));
  const here = await linkFor(office, PRASERT, '/dashboard');
  await page.goto(`${office.app.url}/open/${here}`);
  await page.click('button');
  await page.waitForSelector('table.tree');
  pages = [
    ['console-home', '/console#home', '.checks .status'],
    ['console-connection', '/console#connection', 'section.card'],
    ['console-plan', '/console#plan', '.buttons button'],
    ['console-people', '/console#people', '.people'],
    ['console-settings', '/console#settings', '.section'],
    ...SECTIONS.map((one) => {
      const drawn = one === 'report' ? '.paper .heading' : '.section[open]';
      return [`console-settings-${one}`, `/console#settings/${one}`, drawn] as const;
    }),
    ['console-operation', '/console#operation', 'table'],
    ['dashboard', '/dashboard', 'table.tree'],
    ['dashboard-months', '/dashboard#view=months', 'table.months'],
    ['dashboard-obstacles', '/dashboard#view=obstacles', 'ul.obstacles'],
    ['dashboard-people', '/dashboard#view=people', 'table'],
    ['dashboard-activity', '/dashboard#activity=1.2.1', 'ol.history'],
    ['form-list', '/form', '.activities'],
    ['form', '/form#activity=1.2.1', '#field-result'],
    ['publication-preview', '/web/publication/1', 'table'],
    ['publication', `/reports/${id}/2564/6`, '#results'],
    ['link-of-another', `/open/${another}`, 'main.note button'],
    ['link-used', `/open/${here}`, 'main.note'],
  ];
});
afterAll(async () => {
  await browser.close();
  await office.close();
  expect(failures).toEqual([]);
});

/** A change of the place alone would draw the page before anew; another host's page between would cost a new process each time. */
async function visit(address: string, drawn: string): Promise<void> {
  await page.goto(`${office.app.url}/healthz`);
  await page.goto(office.app.url + address);
  await page.waitForSelector(drawn);
}

/** What tells a state without a word, for who sees no colour. */
const wordless = () =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.status, .good, .bad, .overdue, .over')]
      .filter((one) => one.checkVisibility() && one.innerText.trim() === '' && !one.ariaLabel)
      .map((one) => `colour alone: ${one.outerHTML.slice(0, 120)}`),
  );

const tooWide = (width: number) =>
  page.evaluate((most) => {
    const wide = document.documentElement.scrollWidth;
    return wide > most ? [`${wide} px wide`] : [];
  }, width);

test.each<Language>(['th', 'en'])('each is open to everybody (%s)', async (language) => {
  await office.database.models.members.updateMany({}, { $set: { language } });
  const found: unknown[] = [];
  for (const [name, address, drawn] of pages) {
    await visit(address, drawn);
    await page.setViewportSize({ width: ENLARGED, height: 800 });
    found.push(...(await tooWide(ENLARGED)).map((one) => [name, one]));
    await page.setViewportSize({ width: PHONE, height: 800 });
    const barriers = [...(await violations(page)), ...(await tooWide(PHONE)), ...(await wordless())];
    found.push(...barriers.map((one) => [name, one]));
  }
  expect(found).toEqual([]);
});

test('each is gone through by keyboard alone, and shows where one is', async () => {
  const found: unknown[] = [];
  for (const [name, address, drawn] of pages) {
    await visit(address, drawn);
    found.push(...(await outOfReach(page)).map((one) => [name, one]));
  }
  expect(found).toEqual([]);
});

test('the way past the head leaves the page where it is', async () => {
  const found: unknown[] = [];
  // a published report shows the same at every place within it
  for (const [name, address, drawn] of pages.filter(([one]) => !one.startsWith('publication'))) {
    await visit(address, drawn);
    if ((await page.locator('.skip').count()) === 0) continue;
    await page.locator('.skip').press('Enter');
    const at = await page.evaluate(() => [document.activeElement?.id, location.pathname + location.hash]);
    if (at.join(' ') !== `content ${address}`) found.push([name, at]);
  }
  expect(found).toEqual([]);
});

test.runIf(process.env['KEEP_PICTURES'] === '1')('each is in the guide', async () => {
  await office.database.models.members.updateMany({}, { $set: { language: 'th' } });
  // of the settings' sections two are enough
  const others = SECTIONS.filter((one) => one !== 'report' && one !== 'reminders');
  const left = others.map((one) => `console-settings-${one}`);
  for (const [name, address, drawn] of pages.filter(([one]) => !left.includes(one))) {
    await visit(address, drawn);
    await keepPicture(page, name, 'pages');
  }
});
