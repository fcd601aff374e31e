/** What is otherwise in a plan, as a person reads it: a file against the stored plan on the console, offices against the template on the operators' page. */
import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeOperatorLink } from '../../src/services/operators.ts';
import { openBrowser } from '../helpers/browser.ts';
import { testDatabase } from '../helpers/database.ts';
import { openOffice, PRASERT, type TestOffice } from '../helpers/office.ts';
import { inUse, workBy } from '../helpers/next-plan.ts';
import { linkFor } from '../helpers/web-visitor.ts';
import { barriers } from './axe.ts';
import { keepPicture } from './keep-picture.ts';

const { uri } = testDatabase(import.meta.url);
const SAMPLE = new URL('../../samples/plan-2564.json', import.meta.url);
let office: TestOffice;
let browser: Browser;
let page: Page;
let plan: { activities: Record<string, unknown>[] };

beforeAll(async () => {
  [office, browser] = await Promise.all([openOffice(uri), openBrowser()]);
  plan = JSON.parse(await readFile(SAMPLE, 'utf8')) as typeof plan;
  await office.database.models.members.updateOne({ userId: PRASERT }, { $set: { roles: ['admin'] } });
});
afterAll(async () => {
  await browser.close();
  await office.close();
});

async function openAt(token: string): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  page = await context.newPage();
  page.setDefaultTimeout(20_000);
  await page.goto(`${office.app.url}/open/${token}`);
  await page.getByRole('button').click();
  await page.locator('nav.views').waitFor();
}

const choose = (name: string, activities: unknown[], head: object = {}) =>
  page.setInputFiles('input[type=file] >> nth=0', {
    name,
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify({ ...plan, ...head, activities })),
  });
const changed = (code: string) => page.locator('.changed > li', { hasText: code });

it('a file’s changes: each field as it was and as it is to be, what differs in a long name marked', async () => {
  await openAt(await linkFor(office, PRASERT, '/console#plan'));
  await page.goto(`${office.app.url}/console#plan`);
  const others = plan.activities.filter(({ code }) => code !== '1.1.3');
  const next = others.map((one) =>
    one['code'] === '1.1.1'
      ? { ...one, budgetBaht: 4500, months: ['2021-03'] }
      : one['code'] === '1.1.2'
        ? { ...one, name: `${String(one['name'])} (ปรับปรุง)` }
        : one,
  );
  await choose('แผน.json', next);
  await changed('1.1.1').waitFor();
  expect(await changed('1.1.1').innerText()).toMatch(
    /งบประมาณ\s*เดิม 3,000 บาท\s*ใหม่ 4,500 บาท\s*เดือน\s*เดิม ม.ค. 64\s*ใหม่ มี.ค. 64/,
  );
  expect(await changed('1.1.2').locator('mark').allInnerTexts()).toEqual([' (ปรับปรุง)']);
  expect(await page.locator('details', { hasText: '− นำออก 1 กิจกรรม' }).innerText()).toContain('1.1.3');
  expect(await barriers(page)).toEqual([]);
});

it('a broken file says first what is to be mended, and is not stored', async () => {
  const broken = plan.activities.map((one) =>
    one['code'] === '1.1.1' ? { ...one, months: ['2020-13'], budgetBaht: 'สามพัน' } : one,
  );
  await choose('เสีย.json', broken);
  const problems = page.locator('section', { hasText: 'ยังนำเข้าไม่ได้ ต้องแก้ 2 จุด' });
  await problems.waitFor();
  const headings = await page.locator('main h2').allInnerTexts();
  expect(headings.indexOf('ยังนำเข้าไม่ได้ ต้องแก้ 2 จุด')).toBe(headings.indexOf('นำเข้าแผนจากไฟล์') + 1);
  expect(await page.getByRole('button', { name: 'บันทึกแผนนี้' }).isDisabled()).toBe(true);
  expect(await barriers(page)).toEqual([]);
});

