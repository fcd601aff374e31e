/** Builds what is sent to the assistant: the rules, the plan's activities, the message without names; the server and `understand --assistant-prompt` make it the same way. */
import { ASSISTANT_PLAN, ASSISTANT_RULES } from '../text/assistant-prompt.ts';
import { shorten } from '../text/format.ts';
import { type Hidden, hide } from './hide.ts';
import { nearestActivities } from './nearest.ts';
import type { Question } from './question.ts';

export interface ChatMessage {
  role: 'system' | 'user';
  content: string;
}

export interface Prompt {
  /** What never changes comes first, then what changes with the plan, the message last: endpoints keep beginnings they know. */
  messages: ChatMessage[];
  hidden: Hidden;
}

/** Letters of an activity's name that are sent. */
const LONGEST_NAME = 160;

/** @param names of the office's members: none of them is sent. */
export function promptFor(question: Question, names: readonly string[]): Prompt {
  const { text, context, reportable, local } = question;
  const everyday = context.plan.activities.map(({ name }) => name).join('\n');
  const hidden = hide(text, names, everyday);
  const readings = local.multiple ?? [local];
  const likely = readings.flatMap(({ activity, candidates }) => (activity ? [activity] : candidates));
  const listed = nearestActivities(text, reportable, likely).map(({ code, label, name, unit }) =>
    [code, label, shorten(name, LONGEST_NAME), unit ?? '-'].join(' | '),
  );
  // a plan says in public who is responsible; the assistant has no need of it
  const plan = hide(listed.join('\n'), names, everyday).text;
  const asked = context.quoted ? { answerTo: context.quoted } : {};
  return {
    hidden,
    messages: [
      { role: 'system', content: `${ASSISTANT_RULES}\n\n${ASSISTANT_PLAN}\n${plan}` },
      { role: 'user', content: JSON.stringify({ today: context.today, ...asked, message: hidden.text }) },
    ],
  };
}
