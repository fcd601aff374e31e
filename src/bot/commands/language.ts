/** Chooses the language of all answers; the next one, its own, is in it already. */
import type { Language } from '../../domain/member.ts';
import { setLanguage } from '../../services/language.ts';
import { texts } from '../../text/index.ts';
import { commandWords } from '../../text/command-words.ts';
import { LANGUAGE_NAMES } from '../../text/typed.ts';
import { say, show } from '../bot-result.ts';
import type { Action } from '../types.ts';
import type { Command } from './command.ts';

const LANGUAGES: readonly Language[] = ['th', 'en'];

export const languageCommand: Command = {
  name: 'language',
  words: commandWords.language,
  argument: 'optional',
  accepts: (argument) => named(argument) !== null,
  run(argument, request) {
    const chosen = named(argument);
    if (chosen) {
      const said = say(texts(chosen).chat.language.set);
      return Promise.resolve({ ...said, writes: [setLanguage(request.context, chosen)], language: chosen });
    }
    const { language: words } = request.texts.chat;
    const option = (to: Language, label: string): Action => ({
      type: 'tap',
      label,
      say: label,
      tap: { do: 'say', text: request.texts.words.command.language[to] },
    });
    return Promise.resolve(
      show({
        type: 'card',
        card: {
          kind: 'confirm',
          title: words.title,
          question: words.question,
          quote: null,
          rows: [],
          caution: null,
          options: [option('th', words.thai), option('en', words.english)],
          wide: false,
        },
      }),
    );
  },
};

function named(words: string): Language | null {
  return LANGUAGES.find((one) => LANGUAGE_NAMES[one].some((name) => name === words)) ?? null;
}
