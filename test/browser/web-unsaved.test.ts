/** What is not saved is asked about before it is left: the console's forms, what is shown once, the operators' links; by links, by the way back, by reload, by sign-out. */
import { readFile } from 'node:fs/promises';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeOperatorLink } from '../../src/services/operators.ts';
import { sealer } from '../../src/services/sealing.ts';
import { openBrowser } from '../helpers/browser.ts';
import { testDatabase } from '../helpers/database.ts';
import { openOffice, PRASERT, SOMSRI, type TestOffice } from '../helpers/office.ts';
import { linkFor } from '../helpers/web-visitor.ts';
import { barriers } from './axe.ts';

const { uri } = testDatabase(import.meta.url);
let office: TestOffice;
let browser: Browser;
let context: BrowserContext;
let page: Page;
const failures: string[] = [];

beforeAll(async () => {
  const key = sealer('a key of this test that is long enough');
  [office, browser] = await Promise.all([openOffice(uri, { sealer: key }), openBrowser()]);
  await office.database.models.members.updateOne({ userId: PRASERT }, { $set: { roles: ['admin'] } });
});
afterAll(async () => {
  await browser.close();
  await office.close();
  expect(failures).toEqual([]);
});

async function openAt(token: string): Promise<void> {
  context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  page = await context.newPage();
  page.setDefaultTimeout(20_000);
  page.on('pageerror', (error) => failures.push(error.message));
  await page.goto(`${office.app.url}/open/${token}`);
  await page.getByRole('button').click();
  await page.locator('nav.views').waitFor();
}

const view = (name: string) => page.locator('nav.views').getByRole('link', { name, exact: true });
const question = () => page.getByRole('dialog', { name: /ยังไม่ได้บันทึก/ });
const stay = () => question().getByRole('button', { name: 'อยู่หน้านี้ต่อ' });
const leave = () => question().getByRole('button', { name: 'ออกโดยไม่บันทึก' });
const hash = (): string => new URL(page.url()).hash;

