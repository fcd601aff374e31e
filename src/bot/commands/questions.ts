/** Which command answers a question in one's own words: the list, the money, one person's work, or the whole; what was typed is understood before. */
import { colleagues } from '../../services/broadcast.ts';
import { ASKED_OF } from '../../text/typed.ts';
import { peopleNamed } from '../people.ts';
import { mightDo, permits, type RequestContext } from '../request-context.ts';
import { type Topic, topicOf } from '../../understand/topic.ts';
import { budget } from './budget.ts';
import { type Command, plain } from './command.ts';
import { status, summary } from './manager.ts';
import { mine } from './officer.ts';
import { missing, overdue } from './overview.ts';

export interface Question {
  command: Command;
  argument: string;
}

const BY_TOPIC: Readonly<Record<Topic, Command>> = { missing, overdue, budget };

/** @returns what a manager's question about the plan is answered with; officers are shown their own work. */
export function questionAbout(text: string, request: RequestContext): Question {
  if (!permits(request, 'summary')) return { command: mine, argument: '' };
  const topic = topicOf(text);
  return { command: topic ? BY_TOPIC[topic] : summary, argument: '' };
}

/** Longer than any name with what stands around it. */
const MOST_TEXT = 80;

/** @returns the command for "งานของสมศรี" and the like; null when nobody of the office is named. */
export async function questionOfSomebody(text: string, request: RequestContext): Promise<Question | null> {
  if (!mightDo(request, 'see-person') || text.length > MOST_TEXT) return null;
  const name = ASKED_OF.exec(plain(text))?.[1];
  if (!name || peopleNamed(name, await colleagues(request.context)).length === 0) return null;
  return { command: status, argument: name };
}
