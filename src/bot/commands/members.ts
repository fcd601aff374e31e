/** สมาชิก: who belongs to the office, with roles, work and when they were last seen; and what of the plan nobody registered has. */
import { byOwner } from '../../domain/unreported.ts';
import { coveredLeaves } from '../../domain/plan.ts';
import { listMembers } from '../../services/members.ts';
import { moment } from '../../text/format.ts';
import { commandWords } from '../../text/command-words.ts';
import { show } from '../bot-result.ts';
import { isPage, paged, pageOf } from './arguments.ts';
import type { Command } from './command.ts';

export const membersCommand: Command = {
  name: 'members',
  asks: true,
  words: commandWords.members,
  argument: 'optional',
  accepts: isPage,
  async run(argument, { context }) {
    const { database, office, plan, language } = context;
    const all = await listMembers(database, office.id, false);
    const leaves = plan.activities.filter(({ leaf }) => leaf);
    const { nobodys } = byOwner(plan, leaves, all);
    const { rows, ...pages } = paged(all, pageOf(argument).page);
    return show({
      type: 'card',
      card: {
        kind: 'members',
        rows: rows.map((one) => ({
          name: one.name,
          position: one.position,
          roles: one.roles,
          labels: coveredLeaves(plan, one.activities).map(({ label }) => label),
          seen: one.lastSeenAt && moment(one.lastSeenAt, language),
          blocked: one.state === 'blocked',
        })),
        unlinked: [...Map.groupBy(nobodys, ({ ownerGroup }) => ownerGroup)].map(([name, theirs]) => ({
          name,
          labels: theirs.map(({ label }) => label),
        })),
        ...pages,
      },
    });
  },
};
