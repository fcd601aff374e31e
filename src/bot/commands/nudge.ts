/** A manager asks the owners of one activity how it stands, or somebody, or everybody, for what is due: what it costs is said first. */
import type { Member } from '../../domain/member.ts';
import { quietIn } from '../../domain/calendar.ts';
import { coveredLeaves, findActivity } from '../../domain/plan.ts';
import { isFinished } from '../../domain/status.ts';
import { freeRide } from '../../services/broadcast.ts';
import { noteNudge, ownersToAsk } from '../../services/nudge.ts';
import { reminderSettings } from '../../services/reminders-settings.ts';
import { calledBriefly, shortDate } from '../../text/format.ts';
import { texts } from '../../text/index.ts';
import { EVERYBODY } from '../../text/questions.ts';
import { NAMES_UNIT } from '../../text/questions-of-parts.ts';
import { commandWords } from '../../text/command-words.ts';
import { say } from '../bot-result.ts';
import { type About, ask } from '../confirmations.ts';
import { roomFor } from '../quota.ts';
import { partOrChoice } from '../plan-part.ts';
import { mightDo, type RequestContext } from '../request-context.ts';
import { askAllFirst, askPart, askPerson } from './ask-all.ts';
import { leafOf, looksLikeCode, mayNameSomebody, namesActivity, pageOf } from './arguments.ts';
import type { Answer, Command } from './command.ts';
import { missingCommand } from './missing.ts';
import { findNamesOnCard, statusCard } from '../status-card.ts';
import { goneFromPlan, notFound, severalActivities } from './not-found.ts';

/** Letters of an unknown code that are repeated. */
const MOST_CODE = 60;

export const nudgeCommand: Command = {
  name: 'nudge',
  words: commandWords.nudge,
  argument: 'required',
  // "เตือนภัยน้ำท่วม" may be an activity: a name stands apart from the command
  accepts(argument, request, apart) {
    const { rest } = pageOf(argument);
    if (!mightDo(request, 'nudge')) return looksLikeCode(rest, request);
    if (EVERYBODY.test(rest)) return true;
    if (looksLikeCode(rest, request)) return true;
    return apart && (namesActivity(rest, request) || mayNameSomebody(rest, request));
  },
  async run(argument, request) {
    const { words } = request.texts;
    const { plan } = request.context;
    if (argument === '') return missingCommand.run('', request);
    const asked = pageOf(argument);
    const { nudge: typed } = words.command;
    if (EVERYBODY.test(asked.rest)) return askAllFirst(null, request);
    const person = looksLikeCode(asked.rest, request) ? null : await askPerson(asked.rest, request);
    if (person) return person;
    const unit = NAMES_UNIT.test(asked.rest) ? await partOrChoice(asked.rest, typed, request) : null;
    if (unit?.ok)
      return (await askPart(unit.part.leaves, request)) ?? say(request.texts.managing.askAll.nobodyLeft);
    if (unit) return unit.answer;
    const found = leafOf(asked.rest, request);
    if (!found.ok) return notFound(found, asked, typed, request);
    const { activity } = found;
    if (!activity.leaf) {
      const below = coveredLeaves(plan, [activity.code]).map(({ code }) => code);
      return severalActivities(below, typed, { ...asked, rest: activity.code }, request);
    }
    return askOwnersFirst(activity.code, request);
  },
};

/** @param code of a leaf; of one that is no longer there it is said. */
export async function askOwnersFirst(code: string, request: RequestContext): Promise<Answer> {
  const { chat } = request.texts;
  const found = findActivity(request.context.plan, code);
  if (!found?.leaf) return say(chat.noSuchActivity(code.slice(0, MOST_CODE)));
  const { label, ownerGroup } = found;
  const { status } = await request.context.state(code);
  if (isFinished(status)) return say(chat.nudge.finished(label));
  const { present, away } = await ownersToAsk(request.context, code);
  if (present.length + away.length === 0) return say(chat.nudge.nobody(label, ownerGroup));
  const room = await roomFor(present.length, request);
  const ride = { value: 'ride', label: chat.nudge.ride };
  const send = { value: 'yes', label: chat.nudge.send(present.length) };
  const sends = present.length > 0 ? [send] : [];
  return ask(
    { about: 'nudge', activity: code },
    {
      title: chat.nudge.title,
      question: chat.nudge.question(label),
      quote: null,
      rows: [
        ...(present.length > 0 ? [{ heading: chat.quota.to, value: namesOf(present) }] : []),
        ...(away.length > 0 ? [{ heading: chat.nudge.onLeave, value: leavesOf(away, request) }] : []),
        ...room.rows,
      ],
      caution: room.enough ? (away.length > 0 ? chat.nudge.notPushed : null) : chat.quota.tight,
      options: room.enough ? [...sends, ride] : [ride, ...sends],
      wide: false,
      again: true,
    },
    request,
  );
}

/** The same question, for whoever wants to see all of it. */
export function askNudge({ activity }: About<'nudge'>, request: RequestContext): Promise<Answer> {
  return askOwnersFirst(activity, request);
}

/** The manager's word on the card: `yes` pushes to who is there, `ride` waits for each owner's next answer. */
export async function sendNudge(
  { activity }: About<'nudge'>,
  value: string,
  request: RequestContext,
): Promise<Answer> {
  const { context } = request;
  const { chat } = request.texts;
  const found = findActivity(context.plan, activity);
  if (!found) return goneFromPlan(activity, request.texts.words.command.nudge, request);
  const { present, away } = await ownersToAsk(context, activity);
  if (present.length + away.length === 0) return say(chat.nudge.nobody(found.label, found.ownerGroup));
  const words = (owner: Member): string =>
    texts(owner.language).chat.nudge.asked(context.member.name, calledBriefly(found));
  const key = (owner: Member): string => `${context.event}:nudge:${owner.id}`;
  // a typed "ตกลง" means the only thing the card offers for people on leave
  if (value === 'ride' || present.length === 0) {
    const owners = [...present, ...away];
    const rides = owners.map((owner) => freeRide(context, key(owner), owner, 'nudge', words(owner)));
    const note = noteNudge(context, activity, owners);
    return { ...say(chat.nudge.waits(namesOf(owners))), writes: [note, ...rides] };
  }
  // a question of this afternoon must not ring at night
  const lastsMs = quietIn(reminderSettings(context.office).quiet, context.now);
  const card = { ...(await statusCard(activity, request)), mayReport: true, manage: null };
  const names = await findNamesOnCard(activity, request);
  return {
    ...say(chat.nudge.sent(namesOf(present))),
    writes: [noteNudge(context, activity, present)],
    pushes: present.map((owner) => ({
      key: key(owner),
      to: owner.userId,
      office: context.office.id,
      purpose: 'nudge',
      cost: 1,
      lastsMs,
      names,
      reply: {
        language: owner.language,
        messages: [
          { type: 'text' as const, text: words(owner) },
          { type: 'card' as const, card, about: activity },
        ],
      },
    })),
  };
}

function leavesOf(people: readonly Member[], { context, texts: { chat } }: RequestContext): string {
  const until = (one: Member): string => shortDate(one.away?.until ?? context.today, context.language);
  return people.map((one) => chat.nudge.awayUntil(one.name, until(one))).join(', ');
}

function namesOf(people: readonly Member[]): string {
  return people.map((one) => one.name).join(', ');
}
