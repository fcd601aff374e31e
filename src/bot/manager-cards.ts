/** View models of the cards that answer managers about people, obstacles and gaps; cards.ts counts them among all. */
import type { Status } from '../domain/activity.ts';
import type { Role } from '../domain/member.ts';
import type { Lack } from '../domain/period.ts';
import type { Satang } from '../domain/money.ts';
import type { UnitOrder, UnitStanding } from '../domain/unit-standing.ts';
import type { Action, ActivityRef, ActivityRow } from './types.ts';

/** Somebody who has not reported what is due. */
export interface UnreportedPerson {
  /** Member's id. */
  id: string;
  name: string;
  labels: string[];
  /** What stands in the way of asking them, or that it was done. */
  note: 'asked' | 'self' | { away: string } | null;
  /** What a tap types: their work. */
  typed: string;
}

/** What nobody can be asked for by LINE. */
export interface UnreachableOwner {
  /** The person; where nobody is registered, the unit the plan names, null for none. */
  name: string | null;
  because: 'blocked' | 'nobody';
  labels: string[];
}

/** Whom a manager can ask about an activity, and what it costs. */
export interface ManagerStep {
  /** Registered ones; none where somebody is to be found first. */
  owners: string[];
  /** 0 where all of them read it with their next answer only. */
  messages: number;
}

export interface TimeGone {
  /** 0 to 100. */
  percent: number;
  /** ISO day. */
  until: string;
}

export type ManagerCard =
  /** Who belongs to the office, and owners of the plan who do not yet. */
  | {
      kind: 'members';
      rows: {
        name: string;
        position: string;
        roles: Role[];
        labels: string[];
        /** null for who never wrote. */
        seen: string | null;
        blocked: boolean;
      }[];
      total: number;
      /** By unit, as the plan names it; null where it names none. */
      unlinked: { name: string | null; labels: string[] }[];
      page: number;
      pages: number;
    }
  /** Whether a half is to be closed: what that would freeze and what is still missing, each gap with whose work it is. */
  | {
      kind: 'gaps';
      title: string;
      question: string;
      /** Beside the question, in one line. */
      gist: string;
      headline: string;
      facts: { heading: string; value: string }[];
      rows: { activity: ActivityRef; lacks: Lack[]; people: string[] }[];
      /** Further ones that are not shown. */
      more: number;
      /** What asking all of them costs, against what is left. */
      asking: string | null;
      caution: string;
      options: Action[];
      /** Shows everything. */
      inFull: Action | null;
    }
  /** Who has not reported what is due, and what asking all of them costs. */
  | {
      kind: 'unreported';
      /** Of this page. */
      people: UnreportedPerson[];
      /** On all pages: persons, those that cannot be asked left out, and leaves. */
      total: { people: number; activities: number };
      unreachable: UnreachableOwner[];
      /** Messages; 0 where nobody is left to ask. */
      cost: number;
      /** Of which unit it is; left out for all. */
      whose?: string;
      /** What the page buttons type, without the page; and what asks all of them. */
      command: string;
      asks: string;
      page: number;
      pages: number;
    }
  /** The units of the plan beside each other. */
  | {
      kind: 'units';
      order: UnitOrder;
      /** Of this page; `typed` asks of that unit alone, null for what no unit has. */
      rows: (UnitStanding & { typed: string | null })[];
      /** How many more are counted because they are several units'. */
      shared: number;
      total: number;
      page: number;
      pages: number;
      /** What the page buttons type, without the page. */
      command: string;
    }
  /** Why one activity is not finished, as far as it was told. */
  | {
      kind: 'why';
      activity: ActivityRow & { ownerGroup: string | null };
      /** ISO day on which it was said. */
      obstacle: { text: string; day: string | null } | null;
      suggestion: string | null;
      last: { by: string | null; day: string; daysAgo: number } | null;
      /** null for who sees nobody else's work. */
      owners: string[] | null;
      mayReport: boolean;
      manage: ManagerStep | null;
    }
  /** What is stuck, the newest first. */
  | {
      kind: 'obstacles';
      activity: ActivityRef | null;
      /** Whose part of the plan it is; left out for all, or an activity's. */
      whose?: string;
      /** Without words and names where others read along. */
      rows: { activity: ActivityRef; text: string | null; by: string | null; day: string | null }[];
      total: number;
      page: number;
      pages: number;
      /** What the page buttons type, without the page. */
      command: string;
    }
  | {
      kind: 'branch-status';
      /** null for what the plan gives to a unit. */
      label: string | null;
      name: string;
      /** What shows all of it. */
      command: string;
      counts: Record<Status, number>;
      budget: Satang;
      spent: Satang;
      rows: ActivityRow[];
    }
  /** Allotted, spent and left: the whole plan or a branch, a row for each node below it; beside it how much of the time has gone. */
  | {
      kind: 'budget';
      /** null for the whole plan, and for a part of it. */
      activity: ActivityRef | null;
      /** Whose part of the plan it is. */
      whose?: string;
      budget: Satang;
      spent: Satang;
      /** By how much the figures that are set were exceeded. */
      over: Satang;
      time?: TimeGone | null;
      rows: (ActivityRef & { leaf: boolean; budget: Satang; spent: Satang; over: Satang })[];
      page: number;
      pages: number;
      /** What the page buttons type, without the page. */
      command: string;
    };
