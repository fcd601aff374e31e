/** Who may do what on the pages: the one table that web/router asks; what is not named here is refused. */
import type { Role } from '../domain/member.ts';
import type { Visitor } from '../services/web-sessions.ts';

/** `anyone` needs no session; `set-up` is the right of whoever sets a new installation up. */
export const RIGHTS = ['anyone', 'signed-in', 'fill-form', 'read-dashboard', 'administer', 'set-up'] as const;
export type Right = (typeof RIGHTS)[number];

/** Administrators and managers may be asked for a report too, so they have the form. */
const OF_ROLE: Record<Role, readonly Right[]> = {
  officer: ['anyone', 'signed-in', 'fill-form'],
  manager: ['anyone', 'signed-in', 'fill-form', 'read-dashboard'],
  admin: ['anyone', 'signed-in', 'fill-form', 'read-dashboard', 'administer'],
};

/** @param visitor null without a session. */
export function mayVisit(visitor: Visitor | null, right: Right): boolean {
  if (right === 'anyone') return true;
  if (!visitor) return false;
  if (!visitor.member) return right === 'set-up' || right === 'signed-in';
  return visitor.member.roles.some((role) => OF_ROLE[role].includes(right));
}
