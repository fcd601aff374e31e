/** The half year of all offices in one: figures of closed and open ones, what is missing and from whom, in every format, with no word of an office but what it published. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import JSZip from 'jszip';
import { SaxesParser } from 'saxes';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { NO_STATE } from '../../src/domain/update.ts';
import { joinOffices } from '../../src/domain/joint-report.ts';
import { makeDocx } from '../../src/reports/docx.ts';
import { jointContent, JOINT_SETTINGS } from '../../src/reports/joint-content.ts';
import { collectJointReport } from '../../src/services/joint-report.ts';
import { liveReport } from '../../src/services/official-report.ts';
import { closePeriod } from '../../src/services/periods.ts';
import { publish, withdraw } from '../../src/services/publication.ts';
import { commit } from '../../src/db/unit-of-work.ts';
import { findCountedActivities } from '../../src/db/office-figures.ts';
import { findOffice } from '../../src/db/offices.ts';
import { loadCurrentPlan } from '../../src/services/loaders.ts';
import { reportScript } from '../../scripts/report.ts';
import { runAdmin } from '../helpers/admin.ts';
import { testDatabase } from '../helpers/database.ts';
import { fillOffices } from '../helpers/many-offices.ts';
import { openOffice, SOMSRI, type TestOffice } from '../helpers/office.ts';
import { visitAsOperator, type WebVisitor } from '../helpers/web-visitor.ts';

const { uri } = testDatabase(import.meta.url);
const CANARY = 'นกเงือกกรามช้าง';
let office: TestOffice;
let operator: WebVisitor;
let demo: string;
let folder: string;

beforeAll(async () => {
  office = await openOffice(uri);
  folder = await mkdtemp(join(tmpdir(), 'kuebna-joint-'));
  operator = await visitAsOperator(office);
  const { database } = office;
  demo = (await database.models.offices.find().lean())[0]!._id;
  await office.say(SOMSRI, `1.2 กำลังดำเนินการ 40% ใช้งบ 9,000 บาท ผลคือ ${CANARY} ปัญหาคือ ${CANARY}`);
  await office.tap(SOMSRI, 'บันทึก');
  await fillOffices(database, { offices: 3, activities: 4, officers: 2 });
  await database.models.offices.updateOne({ _id: 'office-2' }, { $set: { currentPlan: null } });
  await database.models.plans.deleteMany({ office: 'office-2' });
  // one of two reported on all of it, the other on half
  const said = {
    ...NO_STATE,
    status: 'completed',
    seq: 1,
    rev: 1,
    spent: 400_000,
    reportedAt: office.clock.now(),
  };
  await database.models.activities.collection.updateMany({ office: 'office-0' } as never, {
    $set: { state: said },
  });
  await database.models.activities.collection.updateMany(
    { office: 'office-1', code: { $in: ['1', '2'] } } as never,
    { $set: { state: { ...said, status: 'in_progress', obstacle: CANARY } } },
  );
});
afterAll(async () => {
  await office.close();
  await rm(folder, { recursive: true, force: true });
});

const collect = () => {
  const scope = { fiscalYear: 2564, half: 1 as const, now: office.clock.now() };
  return collectJointReport(office.database, scope, (fault) => {
    throw fault;
  });
};

describe('the joint report', () => {
  test('has of each office what its own report has, and adds up', async () => {
    const report = await collect();
    const of = (await findOffice(office.database.models, demo))!;
    const plan = (await loadCurrentPlan(office.database, of))!;
    const scope = { database: office.database, office: of, plan, half: 1 as const, now: office.clock.now() };
    const { model } = await liveReport(scope, []);
    const own = report.offices.find(({ id }) => id === demo)!.plan!;
    expect(own.totals).toEqual(model.totals);
    expect(
      own.rows.map(({ code, spent, status, percent, reported }) => [code, spent, status, percent, reported]),
    ).toEqual(
      model.rows
        .filter(({ leaf }) => leaf)
        .map(({ code, spent, status, percent, reportedAt }) => [
          code,
          spent,
          status,
          percent,
          reportedAt !== null,
        ]),
    );
    expect(report.totals.leaves).toBe(model.totals.leaves + 8);
    expect(report.totals.spent).toBe(model.totals.spent + 6 * 400_000);
    expect(report.missing.plan).toEqual(['สำนักงานที่ 2']);
    expect(report.missing.closing).toEqual(expect.arrayContaining(['สำนักงานที่ 0', 'สำนักงานที่ 1']));
    expect(report.missing.reports.find((one) => one.office === 'สำนักงานที่ 1')?.labels).toEqual(['3.', '4.']);
    expect(report.missing.reports.some((one) => one.office === 'สำนักงานที่ 0')).toBe(false);
    expect(JSON.stringify(report)).not.toContain(CANARY);
  });

  test('is made from reads that bring no word along', async () => {
    const { models } = office.database;
    const plans = (await models.plans.find().lean()).map(({ _id }) => _id);
    const read = await findCountedActivities(models, [demo, 'office-1'], plans, (_, fault) => {
      throw fault;
    });
    const all = [...read.values()].flat();
    expect(all.filter(({ state }) => state.obstacle === '-').length).toBeGreaterThan(1);
    expect(JSON.stringify(all)).not.toContain(CANARY);
  });

  test('has of a closed half what was frozen, whatever was reported since', async () => {
    const { database } = office;
    const of = (await findOffice(database.models, demo))!;
    const plan = (await loadCurrentPlan(database, of))!;
    const before = (await collect()).offices.find(({ id }) => id === demo)!.plan!;
    await closePeriodOf(of, plan);
    await database.models.activities.collection.updateMany({ office: demo } as never, {
      $set: { 'state.spent': 1 },
    });
    const report = await collect();
    const after = report.offices.find(({ id }) => id === demo)!.plan!;
    expect(after.version).toBe(1);
    expect(after.totals).toEqual(before.totals);
    expect(report.missing.closing).not.toContain(of.name);
    expect(JSON.stringify(report)).not.toContain(CANARY);
  });

  test('carries the words of what is published, and of nothing else', async () => {
    const { database } = office;
    const of = (await findOffice(database.models, demo))!;
    const plan = (await loadCurrentPlan(database, of))!;
    const scope = { database, office: of, plan, half: 1 as const, nameless: 'ผู้รายงาน' };
    const act = { by: { member: null, name: 'ทดสอบ' }, now: office.clock.now() };
    const published = await publish(scope, { version: 1, ...act });
    if (!published.ok) throw new Error(published.reason);
    await commit(database, published.writes);
    const report = await collect();
    const own = report.offices.find(({ id }) => id === demo)!.plan!;
    expect(own).toMatchObject({ version: 1, published: true });
    expect(own.rows.find(({ code }) => code === '1.2.1')!.words).toMatchObject({
      result: [{ text: CANARY }],
      obstacle: [{ text: CANARY }],
    });
    // office-1 has obstacles of these words, too, and published nothing
    const others = report.offices.filter(({ id }) => id !== demo);
    expect(JSON.stringify([others, report.common, report.missing])).not.toContain(CANARY);
    const content = JSON.stringify(jointContent(report, JOINT_SETTINGS));
    for (const said of [CANARY, 'เผยแพร่แล้ว', 'ยังไม่เผยแพร่ แสดงตัวเลขเท่านั้น']) expect(content).toContain(said);
    await commit(database, (await withdraw(scope, act.by, act.now))!);
    expect(JSON.stringify(await collect())).not.toContain(CANARY);
  });

  const closePeriodOf = async (
    of: NonNullable<Awaited<ReturnType<typeof findOffice>>>,
    plan: NonNullable<Awaited<ReturnType<typeof loadCurrentPlan>>>,
  ): Promise<void> => {
    const now = office.clock.now();
    const scope = { database: office.database, office: of, plan, half: 1 as const, now };
    const closed = await closePeriod(scope, {
      version: 1,
      by: { member: null, name: 'ทดสอบ' },
      today: '2021-02-15',
    });
    expect(closed.ok).toBe(true);
    if (closed.ok) expect((await commit(office.database, closed.writes)).ok).toBe(true);
  };
});

/** Everything a person can read in a file. */
async function wordsOf(format: string, bytes: Buffer): Promise<string> {
  if (format === 'pdf') {
    const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
    const document = await getDocument({ data: new Uint8Array(bytes) }).promise;
    const pages = Array.from({ length: document.numPages }, async (_, at) =>
      (await (await document.getPage(at + 1)).getTextContent()).items.map((one) =>
        'str' in one ? one.str : '',
      ),
    );
    return (await Promise.all(pages))
      .flat()
      .join('')
      .replaceAll(/\s|\u200b/g, '');
  }
  const zip = await JSZip.loadAsync(bytes);
  const files = Object.values(zip.files).filter(({ dir }) => !dir);
  const parts = await Promise.all(files.map((one) => one.async('string')));
  return parts.join('').replaceAll(/<[^>]+>|\s/g, '');
}

