/** import-plan from the command line against a real database: first import, changes, removals, refusals. */
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { runScript } from '../../scripts/cli.ts';
import { importPlanScript as command } from '../../scripts/import-plan.ts';
import { connectDatabase, type Database } from '../../src/db/connect.ts';
import { commit } from '../../src/db/unit-of-work.ts';
import { draftPlan, type PlanDraft } from '../../src/plan-import/draft.ts';
import { readPlanJson } from '../../src/plan-import/plan-json.ts';
import { loadPlan } from '../../src/services/loaders.ts';
import { previewImport, storeImport } from '../../src/services/import-plan.ts';
import { planWords } from '../../src/text/plan-words.ts';
import { testDatabase } from '../helpers/database.ts';
import { planRow, wordPlan } from '../unit/plan/word-plan.ts';

const { uri } = testDatabase(import.meta.url);
const SAMPLE = 'samples/plan-2564.json';
const NOW = new Date('2021-02-01T03:00:00Z');

interface SampleActivity {
  code: string;
  label: string;
  name: string;
  budgetBaht?: unknown;
  months?: unknown;
  [key: string]: unknown;
}
interface Sample {
  office: { name: string };
  title: string;
  fiscalYearBE: unknown;
  activities: SampleActivity[];
}

interface Ran {
  code: number | null;
  out: string;
  err: string;
}

let database: Database;
let folder: string;

beforeAll(async () => {
  vi.stubEnv('MONGODB_URI', uri);
  const connected = await connectDatabase(uri);
  if (!connected.ok) throw new Error(connected.detail);
  database = connected.database;
  folder = await mkdtemp(join(tmpdir(), 'import-plan-'));
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await database.close();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  await Promise.all(Object.values(database.models).map((model) => model.collection.deleteMany({})));
});

/** Runs the command as a script would, with no terminal to ask at unless `answer` is given. */
async function importPlan(...args: string[]): Promise<Ran> {
  return answering(null, ...args);
}

async function answering(answer: boolean | null, ...args: string[]): Promise<Ran> {
  const [out, err]: [string[], string[]] = [[], []];
  const code = await runScript(command, args, {
    log: (text) => out.push(text),
    error: (text) => err.push(text),
    ask: (question) => {
      if (answer !== null) err.push(question);
      return Promise.resolve(answer);
    },
  });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

/** The same in a process of its own. */
function spawned(...args: string[]): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['scripts/import-plan.ts', ...args], {
      env: { PATH: process.env.PATH, MONGODB_URI: uri },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let [out, err] = ['', ''];
    child.stdout.on('data', (chunk) => (out += String(chunk)));
    child.stderr.on('data', (chunk) => (err += String(chunk)));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, err }));
  });
}

async function sample(change: (plan: Sample) => void = () => undefined): Promise<string> {
  const plan = JSON.parse(await readFile(SAMPLE, 'utf8')) as Sample;
  change(plan);
  const file = join(folder, `plan-${Math.random().toString(36).slice(2)}.json`);
  await writeFile(file, JSON.stringify(plan));
  return file;
}

async function draftOf(file: string): Promise<PlanDraft> {
  const read = readPlanJson(await readFile(file));
  const drafted = read.ok && draftPlan(read.raw, planWords);
  if (!drafted || !drafted.ok) throw new Error(JSON.stringify(drafted));
  return drafted.plan;
}

const ANY = { office: null, newOffice: false, plan: null };

async function store(file: string): Promise<{ office: string; plan: string }> {
  const found = await previewImport(database, await draftOf(file), ANY, NOW);
  if (!found.ok) throw new Error(found.reason);
  const done = await storeImport(database, found.preview, NOW);
  if (!done.ok) throw new Error(done.reason);
  return { office: done.office, plan: done.plan };
}

/** An officer with these activities. */
function person(office: string, activities: string[]): Record<string, unknown> {
  return {
    _id: 'somsri',
    office,
    userId: `U${'a'.repeat(32)}`,
    name: 'สมศรี',
    position: '',
    roles: ['officer'],
    activities,
    language: 'th',
    consent: null,
    away: null,
    aliases: {},
    preferences: null,
    state: 'active',
    joinedAt: NOW,
    lastSeenAt: null,
  };
}

