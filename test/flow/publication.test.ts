/** Publishing a closed half year: from the chat to a page that anybody reads without a session, its files, a new version, and back. */
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { publishScript } from '../../scripts/publish.ts';
import { runAdmin } from '../helpers/admin.ts';
import { testDatabase } from '../helpers/database.ts';
import { GROUP, openOffice, PRASERT, SOMSRI, type TestOffice, wordsIn } from '../helpers/office.ts';
import { visitAs } from '../helpers/web-visitor.ts';

const { uri } = testDatabase(import.meta.url);
let office: TestOffice;
let path: string;

beforeAll(async () => {
  vi.stubEnv('MONGODB_URI', uri);
  office = await openOffice(uri);
  const row = await office.database.models.offices.findOne({}).lean<{ _id: string }>();
  path = `/reports/${row!._id}/2564/6`;
  office.clock.moveTo(new Date('2021-03-20T10:00:00+07:00'));
  await office.say(SOMSRI, '1.1 1) เสร็จแล้วค่ะ ใช้งบ 3,000 บาท ปัญหา: รอสมศรี ใจดี ลงนาม <b>ด่วน</b>');
  await office.tap(SOMSRI, 'บันทึก');
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await office.close();
});

const get = (address: string, headers: Record<string, string> = {}) =>
  fetch(`${office.app.url}${address}`, { headers, redirect: 'manual' });
const html = async (address: string) => (await get(address)).text();

describe('before anything is published', () => {
  test('nothing stands at its address, and what is not closed is not published', async () => {
    const nothing = await get(path, { accept: 'text/html' });
    expect([nothing.status, (await nothing.text()).includes('ไม่พบรายงานที่เผยแพร่')]).toEqual([404, true]);
    expect(wordsIn(await office.say(PRASERT, 'เผยแพร่ 6 เดือน'))).toContain('พิมพ์ “ปิดงวด 6 เดือน” ก่อน');
    expect(wordsIn(await office.say(PRASERT, 'ถอนการเผยแพร่'))).toContain('ไม่มีรายงานรอบ 6 เดือนที่เผยแพร่อยู่');
  });

  test.each([
    ['an officer', SOMSRI, {}, 'คำสั่งนี้สำหรับผู้บริหาร'],
    ['a manager in a group', PRASERT, { chat: GROUP, mentionBot: true }, 'แชทส่วนตัว'],
  ])('%s may not', async (_who, user, options, words) => {
    await office.say(PRASERT, `เชื่อมกลุ่ม`, { chat: GROUP, mentionBot: true });
    expect(wordsIn(await office.say(user, 'เผยแพร่รายงาน', options))).toContain(words);
  });

  test('a sentence that begins with the word is a report', async () => {
    expect(wordsIn(await office.say(SOMSRI, 'เผยแพร่เว็บไซต์เสร็จแล้ว'))).not.toContain('คำสั่งนี้สำหรับผู้บริหาร');
    await office.say(SOMSRI, 'ยกเลิก');
  });
});

