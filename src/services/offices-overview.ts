/** All offices in one table of figures for operators, who needs help first; a fixed number of reads for many offices. web/offices calls it. */
import { findChannels } from '../db/channels.ts';
import type { Database } from '../db/connect.ts';
import {
  countMessages,
  countPeople,
  type CountedActivity,
  findCountedActivities,
  type MessageCounts,
} from '../db/office-figures.ts';
import { findOffices, type Office } from '../db/offices.ts';
import { readApart, type UnreadableDocument } from '../db/stored.ts';
import { findHandedLinks, type WebLinkDocument } from '../db/web-links.ts';
import type { PlanHead } from '../domain/activity.ts';
import { dayInBangkok, momentInBangkok } from '../domain/fiscal-year.ts';
import type { Role } from '../domain/member.ts';
import {
  byNeed,
  hasBegun,
  type Need,
  needsOf,
  type OfficeStanding,
  type WorkFigures,
  workFigures,
} from '../domain/office-standing.ts';
import type { SummaryInput } from '../domain/summary.ts';
import { quotaChoice } from './quota-settings.ts';
import { withPlans } from './reminders.ts';

/** The link an operator handed to the office's administrator. */
export interface HandedLink {
  state: 'none' | 'waiting' | 'opened' | 'expired';
  owner: string;
  /** Opened then, or to be opened until then. */
  at: Date | null;
}

export interface OfficeRow extends Omit<OfficeStanding, 'plan'> {
  id: string;
  name: string;
  plan: { title: string; fiscalYear: number } | null;
  messages: Omit<MessageCounts, 'dead'> & { most: number | null };
  link: HandedLink;
  needs: Need[];
}

export interface OfficesOverview {
  /** Who needs help first. */
  offices: OfficeRow[];
  /** Those that stand in no figure. */
  unreadable: { id: string; name: string }[];
}

/** Offices read together: what MongoDB takes in one list, and memory holds. */
const MANY = 250;

/**
 * @param now by the offices' clock. @param realNow by which messages are sent.
 * @param common whether one LINE account speaks for all.
 * @param unreadable is told of what cannot be read: an office stands without its plan then, or apart from the others.
 */
export async function readOffices(
  database: Database,
  { now, realNow, common }: { now: Date; realNow: Date; common: boolean },
  unreadable: (fault: UnreadableDocument) => void,
): Promise<OfficesOverview> {
  const { offices, unreadable: broken } = await findOffices(database.models);
  for (const { fault } of broken) unreadable(fault);
  const apart = broken.map(({ id, name }) => ({ id, name }));
  const rows: OfficeRow[] = [];
  for (let from = 0; from < offices.length; from += MANY)
    rows.push(
      ...(await readApart(
        offices.slice(from, from + MANY),
        (some) => readMany(database, some, { now, realNow, common }, unreadable),
        ({ id, name }, fault) => {
          unreadable(fault);
          apart.push({ id, name });
          return [];
        },
      )),
    );
  return { offices: rows.toSorted(byNeed), unreadable: apart };
}

async function readMany(
  database: Database,
  offices: readonly Office[],
  { now, realNow, common }: { now: Date; realNow: Date; common: boolean },
  unreadable: (fault: UnreadableDocument) => void,
): Promise<OfficeRow[]> {
  const { models } = database;
  const ids = offices.map(({ id }) => id);
  const planned = await withPlans(database, offices, unreadable);
  const heads = new Map(planned.map(({ office, head }) => [office.id, head]));
  const plans = [...heads.values()].map(({ id }) => id);
  const month = momentInBangkok(`${dayInBangkok(realNow).slice(0, 7)}-01`);
  const [activities, people, messages, channels, links] = await Promise.all([
    findCountedActivities(models, ids, plans, (office, fault) => {
      heads.delete(office);
      unreadable(fault);
    }),
    countPeople(models, ids),
    countMessages(models, ids, month),
    common ? null : findChannels(models, ids),
    findHandedLinks(models, ids),
  ]);
  const linkOf = Map.groupBy(links, ({ office }) => office);
  return offices.map((office) => {
    const { id } = office;
    return rowOf(office, now, {
      head: heads.get(id) ?? null,
      activities: activities.get(id) ?? [],
      people: people.get(id) ?? {},
      messages: messages.get(id) ?? { paid: 0, held: 0, dead: 0 },
      connected: channels === null || channels.has(id),
      link: linkOf.get(id)?.[0] ?? null,
    });
  });
}

interface Found {
  head: PlanHead | null;
  activities: readonly CountedActivity[];
  people: Partial<Record<Role, number>>;
  messages: MessageCounts;
  connected: boolean;
  link: WebLinkDocument | null;
}

const NO_WORK: WorkFigures = {
  total: 0,
  completed: 0,
  overdue: 0,
  answered: 0,
  unanswered: 0,
  budget: 0,
  spent: 0,
  lastReportAt: null,
};

function rowOf(office: Office, now: Date, found: Found): OfficeRow {
  const { head, activities, people, messages, connected, link } = found;
  const today = dayInBangkok(now);
  const input: SummaryInput | null = head && {
    plan: { ...head, activities: [...activities] },
    month: today.slice(0, 7),
    day: today,
    states: Object.fromEntries(activities.map(({ code, state }) => [code, state])),
    before: null,
  };
  const { paid, held, dead } = messages;
  const standing: OfficeStanding = {
    suspended: office.suspendedAt !== undefined,
    connected,
    plan: head && input && { fiscalYear: head.fiscalYear, begun: hasBegun(input) },
    people: { officers: people.officer ?? 0, managers: people.manager ?? 0, admins: people.admin ?? 0 },
    work: input ? workFigures(input) : NO_WORK,
    errors: dead,
  };
  return {
    ...standing,
    id: office.id,
    name: office.name,
    plan: head && { title: head.title, fiscalYear: head.fiscalYear },
    messages: { paid, held, most: quotaChoice(office).most },
    link: handedLink(link, now),
    needs: needsOf(standing, today),
  };
}

function handedLink(link: WebLinkDocument | null, now: Date): HandedLink {
  if (!link?.code) return { state: 'none', owner: '', at: null };
  const { owner } = link.code;
  if (link.usedAt) return { state: 'opened', owner, at: link.usedAt };
  return { state: link.expiresAt > now ? 'waiting' : 'expired', owner, at: link.expiresAt };
}
