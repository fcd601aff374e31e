/** The simulator's page on the real simulator: what one person does is stored, sent to the bot and seen by the others. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, afterEach, expect, it } from 'vitest';
import { movableClock } from '../../src/clock.ts';
import { createSimulator, type Simulator } from '../../src/simulator/index.ts';
import { openBrowser } from '../helpers/browser.ts';
import { sampleState } from './simulator-page-fixture.ts';

/** Busy machines draw slowly. */
const patient = { timeout: 60_000 };

let browser: Browser;
let simulator: Simulator;
let server: Server;
let page: Page;
/** Types of the events the bot was sent, oldest first. */
let heard: string[];
let faults: string[];

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

beforeEach(async () => {
  heard = [];
  const app = express();
  app.post('/webhook', express.json(), (request, response) => {
    const { events } = request.body as { events: { type: string }[] };
    heard.push(...events.map((event) => event.type));
    response.sendStatus(200);
  });
  server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { people, groups, bot } = sampleState();
  // The real one takes only ids of LINE's own form.
  people.forEach((person) => (person.userId = longId(person.userId)));
  groups.forEach((group) => (group.members = group.members.map(longId)));
  simulator = await createSimulator({
    clock: movableClock(new Date('2021-02-15T02:30:00.000Z')),
    webhookUrl: `${origin}/webhook`,
    channelSecret: 'secret',
    channelAccessToken: 'token',
    botName: bot.displayName,
    people,
    groups,
    saveFile: null,
  });
  app.use('/simulator', simulator.handler);
  page = await browser.newPage({ viewport: { width: 1900, height: 800 } });
  page.setDefaultTimeout(patient.timeout);
  faults = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (line) => line.type() === 'error' && faults.push(line.text()));
  await page.goto(`${origin}/simulator`);
});
afterEach(async () => {
  await page.close();
  await simulator.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  expect(faults).toEqual([]);
});

function longId(id: string): string {
  return id[0] + id.slice(1).padStart(32, '0');
}

async function push(to: string, ...messages: unknown[]): Promise<number> {
  const headers = { authorization: 'Bearer token', 'content-type': 'application/json' };
  const body = JSON.stringify({ to, messages });
  return (await fetch(`${simulator.apiUrl}/v2/bot/message/push`, { method: 'POST', headers, body })).status;
}

it('words, a photo and a taken-back message go to the bot; its answer comes back', async () => {
  const phone = page.getByRole('region', { name: 'น้ำฝน' });
  await phone.getByRole('button', { name: 'ลงทะเบียน DEMO-01' }).click();
  await phone.locator('.bubble', { hasText: 'ลงทะเบียน DEMO-01' }).waitFor();

  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
  const photo = { name: 'a.png', mimeType: 'image/png', buffer: png };
  await phone.getByLabel('เลือกรูปภาพที่จะส่ง').setInputFiles(photo);
  const width = () =>
    phone
      .getByAltText('รูปภาพ')
      .evaluate((image) => (image as unknown as { naturalWidth: number }).naturalWidth);
  await expect.poll(width, patient).toBe(1);

  const row = phone.locator('.row', { hasText: 'ลงทะเบียน' });
  await row.hover();
  await row.getByRole('button', { name: 'ตัวเลือกของข้อความ' }).click();
  await page.getByRole('menuitem', { name: 'ยกเลิกการส่ง' }).click();
  await phone.getByText('คุณยกเลิกข้อความ').waitFor();

  expect(await push(longId('U1'), { type: 'text', text: 'รับเรื่องแล้ว' })).toBe(200);
  await phone.getByText('รับเรื่องแล้ว').waitFor();
  await page.getByText('ใช้ 1 จาก 300 ข้อความ').waitFor();
  await simulator.waitIdle();
  expect(heard).toEqual(['message', 'message', 'unsend']);
});

it('a group hears, edits, and sees the bot come and go', async () => {
  const group = page.getByRole('region', { name: 'กลุ่ม' });
  await group.getByRole('button', { name: '@คืบหน้า' }).click();
  await group.getByRole('textbox').fill('สรุป');
  await group.getByRole('textbox').press('Enter');
  const row = group.locator('.row', { hasText: '@คืบหน้า สรุป' });
  await row.hover();
  await row.getByRole('button', { name: 'ตัวเลือกของข้อความ' }).click();
  await page.getByRole('menuitem', { name: 'แก้ไข' }).click();
  await group.getByRole('textbox').fill('ล่าช้า');
  await group.getByRole('textbox').press('Enter');
  await group.getByText('แก้ไขแล้ว').waitFor();
  await group.getByRole('button', { name: 'เมนูของห้อง' }).click();
  await page.getByRole('menuitem', { name: 'นำบอตออกจากกลุ่ม' }).click();
  await group.getByText('คืบหน้า ออกจากกลุ่ม').waitFor();
  await simulator.waitIdle();
  expect(heard).toEqual(['message', 'messageEdited', 'leave']);
});

it('the clock moves, switches hold, refusals are told, reset empties the chats', async () => {
  const panel = page.getByRole('complementary');
  await panel.getByRole('button', { name: '+1 สัปดาห์' }).click();
  await panel.getByText('วันจันทร์ที่ 22 กุมภาพันธ์ 2564').waitFor();
  await panel.getByRole('spinbutton', { name: 'โควตาต่อเดือน' }).fill('0');
  await panel.getByRole('spinbutton', { name: 'โควตาต่อเดือน' }).blur();
  await panel.getByText('ใช้ 0 จาก 0 ข้อความ').waitFor();
  expect(await push(longId('U1'), { type: 'text', text: 'เกินโควตา' })).toBe(429);
  await panel.getByText('429', { exact: true }).waitFor();

  const phone = page.getByRole('region', { name: 'น้ำฝน' });
  await phone.getByRole('button', { name: 'แนบรูป' }).click();
  await page.getByRole('menuitem', { name: 'สติกเกอร์' }).click();
  await phone.getByRole('img', { name: 'สติกเกอร์' }).waitFor();
  await phone
    .getByLabel('เลือกไฟล์ที่จะส่ง')
    .setInputFiles({ name: 'ว่าง.txt', mimeType: 'text/plain', buffer: Buffer.alloc(0) });
  await page.getByText('ทำไม่สำเร็จ: ไฟล์ว่างเปล่า').waitFor();

  await panel.getByRole('button', { name: 'เริ่มใหม่ทั้งหมด' }).click();
  await page.getByRole('button', { name: 'ล้างแล้วเริ่มใหม่' }).click();
  await phone.getByRole('img', { name: 'สติกเกอร์' }).waitFor({ state: 'detached' });
  await phone.getByRole('button', { name: 'ลงทะเบียน DEMO-01' }).waitFor();
});
