/** What becomes of people's work when another plan takes the place of the one in use: who keeps their activities, who loses some, which reports are left unfinished; import-plan and current-plan show it and store it. */
import { createHash } from 'node:crypto';
import type { FormerActivities, Invite, Member } from '../domain/member.ts';
import type { Plan } from '../domain/activity.ts';
import type { Database } from '../db/connect.ts';
import { findOpenInvites, type InviteDocument } from '../db/invites.ts';
import { findMembers } from '../db/members.ts';
import type { Office } from '../db/offices.ts';
import { codesGoingOver, type CodesGoingOver, type ComparedPlan } from '../plan-import/same-work.ts';
import { covers } from '../domain/plan.ts';
import { loadCurrentPlan } from './loaders.ts';
import { byCode } from './members.ts';
import type { Write } from './writes.ts';

/** One person, or one open invite, with the codes that go over. */
type GoingOver<Of> = CodesGoingOver & {
  of: Of;
  /** The plan to come was in use before: of what is another work there they have again what was theirs. */
  back: boolean;
};

export interface PlanSwitch {
  /** The plan in use until now. */
  from: Plan;
  /** Everybody who has activities or names for them, those taken out included. */
  members: (GoingOver<Member> & { aliases: Member['aliases'] })[];
  invites: GoingOver<InviteDocument>[];
  /** Reports on the plan in use that are not stored yet. */
  drafts: number;
}

/** The plan to come; its id is null while it is not stored. */
export type ComingPlan = ComparedPlan & { id: string | null };

/** @returns null where no other plan is in use: then nobody's codes change their meaning. */
export async function findPlanSwitch(
  database: Database,
  office: Office | null,
  to: ComingPlan,
  now: Date,
): Promise<PlanSwitch | null> {
  if (!office || office.currentPlan === to.id) return null;
  const from = await loadCurrentPlan(database, office);
  if (!from) return null;
  const { models } = database;
  const [members, invites, open] = await Promise.all([
    findMembers(models, office.id),
    findOpenInvites(models, office.id, now),
    models.conversations
      .find({ office: office.id, 'drafts.plan': from.id } as never, { drafts: 1 })
      .lean<{ drafts: { plan?: string }[] }[]>(),
  ]);
  const [goingOver, comesFrom] = [codesGoingOver(from, to), codesGoingOver(to, from)];
  const codesOf = <Of extends Pick<Member | Invite, 'activities' | 'formerActivities'>>(
    of: Of,
  ): GoingOver<Of> => {
    const { kept, lost } = goingOver(of.activities);
    const before = of.formerActivities?.find(({ plan }) => plan === to.id)?.activities ?? [];
    // of the same work it counts who has it now
    const own = before.filter((code) => !comesFrom([code]).kept.includes(code));
    const all = [...new Set([...kept, ...own])].toSorted(byCode);
    const whole = all.filter(
      (code) =>
        !covers(
          all.filter((other) => other !== code),
          code,
        ),
    );
    return { of, kept: whole, lost, back: own.length > 0 };
  };
  return {
    from,
    members: members.map((of) => {
      const aliases = Object.entries(of.aliases).filter(([, code]) => goingOver([code]).kept.includes(code));
      return { ...codesOf(of), aliases: Object.fromEntries(aliases) };
    }),
    invites: invites.map(codesOf),
    drafts: open.flatMap(({ drafts }) => drafts).filter(({ plan }) => plan === from.id).length,
  };
}

/** Whether somebody is to say if the plan is used from now on: it is that of another year than the one in use. */
export function isOtherYear(leaving: PlanSwitch | null, { fiscalYear }: Pick<Plan, 'fiscalYear'>): boolean {
  return leaving !== null && leaving.from.fiscalYear !== fiscalYear;
}

/** @returns the activity that the code meant in the plan before, where it is another work in the one in use now. */
export function otherWork(before: Plan, now: Plan, code: string): Plan['activities'][number] | null {
  const known = before.activities.find((one) => one.code === code);
  return known && codesGoingOver(before, now)([code]).lost.length > 0 ? known : null;
}

/** Those who are in the office. */
export function membersLosing({ members }: PlanSwitch): PlanSwitch['members'] {
  return members.filter(({ of, lost }) => of.state !== 'revoked' && lost.length > 0);
}

/** @param back those to whom something comes back; else those who keep just what they have. */
export function membersKeeping({ members }: PlanSwitch, back: boolean): PlanSwitch['members'] {
  return members.filter(
    (one) => one.of.state !== 'revoked' && one.back === back && one.kept.length > 0 && one.lost.length === 0,
  );
}

export function invitesLosing({ invites }: PlanSwitch): PlanSwitch['invites'] {
  return invites.filter(({ lost }) => lost.length > 0);
}

/**
 * What the switch changes besides the office itself. Whose activities were changed meanwhile makes a conflict; events
 * under way are answered anew, by the plan to come.
 */
export function switchWrites({ from, members, invites }: PlanSwitch, office: string): Write[] {
  return [
    ...members.flatMap(({ of, kept, aliases }): Write[] => {
      const change = {
        ...codesChange(of, kept, from.id),
        ...(Object.keys(aliases).length < Object.keys(of.aliases).length && { aliases }),
      };
      if (Object.keys(change).length === 0) return [];
      const where = { _id: of.id, office, activities: of.activities };
      return [{ to: 'members', update: { where, change: { $set: change } } }];
    }),
    ...invites.flatMap(({ of, kept }): Write[] => {
      const change = codesChange(of, kept, from.id);
      if (Object.keys(change).length === 0) return [];
      // whoever joins just now by it was not shown
      const where = { _id: of._id, office, activities: of.activities, used: of.used };
      return [{ to: 'invites', update: { where, change: { $set: change } } }];
    }),
    // a code that was talked of last means another activity now
    {
      to: 'conversations',
      updateAll: { where: { office }, change: { $set: { lastActivity: null }, $inc: { rev: 1 } } },
    },
    {
      to: 'conversations',
      updateAll: { where: { office, leftPlan: null }, change: { $set: { leftPlan: from.id } } },
    },
  ];
}

function codesChange(
  { activities, formerActivities = [] }: Pick<Member | Invite, 'activities' | 'formerActivities'>,
  kept: string[],
  left: string,
): { activities?: string[]; formerActivities?: FormerActivities[] } {
  if (activities.length === 0 && kept.length === 0) return {};
  const others = formerActivities.filter(({ plan }) => plan !== left);
  return { activities: kept, formerActivities: [...others, { plan: left, activities }] };
}

/** The same only while what is told of the switch is the same. */
export function markOfSwitch(office: Office | null, plan: string | null, leaving: PlanSwitch | null): string {
  const codes = (all: readonly GoingOver<{ activities: string[] }>[]): unknown[] =>
    all.map(({ of, kept, lost }) => [of.activities, kept, lost]);
  // reports are begun and ended all day
  const shown = leaving && [leaving.from.id, codes(leaving.members), codes(leaving.invites)];
  const all = JSON.stringify([office?.id, office?.planRev, plan, shown]);
  return createHash('sha256').update(all).digest('base64url').slice(0, 16);
}
