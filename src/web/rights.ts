/** Who may use which route of the pages, by the one policy; web/router asks it. */
import { may, type PolicyAction } from '../domain/policy.ts';
import type { Visitor } from '../services/web-sessions.ts';

/** Pages of the policy, and what needs no membership: `anyone` no session, `signed-in` any session. */
export const RIGHTS = [
  'anyone',
  'signed-in',
  'form',
  'dashboard',
  'nudge',
  'console',
  'publish',
  'export',
  'offices-figures',
  'offices-change',
  'offices-report',
  'offices-export',
] as const;
export type Right = 'anyone' | 'signed-in' | Extract<PolicyAction, (typeof RIGHTS)[number]>;

/** What needs no office, so that its suspension ends none of it. */
export const WHILE_SUSPENDED: readonly Right[] = ['anyone', 'signed-in'];

export function isSuspended(visitor: Visitor | null): boolean {
  return visitor?.office?.suspendedAt !== undefined;
}

/** @param visitor null without a session. Whoever came by a link from the terminal, or was handed one, has the console alone. */
export function mayVisit(visitor: Visitor | null, right: Right): boolean {
  if (right === 'anyone') return true;
  if (!visitor || right === 'signed-in') return visitor !== null;
  const { member, operator } = visitor;
  if (operator) return may({ roles: ['operator'], works: [] }, right, 'user');
  if (member === null) return right === 'console';
  return may({ roles: member.roles, works: member.activities }, right, 'user');
}