describe('on the operators’ page', () => {
  test.each(['xlsx', 'docx', 'pdf'])(
    'is made as %s with its progress, and handed out for a while',
    async (format) => {
      const wish = { fiscalYear: 2564, half: 1, format };
      const path = '/web/offices/report';
      expect((await operator.post(path, wish)).status).toBe(200);
      const standing = async (of: WebVisitor) =>
        ((await (await of.get(path)).json()) as { made: { id: string; state: string } | null }).made;
      await expect
        .poll(async () => (await standing(operator))?.state, { timeout: 60_000, interval: 200 })
        .toBe('done');
      const made = (await standing(operator))!;
      // whoever comes back to the page is shown what was asked for
      expect(made).toMatchObject({ wish });
      const file = `${path}/${made.id}/file`;
      const answer = await operator.get(file);
      expect(decodeURIComponent(answer.headers.get('content-disposition')!)).toContain('ทุกหน่วยงาน');
      const words = await wordsOf(format, Buffer.from(await answer.arrayBuffer()));
      for (const said of ['ค.ข้อมูลที่ยังขาด', 'สำนักงานที่2', 'ยังไม่มีแผนของปีงบประมาณนี้', 'ลำดับที่3.,4.'])
        expect(words).toContain(said);
      expect(words).not.toContain(CANARY);
      const other = await visitAsOperator(office, 'กองอื่น');
      expect(await standing(other)).toBeNull();
      expect((await other.get(file)).status).toBe(410);
    },
  );

  test('is refused for a year or format there is not', async () => {
    for (const odd of [{ fiscalYear: 2021 }, { half: 3 }, { format: 'csv' }])
      expect(
        (await operator.post('/web/offices/report', { fiscalYear: 2564, half: 1, format: 'pdf', ...odd }))
          .status,
      ).toBe(400);
  });
});

