/** Asks once what a finished activity has come to, on its receipt: words or a photo answer it, "ข้าม" is one tap. */
import type { Update } from '../domain/update.ts';
import type { Answer } from './commands/command.ts';
import type { Action } from './types.ts';
import { say } from './bot-result.ts';
import { type About, type Confirmation, openConfirmation, waitFor } from './confirmations.ts';
import { besideAnswer } from '../text/beside-answers.ts';
import { DOES_NOT_KNOW, PRAISES } from '../text/typed-answers.ts';
import { refOfCode, type RequestContext } from './request-context.ts';
import { smallTalkOf, smallTalkWords } from './small-talk.ts';

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

/** @returns the activity whose result was asked right before; null where something else was said since. */
export function resultAsked(request: RequestContext): string | null {
  const asked = openConfirmation(request);
  return asked?.direct && asked.subject.about === 'result-of' ? asked.subject.activity : null;
}

/**
 * What is no result, told where one is asked: thanks, that it comes later, a question back.
 * @param typed plain words. @returns its answer, after which the question goes on waiting; null for what may be the result.
 */
export function besideResult(typed: string, request: RequestContext): Answer | null {
  const asked = openConfirmation(request);
  if (!asked || asked.subject.about !== 'result-of') return null;
  const { chat, words } = request.texts;
  // praise answers what something came to
  const told = PRAISES.test(typed) ? null : wordsBeside(typed, request);
  if (told === null) return null;
  const { label } = refOfCode(request, asked.subject.activity);
  const skip: Action = {
    type: 'tap',
    label: words.button.skip,
    say: words.button.skip,
    tap: { do: 'confirm', ask: asked.id, value: 'no' },
  };
  const text = `${told}\n${chat.beside.stillAsked(label)}`;
  return { messages: [{ type: 'text', text, quick: [skip] }], writes: [], outcome: { kind: 'beside' } };
}

function wordsBeside(typed: string, request: RequestContext): string | null {
  const { beside, files } = request.texts.chat;
  const talk = smallTalkOf(typed);
  if (talk === 'complaint' || talk === 'goodbye' || talk === 'greeting') return null;
  if (talk !== null) return smallTalkWords(talk, request);
  if (DOES_NOT_KNOW.test(typed)) return smallTalkWords('later', request);
  switch (besideAnswer(typed)) {
    case 'put-off':
    case 'same':
      return smallTalkWords('later', request);
    case 'needed':
      return beside.needless;
    case 'photo':
      return files.howToAdd;
    case 'how':
      return beside.how.result;
    default:
      return null;
  }
}
