/** Asks once what a finished activity has come to, on its receipt: words or a photo answer it, "ข้าม" is one tap. */
import type { Update } from '../domain/update.ts';
import type { Answer } from './commands/command.ts';
import { say } from './bot-result.ts';
import { type About, type Confirmation, waitFor } from './confirmations.ts';
import type { RequestContext } from './request-context.ts';

/** @returns the question to wait for; null where the result is known, or others read along. */
export async function askResult(update: Update, request: RequestContext): Promise<Confirmation | null> {
  const { context, texts } = request;
  if (context.chat.type !== 'user' || update.said.status !== 'completed' || update.corrects) return null;
  const before = await context.state(update.activity);
  // what was told while it was under way is not what has come of it
  const known = update.said.result ?? (before.status === 'completed' ? before.result : null);
  if (known !== null) return null;
  const skip = { value: 'no', label: texts.words.button.skip };
  return waitFor({ about: 'result-of', activity: update.activity }, [skip], request);
}

export function skipResult(_: About<'result-of'>, _value: string, request: RequestContext): Promise<Answer> {
  return Promise.resolve(say(request.texts.chat.resultSkipped));
}