describe('the console', () => {
  beforeAll(async () => openAt(await linkFor(office, PRASERT, '/console')));
  const most = () => page.getByLabel('เตือนไม่เกินกี่ครั้ง');

  it('asks before another view takes the place of what is typed, and stays where one wants to', async () => {
    await page.goto(`${office.app.url}/console#settings/reminders`);
    await most().fill('7');
    await view('แผน').click();
    await question().waitFor();
    expect(await barriers(page, [360])).toEqual([]);
    // whoever hits Enter without reading loses nothing
    expect(await stay().evaluate((one) => one === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    await question().waitFor({ state: 'detached' });
    expect(hash()).toBe('#settings/reminders');
    expect(await most().inputValue()).toBe('7');
    // between sections nothing is lost, so nothing is asked
    await page.locator('#settings-quota summary').click();
    await page.locator('#settings-reminders summary').first().click();
    expect(await question().count()).toBe(0);
    expect(await most().inputValue()).toBe('7');
  });

  it('asks also on the way back, and by Escape stays', async () => {
    await page.evaluate(() => history.pushState(null, '', '#people'));
    await page.evaluate(() => history.pushState(null, '', '#settings/reminders'));
    await page.goBack();
    await question().waitFor();
    await page.keyboard.press('Escape');
    await question().waitFor({ state: 'detached' });
    expect(hash()).toBe('#settings/reminders');
    expect(await most().inputValue()).toBe('7');
  });

  it('is asked by the browser on a reload', async () => {
    const asked = page.waitForEvent('dialog');
    const reloading = page.evaluate(() => location.reload());
    const dialog = await asked;
    expect(dialog.type()).toBe('beforeunload');
    await dialog.dismiss();
    await reloading;
    expect(await most().inputValue()).toBe('7');
  });

  it('asks nothing once it is saved, and nothing once it was left', async () => {
    await page.locator('#settings-reminders').getByRole('button', { name: 'บันทึก', exact: true }).click();
    await page.locator('.told .good').waitFor();
    await view('ผู้ใช้').click();
    await page
      .getByRole('button', { name: /^แก้ไข / })
      .first()
      .click();
    await page.getByLabel('ตำแหน่ง').fill('ครู');
    await view('การทำงาน').click();
    await leave().click();
    await page.getByRole('heading', { name: 'บันทึกการดูแลระบบ' }).waitFor();
    expect(hash()).toBe('#operation');
    await view('ภาพรวม').click();
    await page.locator('.checks').waitFor();
    expect(await question().count()).toBe(0);
  });

  it('asks of a secret that is shown once', async () => {
    await page.goto(`${office.app.url}/console#settings/outside`);
    await page.getByLabel('ใช้กับระบบใด').fill('ระบบของกลุ่มแผน');
    await page.keyboard.press('Enter');
    await page.locator('.secret').waitFor();
    await view('แผน').click();
    await stay().click();
    await page.getByRole('button', { name: 'คัดลอกแล้ว' }).click();
    await view('แผน').click();
    await page.getByRole('heading', { name: 'แผนที่มีในระบบ' }).waitFor();
  });

  it('asks of a plan that was read and not stored', async () => {
    const plan = { name: 'แผน.docx', mimeType: 'application/octet-stream' };
    const buffer = await readFile(new URL('../fixtures/plans/A-word-seed.docx', import.meta.url));
    await page.setInputFiles('input[type=file]', { ...plan, buffer });
    await page.getByRole('button', { name: 'ไม่นำเข้า' }).waitFor();
    await view('ผู้ใช้').click();
    await stay().click();
    await page.getByRole('button', { name: 'ไม่นำเข้า' }).click();
    await view('ผู้ใช้').click();
    await page.getByRole('heading', { name: /^ผู้ใช้ในหน่วยงาน/ }).waitFor();
  });

  it('asks before signing out', async () => {
    await page
      .getByRole('button', { name: /^แก้ไข / })
      .first()
      .click();
    await page.getByLabel('ตำแหน่ง').fill('ครู');
    await page.getByRole('button', { name: 'ออกจากระบบ' }).click();
    await stay().click();
    expect(await page.getByLabel('ตำแหน่ง').inputValue()).toBe('ครู');
    await page.getByRole('button', { name: 'ออกจากระบบ' }).click();
    await leave().click();
    await page.getByText('ออกจากระบบแล้ว').waitFor();
  });
});

describe('the officers’ form', () => {
  beforeAll(async () => {
    await office.database.models.members.updateOne({ userId: SOMSRI }, { $set: { roles: ['officer'] } });
    context = await browser.newContext({ viewport: { width: 390, height: 844 } });
    page = await context.newPage();
    await page.goto(`${office.app.url}/open/${await linkFor(office, SOMSRI, '/form')}`);
    await page.getByRole('button').click();
    await page.locator('.activities').waitFor();
  });

  it('asks before a file that waits for the line is left behind', async () => {
    await page.goto(`${office.app.url}/form#activity=1.1.1`);
    await page.locator('#field-result').waitFor();
    await page.route('**/web/files/**', (route) => route.abort());
    const png = { name: 'งาน.png', mimeType: 'image/png', buffer: Buffer.from('not sent yet') };
    await page.setInputFiles('input[type=file] >> nth=1', png);
    await page.getByText('จะส่ง งาน.png ต่อเมื่อเชื่อมต่อได้').waitFor();
    await page.getByRole('link', { name: 'กิจกรรมทั้งหมด' }).click();
    await stay().click();
    expect(hash()).toBe('#activity=1.1.1');
    await page.getByRole('link', { name: 'กิจกรรมทั้งหมด' }).click();
    await leave().click();
    await page.locator('.activities').waitFor();
  });
});

describe('the operators’ page', () => {
  it('asks of links that are shown once, until they are kept', async () => {
    const { token } = await makeOperatorLink(office.database, 'กองนโยบาย', office.clock.now());
    await openAt(token);
    await view('เพิ่มหน่วยงาน').click();
    await page.getByLabel('ชื่อหน่วยงาน', { exact: true }).fill('สำนักงานเหนือ');
    await view('ภาพรวม').click();
    await stay().click();
    await page.getByRole('button', { name: 'เพิ่มหน่วยงาน' }).click();
    await page.getByRole('button', { name: 'ออกลิงก์ให้ผู้ดูแลระบบ 1 แห่ง' }).click();
    await page.locator('table.links').waitFor();
    await view('ภาพรวม').click();
    await stay().click();
    await page.getByRole('button', { name: 'เก็บลิงก์และรหัสครบแล้ว' }).click();
    expect(await page.locator('table.links').count()).toBe(0);
    await view('ภาพรวม').click();
    await page.locator('table.offices').waitFor();
  });
});
