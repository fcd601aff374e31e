/** Who may do and see what in chat and on the pages, in one table: by role, by relation to the activity, by kind of chat; operators look after offices and belong to none. What is not named is refused. */
import type { Role } from './member.ts';
import { covers } from './plan.ts';

export type ChatKind = 'user' | 'group' | 'room';

/** What somebody is: to an office, or above all of them. */
export type RoleOrOperator = Role | 'operator';

export interface Actor {
  roles: readonly RoleOrOperator[];
  /** Codes of the activities this person works on, those of people they stand in for included. */
  works: readonly string[];
}

/** Of which activities: of those one works on, of any, of none. */
type Reach = 'own' | 'any' | 'none';

interface Rule extends Record<RoleOrOperator, Reach> {
  /** Whether it may be done, and read, where others read along. */
  inGroups: boolean;
}

const everybody = (inGroups: boolean): Rule => ({
  officer: 'any',
  manager: 'any',
  admin: 'any',
  operator: 'none',
  inGroups,
});
const workers = (inGroups: boolean): Rule => ({ ...everybody(inGroups), officer: 'own' });
const managers = (inGroups: boolean): Rule => ({ ...everybody(inGroups), officer: 'none' });
const admins = (inGroups: boolean): Rule => ({ ...managers(inGroups), manager: 'none' });
const operators: Rule = { ...admins(false), admin: 'none', operator: 'any' };

/** Commands stand here by their names; what else is done or seen has a name of its own. */
const RULES = {
  report: workers(true),
  resume: everybody(true),
  undo: everybody(true),
  restore: everybody(true),
  status: everybody(true),
  help: everybody(true),
  menu: everybody(true),

  // of the whole plan to managers, of their own to others, in private
  soon: everybody(true),
  urgent: everybody(true),
  planned: everybody(true),

  // one person's business
  mine: everybody(false),
  history: workers(false),
  evidence: workers(false),
  snooze: everybody(false),
  away: everybody(false),
  return: everybody(false),
  language: everybody(false),
  /** Texts, names and counts of photos on the status of an activity; all else there is figures. */
  'see-words': workers(false),
  /** Why an activity is late: what was said of it, and whose it is. */
  why: workers(false),

  // the plan as a whole
  summary: managers(true),
  overdue: managers(true),
  missing: managers(true),
  unreported: managers(true),
  budget: managers(true),
  units: managers(true),
  /** In groups which activities are stuck, without words and names. */
  obstacles: managers(true),
  'six-months': managers(false),
  'twelve-months': managers(false),
  'other-months': managers(false),

  // what reaches other people
  nudge: managers(false),
  assign: managers(false),
  announce: managers(false),
  quota: managers(false),
  'close-period': managers(false),
  publish: managers(false),
  withdraw: managers(false),
  /** What somebody else has to do. */
  'see-person': managers(false),
  'link-group': managers(true),

  // who belongs to the office
  members: admins(false),
  invite: admins(false),

  // pages, each opened by a personal link
  form: everybody(false),
  dashboard: managers(false),
  console: admins(false),
  /** All of the office in one file, with what people wrote: to be had from the console by members alone. */
  export: admins(false),

  // above the offices: figures of all of them, never what people wrote
  'offices-figures': operators,
  'offices-change': operators,
  'offices-report': operators,
  /** Having an office's export made; it is fetched by the office. */
  'offices-export': operators,
} as const satisfies Record<string, Rule>;

export type PolicyAction = keyof typeof RULES;

/** All that is named, for tests and for whoever prints it. */
export const POLICY: Readonly<Record<string, Rule>> = RULES;

/**
 * @param action a name of the table; any other is refused.
 * @param activity the one it is about; left out, whether there can be one at all.
 */
export function may({ roles, works }: Actor, action: string, chat: ChatKind, activity?: string): boolean {
  const rule = Object.hasOwn(POLICY, action) ? POLICY[action] : undefined;
  if (!rule || (chat !== 'user' && !rule.inGroups)) return false;
  return roles.some((role) => {
    const reach = rule[role];
    return reach === 'any' || (reach === 'own' && (activity === undefined || covers(works, activity)));
  });
}

/** What an office's token reads by the API, and all it can do: it has no role, and nobody's role has these. */
export const TOKEN_READS = ['office', 'activities', 'updates', 'periods', 'publications'] as const;
export type TokenRead = (typeof TOKEN_READS)[number];

/** @param what a name of that list; any other is refused. */
export function tokenMayRead(what: string): boolean {
  return TOKEN_READS.some((one) => one === what);
}
