/** A message that was changed after it was sent: an open card is made anew from it, a stored report stays and says how it is corrected. */
import { updatesOfMessage } from '../services/reports.ts';
import { say } from './bot-result.ts';
import { type Concluded, conclude } from './outcome.ts';
import { refOfCode, type RequestContext } from './request-context.ts';
import { route } from './router.ts';
import { withDrafts } from './resume-drafts.ts';
import type { Content } from './types.ts';

type Edited = Extract<Content, { kind: 'edited' }>;

/** Nothing was made of the message before: nothing is said. */
export async function answerEdited({ messageId, text }: Edited, request: RequestContext): Promise<Concluded> {
  const { context, texts } = request;
  const { drafts } = context.conversation;
  // one of a plan that is used no more is closed, whatever its words are now
  const begun = drafts.find((one) => one.message === messageId && one.plan === context.plan.id);
  if (begun) {
    const conversation = { ...context.conversation, drafts: drafts.filter((one) => one !== begun) };
    const without = { ...request, context: { ...context, conversation } };
    const anew = await route({ text, messageId, about: begun.activity }, without);
    const note = { type: 'text' as const, text: texts.chat.edited.anew };
    return {
      ...anew,
      messages: [note, ...anew.messages],
      conversation: { drafts: conversation.drafts, ...anew.conversation },
    };
  }
  return withDrafts(request, async (current) => {
    const [stored] = await updatesOfMessage(context, messageId);
    if (!stored) return { messages: [], writes: [], conversation: {} };
    return conclude(say(texts.chat.edited.stored(refOfCode(request, stored.activity).label)), current);
  });
}
