/** ยังไม่รายงาน: who has not reported what is due, with one button that asks all of them; where others read along, the activities alone. */
import type { Member } from '../../domain/member.ts';
import { isAway } from '../../domain/stand-in.ts';
import { findReach, readUnreported } from '../../services/asking.ts';
import { shortDate } from '../../text/format.ts';
import { commandWords } from '../../text/command-words.ts';
import { planRows } from '../activity-rows.ts';
import { say, show } from '../bot-result.ts';
import type { UnreachableOwner, UnreportedPerson } from '../manager-cards.ts';
import { described, peopleNamed } from '../people.ts';
import { permits, type RequestContext } from '../request-context.ts';
import { isPage, paged, pageOf } from './arguments.ts';
import { UNREPORTED } from './ask-all.ts';
import type { Answer, Command } from './command.ts';
import { listed } from './overview.ts';

export const missingCommand: Command = {
  name: 'missing',
  asks: true,
  words: commandWords.missing,
  argument: 'optional',
  accepts: isPage,
  run: (argument, request) =>
    permits(request, 'see-person')
      ? whoIsMissing(pageOf(argument).page, request)
      : unreportedCommand.run(argument, request),
};

/** The activities nobody ever reported on, whenever they are due. */
export const unreportedCommand: Command = {
  name: 'unreported',
  asks: true,
  words: commandWords.unreported,
  argument: 'optional',
  accepts: isPage,
  async run(argument, request) {
    const { lists } = request.texts.chat;
    const states = await request.context.states();
    const never = new Set(states.flatMap(({ code, state }) => (state.reportedAt === null ? [code] : [])));
    const rows = (await planRows(request)).filter((row) => never.has(row.code));
    const { unreported: command } = request.texts.words.command;
    return listed({ title: lists.missing, command, none: lists.noMissing, rows }, pageOf(argument).page);
  },
};

async function whoIsMissing(page: number, request: RequestContext): Promise<Answer> {
  const { owned, nobodys } = await readUnreported(request.context);
  if (owned.length + nobodys.length === 0) return say(request.texts.managing.unreported.none);
  const reach = await findReach(request.context, owned, UNREPORTED);
  const blocked = new Set(reach.blocked.map(({ to }) => to.id));
  const reachable = owned.filter(({ owner }) => !blocked.has(owner.id));
  const everybody = owned.map(({ owner }) => owner);
  const done = new Set(reach.done.map(({ to }) => to.id));
  const part = paged(reachable, page);
  const people = part.rows.map(({ owner, leaves }): UnreportedPerson => ({
    name: owner.name,
    labels: leaves.map(({ label }) => label),
    note: noteOn(owner, done, request),
    typed: request.texts.words.command.status(
      peopleNamed(owner.name, everybody).length === 1 ? owner.name : described(owner),
    ),
  }));
  const leaves = new Set([...owned.flatMap((one) => one.leaves), ...nobodys]);
  return show({
    type: 'card',
    card: {
      kind: 'unreported',
      people,
      total: { people: reachable.length, activities: leaves.size },
      unreachable: [
        ...reach.blocked.map(({ to, leaves: theirs }): UnreachableOwner => ({
          name: to.name,
          because: 'blocked',
          labels: theirs.map(({ label }) => label),
        })),
        ...[...Map.groupBy(nobodys, ({ ownerGroup }) => ownerGroup)].map(
          ([name, theirs]): UnreachableOwner => ({
            name,
            because: 'nobody',
            labels: theirs.map(({ label }) => label),
          }),
        ),
      ],
      cost: reach.present.length,
      page: part.page,
      pages: part.pages,
    },
  });
}

function noteOn(
  owner: Member,
  done: ReadonlySet<string>,
  { context }: RequestContext,
): UnreportedPerson['note'] {
  if (owner.id === context.member.id) return 'self';
  if (done.has(owner.id)) return 'asked';
  return isAway(owner, context.today) ? { away: shortDate(owner.away!.until, context.language) } : null;
}
