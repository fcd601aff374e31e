/** Closing a reporting half: what is missing, one winner, what stays as it was, and what comes after. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { reportScript } from '../../scripts/report.ts';
import { commit } from '../../src/db/unit-of-work.ts';
import { findOffices } from '../../src/db/offices.ts';
import { hashReport, type ReportJson, type ReportJsonRow } from '../../src/domain/report-versions.ts';
import { planOfYear, type ReportScope } from '../../src/services/official-report.ts';
import { closePeriod, newsSince } from '../../src/services/periods.ts';
import { testDatabase } from '../helpers/database.ts';
import { openOffice, PRASERT, SOMSRI, type TestOffice, WIPHA, wordsIn } from '../helpers/office.ts';
import { ran, register, seedReport, tell } from '../helpers/seed-report.ts';

const { uri } = testDatabase(import.meta.url);
let office: TestOffice;
let folder: string;

beforeAll(async () => {
  vi.stubEnv('MONGODB_URI', uri);
  folder = await mkdtemp(join(tmpdir(), 'periods-'));
  office = await openOffice(uri);
  office.clock.moveTo(new Date('2021-03-15T09:30:00+07:00'));
  await register(office);
  for (const row of seedReport.rows.filter(({ code }) => code !== '5')) await tell(office, row);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await office.close();
  await rm(folder, { recursive: true, force: true });
});

async function bytesOf(...more: string[]): Promise<string> {
  const file = join(folder, 'report.json');
  const half = more.includes('--half') ? [] : ['--half', '1'];
  const { code, err } = await ran(
    reportScript,
    '--fiscal-year',
    '2564',
    ...half,
    '--out',
    file,
    '--yes',
    ...more,
  );
  expect([code, err]).toEqual([0, '']);
  return readFile(file, 'utf8');
}

const json = async (...more: string[]): Promise<ReportJson> =>
  JSON.parse(await bytesOf(...more)) as ReportJson;

async function row(code: string, ...more: string[]): Promise<ReportJsonRow> {
  const found = (await json(...more)).rows.find((one) => one.code === code);
  if (!found) throw new Error(code);
  return found;
}

async function scope(): Promise<ReportScope> {
  const { database, clock } = office;
  const [found] = (await findOffices(database.models)).offices;
  const plan = found && (await planOfYear(database, found.id, 2564));
  if (!plan) throw new Error('no plan');
  return { database, office: found, plan, half: 1, now: clock.now() };
}

const periods = () => office.database.models.periods.find({}).sort({ version: 1 }).lean();

/** One report by a sentence, stored; @returns the receipt. */
async function says(words: string, user = WIPHA): Promise<string> {
  await office.say(user, words);
  return wordsIn(await office.say(user, 'บันทึก'));
}

describe('before closing', () => {
  test('the manager is shown what is missing, and nothing is stored', async () => {
    await office.say(PRASERT, 'ปิดงวด');
    const shown = wordsIn(await office.tap(PRASERT, 'รายละเอียด'));
    expect(shown).toContain('ปิดงวดรอบ 6 เดือน ปีงบประมาณ 2564 หรือไม่');
    expect(shown).toContain('เสร็จแล้ว 3 จาก 11 กิจกรรม');
    expect(shown).toContain('ยังไม่เคยรายงาน 1 กิจกรรม\n5.');
    expect(shown).toContain('ไม่ได้ระบุผลการดำเนินงาน 6 กิจกรรม');
    expect(shown).toContain('ไม่มีหลักฐาน 10 กิจกรรม');
    expect(shown).toContain('งวดนี้ยังไม่สิ้นสุด (31 มี.ค. 64)');
    expect(wordsIn(await office.say(PRASERT, 'ยกเลิก'))).toContain('ไม่มีการส่งหรือเปลี่ยนแปลง');
    expect(await periods()).toEqual([]);
  });

  test('a half that has not begun is not closed, and officers close none', async () => {
    expect(wordsIn(await office.say(PRASERT, 'ปิดงวด 12 เดือน'))).toContain('ยังไม่เริ่ม');
    expect(wordsIn(await office.say(SOMSRI, 'ปิดงวด'))).toContain('สำหรับผู้บริหาร');
    expect(await periods()).toEqual([]);
  });
});