/** Pretends that an activity has been reported on once. */
async function reported(ids: { office: string; plan: string }, code: string): Promise<void> {
  const done = await commit(database, [
    {
      to: 'activities',
      update: {
        where: { _id: `${ids.plan}/${code}` },
        change: { $set: { 'state.seq': 1, 'state.status': 'completed' } },
      },
    },
  ]);
  expect(done.ok).toBe(true);
}

describe('the first import', () => {
  it('makes the office, stores the plan and prints one JSON value', async () => {
    const { code, out, err } = await spawned(SAMPLE, '--json');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const result = JSON.parse(out) as { office: string; plan: string; added: string[] };
    expect(result).toMatchObject({ changed: [], removed: [] });
    expect(result.added).toHaveLength(16);
    const office = await database.models.offices.findById(result.office).lean();
    expect(office).toMatchObject({ currentPlan: result.plan, planRev: 1 });
    const plan = await loadPlan(database, result.office, result.plan);
    expect(plan?.fiscalYear).toBe(2564);
    expect(plan?.activities.map(({ code }) => code).slice(0, 4)).toEqual(['1', '1.1', '1.1.1', '1.1.2']);
    expect(plan?.activities.find(({ code }) => code === '1.2.1')).toMatchObject({
      label: '1.2 1)',
      budget: 3_000_000,
      months: ['2021-04'],
      leaf: true,
      level: 2,
    });
    expect(await database.models.audit.countDocuments({ act: 'import-plan' })).toBe(1);
  });

  it('counts activities as cards and pages do, by those that are reported on', async () => {
    expect((await importPlan(SAMPLE)).out).toContain('เพิ่ม 11 กิจกรรม และ 5 กิจกรรมหลัก\n');
    const form = join(folder, 'exported.xlsx');
    expect((await importPlan('--export', form)).out).toContain('เขียนแผน 11 กิจกรรมแล้ว');
    expect((await importPlan(form, '--dry-run')).out).toContain('อ่านได้ 11 กิจกรรม\n');
    const listed = await importPlan('--list', '--json');
    expect(JSON.parse(listed.out)).toMatchObject([{ plans: [{ activities: 11 }] }]);
    const second = await sample((plan) => {
      plan.activities = plan.activities.filter(({ code }) => !code.startsWith('1'));
    });
    expect((await importPlan(second, '--dry-run')).out).toMatch(/นำออก 7 กิจกรรม และ 5 กิจกรรมหลัก\n/);
  });

  it('stores nothing on --dry-run, and says what it would do', async () => {
    const { code, out } = await importPlan(SAMPLE, '--dry-run', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ office: null, plan: null, dryRun: true });
    expect(await database.models.offices.countDocuments()).toBe(0);
    expect(await database.models.activities.countDocuments()).toBe(0);
  });

  it('stores nothing when one row is bad, and names every cell', async () => {
    const file = await sample((plan) => {
      plan.activities[3]!.budgetBaht = '-5';
      plan.activities[6]!.months = ['2019-01'];
    });
    const { code, out, err } = await importPlan(file);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain('กิจกรรม 1.1.2: งบประมาณ: งบประมาณติดลบไม่ได้ (-5)');
    expect(err).toContain('กิจกรรม 1.2.1: เดือน รายการที่ 1: เดือน “2019-01” อยู่นอกปีงบประมาณ');
    expect((await importPlan(file, '--english')).err).toContain('activity 1.1.2: budget: ');
    expect(err).toContain('ยังไม่ได้บันทึกอะไร');
    expect(await database.models.offices.countDocuments()).toBe(0);
    const json = await importPlan(file, '--json');
    expect(json.code).toBe(1);
    expect(JSON.parse(json.out)).toMatchObject({
      error: 'bad-plan',
      problems: [
        { at: 'activities[3].budgetBaht', reason: 'money-negative' },
        { at: 'activities[6].months[0]', reason: 'month-outside' },
      ],
    });
  });
});

