/** A new office from an empty data directory to its published report, in a real Chromium and LINE played: nothing is typed in a terminal after the start. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { SimMessage } from '../../src/simulator/types.ts';
import { openBrowser } from '../helpers/browser.ts';
import { freePort } from '../helpers/demo-process.ts';
import { type Account, type ManyLines, openLines } from '../helpers/many-lines.ts';
import { findAction, wordsIn } from '../helpers/office.ts';
import { type Started, startProcess } from '../helpers/start-process.ts';
import { samplePlan, seedWordPlan } from '../unit/plan/word-plan.ts';
import { barriers } from './axe.ts';
import { keepPicture } from './keep-picture.ts';

const OFFICERS = ['1', '2'].map((one) => `U${one.repeat(32)}`);
const DIRECTOR = `U${'d'.repeat(32)}`;
const OFFICE = 'สำนักงานเขตพื้นที่การศึกษาประถมศึกษาพิษณุโลก เขต 1';
/** Only what hangs takes so long, however busy the machine: every step waits for what shows that it is done. */
const HANGS_MS = 100_000;
/** What the guide tells of this walk. */
const CLOCK = { clicks: 15, fields: 5 };

vi.setConfig({ testTimeout: 3 * HANGS_MS });

let lines: ManyLines;
let line: Account;
let bot: Started;
let url: string;
let dataDir: string;
let browser: Browser;
let page: Page;
const failures: string[] = [];
const clock = { clicks: 0, fields: 0 };

beforeAll(async () => {
  [lines, browser, dataDir] = await Promise.all([
    openLines([[...OFFICERS, DIRECTOR]], new Date()),
    openBrowser(),
    mkdtemp(join(tmpdir(), 'kuebna-set-up-')),
  ]);
  line = lines.accounts[0]!;
  // asked last: what listens here must not be given it in between
  const port = await freePort();
  url = `http://127.0.0.1:${port}`;
  bot = await startProcess({
    NODE_ENV: 'production',
    MONGODB_URI: 'embedded',
    DATA_DIR: dataDir,
    PORT: String(port),
    LINE_API_URL: lines.url,
    LOG_LEVEL: 'warn',
  });
  page = await browser.newPage({ viewport: { width: 390, height: 844 }, acceptDownloads: true });
  page.setDefaultTimeout(HANGS_MS);
  page.on('pageerror', (error) => failures.push(error.message));
}, 3 * HANGS_MS);
afterAll(async () => {
  await browser.close();
  bot.signal('SIGTERM');
  await bot.ended;
  await lines.close();
  await rm(dataDir, { recursive: true, force: true });
  vi.resetConfig();
  expect(failures).toEqual([]);
});

async function click(what: Locator | string): Promise<void> {
  clock.clicks += 1;
  await (typeof what === 'string' ? page.getByRole('button', { name: what }) : what).click();
}
async function fill(label: string | RegExp, text: string): Promise<void> {
  clock.fields += 1;
  await page.getByLabel(label).fill(text);
}
const view = (name: string): Locator => page.locator('nav.views').getByRole('link', { name });
const told = (words: string) => page.locator('.told .good', { hasText: words }).waitFor();

/** What the bot says in a person's chat after something was done there. */
async function hears(user: string, does: () => Promise<unknown>): Promise<SimMessage[]> {
  const { simulator } = line;
  const before = simulator.state().messages.length;
  await does();
  const said = await simulator.until(
    ({ messages }) => messages.slice(before).some(({ chat, from }) => chat === user && from === 'bot'),
    HANGS_MS,
  );
  return said.messages.slice(before).filter(({ chat, from }) => chat === user && from === 'bot');
}
const say = (user: string, text: string) =>
  hears(user, () => line.simulator.act({ act: 'text', user, chat: user, text }));