describe('reports after the last day, while the half is open', () => {
  test('count, and are late: in the receipt, the history and the report', async () => {
    office.clock.moveTo(new Date('2021-04-01T09:00:00+07:00'));
    // due in March
    expect(await says('กิจกรรมที่ 2 ใช้งบ 12,500 บาท')).toContain('รายงานล่าช้า');
    expect(await row('2')).toMatchObject({ spent: 12_500, late: true });
    expect(wordsIn(await office.say(WIPHA, 'ประวัติ 2'))).toContain('รายงานล่าช้า');
    expect((await row('2', '--as-of', '2021-03-31')).late).toBe(false);
    // this one is due in April: the receipt is about the half that runs
    expect(await says('1.2.1 ดำเนินการไปแล้ว 40%', SOMSRI)).not.toContain('รายงานล่าช้า');
    // the second half still runs
    expect((await row('2', '--half', '2')).late).toBe(false);
  });
});

describe('closing', () => {
  let frozen = '';

  test('freezes rows, fingerprint, who and when', async () => {
    office.clock.moveTo(new Date('2021-04-02T10:00:00+07:00'));
    const shown = wordsIn(await office.say(PRASERT, 'ปิดงวด'));
    expect(shown).toContain('ปิดงวดรอบ 6 เดือน');
    expect(shown).toContain('ยังมีรายการไม่ครบ');
    const done = await office.tap(PRASERT, 'ยืนยันปิดงวด');
    expect(wordsIn(done)).toContain('ปิดงวดรอบ 6 เดือนแล้ว เป็นฉบับที่ 1');
    expect(wordsIn(done)).toContain('โดย ประเสริฐ');
    expect(JSON.stringify(done).match(/"uri":/g)).toHaveLength(3);
    const [period] = await periods();
    expect(period).toMatchObject({ half: 1, version: 1, fiscalYear: 2564, hash: /^[0-9a-f]{64}$/ });
    expect(period?.closedAt.toISOString().slice(0, 16)).toBe('2021-04-02T03:00');
    const [audit] = await office.database.models.audit.find({ act: 'close-period' }).lean();
    expect(audit?.about).toMatchObject({ half: 1, version: 1, hash: period?.hash });
    expect(audit?.by).toBe(period?.closedBy.member);
    frozen = await bytesOf();
    expect(JSON.parse(frozen)).toMatchObject({
      frozen: true,
      asOf: period?.closedAt.toISOString(),
      totals: { spent: 12_500 },
    });
  });

  test('a second closing tells who was first, and the old card does nothing', async () => {
    const again = wordsIn(await office.say(PRASERT, 'ปิดงวด 6 เดือน'));
    expect(again).toContain('ปิดไว้แล้ว ฉบับที่ 1 โดย ประเสริฐ');
    expect(again).toContain('2 เม.ย. 64 10.00\u00A0น.');
    expect(await periods()).toHaveLength(1);
  });

  test('a report that is in a frozen version cannot be undone', async () => {
    expect(wordsIn(await office.say(WIPHA, 'ยกเลิกรายงานล่าสุด'))).toContain('งวดนี้ปิดแล้ว');
    expect(await row('2', '--half', '2')).toMatchObject({ spent: 12_500 });
    expect(wordsIn(await office.say(WIPHA, 'ประวัติ 2'))).not.toContain('[ยกเลิกรายงานนี้]');
  });

  test('what is reported after it is late, changes nothing, and can be undone', async () => {
    expect(await says('กิจกรรมที่ 2 เสร็จแล้ว ใช้งบ 14,500 บาท')).toContain('รายงานล่าช้า');
    expect(await says('กิจกรรมที่ 4 ใช้งบ 100 บาท')).toContain('รายงานล่าช้า');
    expect(wordsIn(await office.say(WIPHA, 'ยกเลิกรายงานล่าสุด'))).toContain('4.');
    await office.tap(WIPHA, 'ยืนยันการยกเลิก');
    expect(await bytesOf()).toBe(frozen);
    const card = wordsIn(await office.say(PRASERT, 'รายงาน 6 เดือน'));
    expect(card).toContain('ฉบับที่ 1');
    expect(card).toContain('หลังปิดงวดมีข้อมูลเปลี่ยนแปลง 3 รายการ');
  });

  test('the next version has it, marked, with the list of differences', async () => {
    const differences = await newsSince(await scope(), '2021-04-02');
    const changed = { kind: 'changed', code: '2', label: '2.', late: true };
    expect(differences).toEqual([
      { ...changed, field: 'status', before: 'in_progress', after: 'completed' },
      { ...changed, field: 'percent', before: null, after: 100 },
      { ...changed, field: 'spent', before: 12_500, after: 14_500 },
    ]);
    office.clock.moveTo(new Date('2021-04-20T10:00:00+07:00'));
    expect(wordsIn(await office.say(PRASERT, 'ปิดงวด 6 เดือน'))).toContain('เปลี่ยนแปลง 3 รายการ');
    const shown = wordsIn(await office.tap(PRASERT, 'รายละเอียด'));
    expect(shown).toContain('ออกฉบับที่ 2');
    expect(shown).toContain('เปลี่ยนจากฉบับที่ 1 จำนวน 3 รายการ');
    expect(shown).toContain('2. สถานะ, ความก้าวหน้า, ใช้งบแล้ว (ล่าช้า)');
    expect(wordsIn(await office.say(PRASERT, 'ตกลง'))).toContain('ฉบับที่ 2');
    expect(await row('2')).toMatchObject({ status: 'completed', spent: 14_500, late: true });
    const file = join(folder, 'changes.json');
    const told = await ran(reportScript, '--fiscal-year', '2564', '--half', '1', '--out', file, '--json');
    expect(JSON.parse(told.out)).toMatchObject({ version: 2, changes: differences });
    expect((await row('4')).late).toBe(false);
  });

  test('every version can be made again, byte for byte, also as it stood then', async () => {
    expect(await bytesOf('--version', '1')).toBe(frozen);
    expect(await bytesOf('--as-of', '2021-04-10')).toBe(frozen);
    expect(await bytesOf('--version', '2')).toBe(await bytesOf());
    expect(await json('--as-of', '2021-04-01')).toMatchObject({ frozen: false, totals: { spent: 12_500 } });
    const [period] = await periods();
    const files = [join(folder, 'a.docx'), join(folder, 'b.docx')];
    for (const file of files) {
      const flags = ['--fiscal-year', '2564', '--half', '1', '--version', '1', '--out', file, '--json'];
      expect(JSON.parse((await ran(reportScript, ...flags)).out)).toMatchObject({
        version: 1,
        hash: period?.hash,
        frozen: true,
      });
    }
    const [one, two] = await Promise.all(files.map((file) => readFile(file)));
    expect(two?.equals(one ?? Buffer.alloc(0))).toBe(true);
  });

  test('a version somebody changed in the database is not handed out', async () => {
    const models = office.database.models;
    const [first] = await periods();
    const where = { _id: first?._id } as never;
    await models.periods.collection.updateOne(where, { $set: { hash: '0'.repeat(64) } });
    const { code, err } = await ran(
      reportScript,
      '--fiscal-year',
      '2564',
      '--half',
      '1',
      '--version',
      '1',
      '--format',
      'json',
    );
    expect([code, err]).toEqual([1, expect.stringContaining('was changed')]);
    await models.periods.collection.updateOne(where, { $set: { hash: first?.hash } } as never);
  });
});

