/** The published report in a real browser: no barrier, nothing cut off on a phone, shown in another site's frame. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { violations } from './axe.ts';
import { openBrowser } from '../helpers/browser.ts';
import { testDatabase } from '../helpers/database.ts';
import { openOffice, PRASERT, SOMSRI, type TestOffice } from '../helpers/office.ts';

const { uri } = testDatabase(import.meta.url);
let office: TestOffice;
let browser: Browser;
let page: Page;
let address: string;

beforeAll(async () => {
  [office, browser] = await Promise.all([openOffice(uri), openBrowser()]);
  office.clock.moveTo(new Date('2021-03-20T10:00:00+07:00'));
  await office.say(SOMSRI, '1.1 1) เสร็จแล้วค่ะ ใช้งบ 3,000 บาท ปัญหา: วิทยากรเลื่อน');
  await office.tap(SOMSRI, 'บันทึก');
  for (const [word, button] of [
    ['ปิดงวด 6 เดือน', 'ยืนยันปิดงวด'],
    ['เผยแพร่', 'เผยแพร่'],
  ] as const) {
    await office.say(PRASERT, word);
    await office.tap(PRASERT, button);
  }
  const row = await office.database.models.offices.findOne({}).lean<{ _id: string }>();
  address = `${office.app.url}/reports/${row!._id}/2564/6`;
  page = await browser.newPage();
});
afterAll(async () => {
  await browser.close();
  await office.close();
});

it('on a desk nothing is cut off and nobody is shut out', async () => {
  const width = 1440;
  await page.setViewportSize({ width, height: 900 });
  const failures: string[] = [];
  page.on('console', (message) => message.type() === 'error' && failures.push(message.text()));
  await page.goto(address);
  expect(await violations(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  // letters of our own, from our own address
  expect(await page.evaluate(() => document.fonts.check('18px Sarabun'))).toBe(true);
  expect(failures).toEqual([]);
});

it('is read by keyboard: first to the table, then file by file', async () => {
  await page.goto(address);
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('ข้ามไปยังตาราง');
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('results');
});

it('stands in a frame of the office’s own site', async () => {
  const other: Server = createServer((_request, response) =>
    response.setHeader('content-type', 'text/html').end(`<iframe src="${address}" title="report"></iframe>`),
  ).listen(0);
  await page.goto(`http://localhost:${(other.address() as AddressInfo).port}`);
  await page.frameLocator('iframe').locator('#results').waitFor();
  other.close();
});
