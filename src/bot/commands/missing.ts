/** ยังไม่รายงาน: who has not reported what is due, with one button that asks all of them; where others read along, the activities alone. */
import type { Activity } from '../../domain/activity.ts';
import { dayInBangkok } from '../../domain/fiscal-year.ts';
import type { Member } from '../../domain/member.ts';
import { isAway } from '../../domain/stand-in.ts';
import { findReach, readUnreported } from '../../services/asking.ts';
import { colleagues } from '../../services/broadcast.ts';
import { shortDate } from '../../text/format.ts';
import { commandWords } from '../../text/command-words.ts';
import { planRows } from '../activity-rows.ts';
import { say, show } from '../bot-result.ts';
import type { UnreachableOwner, UnreportedPerson } from '../manager-cards.ts';
import { described, peopleNamed } from '../people.ts';
import { mayNamePart, partBehind, type PlanPart } from '../plan-part.ts';
import { permits, type RequestContext } from '../request-context.ts';
import { isPage, paged, pageOf } from './arguments.ts';
import { UNREPORTED } from './ask-all.ts';
import type { Answer, Command } from './command.ts';
import { listed, listedOf, workOfPerson } from './overview.ts';

export const missingCommand: Command = {
  name: 'missing',
  asks: true,
  words: commandWords.missing,
  argument: 'optional',
  accepts: takesPart,
  async run(argument, request) {
    if (!permits(request, 'see-person')) return unreportedCommand.run(argument, request);
    const { page, rest } = pageOf(argument);
    const named = await partBehind(rest, typedFor('missing', request), request);
    if (named && !named.ok) return named.answer;
    return named?.part.person
      ? hasTold(named.part, named.part.person, page, request)
      : whoIsMissing(named && named.part, page, request);
  },
};

function takesPart(argument: string, request: RequestContext): boolean {
  return isPage(argument) || mayNamePart(pageOf(argument).rest, request);
}

function typedFor(word: 'missing' | 'unreported', { texts }: RequestContext): (name: string) => string {
  const { command } = texts.words;
  return (name) => command.ofPart(command[word], name);
}

/** The activities nobody ever reported on, whenever they are due. */
export const unreportedCommand: Command = {
  name: 'unreported',
  asks: true,
  words: commandWords.unreported,
  argument: 'optional',
  accepts: takesPart,
  async run(argument, request) {
    const { lists } = request.texts.chat;
    const { page, rest } = pageOf(argument);
    const typed = typedFor('unreported', request);
    const named = await partBehind(rest, typed, request);
    if (named && !named.ok) return named.answer;
    const states = await request.context.states();
    const never = new Set(states.flatMap(({ code, state }) => (state.reportedAt === null ? [code] : [])));
    const rows = (await planRows(request)).filter((row) => never.has(row.code));
    const { unreported: command } = request.texts.words.command;
    return named
      ? listedOf(named.part, { title: lists.missing, typed, rows }, page, request)
      : listed({ title: lists.missing, command, none: lists.noMissing, rows }, page);
  },
};

/** Whether one person has reported what is due, in a sentence, with their work. */
async function hasTold(
  part: PlanPart,
  person: Member,
  page: number,
  request: RequestContext,
): Promise<Answer> {
  const { context, texts } = request;
  const all = await colleagues(context);
  const work = await workOfPerson(person, all, page, request);
  // who has no work owes nothing: the list says so
  if (page > 1 || part.leaves.size === 0) return work;
  const { owned } = await readUnreported(context);
  const due = owned.find(({ owner }) => owner.id === person.id)?.leaves ?? [];
  const states = (await context.states()).filter(({ code }) => part.leaves.has(code));
  const last = states
    .flatMap(({ state }) => state.reportedAt ?? [])
    .toSorted((a, b) => a.getTime() - b.getTime())
    .at(-1);
  const day = last ? shortDate(dayInBangkok(last), context.language) : null;
  const { told, untold } = texts.managing.part;
  const labels = due.map(({ label }) => label).join(', ');
  const text = due.length > 0 ? untold(person.name, labels, day) : told(person.name, day);
  return { ...work, messages: [{ type: 'text', text }, ...work.messages] };
}

async function whoIsMissing(part: PlanPart | null, page: number, request: RequestContext): Promise<Answer> {
  const { managing, words } = request.texts;
  const found = await readUnreported(request.context);
  const isHere = ({ code }: Activity): boolean => part?.leaves.has(code) ?? true;
  const nobodys = found.nobodys.filter(isHere);
  const owned = found.owned
    .map(({ owner, leaves }) => ({ owner, leaves: leaves.filter(isHere) }))
    .filter(({ leaves }) => leaves.length > 0);
  if (owned.length + nobodys.length === 0)
    return say(part ? managing.part.told(part.name, null) : managing.unreported.none);
  const reach = await findReach(request.context, owned, UNREPORTED);
  const blocked = new Set(reach.blocked.map(({ to }) => to.id));
  const reachable = owned.filter(({ owner }) => !blocked.has(owner.id));
  const everybody = owned.map(({ owner }) => owner);
  const done = new Set(reach.done.map(({ to }) => to.id));
  const shown = paged(reachable, page);
  const people = shown.rows.map(({ owner, leaves }): UnreportedPerson => ({
    id: owner.id,
    name: owner.name,
    labels: leaves.map(({ label }) => label),
    note: noteOn(owner, done, request),
    typed: words.command.status(
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
      page: shown.page,
      pages: shown.pages,
      ...(part && { whose: part.name }),
      command: part ? typedFor('missing', request)(part.typed) : words.command.missing,
      asks: part ? words.command.nudge(part.typed) : words.command.askAll,
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
