/** The dashboard in a real browser: the same figures as the chat, filters in the address, one activity, no barrier. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violations } from './axe.ts';
import { openBrowser } from '../helpers/browser.ts';
import { testDatabase } from '../helpers/database.ts';
import { openOffice, PRASERT, SOMSRI, type TestOffice, wordsIn } from '../helpers/office.ts';
import { linkFor } from '../helpers/web-visitor.ts';

const { uri } = testDatabase(import.meta.url);

let office: TestOffice;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  [office, browser] = await Promise.all([openOffice(uri), openBrowser()]);
  await office.say(SOMSRI, '1.1 1) เสร็จแล้วค่ะ ใช้งบ 3,000 บาท');
  await office.tap(SOMSRI, 'บันทึก');
  await office.say(SOMSRI, '1.2 1) กำลังดำเนินการ ปัญหา: วิทยากรเลื่อน');
  await office.tap(SOMSRI, 'บันทึก');
  page = await browser.newPage({ viewport: { width: 390, height: 844 } });
  const failures: string[] = [];
  page.on('pageerror', (error) => failures.push(error.message));
  page.on('console', (message) => message.type() === 'error' && failures.push(message.text()));
  const said = await office.say(PRASERT, 'ขอแดชบอร์ดหน่อยครับ');
  const link = /http:[^"]*\/open\/[\w-]{43}/.exec(JSON.stringify(said))?.[0];
  await page.goto(link ?? 'about:blank#no-link');
  await page.click('button');
  await page.waitForSelector('.headline');
  expect(failures).toEqual([]);
});
afterAll(async () => {
  await browser.close();
  await office.close();
});

const text = (selector: string) => page.innerText(selector);

describe('the dashboard', () => {
  it('opens by a link and says first what the chat says', async () => {
    const chat = wordsIn(await office.say(PRASERT, 'สรุป'));
    const headline = await text('.headline');
    expect(headline).toBe('เสร็จแล้ว 1 จาก 11 กิจกรรม');
    expect(chat).toMatch(/1 (?:จาก|\/) ?11/);
    expect(await text('.figures')).toContain('ใช้จ่าย 3,000 จาก 200,000 บาท');
  });

  it('shows every node, and only what the filters in its address leave', async () => {
    await page.goto(`${office.app.url}/dashboard`);
    await page.waitForSelector('table.tree');
    expect(await page.locator('table.tree tbody tr').count()).toBe(16);
    await page.selectOption('select >> nth=0', 'completed');
    await page.waitForFunction(() => document.querySelectorAll('table.tree tbody tr').length < 16);
    expect(page.url()).toContain('status=completed');
    expect(await page.locator('table.tree tbody tr').count()).toBe(3);
    await page.goBack();
    await page.waitForFunction(() => document.querySelectorAll('table.tree tbody tr').length === 16);
  });

  it('lists the open obstacle with its words, and who has not reported', async () => {
    await page.goto(`${office.app.url}/dashboard#view=obstacles`);
    await page.waitForSelector('ul.obstacles');
    expect(await text('ul.obstacles')).toContain('วิทยากรเลื่อน');
    await page.goto(`${office.app.url}/dashboard#view=people`);
    await page.waitForSelector('table');
    expect(await text('table')).toMatch(/สมศรี/);
  });

  it('opens one activity with how it stands and its history', async () => {
    await page.goto(`${office.app.url}/dashboard#activity=1.1.1`);
    await page.waitForSelector('ol.history li');
    expect(await text('ol.history')).toContain('3,000 บาท');
    expect(await text('main')).toMatch(/✓ ดำเนินการเสร็จสิ้น[^]*กำหนดเสร็จ\s*31 ม.ค. 64[^]*ใช้จ่ายสะสม\s*3,000 บาท/);
  });

  it('leads back from an activity that is not there', async () => {
    await page.goto(`${office.app.url}/dashboard#activity=9.9`);
    await page.getByText('ไม่พบข้อมูลที่ขอ').waitFor();
    await page.getByRole('link', { name: 'กลับไปภาพรวม' }).click();
    await page.waitForSelector('.headline');
  });

  it('says a phone in words which months are planned and reported', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(`${office.app.url}/dashboard#view=months`);
    await page.waitForSelector('table.months');
    const row = page.locator('table.months tr', { hasText: '1.1 1)' });
    const said = await row
      .locator('td')
      .evaluateAll((cells) =>
        cells
          .filter((cell) => cell.getBoundingClientRect().height > 0)
          .map((cell) => `${cell.getAttribute('data-head')} ${(cell as HTMLElement).innerText}`),
      );
    expect(said).toEqual(['ม.ค. 64 เดือนตามแผน', 'ก.พ. 64 ● มีรายงาน']);
    expect(await violations(page)).toEqual([]);
  });

  it('reminds people only after it has told what that costs', async () => {
    await page.goto(`${office.app.url}/dashboard#view=people`);
    await page.waitForSelector('.nudge button');
    await page.focus('.nudge button');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.question');
    expect(await text('.question')).toMatch(/สมศรี[^]*1 ข้อความ[^]*300/);
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelector('.nudge [role=status]')?.textContent !== '');
    expect(await text('.nudge [role=status]')).toContain('ส่งข้อความถึง');
    await office.simulator.until(({ quota }) => quota.used === 1);
  });

  it('hands the official report over, and nothing to an officer', async () => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.goto(`${office.app.url}/dashboard`).then(() => page.click('a[href="/web/report/1/xlsx"]')),
    ]);
    expect(download.suggestedFilename()).toMatch(/^รายงานรอบ 6 เดือน.*\.xlsx$/);
    const other = await browser.newPage();
    await other.goto(`${office.app.url}/open/${await linkFor(office, SOMSRI)}`);
    await other.click('button');
    expect(await other.innerText('body')).toContain('หน้านี้ไม่เปิดให้ท่านใช้งาน');
    await other.close();
  });
});
