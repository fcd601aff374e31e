/** What is said while an office is suspended: each chat is told once, and nothing after that but the way to the office's data; answer.ts calls it. */
import type { Context } from '../services/context.ts';
import { toldSuspended } from '../services/suspension.ts';
import { texts } from '../text/index.ts';
import { say } from './bot-result.ts';
import type { Answer } from './commands/command.ts';
import { whileSuspended, whoMay } from './commands/pages.ts';

/** @param typed null for what is no text. */
export async function suspended(typed: string | null, context: Context): Promise<Answer> {
  const way = whileSuspended(typed, context);
  if (way) return way;
  const noted = await toldSuspended(context);
  if (!noted) return { messages: [], writes: [] };
  const { web, chat } = texts(context.language);
  const { suspended: what } = web.refused;
  const told = say(whoMay('export', context) ? `${what}\n${chat.pages.ownData.how}` : what);
  return { ...told, writes: [...told.writes, noted] };
}