test('a long table keeps all rows in Word', async () => {
  const rows = Array.from({ length: 40 }, (_, at) => ({
    code: `1.${at}`,
    label: `1.${at}`,
    name: `กิจกรรม ${at}`,
    budget: 100,
    spent: null,
    status: 'in_progress' as const,
    percent: null,
    reported: true,
    late: false,
    stuck: false,
    words: null,
  }));
  const totals = (await collect()).totals;
  const many = Array.from({ length: 33 }, (_, at) => ({
    id: `o${at}`,
    name: `หน่วยงานยาว ${at}`,
    unreadable: false,
    plan: { version: 1, published: false, rows, totals },
  }));
  const now = office.clock.now().toISOString();
  const content = jointContent(joinOffices({ fiscalYear: 2564, half: 1, now }, many, null), JOINT_SETTINGS);
  const docx = await makeDocx(content, new Map());
  const xml = await (await JSZip.loadAsync(docx)).file('word/document.xml')!.async('string');
  expect(xml.match(/<w:tr>/g)).toHaveLength(content.partTwo.table.rows.length + 1 + 1);
  expect(xml).not.toContain('rows-stand-here');
  expect(() => new SaxesParser({ xmlns: true }).write(xml).close()).not.toThrow();
  for (const { name } of many) expect(xml).toContain(name);
});

test('is made by the report command, too', async () => {
  vi.stubEnv('MONGODB_URI', uri);
  const base = ['--fiscal-year', '2564', '--half', '1', '--all-offices'];
  const out = join(folder, 'joint.xlsx');
  expect((await runAdmin(reportScript, [...base, '--out', out])).code).toBe(0);
  const book = new ExcelJS.Workbook();
  await book.xlsx.load((await readFile(out)) as never);
  expect(book.worksheets[0]!.rowCount).toBeGreaterThan(20);
  const told = await runAdmin(reportScript, [...base, '--format', 'json', '--json']);
  expect(told.json()).toMatchObject({ offices: 4, missing: { plan: ['สำนักงานที่ 2'] } });
  expect(JSON.stringify(told)).not.toContain(CANARY);
  const odd = await runAdmin(reportScript, [...base, '--as-of', '2021-03-01', '--out', out]);
  expect(odd.code).toBe(2);
});
