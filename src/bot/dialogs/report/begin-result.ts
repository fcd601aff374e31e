/** A report that only tells the result of an activity that was stored as finished: the words as they are, on a card to be stored. */
import { NO_FIELDS } from '../../../domain/activity.ts';
import type { Answer } from '../../commands/command.ts';
import type { RequestContext } from '../../request-context.ts';
import type { MemberWords } from '../../utterance.ts';
import { emptyDraft, on } from './begin.ts';
import { open } from './drive.ts';
import { MOST_TEXT } from './questions.ts';
import { say } from '../../bot-result.ts';

export async function openResult(
  activity: string,
  words: MemberWords,
  request: RequestContext,
): Promise<Answer> {
  const result = words.text.trim();
  if (result.length > MOST_TEXT) return say(request.texts.chat.answer.textTooLong(MOST_TEXT));
  const empty = emptyDraft(request, 'chat', words.messageId);
  return open(await on({ ...empty, fields: { ...NO_FIELDS, result } }, activity, request), null, request);
}
