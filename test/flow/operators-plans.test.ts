/** Plans above the offices, over real HTTP: the template given and compared, many offices' plans at once of which some are broken. */
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PlanCount } from '../../src/domain/plan.ts';
import { planOfYear } from '../../src/services/official-report.ts';
import { testDatabase } from '../helpers/database.ts';
import { openOffice, type TestOffice } from '../helpers/office.ts';
import { visitAsOperator, type WebVisitor } from '../helpers/web-visitor.ts';

const { uri } = testDatabase(import.meta.url);
const NAMES = Array.from({ length: 8 }, (_, at) => `หน่วยงานทดสอบ ${at + 1}`);
type Plan = { office: object; title: string; activities: { code: string; name: string; months?: unknown }[] };
let office: TestOffice;
let operator: WebVisitor;
let sample: Plan;
let ids: Map<string, string>;

beforeAll(async () => {
  office = await openOffice(uri);
  operator = await visitAsOperator(office);
  sample = JSON.parse(
    await readFile(new URL('../../samples/plan-2564.json', import.meta.url), 'utf8'),
  ) as Plan;
  const body = `ชื่อหน่วยงาน\n${NAMES.join('\n')}\n`;
  await fetch(`${office.app.url}/web/offices/list`, {
    method: 'POST',
    headers: { cookie: operator.cookie, 'x-csrf': operator.csrf },
    body,
  });
  const found = await office.database.models.offices.find({ name: { $in: NAMES } }).lean();
  ids = new Map(found.map(({ _id, name }) => [name, _id]));
  expect(ids.size).toBe(8);
});
afterAll(() => office.close());

/** Sends a file as the page does, and asks something of it. */
async function send(path: string, plan: object | string, name: string): Promise<Response> {
  const id = randomUUID();
  const bytes = Buffer.from(typeof plan === 'string' ? plan : JSON.stringify(plan));
  await fetch(`${office.app.url}/web/offices/plans/parts/${id}/0`, {
    method: 'POST',
    headers: {
      cookie: operator.cookie,
      'x-csrf': operator.csrf,
      'content-type': 'application/octet-stream',
    },
    body: bytes,
  });
  return operator.post(path, { file: { id, parts: 1 }, name });
}
const own = async (plan: object | string, name: string) =>
  (await (await send('/web/offices/plans/own', plan, name)).json()) as {
    ok: boolean;
    text: string;
    details: string[];
  };
let template: string;

test('a broken template is refused with each of its problems, and a good one kept as of no office', async () => {
  const broken = { ...sample, activities: sample.activities.map((one) => ({ ...one, name: '' })) };
  const refused = await send('/web/offices/plans/template', broken, 'แผน.json');
  const { why, details } = (await refused.json()) as { why: string; details: string[] };
  expect([refused.status, why, details.length > 3]).toEqual([422, expect.any(String), true]);
  const stored = await send('/web/offices/plans/template', sample, 'แผน.json');
  template = ((await stored.json()) as { plan: string }).plan;
  const { templates } = (await (await operator.get('/web/offices/plans')).json()) as {
    templates: { id: string; fiscalYear: number }[];
  };
  expect(templates).toMatchObject([{ id: template, fiscalYear: 2564 }]);
  expect(await office.database.models.offices.countDocuments({ currentPlan: template })).toBe(0);
});

test('the template goes to offices without a plan of its year, and touches no other', async () => {
  const demo = (await office.database.models.offices.findOne({ name: { $nin: NAMES } }).lean())!;
  const chosen = [ids.get(NAMES[0]!)!, ids.get(NAMES[1]!)!, demo._id];
  const give = async () => {
    const answer = await operator.post('/web/offices/plans/give', { plan: template, offices: chosen });
    const { given } = (await answer.json()) as { given: { name: string; reason: string }[] };
    return new Map(given.map(({ name, reason }) => [name, reason]));
  };
  expect(await give()).toEqual(
    new Map([
      [NAMES[0], 'given'],
      [NAMES[1], 'given'],
      [demo.name, 'has-plan'],
    ]),
  );
  // once more gives nothing twice
  expect([...(await give()).values()]).toEqual(['has-plan', 'has-plan', 'has-plan']);
  expect(await office.database.models.plans.countDocuments({ office: chosen[0]! })).toBe(1);
  const plan = (await planOfYear(office.database, chosen[0]!, 2564))!;
  expect(plan.activities.map(({ code }) => code)).toEqual(
    (await planOfYear(office.database, '-', 2564))!.activities.map(({ code }) => code),
  );
  expect((await office.database.models.offices.findById(demo._id).lean())!.currentPlan).toBe(
    demo.currentPlan,
  );
});

