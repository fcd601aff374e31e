/** The officers' form in a real browser: from chat by keyboard to a stored report, photos over a line that breaks, two pages on one form, no barrier in either language. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { picture } from '../helpers/evidence-files.ts';
import { barriers } from './axe.ts';
import { openBrowser } from '../helpers/browser.ts';
import { testDatabase } from '../helpers/database.ts';
import { stateOf } from '../helpers/fresh-office.ts';
import { openOffice, SOMSRI, type TestOffice, wordsIn } from '../helpers/office.ts';
import { linkFor } from '../helpers/web-visitor.ts';

const { uri } = testDatabase(import.meta.url);
/** The longest names of the sample plan are among the person's activities. */
const CODE = '1.1.1';

let office: TestOffice;
let browser: Browser;
let context: BrowserContext;
let page: Page;
const failures: string[] = [];

beforeAll(async () => {
  [office, browser] = await Promise.all([openOffice(uri), openBrowser()]);
  await office.say(SOMSRI, '1.1 1) กำลังดำเนินการค่ะ ใช้งบ 3,000 บาท');
  const said = await office.say(SOMSRI, 'กรอกในหน้าเว็บ');
  const link = /http:[^"]*\/open\/[\w-]{43}/.exec(JSON.stringify(said))?.[0] ?? 'about:blank#no-link';
  context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  page = await open(link);
});
afterAll(async () => {
  await browser.close();
  await office.close();
});

async function open(link: string): Promise<Page> {
  const opened = await context.newPage();
  opened.on('pageerror', (error) => failures.push(error.message));
  await opened.goto(link);
  if (link.includes('/open/')) await opened.keyboard.press('Tab').then(() => opened.keyboard.press('Enter'));
  await opened.waitForSelector('h1');
  return opened;
}
const there = (path: string): string => `${office.app.url}/form${path}`;
const waitFor = (on: Page, selector: string, words: string) =>
  on.waitForFunction(
    ([at, text]) => [...document.querySelectorAll(at!)].some((one) => one.textContent?.includes(text!)),
    [selector, words],
  );

/** Presses Tab until the focus is where it is wanted. */
async function tabTo(on: Page, selector: string): Promise<void> {
  for (let steps = 0; steps < 60; steps += 1) {
    if (await on.evaluate((at) => document.activeElement?.matches(at) ?? false, selector)) return;
    await on.keyboard.press('Tab');
  }
  throw new Error(`no way by Tab to ${selector}`);
}

describe('the form', () => {
  it('lists the person’s activities, what was begun in chat marked', async () => {
    expect(await page.innerText('.activities li:has(.in-progress)')).toContain('1.1 1)');
  });

  it('is filled in and stored by keyboard alone, on with what was told in chat', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.focus('body');
    await tabTo(page, `a[href="#activity=${CODE}"]`);
    await page.keyboard.press('Enter');
    await page.waitForSelector('#field-spent');
    expect(await page.inputValue('#field-spent')).toBe('3,000');
    await tabTo(page, 'input[name=status]');
    await page.keyboard.press('ArrowUp');
    await tabTo(page, '#field-result');
    await page.keyboard.type('จัดประชุมชี้แจงแล้ว 35 คน');
    await tabTo(page, '#field-spent');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('สามพันสองร้อย');
    await page.keyboard.press('Tab');
    await waitFor(page, '[data-field=spent]', 'ระบบอ่านว่า 3,200');
    await page.fill('#field-actual', 'หลายคน');
    await tabTo(page, 'button.primary');
    await page.keyboard.press('Enter');
    await waitFor(page, '.said', 'มี 1 ช่องที่ต้องแก้ไข');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('field-actual');
    // as it is written: ร้อยละ before its number
    await waitFor(page, '[data-field=actual]', 'เช่น ร้อยละ 87');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('35');
    await tabTo(page, 'button.primary');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.receipt');
    expect(await page.innerText('.receipt')).toMatch(/บันทึกแล้ว[^]*3,200 บาท/);
    expect(await barriers(page, [360])).toEqual([]);
    expect(await stateOf(office, CODE)).toMatchObject({ status: 'completed', spent: 320_000 });
    expect(wordsIn(await office.say(SOMSRI, 'งานของฉัน'))).toContain('บันทึกจากหน้าเว็บ');
  });

  it('is stored by the first press, right from the field that was typed in', async () => {
    await page.goto('about:blank');
    await page.goto(there(`#activity=${CODE}`));
    await page.waitForSelector('#field-result');
    await page.fill('#field-result', 'จัดประชุมชี้แจงเพิ่มอีก 1 ครั้ง');
    await page.locator('button.primary').scrollIntoViewIfNeeded();
    const { x, y, width, height } = (await page.locator('button.primary').boundingBox())!;
    await page.mouse.move(x + width / 2, y + height / 2);
    await page.mouse.down();
    await page.evaluate(
      () => new Promise((seen) => requestAnimationFrame(() => requestAnimationFrame(seen))),
    );
    await page.mouse.up();
    await page.waitForSelector('.receipt');
    expect(await page.innerText('.receipt')).toContain('เพิ่มอีก 1 ครั้ง');
  });

  it('takes photos from the album over a line that breaks, and keeps what is typed', async () => {
    await page.goto('about:blank');
    await page.goto(there('#activity=1.2.1'));
    await page.waitForSelector('#field-result');
    await page.route('**/web/**', (route) => route.abort());
    await page.setInputFiles('input[type=file] >> nth=1', [
      { name: 'งานวันแรก.png', mimeType: 'image/png', buffer: picture(1, 800, 600) },
      { name: 'ปลอม.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('<html><script>1</script></html>') },
    ]);
    await waitFor(page, '.uploads', 'จะส่ง งานวันแรก.png ต่อเมื่อเชื่อมต่อได้');
    await page.fill('#field-result', 'อบรมวันแรก');
    await page.press('#field-result', 'Tab');
    await waitFor(page, '.said', 'ยังเก็บร่างไม่ได้');
    await page.unroute('**/web/**');
    await page.evaluate(() => dispatchEvent(new Event('online')));
    await page.waitForSelector('.gallery img');
    await waitFor(page, '.uploads', 'ชนิดที่รับไม่ได้');
    await waitFor(page, '.said', 'เก็บร่างแล้ว');
    await page.click('.uploads button');
    expect(await barriers(page, [360, 1440])).toEqual([]);
    await page.click('.gallery button');
    await page.waitForFunction(() => document.querySelectorAll('.gallery li').length === 0);
  });

  it('open twice, tells each what the other changed, and loses nothing', async () => {
    const other = await open(there('#activity=1.2.1'));
    await other.waitForSelector('#field-result');
    expect(await other.inputValue('#field-result')).toBe('อบรมวันแรก');
    await other.fill('#field-result', 'อบรมสองวัน');
    await other.press('#field-result', 'Tab');
    await waitFor(other, '.said', 'เก็บร่างแล้ว');
    await page.fill('#field-obstacle', 'ฝนตก');
    await page.press('#field-obstacle', 'Tab');
    await waitFor(page, '.caution', 'ผลการดำเนินงาน');
    expect(await page.inputValue('#field-result')).toBe('อบรมสองวัน');
    await other.fill('#field-obstacle', 'วิทยากรมาช้า');
    await other.press('#field-obstacle', 'Tab');
    await waitFor(other, '.caution', '“ฝนตก”');
    await page.click('button.primary');
    await waitFor(page, '.said', 'เพิ่งเปลี่ยนจากแชท');
    await page.waitForFunction(
      () => document.querySelector<HTMLTextAreaElement>('#field-obstacle')?.value === 'วิทยากรมาช้า',
    );
    await other.close();
  });

  it('has no barrier in English, at 200 % and with every field wrong or long', async () => {
    await office.database.models.members.updateOne({ userId: SOMSRI }, { $set: { language: 'en' } });
    await page.reload();
    await page.waitForSelector('#field-result');
    await page.fill('#field-percent', 'half');
    await page.press('#field-percent', 'Tab');
    await page.waitForSelector('[data-field=percent] .bad');
    // half the width is what 200 % leaves of a small screen
    expect(await barriers(page, [360, 720])).toEqual([]);
    expect(await page.getAttribute('html', 'lang')).toBe('en');
    await office.database.models.members.updateOne({ userId: SOMSRI }, { $set: { language: 'th' } });
  });

  it('keeps what is typed while the server is away and over its renewal, says so, and goes on', async () => {
    const typing = await open(there('#activity=1.2.1'));
    await typing.waitForSelector('#field-suggestion');
    const why = 'ระบบขัดข้องชั่วคราว';
    await typing.route('**/web/form/**', (route) => route.fulfill({ status: 503, json: { why } }));
    await typing.fill('#field-suggestion', 'ขอเลื่อนเป็นเดือนหน้า');
    await typing.press('#field-suggestion', 'Tab');
    await waitFor(typing, '.said', 'ข้อมูลที่กรอกยังอยู่ในหน้านี้');
    await typing.click('button.primary');
    // that it is away, and that it was not stored
    await typing.waitForFunction(() => document.querySelectorAll('.said .bad').length === 2);
    expect(await typing.innerText('.said')).not.toContain('!');
    // a newer version has been started meanwhile
    await typing.route('**/web/me', async (route) => {
      const answer = await route.fetch();
      await route.fulfill({ json: { ...((await answer.json()) as object), version: 'newer' } });
    });
    await typing.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await waitFor(typing, '.stale', 'ระบบปรับปรุงแล้ว');
    expect(await typing.inputValue('#field-suggestion')).toBe('ขอเลื่อนเป็นเดือนหน้า');
    await typing.unroute('**/web/form/**');
    await typing.unroute('**/web/me');
    // loaded anew with the newer scripts, what had not been sent is there, and is sent
    await typing.click('.stale button');
    await waitFor(typing, '.said', 'เก็บร่างแล้ว');
    expect(await typing.inputValue('#field-suggestion')).toBe('ขอเลื่อนเป็นเดือนหน้า');
    await typing.close();
  });

  it('says where a new link comes from when its session is over', async () => {
    const typing = await open(there('#activity=1.2.1'));
    await typing.waitForSelector('#field-remark');
    await office.database.models.websessions.collection.deleteMany({});
    await typing.fill('#field-remark', 'ยังไม่ได้ส่ง');
    await typing.press('#field-remark', 'Tab');
    await waitFor(typing, '.said', 'กรอกในหน้าเว็บ');
    expect(await typing.inputValue('#field-remark')).toBe('ยังไม่ได้ส่ง');
    await typing.goto(`${office.app.url}/open/${await linkFor(office, SOMSRI, `/form#activity=1.2.1`)}`);
    await typing.click('button');
    await typing.waitForSelector('#field-remark');
    // the tab remembers what it could not send
    await typing.waitForFunction(
      () => document.querySelector<HTMLTextAreaElement>('#field-remark')?.value === 'ยังไม่ได้ส่ง',
    );
    expect(failures).toEqual([]);
  });

  it('weighs little', async () => {
    const [script] = await page.evaluate(() => [...document.scripts].map(({ src }) => src));
    const { gzipSync } = await import('node:zlib');
    const sizes = await page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .map(({ name }) => name)
        .filter((name) => name.endsWith('.js')),
    );
    const all = new Set([script!, ...sizes]);
    let bytes = 0;
    for (const one of all) bytes += gzipSync(Buffer.from(await (await fetch(one)).arrayBuffer())).length;
    expect(bytes).toBeGreaterThan(5_000);
    expect(bytes).toBeLessThan(70 * 1024);
  });
});
