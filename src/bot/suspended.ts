/** What is said while an office is suspended: each chat is told once, and nothing after that; answer.ts calls it. */
import type { Context } from '../services/context.ts';
import { toldSuspended } from '../services/suspension.ts';
import { texts } from '../text/index.ts';
import { say } from './bot-result.ts';
import type { Answer } from './commands/command.ts';

export async function suspended(context: Context): Promise<Answer> {
  const noted = await toldSuspended(context);
  if (!noted) return { messages: [], writes: [] };
  const told = say(texts(context.language).web.refused.suspended);
  return { ...told, writes: [...told.writes, noted] };
}