describe('publishing', () => {
  test('shows what will be read, and a preview that only managers open', async () => {
    await office.say(PRASERT, 'ปิดงวด 6 เดือน');
    await office.tap(PRASERT, 'ยืนยันปิดงวด');
    const card = await office.say(PRASERT, 'เผยแพร่');
    expect(wordsIn(card)).toContain('แสดงตำแหน่งแทนชื่อบุคคล');
    expect(wordsIn(await office.tap(PRASERT, 'รายละเอียด'))).toContain('เสร็จสิ้น 1 จาก 11 กิจกรรม');
    expect(JSON.stringify(card)).toMatch(/\/open\/[\w-]{43}/);
    const manager = await visitAs(office, PRASERT);
    const preview = await (await manager.get('/web/publication/1')).text();
    expect(preview).toContain('ตัวอย่าง ยังไม่เผยแพร่');
    expect((await manager.get('/web/publication/1/report.csv')).status).toBe(200);
    expect((await manager.get('/web/publication/2')).status).toBe(404);
    const officer = await visitAs(office, SOMSRI);
    expect((await officer.get('/web/publication/1')).status).toBe(403);
    expect((await get(path)).status).toBe(404);
  });

  test('makes it readable at its lasting address, names and evidence left out', async () => {
    const done = await office.tap(PRASERT, 'เผยแพร่');
    expect(wordsIn(done)).toContain('เผยแพร่รายงานรอบ 6 เดือน ฉบับที่ 1 แล้ว');
    expect(JSON.stringify(done)).toContain(path);
    const page = await get(path);
    expect(page.status).toBe(200);
    expect(page.headers.get('content-security-policy')).toContain('frame-ancestors *');
    expect(page.headers.get('set-cookie')).toBeNull();
    const text = await page.text();
    for (const name of ['สมศรี', 'ประเสริฐ']) expect(text).not.toContain(name);
    expect(text).toContain('&#60;b&#62;ด่วน');
    expect(text.match(/<tr role="row" class="leaf">/g)).toHaveLength(11);
    expect(text).not.toContain('<script');
    const etag = page.headers.get('etag')!;
    expect((await get(path, { 'if-none-match': etag })).status).toBe(304);
  });

  test('offers its files, of which the fingerprint on the page can be checked', async () => {
    const text = await html(path);
    const json = Buffer.from(await (await get(`${path}/1/report.json`)).arrayBuffer());
    expect(text).toContain(createHash('sha256').update(json).digest('hex'));
    for (const one of ['สมศรี', 'ประเสริฐ']) expect(json.toString()).not.toContain(one);
    const begins = { pdf: '%PDF', docx: 'PK', xlsx: 'PK', csv: '\uFEFFลำดับที่' };
    for (const [format, start] of Object.entries(begins)) {
      expect(text).toContain(`${path}/1/report.${format}`);
      const file = await get(`${path}/1/report.${format}`);
      expect(file.status).toBe(200);
      const bytes = Buffer.from(await file.arrayBuffer());
      expect(bytes.toString('utf8').startsWith(start)).toBe(true);
    }
    for (const other of ['report.exe', 'report', '%2e%2e%2fpackage.json', 'toString'])
      expect((await get(`${path}/1/${other}`)).status).toBe(404);
  });

  test('twice asks nobody anything, and a version that came between is not published unseen', async () => {
    expect(wordsIn(await office.say(PRASERT, 'เผยแพร่'))).toContain('ฉบับที่ 1 เผยแพร่แล้วเมื่อ');
    await office.say(SOMSRI, '1.2 1) กำลังดำเนินการ 50%');
    await office.tap(SOMSRI, 'บันทึก');
    await office.say(PRASERT, 'ปิดงวด 6 เดือน');
    await office.tap(PRASERT, 'ยืนยันปิดงวด');
    await office.say(PRASERT, 'เผยแพร่');
    const card = await office.tap(PRASERT, 'รายละเอียด');
    expect(wordsIn(card)).toContain('ต่างจากฉบับที่ 1 ที่เผยแพร่อยู่');
    await office.tap(PRASERT, 'เผยแพร่');
    const text = await html(path);
    expect(text).toContain('สิ่งที่เปลี่ยนจากฉบับที่ 1');
    expect(text).toContain('1.2 1) สถานะ');
    const before = await html(`${path}/1`);
    expect(before).toContain('มีฉบับใหม่กว่า: ฉบับที่ 2');
    expect((await get(`${path}/3`)).status).toBe(404);
    expect(await html(path.split('/').slice(0, 3).join('/'))).toContain('รอบ 6 เดือน ปีงบประมาณ พ.ศ. 2564');
  });

  test('can be taken back, which its address says, and done again', async () => {
    await office.say(PRASERT, 'ถอนการเผยแพร่');
    await office.tap(PRASERT, 'ถอนการเผยแพร่');
    for (const address of [path, `${path}/1`, `${path}/2/report.json`]) {
      const gone = await get(address, { accept: 'text/html' });
      expect([gone.status, (await gone.text()).includes('ถอนรายงานฉบับนี้แล้ว')]).toEqual([410, true]);
    }
    await office.say(PRASERT, 'เผยแพร่');
    await office.tap(PRASERT, 'เผยแพร่');
    expect((await get(path)).status).toBe(200);
    expect((await get(`${path}/1`)).status).toBe(410);
    const acts = await office.database.models.audit.distinct('act');
    expect(acts).toEqual(expect.arrayContaining(['publish', 'withdraw-publication']));
  });
});

test('an office that shows names has them in texts, and still nobody who reported', async () => {
  await office.database.models.offices.updateMany({}, { $set: { 'settings.report': { publicNames: true } } });
  const manager = await visitAs(office, PRASERT);
  const preview = await (await manager.get('/web/publication/1')).text();
  expect(preview).toContain('รอสมศรี ใจดี ลงนาม');
  const json = (await (await manager.get('/web/publication/1/report.json')).json()) as {
    rows: { reportedBy: string | null }[];
  };
  expect(json.rows.filter((row) => row.reportedBy)).toEqual([]);
});

test('the command writes the same as a folder, and never over one unasked', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'publish-'));
  const half = ['--fiscal-year', '2564', '--half', '1', '--out', join(folder, 'site')];
  const ran = await runAdmin(publishScript, half);
  expect([ran.code, ran.err]).toEqual([0, '']);
  expect((await readdir(join(folder, 'site'))).toSorted()).toEqual(
    ['index.html', 'sarabun-400.ttf', 'sarabun-700.ttf', 'style.css']
      .concat(['csv', 'docx', 'json', 'pdf', 'xlsx'].map((format) => `report.${format}`))
      .toSorted(),
  );
  const page = await readFile(join(folder, 'site', 'index.html'), 'utf8');
  expect(page).toContain('href="report.pdf"');
  expect(page).not.toContain('/reports/');
  expect((await runAdmin(publishScript, half)).code).not.toBe(0);
  const second = await runAdmin(publishScript, ['--fiscal-year', '2564', '--half', '2', '--out', folder]);
  expect([second.code === 0, second.err.includes('ยังไม่ได้ปิดงวดรอบ 12 เดือน')]).toEqual([false, true]);
  expect((await runAdmin(publishScript, half.slice(0, 4))).err).toContain('--out');
  await rm(folder, { recursive: true });
});

test.each([
  ['suspended', 'suspendedAt'],
  ['deleted', 'deletedAt'],
])('what a %s office published stays readable at its address, and its draft stays shut', async (_, field) => {
  const manager = await visitAs(office, PRASERT);
  const files = ['', '/2', '/2/report.json', '/2/report.csv'].map((end) => path + end);
  const read = () =>
    Promise.all([...files, path.replace(/\/2564.*/, '')].map(async (one) => (await get(one)).status));
  const before = await read();
  expect(before).toEqual([200, 200, 200, 200, 200]);
  const { offices } = office.database.models;
  await offices.updateMany({}, { $set: { [field]: office.clock.now() } });
  try {
    expect(await read()).toEqual(before);
    const inside = await Promise.all(
      ['/web/publication/1', '/web/publication/1/report.json', '/web/dashboard'].map((one) =>
        manager.get(one),
      ),
    );
    expect(inside.map(({ status }) => status < 400)).toEqual([false, false, false]);
  } finally {
    await offices.updateMany({}, { $unset: { [field]: 1 } });
  }
});
