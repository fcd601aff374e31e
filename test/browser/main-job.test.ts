/** The main job in a real Chromium: an officer reports by a sentence and by the form, a manager sees it, a restart loses nothing. */
import { createHmac } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser } from '../helpers/browser.ts';
import { testDatabase } from '../helpers/database.ts';
import { type DemoProcess, freePort, startDemo } from '../helpers/demo-process.ts';

const { uri } = testDatabase(import.meta.url);
const SOMSRI = 'สมศรี ใจดี';
const PRASERT = 'ประเสริฐ ตั้งมั่น';

let browser: Browser;
let page: Page;
let demo: DemoProcess;
let dataDir: string;
let port: number;
const faults: string[] = [];

beforeAll(async () => {
  browser = await openBrowser();
  dataDir = await mkdtemp(join(tmpdir(), 'kuebna-browser-'));
  port = await freePort();
  demo = await startDemo({ dataDir, mongoUri: uri, port });
  page = await browser.newPage({ viewport: { width: 1900, height: 900 } });
  page.setDefaultTimeout(60_000);
  page.on('pageerror', (error) => faults.push(error.message));
  await page.goto(demo.page);
});
afterAll(async () => {
  await browser.close();
  await demo.stop();
  await rm(dataDir, { recursive: true, force: true });
});

const phone = (name: string): Locator => page.getByRole('region', { name, exact: true });

async function type(name: string, text: string): Promise<void> {
  await phone(name).getByRole('textbox', { name: 'พิมพ์ข้อความ' }).fill(text);
  await phone(name).getByRole('button', { name: 'ส่ง', exact: true }).click();
}

/** The newest button of that name in a person's chat. */
const button = (name: string, label: string): Locator =>
  phone(name).getByRole('button', { name: label }).last();

describe('in the browser', () => {
  test('the terminal names the address and what to type', () => {
    expect(demo.said()).toContain(`${demo.page}\n`);
    // links in chats have this name: under another one would be signed in a second time
    expect(new Set(demo.said().match(/http:\/\/[^/:\s]+/g))).toEqual(new Set(['http://localhost']));
    expect(demo.said()).toContain('1.2 เสร็จแล้วค่ะ ใช้งบ 28,500 บาท');
  });

  test('its webhook takes nothing that came through a tunnel, though everybody knows its secret', async () => {
    const body = '{"events":[]}';
    const signature = createHmac('sha256', 'simulator-channel-secret').update(body).digest('base64');
    const post = async (more: Record<string, string>) =>
      (
        await fetch(`http://127.0.0.1:${port}/webhook`, {
          method: 'POST',
          body,
          headers: { 'x-line-signature': signature, ...more },
        })
      ).status;
    expect(await post({})).toBe(200);
    expect(await post({ 'cf-connecting-ip': '203.0.113.7' })).toBe(403);
  });

  test("the officer's sentence becomes a card, and a report on บันทึก", async () => {
    await type(SOMSRI, '1.2 เสร็จแล้วค่ะ ใช้งบ 28,500 บาท');
    const card = phone(SOMSRI)
      .getByRole('group', { name: /ตรวจสอบก่อนบันทึก 1.2 1\)/ })
      .last();
    await card.getByText('28,500 บาท', { exact: true }).waitFor();
    await card.getByRole('button', { name: 'บันทึก', exact: true }).click();
    await phone(SOMSRI)
      .getByRole('group', { name: /^บันทึกแล้ว 1.2 1\)/ })
      .waitFor();
  });

  test('the form is walked to the end by taps', async () => {
    await type(SOMSRI, 'รายงาน 1.3 1)');
    await button(SOMSRI, 'เสร็จแล้ว').click();
    await phone(SOMSRI).getByText('กรุณาสรุปผลการดำเนินงานโดยย่อ').last().waitFor();
    await button(SOMSRI, 'ข้าม').click();
    await button(SOMSRI, 'ใช้เต็มวงเงิน').click();
    await button(SOMSRI, 'ไม่มี').click();
    await phone(SOMSRI).getByText('กรุณาส่งรูปภาพหรือไฟล์หลักฐานในแชทนี้').last().waitFor();
  });

  test('a restart in the middle loses nothing', async () => {
    expect(await demo.stop()).toBe(0);
    demo = await startDemo({ dataDir, mongoUri: uri, port });
    await page.reload();
    // the card from before the restart still answers
    await button(SOMSRI, 'ข้าม').click();
    const card = phone(SOMSRI)
      .getByRole('group', { name: /ตรวจสอบก่อนบันทึก 1.3 1\)/ })
      .last();
    await card.getByText('3,000 บาท', { exact: true }).waitFor();
    await card.getByRole('button', { name: 'บันทึก', exact: true }).click();
    await phone(SOMSRI)
      .getByRole('group', { name: /^บันทึกแล้ว 1.3 1\)/ })
      .waitFor();
  });

  test("the manager's สรุป has the new figures", async () => {
    await type(PRASERT, 'สรุป');
    const card = phone(PRASERT).getByRole('group', { name: /เสร็จแล้ว 2\/11 กิจกรรม/ });
    await card.getByText('เสร็จแล้ว 2 จาก 11 กิจกรรม').waitFor();
    await card.getByText(/31,500 บาท/).waitFor();
    expect(faults).toEqual([]);
  });
});