test('of eight plans three are broken: five go in, three are named with their reasons', async () => {
  const files = NAMES.map((name, at) => {
    const plan = { ...structuredClone(sample), office: { name } } as Plan;
    if (at === 1) plan.activities.at(-1)!.name = 'กิจกรรมที่หน่วยงานเปลี่ยนชื่อ';
    if (at === 5) plan.activities[0]!.name = '';
    if (at === 6) plan.office = { name: 'หน่วยงานที่ไม่มี' };
    return at === 7 ? '{ "office":' : plan;
  });
  const outcomes = [];
  for (const [at, file] of files.entries()) outcomes.push(await own(file, `แผน ${at}.json`));
  expect(outcomes.map(({ ok }) => ok)).toEqual([true, true, true, true, true, false, false, false]);
  expect(outcomes[5]!.details.length).toBeGreaterThan(0);
  expect(outcomes[6]!.text).toContain('หน่วยงานที่ไม่มี');
  expect(outcomes[7]!.details.length).toBeGreaterThan(0);
  const planned = await office.database.models.offices.countDocuments({
    _id: { $in: [...ids.values()] },
    currentPlan: { $ne: null },
  });
  expect(planned).toBe(5);
  // the name of the file serves where the file names another
  expect((await own(files[6]!, `${NAMES[6]}.json`)).ok).toBe(true);
  expect((await own(files[0]!, 'แผน 0.json')).text).toContain('เหมือนเดิม');
  // the plan of another year waits until the office itself uses it
  const next = {
    ...structuredClone(sample),
    office: { name: NAMES[3] },
    fiscalYearBE: 2565,
    period: undefined,
  };
  for (const one of next.activities) one.months = [];
  expect((await own(next, 'ปีหน้า.json')).text).toContain('เก็บแผนของ');
  const third = ids.get(NAMES[3]!)!;
  const { currentPlan } = (await office.database.models.offices.findById(third).lean())!;
  expect((await planOfYear(office.database, third, 2564))!.id).toBe(currentPlan);
  expect((await planOfYear(office.database, third, 2565))!.activities).toHaveLength(16);
  // what would take activities out is left to the office
  const fewer = { ...structuredClone(sample), office: { name: NAMES[2] } } as Plan;
  fewer.activities = fewer.activities.slice(0, -1);
  expect((await own(fewer, 'x.json')).text).toContain('ยืนยัน');
});

test('what each office changed against the template is told, by figures and in detail', async () => {
  const path = `/web/offices/plans/${template}/differences`;
  const { offices } = (await (await operator.get(path)).json()) as {
    offices: {
      name: string;
      office: string;
      has: boolean;
      changed: PlanCount;
      added: PlanCount;
      removed: PlanCount;
    }[];
  };
  const of = (name: string) => offices.find((one) => one.name === name)!;
  const none = { leaves: 0, branches: 0 };
  expect(of(NAMES[0]!)).toMatchObject({ has: true, added: none, changed: none, removed: none });
  const one = { leaves: 1, branches: 0 };
  expect(of(NAMES[1]!)).toMatchObject({ has: true, added: none, changed: one, removed: none });
  expect(of(NAMES[7]!)).toMatchObject({ has: false });
  const detail = await (await operator.get(`${path}/${of(NAMES[1]!).office}`)).json();
  expect(JSON.stringify(detail)).toContain('กิจกรรมที่หน่วยงานเปลี่ยนชื่อ');
});
