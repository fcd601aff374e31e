/** The real office's plan and half-year table, as plan, updates and expected rows; used by all tests of the report. */
import { readFileSync } from 'node:fs';
import { type Activity, type Fields, NO_FIELDS, type Plan } from '../../../src/domain/activity.ts';
import { satangFromBaht } from '../../../src/domain/money.ts';
import { buildReport, type ReportInput } from '../../../src/domain/report.ts';
import type { ReportModel } from '../../../src/domain/report-model.ts';
import type { Update } from '../../../src/domain/update.ts';

const SAMPLES = new URL('../../../samples/', import.meta.url);
const FIXTURES = new URL('../../fixtures/report/', import.meta.url);

interface SeedActivity {
  code: string;
  label: string;
  parent: string | null;
  name: string;
  indicator: string | null;
  unit: string | null;
  target: number | null;
  budgetBaht: number | null;
  ownerGroup: string | null;
  months?: string[];
}

interface SeedPlan {
  office: { name: string; parentAgencies: string[] };
  fiscalYearBE: number;
  title: string;
  programme: string;
  project: string;
  targetGroup: string;
  period: { start: string; end: string };
  activities: SeedActivity[];
}

export interface SeedRow {
  code: string;
  budgetBaht: number;
  result: string;
  obstacleOrSuggestion: string;
  remark: string;
  impliedStatus: 'completed' | 'in_progress' | 'cancelled' | null;
}

interface SeedReport {
  title: string;
  period: { start: string; end: string };
  columns: string[];
  rows: SeedRow[];
}

const seedPlan = JSON.parse(readFileSync(new URL('plan-2564.json', SAMPLES), 'utf8')) as SeedPlan;
export const seedReport = JSON.parse(
  readFileSync(new URL('report-2564-6-month.json', FIXTURES), 'utf8'),
) as SeedReport;

export const office = seedPlan.office;

export function seedActivities(): Activity[] {
  const parents = new Set(seedPlan.activities.map((activity) => activity.parent));
  return seedPlan.activities.map(({ budgetBaht, months, ...activity }, order) => ({
    ...activity,
    order,
    level: activity.code.split('.').length - 1,
    leaf: !parents.has(activity.code),
    budget: budgetBaht === null ? null : satangFromBaht(budgetBaht),
    months: months ?? [],
  }));
}

export function planOf(activities: Activity[], change: Partial<Plan> = {}): Plan {
  const { title, programme, project, targetGroup, period, fiscalYearBE } = seedPlan;
  return {
    id: 'plan-1',
    office: 'office-1',
    fiscalYear: fiscalYearBE,
    title,
    programme,
    project,
    targetGroup,
    period,
    sections: [],
    activities,
    ...change,
  };
}

/** An activity of no special kind; `change` says what matters to a test. */
export function activityOf(code: string, change: Partial<Activity> = {}): Activity {
  return {
    code,
    label: `${code}.`,
    parent: null,
    order: 0,
    level: 0,
    leaf: true,
    name: `กิจกรรม ${code}`,
    indicator: null,
    unit: null,
    target: null,
    budget: null,
    months: [],
    ownerGroup: null,
    ...change,
  };
}

let made = 0;

/** One statement on an activity at a moment. */
export function updateOf(
  activity: string,
  at: string,
  said: Partial<Fields>,
  change: Partial<Update> = {},
): Update {
  made += 1;
  return {
    id: `update-${made}`,
    office: 'office-1',
    plan: 'plan-1',
    activity,
    seq: made,
    said: { ...NO_FIELDS, ...said },
    by: { member: 'member-1', name: 'สมชาย ใจดี', position: 'นักวิชาการศึกษาชำนาญการ' },
    at: new Date(at),
    through: 'chat',
    event: null,
    message: null,
    draft: null,
    evidence: [],
    voided: null,
    withdrawn: false,
    ...change,
  };
}

/** What an officer would say for that row of the real table: a bare status word is a status, "-" is "there is none". */
export function saidFor(row: SeedRow): Partial<Fields> {
  const bare = row.result === 'อยู่ในระหว่างการดำเนินงาน';
  const text = row.obstacleOrSuggestion;
  const told = text === '' ? {} : { obstacle: text === '-' ? '' : text };
  return { status: row.impliedStatus, result: bare ? null : row.result, ...told };
}

export function seedUpdates(): Update[] {
  return seedReport.rows.map((row, index) =>
    updateOf(row.code, `2021-03-${String(10 + index)}T03:00:00Z`, saidFor(row), { seq: 1 }),
  );
}

export function modelOf(change: Partial<ReportInput> = {}): ReportModel {
  return buildReport({
    office,
    plan: planOf(seedActivities()),
    half: 1,
    updates: seedUpdates(),
    evidence: [],
    now: new Date('2021-03-31T09:30:00Z'),
    ...change,
  });
}

/** A plan of `groups` branches with ten leaves each. */
export function largePlan(groups: number): Plan {
  const activities: Activity[] = [];
  for (let group = 1; group <= groups; group++) {
    const branch = { code: `${group}`, label: `${group}.`, leaf: false, order: activities.length };
    activities.push(activityOf(`${group}`, { ...branch, name: `กิจกรรมหลักด้านการพัฒนาคุณภาพการศึกษา ${group}` }));
    for (let leaf = 1; leaf <= 10; leaf++) {
      activities.push(
        activityOf(`${group}.${leaf}`, {
          label: `${group}.${leaf}`,
          parent: `${group}`,
          order: activities.length,
          level: 1,
          name: `กิจกรรมประชุมเชิงปฏิบัติการเพื่อเสริมสร้างคุณธรรมและความโปร่งใสในการดำเนินงาน ครั้งที่ ${leaf}`,
          budget: 1_000_00,
          months: ['2021-02', '2021-03'],
          ownerGroup: 'กลุ่มนิเทศ ติดตามและประเมินผล',
        }),
      );
    }
  }
  return planOf(activities);
}
