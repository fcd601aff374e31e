/** "โอนงานของสมศรีให้วิภา": what one person has goes to another, all of it or one activity, after a card that lists it; both are told with their next answer. */
import type { Member } from '../../domain/member.ts';
import { coveredLeaves, covers } from '../../domain/plan.ts';
import { handOverActivities } from '../../services/assign.ts';
import { colleagues, freeRide } from '../../services/broadcast.ts';
import { shortenUnits } from '../../text/format.ts';
import { type HandingOver, handingOver } from '../../text/handing-over.ts';
import { texts } from '../../text/index.ts';
import { say } from '../bot-result.ts';
import { type About, ask } from '../confirmations.ts';
import { peopleNamed } from '../people.ts';
import { mightDo, permits, type RequestContext } from '../request-context.ts';
import { activityOf } from './arguments.ts';
import type { Answer } from './command.ts';

interface Handing {
  from: Member;
  to: Member;
  /** null for all that is theirs. */
  activity: string | null;
}

/** Activities with a line of their own on the card, and letters of a name. */
const MOST_LISTED = 15;
const MOST_NAME = 120;

/** @returns who is meant; null where it is no such wish, or of nobody here; where one of the two is known, the other is asked for by name. */
export async function handingAsked(
  typed: string,
  request: RequestContext,
): Promise<Handing | { problem: string } | null> {
  const wish = handingOver(typed);
  if (!wish || !mightDo(request, 'assign')) return null;
  const all = await colleagues(request.context);
  const [from, to] = [peopleNamed(wish.from, all), peopleNamed(wish.to, all)];
  if (from.length + to.length === 0) return null;
  if (!permits(request, 'assign')) return { problem: request.texts.chat.inPrivate };
  return meant(wish, from, to, request);
}

function meant(
  wish: HandingOver,
  from: readonly Member[],
  to: readonly Member[],
  request: RequestContext,
): Handing | { problem: string } {
  const { handing } = request.texts.managing;
  for (const [name, people] of [
    [wish.from, from],
    [wish.to, to],
  ] as const) {
    if (people.length === 0) return { problem: handing.unknown(name) };
    if (people.length > 1)
      return { problem: handing.several(name, people.map((one) => one.name).join(', ')) };
  }
  const [giver, taker] = [from[0]!, to[0]!];
  if (giver.id === taker.id) return { problem: handing.same(giver.name) };
  if (wish.activity === null) return { from: giver, to: taker, activity: null };
  const found = activityOf(wish.activity, request);
  if (!found.ok) return { problem: request.texts.chat.noSuchActivity(wish.activity) };
  const { code, label } = found.activity;
  const has = covers(giver.activities, code) || giver.activities.some((own) => covers([code], own));
  return has ? { from: giver, to: taker, activity: code } : { problem: handing.notTheirs(giver.name, label) };
}

export function answerHanding(taken: Handing | { problem: string }, request: RequestContext): Answer {
  return 'problem' in taken ? say(taken.problem) : askHanding(taken, codesOf(taken), request);
}

/** The codes that change hands: what lies under the one that is named, or all that is theirs. */
function codesOf({ from, activity }: Handing): string[] {
  if (activity === null || from.activities.length === 0) return [...from.activities];
  return covers(from.activities, activity)
    ? [activity]
    : from.activities.filter((own) => covers([activity], own));
}

function askHanding(
  { from, to }: Pick<Handing, 'from' | 'to'>,
  codes: string[],
  request: RequestContext,
): Answer {
  const { managing } = request.texts;
  const { handing: words } = managing;
  const leaves = coveredLeaves(request.context.plan, codes);
  const more = leaves.length - MOST_LISTED;
  if (leaves.length === 0) return say(request.texts.chat.lists.noneOf(from.name));
  return ask(
    { about: 'hand-over', from: from.id, to: to.id, codes },
    {
      title: words.title,
      question: words.question(leaves.length, from.name, to.name),
      quote: null,
      rows: [
        { heading: words.telling, value: words.free },
        ...leaves.slice(0, MOST_LISTED).map(({ label, name }) => ({
          heading: label,
          value: shortenUnits(name, MOST_NAME),
        })),
        ...(more > 0 ? [{ heading: words.more, value: managing.activities(more) }] : []),
      ],
      caution: null,
      options: [{ value: 'yes', label: words.yes }],
      wide: false,
      again: true,
    },
    request,
  );
}

/** The two as they are now, and whether all of it is still there to be given. */
async function stillThere(
  { from, to, codes }: About<'hand-over'>,
  request: RequestContext,
): Promise<{ giver: Member; taker: Member } | null> {
  const all = await colleagues(request.context);
  const giver = all.find(({ id }) => id === from);
  const taker = all.find(({ id }) => id === to);
  return giver && taker && codes.every((code) => covers(giver.activities, code)) ? { giver, taker } : null;
}

/** The same question, with all of the list. */
export async function askHandingAgain(about: About<'hand-over'>, request: RequestContext): Promise<Answer> {
  const found = await stillThere(about, request);
  if (!found) return say(request.texts.managing.handing.changed);
  return askHanding({ from: found.giver, to: found.taker }, about.codes, request);
}

/** The manager's word. */
export async function giveAllOf(
  about: About<'hand-over'>,
  _value: string,
  request: RequestContext,
): Promise<Answer> {
  const { context } = request;
  const { handing: words } = request.texts.managing;
  const found = await stillThere(about, request);
  if (!found) return say(words.changed);
  const { giver, taker } = found;
  const leaves = coveredLeaves(context.plan, about.codes);
  const labels = leaves.map(({ label }) => label).join(', ');
  const by = context.member.name;
  const tell = (one: Member, text: string, named: readonly string[]) =>
    one.id === context.member.id
      ? []
      : [freeRide(context, `${context.event}:hand-over:${one.id}`, one, 'assignment', text, named)];
  return {
    ...say(words.done(leaves.length, giver.name, taker.name)),
    writes: [
      ...handOverActivities(context, about.codes, taker, giver),
      ...tell(giver, texts(giver.language).managing.handing.taken(by, labels, taker.name), [taker.id]),
      ...tell(taker, texts(taker.language).managing.handing.given(by, labels, giver.name), [giver.id]),
    ],
  };
}
