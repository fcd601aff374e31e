/** Many offices with a plan, people and due work each, written straight into the database; for tests and measurements of jobs. */
import type { Database } from '../../src/db/connect.ts';
import type { ActivityDocument } from '../../src/db/activities.ts';
import type { MemberDocument } from '../../src/db/members.ts';
import type { OfficeDocument } from '../../src/db/offices.ts';
import type { PlanDocument } from '../../src/db/plans.ts';
import { NO_STATE } from '../../src/domain/update.ts';

export interface ManyOffices {
  offices: number;
  /** Leaves of each office's plan. */
  activities: number;
  /** Officers of each office, who share the leaves. */
  officers: number;
}

export const NOW = new Date('2021-02-15T08:30:00+07:00');

/** Every third leaf of each officer is overdue, the others are due later in the year. */
export async function fillOffices(database: Database, size: ManyOffices, from = 0): Promise<void> {
  const offices: OfficeDocument[] = [];
  const plans: PlanDocument[] = [];
  const activities: ActivityDocument[] = [];
  const members: MemberDocument[] = [];
  for (let index = from; index < from + size.offices; index++) {
    const office = `office-${index}`;
    const plan = `plan-${index}`;
    offices.push({
      _id: office,
      name: `สำนักงานที่ ${index}`,
      parentAgencies: [],
      language: 'th',
      currentPlan: plan,
      planRev: 1,
      settings: null,
      createdAt: NOW,
    });
    plans.push({
      _id: plan,
      office,
      fiscalYear: 2564,
      title: 'แผนปฏิบัติการ ประจำปีงบประมาณ พ.ศ. 2564',
      programme: null,
      project: null,
      targetGroup: null,
      period: { start: '2020-10-01', end: '2021-09-30' },
      sections: [],
      importedAt: NOW,
    });
    for (let leaf = 0; leaf < size.activities; leaf++)
      activities.push(activity(office, plan, leaf, Math.floor(leaf / size.officers) % 3 === 0));
    for (let officer = 0; officer < size.officers; officer++)
      members.push(member(office, officer, ownedBy(officer, size)));
    members.push({ ...member(office, size.officers, []), roles: ['manager'] });
  }
  await database.models.offices.insertMany(offices);
  await database.models.plans.insertMany(plans);
  await database.models.activities.collection.insertMany(activities as never);
  await database.models.members.collection.insertMany(members as never);
}

function ownedBy(officer: number, { activities, officers }: ManyOffices): string[] {
  const all = Array.from({ length: activities }, (_, leaf) => leaf);
  return all.filter((leaf) => leaf % officers === officer).map((leaf) => String(leaf + 1));
}

function activity(office: string, plan: string, leaf: number, overdue: boolean): ActivityDocument {
  const code = String(leaf + 1);
  return {
    _id: `${plan}/${code}`,
    office,
    plan,
    code,
    label: `${code}.`,
    parent: null,
    order: leaf,
    level: 0,
    leaf: true,
    name: `กิจกรรมที่ ${code} ส่งเสริมคุณธรรมและความโปร่งใสในการดำเนินงานของสำนักงาน`,
    indicator: null,
    unit: null,
    target: null,
    budget: 1_000_000,
    months: overdue ? ['2021-01'] : [`2021-0${3 + (leaf % 6)}`],
    ownerGroup: null,
    state: { ...NO_STATE, evidence: [] },
    removed: false,
  };
}

function member(office: string, index: number, codes: string[]): MemberDocument {
  const id = `${office}-m${index}`;
  return {
    _id: id,
    office,
    userId: `U${id.padEnd(32, '.').slice(0, 32)}`,
    name: `เจ้าหน้าที่ ${index}`,
    position: '',
    roles: ['officer'],
    activities: codes,
    language: 'th',
    consent: { version: '1', at: NOW },
    away: null,
    aliases: {},
    preferences: null,
    state: 'active',
    joinedAt: new Date(NOW.getTime() - (100 - index) * 86_400_000),
    lastSeenAt: null,
  };
}
