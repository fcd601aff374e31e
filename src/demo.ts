/** The demo office: the sample plan, an officer, a manager and a group already linked, one officer with an unused invite. main sets it up once. */
import { readFile } from 'node:fs/promises';
import type { Database } from './db/connect.ts';
import { findLinks } from './db/links.ts';
import { commit } from './db/unit-of-work.ts';
import { draftPlan } from './plan-import/draft.ts';
import { type Member, ROLES } from './domain/member.ts';
import { installMenus, menuPrefix } from './line/rich-menu.ts';
import type { LineAccess } from './line/tokens.ts';
import { readPlanJson } from './plan-import/plan-json.ts';
import { drawMenus } from './reports/rich-menu-picture.ts';
import { previewImport, storeImport } from './services/import-plan.ts';
import { makeInvite } from './services/invites.ts';
import { menuPeople } from './services/members.ts';
import { NOTICE_VERSION } from './services/notice.ts';
import { newMember } from './services/registration.ts';
import { findOffice } from './db/offices.ts';
import { newId } from './db/ids.ts';
import type { Write } from './db/unit-of-work.ts';
import { planWords } from './text/plan-words.ts';
import { texts } from './text/index.ts';

/** The fiscal year of the sample plan: its first report is due at the end of March 2021. */
export const DEMO_START = new Date('2021-02-15T09:30:00+07:00');
export const DEMO_INVITE = 'DEMO-7K3W-9R';

const id = (letter: string): string => `U${letter.repeat(32)}`;
export const DEMO_GROUP = `C${'9'.repeat(32)}`;

export const demoPeople = texts('th').demo.people.map((person) => ({ ...person, userId: id(person.letter) }));

export function demoGroups() {
  const members = demoPeople.filter((person) => person.inGroup).map((person) => person.userId);
  return [{ groupId: DEMO_GROUP, name: texts('th').demo.group, members, botInside: true }];
}

/** Gives everybody of the demo their menu under the chat. */
export async function showDemoMenus(database: Database, access: LineAccess): Promise<void> {
  const menus = await drawMenus('th');
  await installMenus(access, menus, await menuPeople(database), menus[0]!);
}

/** @returns what the simulator shows below a name: who had no role when the demo began gets the one their menu tells. */
export function aboutPerson({ userId, role }: { userId: string; role: string }, menu: string | null): string {
  if (demoPeople.some((one) => one.userId === userId && one.role)) return role;
  const joined = ROLES.find((one) =>
    ['th', 'en'].some((language) => menu?.startsWith(menuPrefix(language, one))),
  );
  return joined ? texts('th').words.role[joined] : role;
}

/** @returns what the first person of the demo can say, or null where the office is not the demo's and nobody is in it yet. */
export async function firstSentence(database: Database): Promise<string | null> {
  const [{ userId, tries }] = demoPeople as [(typeof demoPeople)[number]];
  return (await findLinks(database.models, [userId])).has(userId) ? (tries[0] ?? null) : null;
}

/** Sets the demo office up unless some office is there already. */
export async function prepareDemo(database: Database, now: Date): Promise<void> {
  if (await database.models.offices.exists({})) return;
  const file = await readFile(new URL('../samples/plan-2564.json', import.meta.url));
  const read = readPlanJson(file);
  if (!read.ok) throw new Error('the sample plan cannot be read');
  const drafted = draftPlan(read.raw, planWords);
  if (!drafted.ok) throw new Error('the sample plan has faults');
  const found = await previewImport(
    database,
    drafted.plan,
    { office: null, plan: null, newOffice: false },
    now,
  );
  if (!found.ok) throw new Error('the sample plan has no office');
  const stored = await storeImport(database, found.preview, now, { trial: 'demo' });
  if (!stored.ok) throw new Error('the sample plan could not be stored');
  const office = (await findOffice(database.models, stored.office))!;

  const writes: Write[] = [];
  for (const person of demoPeople.filter((one) => one.role)) {
    const made = newMember(office, person.userId, person.displayName, person.role!, person.activities, now);
    const member: Member = {
      ...made,
      position: person.position,
      consent: { version: NOTICE_VERSION, at: now },
    };
    const { id: memberId, ...document } = member;
    writes.push(
      { to: 'members', insert: { _id: memberId, ...document } },
      link(person.userId, office.id, 'user', memberId),
    );
  }
  const groupId = newId();
  writes.push(
    {
      to: 'groups',
      insert: {
        _id: groupId,
        office: office.id,
        groupId: DEMO_GROUP,
        name: texts('th').demo.group,
        linkedBy: null,
        state: 'active',
      },
    },
    link(DEMO_GROUP, office.id, 'group', groupId),
  );
  const expiresAt = new Date(now.getTime() + 365 * 86_400_000);
  const invited = demoPeople.find((one) => !one.role)!;
  const invite = {
    office: office.id,
    role: 'officer' as const,
    owner: invited.displayName,
    activities: invited.activities,
    uses: 1,
    expiresAt,
  };
  writes.push(...makeInvite(invite, now, 'demo', DEMO_INVITE).writes);
  await commit(database, writes);
}

function link(lineId: string, office: string, kind: 'user' | 'group', target: string): Write {
  return { to: 'links', insert: { _id: lineId, office, kind, target } };
}
