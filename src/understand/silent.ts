/** Which words of a text say something of a report and so name no activity; used by the name finder. */
import { isWord, type Token } from './tokens.ts';
import type { Family } from './words/families.ts';

/** Words that say something of a report rather than name an activity. */
const SILENT: ReadonlySet<Family> = new Set<Family>([
  'done',
  'already',
  'doing',
  'nearly',
  'partly',
  'will',
  'planned',
  'start',
  'postpone',
  'cancel',
  'left',
  'lacking',
  'not',
  'not-yet',
  'cannot',
  'still',
  'spend',
  'baht',
  'allotted',
  'total',
  'free',
  'progress',
  'percent',
  'per-hundred',
  'particle',
  'question-tail',
  'question-word',
  'small-talk',
  'lead',
  'announce',
  'month',
  'report-noun',
  'amend',
  'undo',
  'got',
  'all-of',
  'both',
  'this-mark',
  'on-day',
  'vague-time',
  'promise',
  'how',
  'cause',
  'but',
  'also',
  'overdue',
  'show',
  'catalogue',
  'and',
  'to',
  'from',
  'more',
  'each',
  'so',
  'help',
  'fraction',
  'digit-word',
  'magnitude',
  'out-of',
  'vague-sum',
  'about',
  'please',
  'relay',
  'order',
  'no-trouble',
  'head-obstacle',
  'head-suggestion',
]);

/** Little words of grammar are in every name. */
const SHORT_WORD = 6;

/** A meeting or a training can be part of a name; "carry out" is part of too many. */
export function isSilentToken(text: string, token: Token): boolean {
  if (token.kind !== 'word')
    return token.kind === 'date' || (token.kind === 'mention' && token.by === 'code');
  const word = text.slice(token.start, token.end);
  if (token.family === 'act') return !/ประชุม|อบรม|พื้นที่|ดูงาน/.test(word);
  if (token.family === 'participants') return /เข้า|ร่วม|มา/.test(word);
  return (
    SILENT.has(token.family) ||
    // "ได้ของแล้ว 1 เครื่อง" counts and names nothing
    (isWord(token, 'classifier') && /\d\s?$/.test(text.slice(Math.max(0, token.start - 2), token.start))) ||
    (isWord(token, 'neutral', 'classifier') &&
      word.length <= SHORT_WORD &&
      !/^\s?\d/.test(text.slice(token.end, token.end + 2)))
  );
}

export function silenced(text: string, tokens: readonly Token[], from: number, to: number): Uint8Array {
  const marks = new Uint8Array(Math.max(0, to - from) + 3);
  for (const token of tokens)
    if (token.end > from && token.start < to && isSilentToken(text, token))
      marks.fill(1, Math.max(0, token.start - from), Math.min(to, token.end) - from);
  return marks;
}
