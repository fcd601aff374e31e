/** What the assistant is asked: a message, whose it is, and what the rules and weights made of it; the bot asks, every file here works on it. */
import type { Activity } from '../domain/activity.ts';
import type { UnderstandContext, Understood } from '../understand/types.ts';

export interface Question {
  /** Id of the event that brought the message: tried again, it is not asked again. Null asks anew each time. */
  event: string | null;
  office: string;
  /** Who sent it: one question at a time each. */
  sender: string;
  text: string;
  /** What the message was read by. */
  context: UnderstandContext;
  /** Leaves this person may report on, in plan order. */
  reportable: readonly Activity[];
  local: Understood;
}
