/** What groups are shown instead: refusals that tell the others nothing, receipts without who was late; answer.ts swaps them in. */
import type { Texts } from '../text/index.ts';
import type { Message } from './types.ts';

/** @returns the same texts, with short answers where the usual ones would show one person's business to a group. */
export function textsInGroup(all: Texts): Texts {
  const { chat } = all;
  const { refused, notYourCard, partly } = chat.group;
  return {
    ...all,
    chat: {
      ...chat,
      notYours: () => refused,
      noWork: chat.inPrivate,
      undo: {
        ...chat.undo,
        notYours: refused,
        nothing: refused,
        noneOf: () => refused,
        nothingBack: refused,
      },
      correct: { ...chat.correct, nothing: refused },
      multiple: { ...chat.multiple, someDropped: () => partly },
      draft: { ...chat.draft, gone: notYourCard, someoneElse: () => chat.draft.bothKept },
    },
  };
}

/** @returns the message as a group sees it: that somebody reported late is between them and the bot. */
export function shownInGroup(message: Message): Message {
  if (message.type !== 'card') return message;
  const { card } = message;
  const hides = card.kind === 'receipt' || card.kind === 'receipts';
  return hides ? { ...message, card: { ...card, late: false } } : message;
}
