/** A report that only tells the result of an activity that was stored as finished: the words as they are, on a card to be stored. */
import { NO_FIELDS } from '../../../domain/activity.ts';
import { type Answer, plain } from '../../commands/command.ts';
import type { RequestContext } from '../../request-context.ts';
import { LEAD_IN, TELLS_TROUBLE } from '../../../text/told.ts';
import { SAID_NONE } from '../../../text/typed.ts';
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
  const told = words.text.trim().replace(LEAD_IN, '');
  if (told.length > MOST_TEXT) return say(request.texts.chat.answer.textTooLong(MOST_TEXT));
  // a problem that is remembered now is no result
  const field = TELLS_TROUBLE.test(told) ? 'obstacle' : 'result';
  const empty = emptyDraft(request, 'chat', words.messageId);
  return open(
    await on(
      { ...empty, fields: { ...NO_FIELDS, [field]: SAID_NONE.test(plain(words.text)) ? '' : told } },
      activity,
      request,
    ),
    null,
    request,
  );
}