describe('two people at once', () => {
  test('one closes, the other is told who and when', async () => {
    await says('1.1.2 ใช้งบ 5,000 บาท', SOMSRI);
    const at = await scope();
    const wish = (name: string) => ({ version: 3, by: { member: null, name }, today: '2021-04-20' });
    const [one, two] = await Promise.all([closePeriod(at, wish('ก')), closePeriod(at, wish('ข'))]);
    if (!one.ok || !two.ok) throw new Error('both must think that it is open');
    const results = await Promise.all([one, two].map((closed) => commit(office.database, closed.writes)));
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    const winner = results[0]?.ok ? 'ก' : 'ข';
    expect(await closePeriod(at, wish('ค'))).toMatchObject({
      ok: false,
      reason: 'already',
      closing: { version: 3, closedBy: { name: winner }, closedAt: at.now },
    });
    expect(await periods()).toHaveLength(3);
    expect(await office.database.models.audit.countDocuments({ act: 'close-period' })).toBe(3);
    expect(hashReport(one.model)).toBe(one.closing.hash);
  });

  test('in chat: both tap, one version comes of it', async () => {
    await says('1.1.3 ใช้งบ 900 บาท', SOMSRI);
    await office.say(PRASERT, 'ปิดงวด 6 เดือน');
    const at = await scope();
    const first = await closePeriod(at, {
      version: 4,
      by: { member: null, name: 'วิชัย ใจกล้า' },
      today: '2021-04-20',
    });
    await commit(office.database, first.ok ? first.writes : []);
    const told = wordsIn(await office.tap(PRASERT, 'ยืนยันปิดงวด'));
    expect(told).toContain('ปิดไว้แล้ว ฉบับที่ 4 โดย วิชัย ใจกล้า');
    expect(await periods()).toHaveLength(4);
  });
});