describe('importing again', () => {
  it('changes only what differs and keeps the state of what stays', async () => {
    const ids = await store(SAMPLE);
    await reported(ids, '1.2.1');
    const file = await sample((plan) => {
      plan.activities.find(({ code }) => code === '1.2.1')!.budgetBaht = 45_000;
      plan.activities.push({ code: '6', label: '6.', name: 'กิจกรรมใหม่', months: ['2021-08'] });
    });
    const { code, out } = await importPlan(file, '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      ...ids,
      added: ['6'],
      changed: ['1.2.1'],
      removed: [],
      changes: [{ code: '1.2.1', field: 'budgetBaht', from: 30_000, to: 45_000 }],
    });
    const stored = await database.models.activities.findById(`${ids.plan}/1.2.1`).lean();
    expect(stored).toMatchObject({ budget: 4_500_000, state: { seq: 1, status: 'completed' } });
    expect(await database.models.plans.countDocuments()).toBe(1);
  });

  it('finds nothing to change in the same file', async () => {
    const ids = await store(SAMPLE);
    const { out } = await importPlan(SAMPLE, '--json');
    expect(JSON.parse(out)).toMatchObject({ ...ids, added: [], changed: [], removed: [], reordered: false });
    const said = (await importPlan(SAMPLE)).out;
    expect(said).toContain('ไม่มีอะไรเปลี่ยนแปลง');
    expect(said).not.toContain('บันทึกแล้ว');
    expect(await database.models.audit.countDocuments({ act: 'import-plan' })).toBe(1);
    expect((await database.models.offices.findById(ids.office).lean())?.planRev).toBe(1);
  });

  it('says of an unchanged plan when it became the current one, and of the offices above when they differ', async () => {
    const ids = await store(SAMPLE);
    await database.models.offices.updateOne({ _id: ids.office }, { $set: { currentPlan: 'another' } });
    const said = (await importPlan(SAMPLE)).out;
    expect(said.split('\n').slice(-2)).toEqual(['ไม่มีอะไรเปลี่ยนแปลง', `แผน ${ids.plan} เป็นแผนปัจจุบันแล้ว`]);
    const file = await sample((plan) => Object.assign(plan.office, { parentAgencies: ['กระทรวงใหม่'] }));
    expect((await importPlan(file)).out).toContain('แก้ข้อมูลแผน: หน่วยงานต้นสังกัด');
  });

  describe('of activities that are new', () => {
    const GROUP = 'กลุ่มนิเทศ ติดตามและประเมินผลการศึกษา';
    const withNew = (group?: string): Promise<string> =>
      sample((plan) => {
        plan.activities.push({
          code: '6',
          label: '6.',
          name: 'กิจกรรมใหม่',
          months: ['2021-08'],
          ...(group && { ownerGroup: group }),
        });
      });
    const codesOf = async (_id: string): Promise<unknown> =>
      (await database.models.members.findById(_id).lean<{ activities: string[] }>())?.activities;

    it.each([
      [
        'who has all else of the group gets it',
        ['1', '2', '3', '4', '5'],
        GROUP,
        ['1', '2', '3', '4', '5', '6'],
      ],
      ['who has one less does not', ['1', '2', '3', '4'], GROUP, ['1', '2', '3', '4']],
      ['nor does anybody of another group', ['1', '2', '3', '4', '5'], 'กลุ่มอื่น', ['1', '2', '3', '4', '5']],
      ['nor where it is no group’s', ['1', '2', '3', '4', '5'], undefined, ['1', '2', '3', '4', '5']],
      ['it is said of whom a branch covers it already', ['1', '6'], undefined, ['1', '6']],
    ])('%s', async (_, own, group, after) => {
      const { office } = await store(SAMPLE);
      await database.models.members.collection.insertOne(person(office, own) as never);
      const { code, out } = await importPlan(await withNew(group));
      expect(code).toBe(0);
      expect(await codesOf('somsri')).toEqual(after);
      expect(out.includes('กิจกรรมใหม่ 6.: สมศรี รับผิดชอบ')).toBe(after.length > own.length);
      expect(out.includes('กิจกรรมใหม่ที่ยังไม่มีผู้รับผิดชอบ: 6.')).toBe(!after.includes('6'));
    });

    it('somebody whose activities change meanwhile makes a conflict', async () => {
      const { office } = await store(SAMPLE);
      await database.models.members.collection.insertOne(person(office, ['1', '2', '3', '4', '5']) as never);
      const found = await previewImport(database, await draftOf(await withNew(GROUP)), ANY, NOW);
      if (!found.ok) throw new Error(found.reason);
      await database.models.members.updateOne({ _id: 'somsri' }, { $set: { activities: ['1'] } });
      expect(await storeImport(database, found.preview, NOW)).toEqual({ ok: false, reason: 'conflict' });
      expect(await codesOf('somsri')).toEqual(['1']);
    });
  });

  it('shows old and new values to people', async () => {
    await store(SAMPLE);
    const file = await sample((plan) => {
      plan.activities.find(({ code }) => code === '1.2.1')!.months = ['2021-05', '2021-06'];
    });
    const { out } = await importPlan(file, '--dry-run');
    expect(out).toContain('เดือน: เม.ย. 64 → พ.ค. 64, มิ.ย. 64');
    expect(out).toContain('ยังไม่ได้บันทึก');
  });
});

