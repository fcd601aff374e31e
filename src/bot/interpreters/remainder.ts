/** Interpreters of what is neither answer, command nor sentence: slips in a command, small talk, and whatever is left. */
import { looksLikeCode } from '../commands/arguments.ts';
import { type Answer, type Command, fits } from '../commands/command.ts';
import { commands } from '../commands/index.ts';
import { type Near, nearestCommands } from '../commands/nearest.ts';
import { show } from '../bot-result.ts';
import { notUnderstood } from '../not-understood.ts';
import type { RequestContext } from '../request-context.ts';
import { mayUse } from '../run-command.ts';
import { answerSmallTalk, smallTalkOf } from '../small-talk.ts';
import type { Action } from '../types.ts';
import type { Utterance } from '../utterance.ts';
import { askWhetherReport, offerReport } from '../whether-report.ts';
import { interpreter } from './interpreter.ts';

/** "สถานนะ 1.2": a question by its code, and a slip in its word. */
export const slipWithCode = interpreter({
  name: 'slip-with-code',
  takes: (words, request) => (words.read().intent === 'status' ? slips(words, 'with a code', request) : null),
  answer: (near, _, request) => askBack(near, request),
});

export const slip = interpreter({
  name: 'slip',
  takes: (words, request) => slips(words, 'any', request),
  answer: (near, _, request) => askBack(near, request),
});

function slips({ text }: Utterance, which: 'any' | 'with a code', request: RequestContext): Near[] | null {
  const own = commands.filter((command) => mayUse(command, request));
  const takes = (command: Command, argument: string): boolean => fits(command, argument, true, request);
  const near = nearestCommands(text, own, takes).filter(
    (one) => which === 'any' || looksLikeCode(one.argument, request),
  );
  return near.length > 0 ? near : null;
}

/** Asked back with what was probably meant, never run by itself. */
function askBack(near: readonly Near[], request: RequestContext): Answer {
  const { nearest } = request.texts.chat;
  const typed = ({ word, argument }: Near): string => `${word} ${argument}`.trim();
  const [first] = near;
  return show({
    type: 'card',
    card: {
      kind: 'confirm',
      title: nearest.title,
      question: first && near.length === 1 ? nearest.question(typed(first)) : nearest.several,
      quote: null,
      rows: [],
      caution: null,
      options: near.map((one): Action => ({
        type: 'tap',
        label: typed(one),
        say: typed(one),
        tap: { do: 'say', text: typed(one) },
      })),
      wide: false,
    },
  });
}

/** Thanks, greetings, "รับทราบ": answered as what they are, in another wording each time. */
export const smallTalk = interpreter({
  name: 'small-talk',
  takes: ({ typed }) => smallTalkOf(typed),
  answer: (kind, words, request) => answerSmallTalk(kind, words.read(), request),
});

/** What may be a report: whether it is one, and of what, is asked. */
export const perhapsReport = interpreter({
  name: 'perhaps-report',
  takes: (words, request) => askWhetherReport(words.read(), words, request),
  answer: (question) => question,
});

export const fallback = interpreter({
  name: 'fallback',
  takes: (words) => words.read(),
  answer: async (read, words, request) =>
    offerReport(await notUnderstood(words.text, read, request), words, request),
});
