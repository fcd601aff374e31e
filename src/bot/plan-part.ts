/** Whose part of the plan is asked about: one person's, or that of a unit as the plan names it; the commands and questions that can be narrowed to one ask. */
import type { Member } from '../domain/member.ts';
import { coveredLeaves } from '../domain/plan.ts';
import { colleagues } from '../services/broadcast.ts';
import { shorten, shortenUnits } from '../text/format.ts';
import { namesAsked } from '../text/questions.ts';
import { NAMES_UNIT, NO_PART, OF_PART } from '../text/questions-of-parts.ts';
import { say, show } from './bot-result.ts';
import type { Answer } from './commands/command.ts';
import { described, peopleNamed, peopleNear } from './people.ts';
import { mightDo, permits, type RequestContext } from './request-context.ts';
import type { Action } from './types.ts';
import { type OfficeUnit, unitsNamed, unitsOf } from './units.ts';

export interface PlanPart {
  /** The person's, or the unit's. */
  name: string;
  /** What names it behind a command, and nobody else. */
  typed: string;
  /** Codes. */
  leaves: ReadonlySet<string>;
  /** null for a unit. */
  person: Member | null;
}

export type FoundPart = { ok: true; part: PlanPart } | { ok: false; answer: Answer };

/** Letters of a name that are repeated, clusters of a label, units of a row, and rows of a choice. */
const MOST_REPEATED = 40;
const MOST_LABEL = 20;
const MOST_SAID = 120;
const MOST_ROWS = 8;
const LONGEST_NAME = 60;

/** Whether words behind a command may name a part: only from who may ask about others. */
export function mayNamePart(argument: string, request: RequestContext): boolean {
  const name = OF_PART.exec(argument)?.[1];
  if (name === undefined || name.length > LONGEST_NAME || NO_PART.test(name)) return false;
  return mightDo(request, 'see-person');
}

/**
 * @param argument behind a command.
 * @param typed the command as it is typed for a name.
 * @returns null where it names no part; what to answer where it names several or one that is not there.
 */
export async function partBehind(
  argument: string,
  typed: (name: string) => string,
  request: RequestContext,
): Promise<FoundPart | null> {
  const name = OF_PART.exec(argument)?.[1];
  if (name === undefined) return null;
  return partOrChoice(name, typed, request);
}

/** @returns the part of that name; where there is none, what to answer. */
export async function partOrChoice(
  name: string,
  typed: (name: string) => string,
  request: RequestContext,
): Promise<FoundPart> {
  const found = await partNamed(name, typed, request);
  return found ?? { ok: false, answer: await noSuchPart(name, typed, request) };
}

/** @returns the name of a part in a question, as it is to be typed behind a command; null where none is named. */
export async function partIn(question: string, request: RequestContext): Promise<string | null> {
  if (!mightDo(request, 'see-person')) return null;
  const all = await colleagues(request.context);
  const names = namesAsked(question);
  return (
    names.find((one) => peopleNamed(one, all).length > 0) ??
    names.find((one) => unitsNamed(one, request.context.plan).length > 0) ??
    names.findLast((one) => NAMES_UNIT.test(one) && one.length <= LONGEST_NAME && !NO_PART.test(one)) ??
    null
  );
}

/** @param typed the command as it is typed for a name, where several can be meant. @returns null where nobody and no unit is called so. */
export async function partNamed(
  name: string,
  typed: (name: string) => string,
  request: RequestContext,
): Promise<FoundPart | null> {
  const all = await colleagues(request.context);
  const people = peopleNamed(name, all);
  if (people.length > 0 && !permits(request, 'see-person'))
    return { ok: false, answer: say(request.texts.chat.inPrivate) };
  const parts =
    people.length > 0
      ? people.map((one) => partOfPerson(one, all, request))
      : unitsNamed(name, request.context.plan).map(partOfUnit);
  const [part, ...others] = parts;
  if (!part) return null;
  if (others.length === 0) return { ok: true, part };
  return { ok: false, answer: choosePart(parts, typed, request) };
}

export function partOfPerson(
  person: Member,
  all: readonly Member[],
  { context }: Pick<RequestContext, 'context'>,
): PlanPart {
  const alone = peopleNamed(person.name, all).length === 1;
  return {
    name: person.name,
    typed: alone ? person.name : described(person),
    leaves: new Set(coveredLeaves(context.plan, person.activities).map(({ code }) => code)),
    person,
  };
}

function partOfUnit({ name, leaves }: OfficeUnit): PlanPart {
  return { name, typed: name, leaves: new Set(leaves), person: null };
}

/** The others of the plan's units, or of the office's people, to choose from. @param but whose part was shown. */
export async function otherParts(
  people: boolean,
  but: string,
  typed: (name: string) => string,
  request: RequestContext,
): Promise<Answer> {
  const all = people ? await colleagues(request.context) : [];
  const parts = people
    ? all.map((one) => partOfPerson(one, all, request)).filter(({ leaves }) => leaves.size > 0)
    : unitsOf(request.context.plan).map(partOfUnit);
  const others = parts.filter((one) => one.typed.toLowerCase() !== but);
  return others.length > 0 ? choosePart(others, typed, request) : say(request.texts.managing.part.noOther);
}

/** Which of these is meant: each types the command with its name. */
function choosePart(
  parts: readonly PlanPart[],
  typed: (name: string) => string,
  { texts: { managing } }: RequestContext,
): Answer {
  const shown = parts.slice(0, MOST_ROWS);
  const others = parts.length - shown.length;
  return show({
    type: 'card',
    card: {
      kind: 'confirm',
      title: managing.part.which,
      question: managing.part.choose,
      quote: null,
      rows: [],
      caution: others > 0 ? managing.part.more(others, typed) : null,
      options: shown.map((one): Action => ({
        type: 'tap',
        label: shorten(one.name, MOST_LABEL),
        say: shortenUnits(one.name, MOST_SAID),
        tap: { do: 'say', text: typed(one.typed) },
      })),
      wide: true,
    },
  });
}

/** No such person and no such unit: the units there are, or whose names are near. */
async function noSuchPart(
  name: string,
  typed: (name: string) => string,
  request: RequestContext,
): Promise<Answer> {
  const parts = NAMES_UNIT.test(name)
    ? unitsOf(request.context.plan).map(partOfUnit)
    : await nearTo(name, request);
  const text = request.texts.managing.part.unknown(shortenUnits(name, MOST_REPEATED));
  const choice = choosePart(parts, typed, request);
  return { ...choice, messages: [{ type: 'text', text }, ...(parts.length > 0 ? choice.messages : [])] };
}

async function nearTo(name: string, request: RequestContext): Promise<PlanPart[]> {
  if (!permits(request, 'see-person')) return [];
  const all = await colleagues(request.context);
  const near = peopleNear(name, all);
  return (near.length > 0 ? near : all).map((one) => partOfPerson(one, all, request));
}