describe('removals', () => {
  const without5 = (plan: Sample): void => {
    plan.activities = plan.activities.filter(({ code }) => code !== '5');
  };

  it('refuses without a terminal, goes on with --yes, and brings a returning activity back with its state', async () => {
    const ids = await store(SAMPLE);
    await reported(ids, '5');
    const file = await sample(without5);
    const refused = await importPlan(file);
    expect(refused.code).toBe(1);
    expect(refused.err).toContain('--yes');
    expect(refused.err).toContain('5 กิจกรรมศึกษาดูงาน');
    expect(refused.err).toContain('มีรายงานแล้ว 1 ครั้ง');
    expect((await loadPlan(database, ids.office, ids.plan))?.activities).toHaveLength(16);

    const done = await importPlan(file, '--yes', '--json');
    expect(JSON.parse(done.out)).toMatchObject({ ...ids, removed: ['5'] });
    expect((await loadPlan(database, ids.office, ids.plan))?.activities).toHaveLength(15);

    await store(SAMPLE);
    const back = await database.models.activities.findById(`${ids.plan}/5`).lean();
    expect(back).toMatchObject({ removed: false, state: { seq: 1, status: 'completed' } });
  });

  it('asks at a terminal, and does what is answered', async () => {
    const ids = await store(SAMPLE);
    const file = await sample(without5);
    const no = await answering(false, file);
    expect({ code: no.code, asks: no.err.includes('ยืนยันการเปลี่ยนแปลง 1 กิจกรรม') }).toEqual({
      code: 1,
      asks: true,
    });
    expect(no.err).toContain('ไม่ได้บันทึกอะไร');
    expect((await loadPlan(database, ids.office, ids.plan))?.activities).toHaveLength(16);
    expect((await answering(true, file)).code).toBe(0);
    expect((await loadPlan(database, ids.office, ids.plan))?.activities).toHaveLength(15);
  });

  it('asks as well before a reported leaf becomes a branch', async () => {
    const ids = await store(SAMPLE);
    await reported(ids, '2');
    const file = await sample((plan) => {
      plan.activities.push({ code: '2.1', label: '2.1', name: 'กิจกรรมย่อยใหม่' });
    });
    const refused = await importPlan(file, '--json');
    expect(refused.code).toBe(1);
    expect(JSON.parse(refused.out)).toMatchObject({ error: 'needs-yes', codes: ['2'] });
    expect((await importPlan(file, '--yes')).code).toBe(0);
    const stored = await database.models.activities.findById(`${ids.plan}/2`).lean();
    expect(stored).toMatchObject({ leaf: false, state: { seq: 1 } });
  });

  it('stores nothing when somebody reported on a vanishing activity after the preview', async () => {
    const ids = await store(SAMPLE);
    const found = await previewImport(database, await draftOf(await sample(without5)), ANY, NOW);
    if (!found.ok) throw new Error(found.reason);
    await reported(ids, '5');
    expect(await storeImport(database, found.preview, NOW)).toEqual({ ok: false, reason: 'conflict' });
    const office = await database.models.offices.findById(ids.office).lean();
    expect(office?.planRev).toBe(1);
  });

  it('lets only one of two simultaneous imports in', async () => {
    await store(SAMPLE);
    const file = await sample((plan) => {
      plan.activities[15]!.name = 'ชื่อใหม่';
    });
    const [a, b] = await Promise.all(
      [1, 2].map(async () => previewImport(database, await draftOf(file), ANY, NOW)),
    );
    if (!a?.ok || !b?.ok) throw new Error('no preview');
    const done = await Promise.all([
      storeImport(database, a.preview, NOW),
      storeImport(database, b.preview, NOW),
    ]);
    expect(done.filter(({ ok }) => ok)).toHaveLength(1);
  });
});