function tap(user: string, label: string): Promise<SimMessage[]> {
  const action = findAction(
    line.simulator.state().messages.filter(({ chat }) => chat === user),
    label,
  );
  if (!action) throw new Error(`no button “${label}”`);
  const { type, text = '', data = '' } = action;
  return type === 'message'
    ? say(user, text)
    : hears(user, () => line.simulator.act({ act: 'postback', user, chat: user, data }));
}

/** Opens the page that those words bring a link to, as one who has nobody else's session. */
async function enter(user: string, words: string, width: number): Promise<Page> {
  const said = JSON.stringify(await say(user, words));
  const own = await browser.newContext({ viewport: { width, height: 844 } });
  own.setDefaultTimeout(HANGS_MS);
  const opened = await own.newPage();
  await opened.goto(/http:[^"]*\/open\/[\w-]{43}/.exec(said)![0]);
  await opened.getByRole('button', { name: 'เข้าใช้งาน' }).click();
  await opened.locator('h1').waitFor();
  return opened;
}

test('starts in production with nothing set, and prints where to set it up', async () => {
  expect([bot.listens, bot.err()]).toEqual([true, '']);
  await expect.poll(() => bot.out(), { timeout: HANGS_MS }).toMatch(/\/open\/[\w-]{43}\n/);
  const [link] = /http:\S+\/open\/[\w-]{43}/.exec(bot.out())!;
  await page.goto(link.replace('localhost', '127.0.0.1'));
  await click('เข้าใช้งาน');
  await page.locator('.steps').waitFor();
  expect(await page.innerText('.steps')).toContain('ยังไม่มีหน่วยงาน');
});

test('makes the office, connects LINE, is reached by it and puts the menus up', async () => {
  await click(page.locator('.steps').getByRole('link', { name: 'เชื่อม LINE' }));
  await keepPicture(page, 'set-up-office');
  await fill('ชื่อหน่วยงาน', OFFICE);
  await click('สร้างหน่วยงาน');
  await told('สร้างหน่วยงานแล้ว');
  await page.locator('.top .office', { hasText: OFFICE }).waitFor();
  await fill(/^Channel secret/, 'ผิด');
  await fill(/^Channel access token/, line.token);
  await click('ตรวจและเชื่อมบัญชี');
  await page.locator('.told .bad').waitFor();
  await keepPicture(page, 'set-up-slip');
  // the slip is not counted
  clock.clicks -= 1;
  clock.fields -= 1;
  await page.getByLabel(/^Channel secret/).fill(line.secret);
  await page.getByRole('button', { name: 'ตรวจและเชื่อมบัญชี' }).click();
  clock.clicks += 1;
  clock.fields += 1;
  await told('เชื่อมกับ บอต 0');
  await fill('ที่อยู่ที่ขึ้นต้นด้วย https://', `${url}/webhook`);
  await click('บันทึกที่อยู่');
  await told(`บันทึก ${url} แล้ว`);
  await click('ตั้งและทดสอบ');
  await told('LINE เรียกถึงระบบแล้ว');
  await click('ติดตั้งเมนู');
  await told('ติดตั้งเมนูแล้ว');
  await keepPicture(page, 'set-up-connected');
  expect(await barriers(page)).toEqual([]);
});

test('takes the office’s Word plan', async () => {
  await click(page.getByRole('link', { name: 'ต่อไป: นำเข้าแผน' }));
  clock.clicks += 1;
  const buffer = await seedWordPlan((await samplePlan()).activities);
  const mimeType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
  await page.setInputFiles('input[type=file]', { name: 'แผนปฏิบัติการ 2564.docx', mimeType, buffer });
  await page.locator('table.mapping').first().waitFor();
  for (const box of await page.locator('.check input').all()) await click(box);
  await click('บันทึกแผนนี้');
  await page.locator('.good').first().waitFor();
});

test('invites everybody on one sheet, and the director by a code', async () => {
  await click(view('ผู้ใช้'));
  // the plan names one group, in which several report
  await page.locator('section', { hasText: 'สร้างแผ่น QR code' }).getByLabel('แต่ละรหัสใช้ได้กี่คน').fill('6');
  clock.fields += 1;
  const downloading = page.waitForEvent('download');
  await click(page.getByRole('button', { name: /^สร้างแผ่น QR code/ }));
  const pdf = await readFile(await (await downloading).path());
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const document = await getDocument({ data: new Uint8Array(pdf) }).promise;
  const pages = await Promise.all(
    Array.from({ length: document.numPages }, async (_, at) =>
      (await (await document.getPage(at + 1)).getTextContent()).items.map((one) =>
        'str' in one ? one.str : '',
      ),
    ),
  );
  const codes = new Set(
    pages
      .flat()
      .join('')
      .match(/[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{2}/g),
  );
  expect(codes.size).toBe(1);
  for (const officer of OFFICERS) await say(officer, `ลงทะเบียน ${[...codes][0]}`);

  clock.clicks += 1;
  await page.getByRole('combobox', { name: 'บทบาท' }).selectOption('manager');
  await click('ออกรหัสเชิญ');
  await page.locator('.made img').waitFor();
  const code = /[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{2}/.exec(await page.innerText('.made'))![0];
  await say(DIRECTOR, `ลงทะเบียน ${code}`);
  await tap(DIRECTOR, 'รับทราบและยินยอม');
});

test('is ready then, with every check green', async () => {
  await click(view('ภาพรวม'));
  await page.locator('.checks .good', { hasText: 'พร้อมใช้งาน' }).waitFor();
  await keepPicture(page, 'set-up-ready');
  expect(await page.locator('.checks .overdue').allInnerTexts()).toEqual([]);
  expect(await barriers(page)).toEqual([]);
});

test('an officer reports in chat and another in the form, and the director sees both in the dashboard', async () => {
  for (const officer of OFFICERS) await tap(officer, 'รับทราบและยินยอม');
  const mine = wordsIn(await say(OFFICERS[0]!, 'งานของฉัน'));
  const label = /\d+\.\d+ \d+\)/.exec(mine)![0];
  await say(OFFICERS[0]!, `${label} เสร็จแล้วค่ะ`);
  await tap(OFFICERS[0]!, 'บันทึก');

  const colleague = await enter(OFFICERS[1]!, 'กรอกในหน้าเว็บ', 390);
  await colleague.locator('.activities a').first().click();
  await colleague.getByLabel('ดำเนินการเสร็จสิ้น').check();
  await colleague.locator('button.primary').click();
  await colleague.locator('.receipt').waitFor();
  await colleague.close();

  const director = await enter(DIRECTOR, 'แดชบอร์ด', 1440);
  await expect
    .poll(() => director.innerText('main'), { timeout: HANGS_MS })
    .toMatch(/ดำเนินการเสร็จสิ้น\s*2|2\s*ดำเนินการเสร็จสิ้น|เสร็จ[^\n]*\n?\s*2/);
  await director.close();
});

test('the half year is closed and published, and anybody reads it', async () => {
  await say(DIRECTOR, 'ปิดงวด 6 เดือน');
  await tap(DIRECTOR, 'ยืนยันปิดงวด');
  await say(DIRECTOR, 'เผยแพร่ 6 เดือน');
  const said = JSON.stringify(await tap(DIRECTOR, 'เผยแพร่'));
  const address = /"uri":"([^"]+\/reports\/[^"]+)"/.exec(said)![1]!;
  const anybody = await browser.newContext();
  anybody.setDefaultTimeout(HANGS_MS);
  const report = await anybody.newPage();
  await report.goto(address);
  expect(await report.innerText('body')).toContain('ดำเนินการเสร็จสิ้น');
  expect(await anybody.cookies()).toEqual([]);
  await anybody.close();
});

test('takes so many clicks and typed fields', () => {
  expect(clock).toEqual(CLOCK);
});