it('the plan of another year is used only when that is chosen, and says who has to be set anew', async () => {
  const activities = plan.activities.map((one) => ({
    ...one,
    months: [],
    name: one['code'] === '1.2.1' ? 'จัดซื้อหนังสือเข้าห้องสมุด' : one['name'],
  }));
  const next = { fiscalYearBE: 2565, title: 'แผนปฏิบัติการป้องกันการทุจริต ปี 2565', period: undefined };
  await choose('แผน 2565.json', activities, { ...next, office: { name: 'โรงเรียนบ้านอื่น' } });
  const save = page.getByRole('button', { name: 'บันทึกแผนนี้' });
  await page.getByText('ไฟล์นี้ระบุหน่วยงาน “โรงเรียนบ้านอื่น”').waitFor();
  const later = page.getByLabel('เก็บไว้ก่อน ยังใช้แผนเดิม');
  // neither is chosen beforehand
  expect(await page.locator('input[name=when-use]:checked').count()).toBe(0);
  await page.getByLabel('แต่ตรวจแล้ว เป็นแผนของ').check();
  expect(await save.isDisabled()).toBe(true);
  expect(await page.locator('section', { hasText: 'ถ้าใช้แผนนี้' }).innerText()).toMatch(
    /ผู้รับผิดชอบที่ต้องกำหนดใหม่ 1 คน\s*สมศรี.*: 1\.2 1\) การประชุมเชิงปฏิบัติการ/,
  );
  expect(await barriers(page)).toEqual([]);
  await later.check();
  await save.click();
  await page.getByText('✓ เก็บแผนไว้แล้ว ยังใช้แผนเดิมต่อ').waitFor();
  const { plan: used } = await inUse(office);
  expect(used.fiscalYear).toBe(2564);
  // later it says the same before it is used
  await page.getByRole('button', { name: 'ใช้แผนนี้' }).click();
  const asked = page.locator('.asked', { hasText: 'ตั้งแต่บัดนี้หรือไม่' });
  expect(await asked.innerText()).toContain('ผู้รับผิดชอบที่ต้องกำหนดใหม่ 1 คน');
  expect(await barriers(page)).toEqual([]);
  await keepPicture(page, 'plan-use', 'pages');
  await asked.getByRole('button', { name: 'ยังไม่เปลี่ยน' }).click();
  await page.getByRole('button', { name: 'ใช้แผนนี้' }).press('Enter');
  await asked.getByRole('button', { name: 'ใช้แผนนี้ตั้งแต่บัดนี้' }).click();
  await page.getByText('✓ เปลี่ยนแผนที่ใช้แล้ว').waitFor();
  await page.getByRole('link', { name: 'กำหนดผู้รับผิดชอบ' }).click();
  await page.getByRole('heading', { name: 'สมศรี' }).waitFor();
  expect((await inUse(office)).plan.fiscalYear).toBe(2565);
  await workBy(office, used.id);
});

it('offices against the template: those that differ first, each opened by itself, those without a plan to be chosen', async () => {
  const { token } = await makeOperatorLink(office.database, 'กองนโยบาย', office.clock.now());
  await openAt(token);
  const view = (name: string) => page.locator('nav.views').getByRole('link', { name }).click();
  const make = async (name: string): Promise<void> => {
    await view('เพิ่มหน่วยงาน');
    await page.getByLabel('ชื่อหน่วยงาน', { exact: true }).fill(name);
    await page.getByRole('button', { name: 'เพิ่มหน่วยงาน' }).click();
    await page.locator('.told', { hasText: name }).waitFor();
    await view('แผนต้นแบบ');
  };
  await make('สำนักงานเหนือ');
  await page.getByText('ยังไม่มีแผนต้นแบบ').waitFor();
  await choose('แผน.json', plan.activities);
  await page.getByRole('button', { name: /^ให้แผนนี้แก่หน่วยงานที่ยังไม่มีแผน/ }).click();
  await page.getByRole('button', { name: 'ยืนยันให้แผน' }).click();
  await page.locator('.told', { hasText: 'ให้แผนแล้ว 1 แห่ง' }).waitFor();
  const { offices, activities } = office.database.models;
  const north = await offices.findOne({ name: 'สำนักงานเหนือ' }).lean<{ _id: string }>();
  await activities.updateOne({ office: north!._id, code: '1.1.1' }, { $set: { budget: 450_000 } });
  await make('สำนักงานใต้');
  await page.getByRole('button', { name: 'ดูว่าแต่ละหน่วยงานแก้จากต้นแบบอย่างไร' }).click();
  await page.getByText('ต่างจากต้นแบบ 1 แห่ง · ยังไม่มีแผนของปีนี้ 1 แห่ง · เหมือนต้นแบบ 1 แห่ง').waitFor();
  await page.getByRole('button', { name: 'ดูรายละเอียด สำนักงานเหนือ' }).click();
  await changed('1.1.1').waitFor();
  expect(await changed('1.1.1').innerText()).toMatch(/งบประมาณ\s*ต้นแบบ 3,000 บาท\s*หน่วยงาน 4,500 บาท/);
  expect(await barriers(page)).toEqual([]);
  await keepPicture(page, 'offices-differences', 'pages');
  await page.getByRole('button', { name: 'ซ่อนรายละเอียด สำนักงานเหนือ' }).click();
  expect(await changed('1.1.1').count()).toBe(0);
  // who is refused is told of, and it can be tried again
  await page.getByLabel('สำนักงานใต้').check();
  await page.route('**/web/offices/plans/give', (route) => route.abort());
  await page.getByRole('button', { name: 'ให้แผนนี้แก่หน่วยงานที่เลือก (1 แห่ง)' }).click();
  await page.getByRole('button', { name: 'ยืนยันให้แผน' }).click();
  await page.locator('.told .bad').waitFor();
  await page.unroute('**/web/offices/plans/give');
  expect(await page.locator('.told').innerText()).not.toContain('ให้แล้ว');
  await page.getByLabel('สำนักงานใต้').check();
  await page.getByRole('button', { name: 'ให้แผนนี้แก่หน่วยงานที่เลือก (1 แห่ง)' }).click();
  await page.getByRole('button', { name: 'ยืนยันให้แผน' }).click();
  await page.getByText('ต่างจากต้นแบบ 1 แห่ง · ยังไม่มีแผนของปีนี้ 0 แห่ง · เหมือนต้นแบบ 2 แห่ง').waitFor();
});