describe('an office’s own file', () => {
  const write = async (name: string, rows: unknown[][]): Promise<string> => {
    const file = join(folder, `${name}.csv`);
    await writeFile(file, rows.map((row) => row.join(';')).join('\n'));
    return file;
  };
  const HEAD = [['แผนปฏิบัติการ ปีงบประมาณ 2568'], ['โรงเรียนบ้านหนองน้ำใส']];

  it('says how to give what the file does not tell of its head', async () => {
    const rows = [
      ['ที่', 'โครงการ', 'งบประมาณ', 'ผู้รับผิดชอบ'],
      [1, 'อบรม', '10,000', 'ครู ก'],
    ];
    const refused = await importPlan(await write('headless', rows), '--yes');
    expect(refused.err).toContain('--set "ชื่อหน่วยงาน=…"');
    expect(refused.err).toContain('--set "ปีงบประมาณ=2570"');
    const named = [...HEAD, ...rows];
    expect((await importPlan(await write('headed', named), '--dry-run')).err).not.toContain('--set');
  });

  it('shows how it was read, and waits for a word before it stores', async () => {
    const rows = [
      ...HEAD,
      ['ที่', 'โครงการ', 'งบประมาณ', 'ระยะเวลา', 'ผู้รับผิดชอบ'],
      [1, 'อบรม', '10,000', 'ม.ค. 68', 'ครู ก'],
      ['', 'รวม', '10,000'],
    ];
    const file = await write('own', rows);
    const dry = await importPlan(file, '--dry-run');
    expect(dry.out).toContain('งบประมาณ');
    expect(dry.out).toContain('รวม: ในไฟล์ 10,000 บาท อ่านได้ 10,000 บาท ✓ ตรงกัน');
    expect(dry.out).toContain('+ 1 อบรม · 10,000 บาท · ม.ค. 68 · ครู ก');
    expect((await importPlan(file)).code).toBe(1);
    expect((await answering(false, file)).code).toBe(1);
    expect(await database.models.plans.countDocuments()).toBe(0);
    expect((await answering(true, file)).code).toBe(0);
    expect(await database.models.plans.countDocuments()).toBe(1);
  });

  it('says each thing once, the reading before what changes, however it is stored', async () => {
    const table = ['ที่', 'โครงการ', 'งบประมาณ', 'ผู้รับผิดชอบ'];
    const first = await write('once', [
      ...HEAD,
      table,
      [1, 'อบรม', '10,000', 'ครู ก'],
      [2, 'ค่าย', '5,000', 'ครู ข'],
    ]);
    const second = await write('then', [...HEAD, table, [1, 'อบรม', '9,000', 'ครู ก']]);
    const order = /^หน่วยงาน\S*: .*\nแผน\S*: .*\nตาราง [^]*\nอ่านได้ \d[^]*\n(เพิ่ม|แก้ไข) \d/;
    const runs = [
      await importPlan(first, '--dry-run'),
      await importPlan(first),
      await answering(true, first),
      await importPlan(second, '--dry-run'),
      await importPlan(second),
      // asked of the reading, and of what goes
      await answering(true, second),
    ];
    for (const { out, err } of runs) {
      const said = [err, out].filter(Boolean).join('\n');
      expect(said).toMatch(order);
      const lines = said.split('\n');
      expect(lines).toEqual([...new Set(lines)]);
      expect(lines.filter((line) => line.includes('วันสุดท้ายของแผน')).length).toBeLessThan(2);
    }
    const bad = await write('bad', [table, [1, 'อบรม', '10,000', 'ครู ก']]);
    for (const [file, why] of [
      [first, '--yes'],
      [bad, 'ยังนำเข้าไม่ได้ ต้องแก้'],
    ] as const) {
      const refused = await importPlan(file, '--json');
      expect((JSON.parse(refused.out) as { message: string }).message).toContain(why);
    }
  });

  it('says both names where the office is chosen by its id', async () => {
    const { office } = await store(SAMPLE);
    const rows = [...HEAD, ['ที่', 'โครงการ', 'งบประมาณ', 'ผู้รับผิดชอบ'], [1, 'อบรม', '10,000', 'ครู ก']];
    const { out } = await importPlan(await write('other', rows), '--office', office, '--dry-run');
    expect(out).toMatch(/^หน่วยงาน: สำนักงานเขต.*\n {2}ในไฟล์เขียนว่า “.+”\nแผนใหม่: /);
  });

  it('is refused with money unexplained, whatever --yes says, until it is said or accepted', async () => {
    const rows = [...HEAD, ['ที่', 'โครงการ', 'ยอด', 'ผู้รับผิดชอบ'], [1, 'อบรม', '10,000', 'ครู ก']];
    const file = await write('unexplained', rows);
    const refused = await importPlan(file, '--yes', '--json');
    expect(JSON.parse(refused.out)).toMatchObject({ error: 'money-unexplained', file: { ready: false } });
    expect(await database.models.plans.countDocuments()).toBe(0);
    expect((await importPlan(file, '--map', 'ยอด=งบประมาณ', '--yes')).code).toBe(0);
    // The office has said it once.
    const again = JSON.parse((await importPlan(file, '--dry-run', '--json')).out) as {
      file: { ready: boolean; totalBaht: number };
    };
    expect(again.file).toMatchObject({ ready: true, totalBaht: 10_000 });
    const fresh = JSON.parse((await importPlan(file, '--dry-run', '--json', '--forget')).out) as {
      file: { ready: boolean };
    };
    expect(fresh.file.ready).toBe(false);
    for (const heading of ['ยอดๆ', 'Z', 'อื่น!C']) {
      const stray = await importPlan(file, '--map', 'ยอด=งบประมาณ', '--map', `${heading}=ไม่ใช้`, '--dry-run');
      expect([stray.code, stray.out]).toEqual([1, '']);
      expect(stray.err).toMatch(new RegExp(`“${heading}”.*A ที่, B โครงการ, C ยอด, D ผู้รับผิดชอบ`));
    }
    expect((await importPlan(file, '--map', 'C=งบประมาณ', '--dry-run')).code).toBe(0);
    expect((await importPlan(file, '--map', 'ยอด')).code).toBe(2);
    expect((await importPlan(file, '--unit', 'ไร่')).code).toBe(2);
  });
});

