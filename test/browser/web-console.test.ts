/** The console in a real browser: by links, by keyboard, without a barrier at any width; two languages. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeSetUpLink, NO_OFFICE } from '../../src/services/web-sessions.ts';
import { openBrowser } from '../helpers/browser.ts';
import { testDatabase } from '../helpers/database.ts';
import { openOffice, type TestOffice } from '../helpers/office.ts';
import { barriers } from './axe.ts';

const { uri } = testDatabase(import.meta.url);
let office: TestOffice;
let browser: Browser;
let page: Page;
const failures: string[] = [];

beforeAll(async () => {
  [office, browser] = await Promise.all([openOffice(uri), openBrowser()]);
  page = await browser.newPage({ viewport: { width: 390, height: 844 } });
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
  expect(failures).toEqual([]);
});

test('begins with what is there and what is to be done, in words', async () => {
  const steps = await page.innerText('.steps');
  expect(steps).toMatch(/✓ เรียบร้อย\s*แผน/);
  expect(steps).toMatch(/! ยังไม่ได้ทำ\s*ผู้ดูแลระบบ/);
  expect(await barriers(page)).toEqual([]);
});
