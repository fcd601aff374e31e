/** Which command answers a question in one's own words: who owes a report, what is stuck or late, the money, one person's work, or the whole; what was typed is understood before. */
import { colleagues } from '../../services/broadcast.ts';
import {
  anyNameAsked,
  anyNameChased,
  type QuestionTopic,
  askedOf,
  askedOfPart,
  EVERYBODY,
  nameChased,
  nameInMoney,
  namesAsked,
} from '../../text/questions.ts';
import { arabicDigits } from '../../text/format.ts';
import { NAMES_UNIT } from '../../text/questions-of-parts.ts';
import { findByWords } from '../find-activity.ts';
import { peopleNamed } from '../people.ts';
import { partIn } from '../plan-part.ts';
import { mightDo, permits, type RequestContext } from '../request-context.ts';
import type { Utterance } from '../utterance.ts';
import { askWhomInstead } from './ask-all.ts';
import { budgetCommand } from './budget.ts';
import { soonCommand, urgentCommand } from './soon.ts';
import { type Answer, type Command, type CommandCall, plain } from './command.ts';
import { statusCommand, summaryCommand } from './manager.ts';
import { missingCommand, unreportedCommand } from './missing.ts';
import { nudgeCommand } from './nudge.ts';
import { obstaclesCommand } from './obstacles.ts';
import { mineCommand } from './officer.ts';
import { askWhoseInstead, overdueCommand } from './overview.ts';

/** Each can be narrowed to a part of the plan. */
export const BY_SUBJECT: Readonly<Record<QuestionTopic, Command>> = {
  missing: missingCommand,
  unreported: unreportedCommand,
  obstacles: obstaclesCommand,
  overdue: overdueCommand,
  soon: soonCommand,
  urgent: urgentCommand,
  budget: budgetCommand,
};

/** @returns what a manager asks about the plan in their own words; null when it is nothing of the kind. */
export async function questionOfManager(
  words: Utterance,
  request: RequestContext,
): Promise<CommandCall | null> {
  const { typed } = words;
  if (!mightDo(request, 'summary') || typed.length > MOST_TEXT) return null;
  // a code is said of an activity, whoever is named beside it
  const part = /[0-9]/.test(arabicDigits(typed)) ? null : await partIn(typed, request);
  // how to do something is asked of no part
  const asked =
    part !== null
      ? askedOfPart(typed.replace(part, ' '))
      : words.read().intent === 'help'
        ? null
        : askedOf(typed);
  if (!asked) return null;
  const command = BY_SUBJECT[asked];
  if (part !== null) return { command, argument: request.texts.words.command.ofPart('', part).trim() };
  const named = words.read().activity;
  // who, and which of all, is asked of the whole plan; of one activity it is the question how that one stands
  if (named !== null)
    return asked === 'budget' || asked === 'obstacles' ? { command, argument: named } : null;
  const name = asked === 'budget' ? nameInMoney(typed) : '';
  const found = name === '' ? null : findByWords(request, name);
  return { command, argument: found && (found.ok || found.reason === 'several') ? name : '' };
}

/** @returns how a question about the plan that says no more is answered: managers see the whole, officers their own work. */
export function questionOfAll(request: RequestContext): CommandCall {
  return { command: permits(request, 'summary') ? summaryCommand : mineCommand, argument: '' };
}

/** Longer than any name with what stands around it. */
const MOST_TEXT = 80;

/** @returns what answers a question, or a wish, about somebody whom nobody is named like; null where none is meant. */
export function questionOfNobody(
  { typed }: Utterance,
  request: RequestContext,
): (() => Promise<Answer>) | null {
  if (!mightDo(request, 'see-person') || typed.length > MOST_TEXT) return null;
  const chased = anyNameChased(typed);
  const asked = chased === null ? anyNameAsked(typed) : null;
  const name = chased ?? asked;
  if (name === null) return null;
  const found = findByWords(request, name);
  if (found.ok || found.reason === 'several') return null;
  return () => (chased === null ? askWhoseInstead(name, request) : askWhomInstead(name, request));
}

/** @returns the command for "งานของสมศรี", "สมศรีถึงไหนแล้ว" and, as a wish, "ตามคุณสมศรีหน่อย"; null when nobody of the office is named. */
export async function questionOfSomebody(text: string, request: RequestContext): Promise<CommandCall | null> {
  if (!mightDo(request, 'see-person') || text.length > MOST_TEXT) return null;
  const typed = plain(text);
  const chased = nameChased(typed);
  if (chased && EVERYBODY.test(chased)) return { command: nudgeCommand, argument: chased };
  const people = await colleagues(request.context);
  if (chased && (peopleNamed(chased, people).length > 0 || NAMES_UNIT.test(chased)))
    return { command: nudgeCommand, argument: chased };
  const name =
    namesAsked(typed).find((one) => peopleNamed(one, people).length > 0) ?? (await partIn(typed, request));
  return name === null ? null : { command: statusCommand, argument: name };
}