describe('several plans and offices', () => {
  it('keeps plans of other years, and uses that of another year only where it is said', async () => {
    const first = await store(SAMPLE);
    const file = await sample((plan) => {
      plan.fiscalYearBE = 2565;
      plan.title = 'แผนปี 2565';
      Object.assign(plan, { period: undefined });
      for (const activity of plan.activities) activity.months = [];
    });
    // a script says which of the two, and `--yes` is not one of them
    const refused = await importPlan(file, '--json', '--yes');
    expect([refused.code, JSON.parse(refused.out)]).toMatchObject([1, { error: 'needs-use' }]);
    expect((await importPlan(file, '--use-now', '--keep-current')).code).toBe(2);
    // at a terminal neither goes without a yes of its own
    const declined = await answering(false, file);
    expect([declined.code, declined.err]).toEqual([1, expect.stringContaining('ตั้งแต่บัดนี้หรือไม่')]);
    expect(declined.err).toContain('ยกเลิกแล้ว ไม่ได้บันทึกอะไร');
    expect(await database.models.plans.countDocuments()).toBe(1);
    const kept = await importPlan(file, '--keep-current');
    expect([kept.code, kept.out]).toEqual([0, expect.stringContaining('เก็บแผนไว้แล้ว ยังใช้แผนเดิมต่อ')]);
    expect((await database.models.offices.findById(first.office).lean())?.currentPlan).toBe(first.plan);
    const second = JSON.parse((await importPlan(file, '--use-now', '--json')).out) as {
      office: string;
      plan: string;
    };
    expect(second.office).toBe(first.office);
    expect(second.plan).not.toBe(first.plan);
    const current = async (): Promise<unknown> =>
      (await database.models.offices.findById(first.office).lean())?.currentPlan;
    expect(await current()).toBe(second.plan);
    // going back says what it does, and asks
    const asked = await importPlan('--use', first.plan);
    expect([asked.code, asked.err]).toEqual([1, expect.stringContaining('ใส่ --yes')]);
    expect((await answering(false, '--use', first.plan)).code).toBe(1);
    expect(await current()).toBe(second.plan);
    expect((await answering(true, '--use', first.plan)).code).toBe(0);
    expect(await current()).toBe(first.plan);
    const listed = JSON.parse((await importPlan('--list', '--json')).out) as {
      plans: { current: boolean }[];
    }[];
    expect(listed[0]?.plans.map(({ current }) => current)).toEqual([false, true]);
  });

  it('does not take another plan of the same year for a change of this one', async () => {
    const first = await store(SAMPLE);
    const file = await sample((plan) => {
      plan.title = 'แผนพัฒนาบุคลากร';
      plan.activities = [{ code: '1', label: '1.', name: 'อบรม' }];
    });
    const second = JSON.parse((await importPlan(file, '--json')).out) as { plan: string; removed: string[] };
    expect(second.removed).toEqual([]);
    expect(second.plan).not.toBe(first.plan);
  });

  it('does not make a second office by accident', async () => {
    await store(SAMPLE);
    const file = await sample((plan) => {
      plan.office.name = 'สำนักงานอื่น';
    });
    const refused = await importPlan(file, '--json');
    expect(refused.code).toBe(1);
    expect(JSON.parse(refused.out)).toMatchObject({ error: 'office-unknown', known: [{}] });
    expect((await importPlan(file, '--new-office')).code).toBe(0);
    expect(await database.models.offices.countDocuments()).toBe(2);
  });
});

