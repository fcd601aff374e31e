/** The sentences for groups: refusals that tell the others nothing; answer.ts swaps them in. */
import type { Texts } from '../text/index.ts';

/** @returns the same texts, with short answers where the usual ones would show one person's business to a group. */
export function textsInGroup(all: Texts): Texts {
  const { chat } = all;
  const { refused, notYourCard, partly } = chat.group;
  return {
    ...all,
    chat: {
      ...chat,
      notYours: () => refused,
      noRight: refused,
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
