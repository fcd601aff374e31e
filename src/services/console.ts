/** What the console's first page tells: office, plan, people; web/console calls it. */
import type { Database } from '../db/connect.ts';
import { findMembers } from '../db/members.ts';
import type { Office } from '../db/offices.ts';
import type { Role } from '../domain/member.ts';
import { countPlan } from '../domain/plan.ts';
import { loadCurrentPlan } from './loaders.ts';

export interface ConsoleHome {
  office: string;
  plan: { title: string; fiscalYear: number; activities: number } | null;
  /** Active people by role; one with several roles counts in each. */
  people: Record<Role, number>;
}

export async function readHome(database: Database, office: Office): Promise<ConsoleHome> {
  const [plan, members] = await Promise.all([
    loadCurrentPlan(database, office),
    findMembers(database.models, office.id),
  ]);
  const active = members.filter(({ state }) => state === 'active');
  const count = (role: Role): number => active.filter(({ roles }) => roles.includes(role)).length;
  return {
    office: office.name,
    plan: plan && {
      title: plan.title,
      fiscalYear: plan.fiscalYear,
      activities: countPlan(plan.activities).leaves,
    },
    people: { officer: count('officer'), manager: count('manager'), admin: count('admin') },
  };
}