describe('files', () => {
  it('says in Thai where a broken file breaks, and why a form cannot be written', async () => {
    const broken = join(folder, 'broken.json');
    await writeFile(broken, '{\n  "title": "แผน",\n}');
    expect((await importPlan(broken)).err).toBe(`${broken}: JSON ไม่ถูกต้อง (บรรทัดที่ 3 อักขระที่ 1)`);
    const nowhere = join(folder, 'nowhere', 'form.xlsx');
    expect((await importPlan('--template', nowhere)).err).toBe(
      `ไม่พบโฟลเดอร์ ${join(folder, 'nowhere')} กรุณาสร้างโฟลเดอร์ก่อน`,
    );
    expect((await importPlan('--template', folder, '--yes')).err).toBe(
      `เขียนไฟล์ ${folder} ไม่ได้: เป็นโฟลเดอร์ ไม่ใช่ไฟล์`,
    );
    expect((await importPlan(folder)).err).toBe(`อ่านไฟล์ ${folder} ไม่ได้: เป็นโฟลเดอร์ ไม่ใช่ไฟล์`);
  });

  it('writes an empty form, and never over a file unasked', async () => {
    const file = join(folder, 'form.xlsx');
    expect((await importPlan('--template', file)).code).toBe(0);
    const again = await importPlan('--template', file);
    expect({ code: again.code, says: again.err.includes('--yes') }).toEqual({ code: 1, says: true });
    const empty = await importPlan(file);
    expect(empty.err).toContain('ข้อมูลแผน!B1: ต้องกรอกช่องนี้');
  });

  it('writes the current plan as a form that imports without a change', async () => {
    await store(SAMPLE);
    const file = join(folder, 'current.xlsx');
    expect((await importPlan('--export', file)).code).toBe(0);
    const again = JSON.parse((await importPlan(file, '--json')).out) as Record<string, unknown>;
    expect(again).toMatchObject({ added: [], changed: [], removed: [], planChanged: [] });
  });

  it('takes a Word plan into the form, which then imports', async () => {
    const [word, form] = [join(folder, 'plan.docx'), join(folder, 'converted.xlsx')];
    const row = planRow('1. อบรม 1.1 รุ่นแรก 1.2 รุ่นสอง', {
      budget: '1,000\n2,000',
      marks: { 4: '←→' },
      owner: 'กลุ่มนิเทศ',
    });
    await writeFile(word, await wordPlan([[row]]));
    expect((await importPlan(word)).err).toContain('--yes');
    expect(await database.models.plans.countDocuments()).toBe(0);
    const done = await importPlan('--convert', word, '--out', form, '--json');
    expect(done.code).toBe(0);
    expect(JSON.parse(done.out)).toMatchObject({ activities: ['1', '1.1', '1.2'], problems: [] });
    const again = JSON.parse((await importPlan(form, '--json')).out) as { office: string; plan: string };
    const plan = await loadPlan(database, again.office, again.plan);
    expect(plan?.activities.map(({ code, budget, months }) => [code, budget, months])).toEqual([
      ['1', null, []],
      ['1.1', 100_000, ['2021-04']],
      ['1.2', 200_000, ['2021-04']],
    ]);
  });

  it('tells bad usage from refusals', async () => {
    expect((await spawned()).code).toBe(2);
    expect((await importPlan('--bogus')).code).toBe(2);
    expect((await importPlan('--template')).code).toBe(2);
    expect((await importPlan('a.json', 'b.json')).code).toBe(2);
    expect((await importPlan('--convert', 'a.docx')).code).toBe(2);
    const missing = await importPlan(join(folder, 'missing.xlsx'));
    expect({ code: missing.code, says: missing.err.includes('ไม่พบไฟล์') }).toEqual({ code: 1, says: true });
  });
});
