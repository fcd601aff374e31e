/** The real office's report, told in chat and made as files: every row and column as in the printed one. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { reportScript } from '../../scripts/report.ts';
import { reportSettingsScript } from '../../scripts/report-settings.ts';
import type { ReportJson } from '../../src/domain/report-versions.ts';
import { testDatabase } from '../helpers/database.ts';
import { openOffice, PRASERT, SOMSRI, type TestOffice, wordsIn } from '../helpers/office.ts';
import {
  obstacleOf,
  printed,
  ran,
  register,
  resultOf,
  seedOffice,
  seedReport,
  tell,
} from '../helpers/seed-report.ts';
import { readDocx, readPdf, readXlsx, squeeze, valuesOf } from '../unit/report/read-back.ts';

const { uri } = testDatabase(import.meta.url);
let office: TestOffice;
let folder: string;
const NOTHING = 'ยังไม่มีการรายงานในงวดนี้';
const HALF = ['--fiscal-year', '2564', '--half', '1'] as const;

beforeAll(async () => {
  vi.stubEnv('MONGODB_URI', uri);
  folder = await mkdtemp(join(tmpdir(), 'official-report-'));
  office = await openOffice(uri);
  office.clock.moveTo(new Date('2021-03-15T09:30:00+07:00'));
  await register(office);
  for (const row of seedReport.rows) await tell(office, row);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await office.close();
  await rm(folder, { recursive: true, force: true });
});

async function json(...more: string[]): Promise<ReportJson> {
  const { code, out, err } = await ran(reportScript, ...HALF, '--format', 'json', ...more);
  expect([code, err === '' || err === NOTHING]).toEqual([0, true]);
  return JSON.parse(out) as ReportJson;
}

async function made(name: string, ...more: string[]): Promise<Buffer> {
  const file = join(folder, name);
  const { code, out, err } = await ran(reportScript, ...HALF, '--out', file, ...more);
  expect([code, err, out]).toEqual([0, '', expect.stringContaining('11 กิจกรรม งบประมาณ')]);
  return readFile(file);
}

describe('the report of what was said in chat', () => {
  test('as JSON has every node, in plan order, with money in baht', async () => {
    const all = await json();
    expect(Object.keys(all)).toEqual(['office', 'fiscalYear', 'period', 'asOf', 'frozen', 'rows', 'totals']);
    expect(all).toMatchObject({
      office: seedOffice.name,
      fiscalYear: 2564,
      period: { start: '2020-10-01', end: '2021-03-31' },
      frozen: false,
      totals: { budget: 200_000, spent: 0 },
    });
    expect(all.totals.byStatus).toEqual({ not_started: 0, in_progress: 7, completed: 3, cancelled: 1 });
    expect(all.rows.map((row) => row.code).join(' ')).toBe(
      '1 1.1 1.1.1 1.1.2 1.1.3 1.2 1.2.1 1.3 1.3.1 1.3.2 1.4 1.4.1 2 3 4 5',
    );
    expect(all.rows[0]).toMatchObject({ code: '1', budget: 100_000, reportedBy: null, reportedAt: null });
    for (const seed of seedReport.rows) {
      expect(all.rows.find((row) => row.code === seed.code)).toMatchObject({
        budget: seed.budgetBaht,
        // a text without a status word is work under way
        status: seed.impliedStatus ?? 'in_progress',
        result: resultOf(seed),
        obstacle: obstacleOf(seed),
        remark: null,
        reportedBy: seed.code.startsWith('1') ? 'สมศรี ใจดี' : 'วิภา รักเรียน',
        late: false,
        evidence: [],
      });
    }
  });

  test('as Word has all eleven rows and six columns of the printed table', async () => {
    const { tables, paragraphs } = await readDocx(await made('report.docx'));
    const table = tables.find((one) => one[0]?.[0] === seedReport.columns[0]) ?? [];
    expect(table[0]).toEqual(seedReport.columns);
    const labels = seedReport.rows.map((row) => printed(row)[0]);
    const leaves = table.filter((row) => labels.includes(row[0] ?? '') && row.length === 6);
    expect(leaves.filter((row) => row[0] !== '')).toEqual(seedReport.rows.map(printed));
    expect(table[1]?.[2]).toBe('100,000');
    expect(table.at(-1)?.[1]).toBe('200,000');
    expect(paragraphs).toContain(`ส่วนที่ 2 ${seedReport.title}`);
  });

  test('as a workbook has the same, with sums as numbers', async () => {
    const book = await readXlsx(await made('report.xlsx'));
    const sheet = book.getWorksheet('ส่วนที่ 2');
    const values = sheet ? valuesOf(sheet) : [];
    for (const seed of seedReport.rows) {
      const [label, name, , ...rest] = printed(seed);
      expect(values).toContainEqual([label, name, seed.budgetBaht, ...rest]);
    }
    const sums = values.flat().filter((value) => typeof value === 'number');
    expect(sums).toContain(100_000);
    expect(sums).toContain(200_000);
  });

  test('as PDF says all of it', async () => {
    const { text, standard } = await readPdf(await made('report.pdf'));
    expect(standard).toBe('PDF/A-2u');
    for (const cell of seedReport.rows.flatMap(printed)) expect(text).toContain(squeeze(cell));
    for (const sum of ['100,000', '200,000']) expect(text).toContain(sum);
  });

  test('writes Thai digits where asked', async () => {
    const { paragraphs } = await readDocx(await made('thai.docx', '--thai-digits'));
    expect(paragraphs.join('\n')).toContain('๒๐๐,๐๐๐');
  });

  test('looks back to a moment', async () => {
    const before = await json('--as-of', '2021-03-14');
    expect(before.asOf).toBe('2021-03-14T16:59:59.999Z');
    expect(before.rows.every((row) => row.reportedAt === null && row.status === 'not_started')).toBe(true);
    const first = (await json()).rows.find((row) => row.code === '1.1.1')?.reportedAt ?? '';
    const then = await json('--as-of', first);
    expect(then.rows.filter((row) => row.reportedAt !== null).map((row) => row.code)).toEqual(['1.1.1']);
  });
});

describe('the command', () => {
  test.each([
    [['--half', '1', '--format', 'json'], '--fiscal-year'],
    [['--fiscal-year', '2021', '--half', '1', '--format', 'json'], '2564'],
    [['--fiscal-year', 'ปีนี้', '--half', '1', '--format', 'json'], '--fiscal-year'],
    [['--fiscal-year', '2564', '--half', '3', '--format', 'json'], '--half'],
    [['--fiscal-year', '2564', '--format', 'json'], '--half'],
    [[...HALF, '--format', 'doc'], 'docx, xlsx, pdf, json'],
    [[...HALF], '--format'],
    [[...HALF, '--format', 'pdf'], '--out'],
    [[...HALF, '--format', 'json', '--as-of', '2021-02-30'], '--as-of'],
    [[...HALF, '--format', 'json', '--as-of', '2564-03-31'], '--as-of'],
    [[...HALF, '--format', 'json', '--version', '0'], '--version'],
    [[...HALF, '--format', 'json', '--version', '1', '--as-of', '2021-03-01'], '--as-of'],
    [[...HALF, '--format', 'json', '--office', 'all'], '--out'],
    [[...HALF, '--format', 'json', 'report.docx'], '--out'],
    [[...HALF, '--format', 'pdf', '--out', 'x.docx'], '--out x.docx ไม่ตรงกับ --format pdf'],
    [[...HALF, '--formatt', 'json'], '--formatt'],
  ])('answers %j by naming %s', async (argv, named) => {
    const { code, out, err } = await ran(reportScript, ...argv);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(named);
    const asJson = await ran(reportScript, ...argv, '--json');
    expect(JSON.parse(asJson.out)).toMatchObject({ error: 'bad-usage' });
  });

  test('refuses a year without a plan, a version that is not there, an office that is not there', async () => {
    const year = await ran(
      reportScript,
      '--fiscal-year',
      '2570',
      '--half',
      '1',
      '--format',
      'json',
      '--json',
    );
    expect([year.code, JSON.parse(year.out)]).toMatchObject([1, { error: 'no-plan', fiscalYears: [2564] }]);
    const version = await ran(reportScript, ...HALF, '--format', 'json', '--version', '1', '--json');
    expect([version.code, JSON.parse(version.out)]).toMatchObject([1, { error: 'no-such-version' }]);
    const other = await ran(reportScript, ...HALF, '--format', 'json', '--office', 'nobody');
    expect([other.code, other.out]).toEqual([1, '']);
    expect(other.err).toContain(seedOffice.name);
    const file = await ran(reportScript, ...HALF, '--out', join(folder, 'missing', 'report.json'));
    expect([file.code, file.err]).toEqual([1, `ไม่พบโฟลเดอร์ ${join(folder, 'missing')} กรุณาสร้างโฟลเดอร์ก่อน`]);
  });

  test('reads Thai digits, and says what it made in one value', async () => {
    const file = join(folder, 'half.json');
    const { code, out } = await ran(
      reportScript,
      '--fiscal-year',
      '๒๕๖๔',
      '--half',
      '๑',
      '--out',
      file,
      '--json',
    );
    expect(code).toBe(0);
    const value = JSON.parse(out) as Record<string, unknown>;
    expect(value).toMatchObject({
      format: 'json',
      file,
      rows: 16,
      totals: { budget: 200_000 },
      version: null,
    });
    const written = await readFile(file, 'utf8');
    expect(Buffer.byteLength(written)).toBe(value['bytes']);
    expect(JSON.parse(written)).toMatchObject({ office: seedOffice.name, frozen: false });
  });

  test('writes over a file only with --yes, of one office as of all', async () => {
    const file = join(folder, 'twice.json');
    await writeFile(file, 'mine');
    const once = await ran(reportScript, ...HALF, '--out', file);
    expect([once.code, once.err]).toEqual([1, expect.stringContaining('--yes')]);
    expect(await readFile(file, 'utf8')).toBe('mine');
    expect((await ran(reportScript, ...HALF, '--out', file, '--yes')).code).toBe(0);
    expect(await readFile(file, 'utf8')).not.toBe('mine');
    const all = ['--format', 'json', '--office', 'all', '--out', join(folder, 'every')];
    expect((await ran(reportScript, ...HALF, ...all)).code).toBe(0);
    const again = await ran(reportScript, ...HALF, ...all, '--json');
    expect([again.code, JSON.parse(again.out)]).toMatchObject([1, { error: 'file-exists' }]);
    expect((await ran(reportScript, ...HALF, ...all, '--yes')).code).toBe(0);
  });

  test('makes a half that has not begun, and a report of all offices', async () => {
    const early = await ran(reportScript, ...HALF, '--format', 'json', '--as-of', '2020-09-01');
    expect([early.code, early.err]).toEqual([0, 'งวดนี้ยังไม่เริ่ม']);
    expect((JSON.parse(early.out) as ReportJson).rows).toHaveLength(16);
    const all = await ran(
      reportScript,
      ...HALF,
      '--format',
      'xlsx',
      '--office',
      'all',
      '--out',
      join(folder, 'all'),
      '--json',
    );
    const { files, skipped } = JSON.parse(all.out) as { files: { file: string }[]; skipped: unknown[] };
    expect([files.length, skipped]).toEqual([1, []]);
    expect(all.err).toContain('1/1');
    expect((await readFile(files[0]?.file ?? '')).subarray(0, 2).toString()).toBe('PK');
  });
});

describe('the settings of the office', () => {
  test('are checked, kept, and read by every file', async () => {
    const file = join(folder, 'settings.json');
    await writeFile(file, '{"thaiDigits":"yes","colour":"red","signatures":[{"name":"ก"}]}');
    const bad = await ran(reportSettingsScript, '--set', file, '--json');
    const { problems } = JSON.parse(bad.out) as { problems: { path: string; reason: string }[] };
    expect(problems.map(({ path, reason }) => [path, reason])).toEqual([
      ['thaiDigits', 'bad-value'],
      ['colour', 'unknown'],
      ['signatures.0.role', 'bad-value'],
    ]);
    const chosen = {
      items: { 1: 'O11' },
      headingLines: ['รายงานผลของเรา'],
      signatures: [{ role: 'ผู้รายงาน', name: 'สมศรี ใจดี' }],
    };
    await writeFile(file, JSON.stringify(chosen));
    expect((await ran(reportSettingsScript, '--set', file)).code).toBe(0);
    const shown = JSON.parse((await ran(reportSettingsScript, '--show', '--json')).out) as {
      settings: unknown;
    };
    expect(shown.settings).toMatchObject({ ...chosen, thaiDigits: false, closeAfterDays: null });
    const { paragraphs } = await readDocx(await made('own.docx'));
    for (const line of ['รายงานผลของเรา', '(สมศรี ใจดี)']) expect(paragraphs).toContain(line);
    expect(paragraphs.join(' ')).toContain('O11');
    await writeFile(file, '{}');
    await ran(reportSettingsScript, '--set', file);
    expect((await readDocx(await made('plain.docx'))).paragraphs).not.toContain('รายงานผลของเรา');
    expect((await ran(reportSettingsScript)).code).toBe(2);
  });
});

describe('in chat', () => {
  const links = (messages: unknown): string[] =>
    [...JSON.stringify(messages).matchAll(/"uri":"([^"]+)"/g)].map(([, url]) => url ?? '');

  test.each([
    'รายงาน 6 เดือน',
    'รายงาน ๖ เดือน',
    'รายงานรอบ 6 เดือน',
    'ขอรายงาน 6 เดือนหน่อยครับ',
    'ช่วยส่งรายงานรอบ 6 เดือนให้ด้วยค่ะ',
    'report 6 months',
  ])('a manager who says “%s” gets the figures and three files', async (words) => {
    const said = await office.say(PRASERT, words);
    const shown = wordsIn(said);
    expect(shown).toContain('รายงานรอบ 6 เดือน ปีงบประมาณ 2564');
    expect(shown).toContain('เสร็จแล้ว 3 จาก 11 กิจกรรม');
    expect(shown).toContain('ฉบับร่าง');
    expect(links(said)).toHaveLength(3);
  });

  test('each link opens its file', async () => {
    const urls = links(await office.say(PRASERT, 'รายงาน 6 เดือน'));
    const files = await Promise.all(urls.map((url) => fetch(url)));
    expect(files.map((file) => file.status)).toEqual([200, 200, 200]);
    const bytes = await Promise.all(files.map(async (file) => Buffer.from(await file.arrayBuffer())));
    expect(bytes.map((one) => one.subarray(0, 4).toString('latin1'))).toEqual([
      'PK\x03\x04',
      'PK\x03\x04',
      '%PDF',
    ]);
    const { tables } = await readDocx(bytes[0] ?? Buffer.alloc(0));
    expect(tables.flat()).toContainEqual(printed(seedReport.rows[0]!));
    expect(decodeURIComponent(files[0]?.headers.get('content-disposition') ?? '')).toContain('รอบ 6 เดือน');
  });

  test.each([
    ['รายงาน 6 เดือน word', 'PK'],
    ['รายงาน 12 เดือน pdf', '%P'],
    ['รายงาน 12 เดือน เป็นไฟล์เอ็กเซล', 'PK'],
  ])('“%s” makes that file alone', async (words, begins) => {
    const urls = links(await office.say(PRASERT, words));
    expect(urls).toHaveLength(1);
    const bytes = await (await fetch(urls[0] ?? '')).arrayBuffer();
    expect(Buffer.from(bytes).subarray(0, 2).toString('latin1')).toBe(begins);
  });

  test('is for managers, and for no group', async () => {
    expect(wordsIn(await office.say(SOMSRI, 'รายงาน 6 เดือน'))).toContain('สำหรับผู้บริหาร');
    expect(wordsIn(await office.say(SOMSRI, 'รายงาน 1.1.1'))).toContain('1.1 1)');
    await office.say(SOMSRI, 'ยกเลิก');
  });
});