describe('extremes', () => {
  test('texts of 5,000 characters, and evidence that was erased, are in the report as they should be', async () => {
    const models = office.database.models;
    const long = 'ดำเนินการแล้ว '.repeat(360).slice(0, 5_000).trim();
    const update = await models.updates.findOne({ activity: '1.4.1' }).lean();
    await models.updates.collection.updateOne({ _id: update?._id } as never, {
      $set: { 'said.result': long, evidence: ['evidence-1'] },
    });
    await models.evidence.collection.insertOne({
      _id: 'evidence-1',
      office: update?.office,
      message: 'm-1',
      by: update?.by.member,
      at: new Date('2021-03-15T03:00:00Z'),
      kind: 'image',
      fileName: 'ลงพื้นที่.jpg',
      state: 'stored',
      contentType: 'image/jpeg',
      bytes: 10,
      hash: 'a'.repeat(64),
    } as never);
    const live = await row('1.4.1', '--half', '2');
    expect(live.result).toBe(long);
    expect(live.evidence).toMatchObject([{ id: 'evidence-1', name: 'ลงพื้นที่.jpg', erased: false }]);
    expect(live.evidence[0]?.sentBy?.name).toBe('สมศรี ใจดี');
    await models.evidence.collection.updateOne({ _id: 'evidence-1' } as never, {
      $set: { state: 'erased', fileName: null },
    });
    const after = await row('1.4.1', '--half', '2');
    expect(after.evidence).toEqual([
      {
        id: 'evidence-1',
        name: '',
        mediaType: '',
        sha256: null,
        sentBy: null,
        sentAt: '2021-03-15T03:00:00.000Z',
        erased: true,
      },
    ]);
    for (const name of ['long.docx', 'long.xlsx', 'long.pdf']) {
      const file = join(folder, name);
      const { code, err } = await ran(reportScript, '--fiscal-year', '2564', '--half', '2', '--out', file);
      expect([code, err]).toEqual([0, '']);
      expect((await readFile(file)).length).toBeGreaterThan(10_000);
    }
  });
});
