/** What commands about one activity answer when their words name none, or several: the ones to choose from. */
import type { Found } from '../find-activity.ts';
import { ownRows } from '../rows.ts';
import { refOf, type Turn } from '../turn.ts';
import { childrenOf } from '../../domain/plan.ts';
import type { Asked } from './arguments.ts';
import type { Answer } from './command.ts';
import { severalActivities } from './manager.ts';

/** @param typed the command as it is typed for a code; each row does that. */
export async function notFound(
  found: Found & { ok: false },
  asked: Asked,
  typed: (argument: string) => string,
  turn: Turn,
): Promise<Answer> {
  if (found.reason === 'several') return severalActivities(found.candidates, typed, asked, turn);
  const own = await ownRows(turn);
  const offered = own.length > 0 ? own : childrenOf(turn.context.plan, null).map(refOf);
  const choice = severalActivities(
    offered.map(({ code }) => code),
    typed,
    asked,
    turn,
  );
  // who turns the pages was told already
  if (asked.page > 1) return choice;
  const text = turn.texts.chat.noSuchActivity(asked.rest);
  return { ...choice, messages: [{ type: 'text', text }, ...choice.messages] };
}
