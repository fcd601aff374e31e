/** View models of the cards that answer managers about people, obstacles and gaps; cards.ts counts them among all. */
import type { ActivityRef } from './types.ts';

/** Somebody who has not reported what is due. */
export interface UnreportedPerson {
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

export type ManagerCard =
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
      page: number;
      pages: number;
    }
  /** What is stuck, the newest first. */
  | {
      kind: 'obstacles';
      activity: ActivityRef | null;
      /** Without words and names where others read along. */
      rows: { activity: ActivityRef; text: string | null; by: string | null; day: string | null }[];
      total: number;
      page: number;
      pages: number;
      /** What the page buttons type, without the page. */
      command: string;
    };
