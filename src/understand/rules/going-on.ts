/** Tells work that goes on or begins from what is only somewhere or some time: "เก็บข้อมูลอยู่", "เริ่มเมษา"; the status rules ask it. */
import { isWord, type Token } from '../tokens.ts';

const GOES_ON = 'อยู่';
/** Letters of a verb with what it is about; fewer are a place or a person that is there. */
const LEAST = 3;

/** @param at the place of a word among the tokens of its chunk. */
export function goesOn(text: string, tokens: readonly Token[], at: number): boolean {
  const [token, next] = [tokens[at] as Token, tokens[at + 1]];
  if (text.slice(token.start, token.end) !== GOES_ON) return false;
  // "อยู่ที่การเงิน" is a place
  if (next && next.start === token.end && !isWord(next, 'particle')) return false;
  if (/^[\u0e01-\u0e4e]/.test(text.slice(token.end)) && !next) return false;
  const earlier = tokens.slice(0, at);
  // nothing is wanting, waited for or paid
  if (
    earlier.some((one) =>
      isWord(
        one,
        'not',
        'not-yet',
        'cannot',
        'left',
        'lacking',
        'trouble',
        'still',
        'free',
        'budget',
        'spend',
      ),
    )
  )
    return false;
  const last = earlier.at(-1);
  return (isWord(last, 'act') && last.end === token.start) || ownLetters(text, tokens, at) >= LEAST;
}

/** Letters no known word covers, and longer words that tell nothing, back to the activity or the particle before. */
function ownLetters(text: string, tokens: readonly Token[], at: number): number {
  let count = 0;
  let reached = (tokens[at] as Token).start;
  for (let back = at - 1; back >= 0; back--) {
    const token = tokens[back] as Token;
    const between = text.slice(token.end, reached);
    if (between.includes('\n')) return count;
    count += between.replace(/[^a-z\u0e01-\u0e4e]/g, '').length;
    if (token.kind !== 'word' || isWord(token, 'particle', 'small-talk')) return count;
    if (isWord(token, 'neutral') && token.end - token.start > LEAST) count += token.end - token.start;
    reached = token.start;
  }
  return count + (/[\u0e01-\u0e4e]*$/.exec(text.slice(0, reached))?.[0].length ?? 0);
}

/** "เริ่มเมษา" says when; only "เริ่มแล้ว", or a beginning without a day, is work that goes on. */
export function beginsAt(text: string, tokens: readonly Token[], at: number): 'planned' | 'open' | null {
  const [token, next] = [tokens[at] as Token, tokens[at + 1]];
  if (!next || text.slice(token.end, next.start).replace(/วันที่|เดือน|ใน|\s/g, '') !== '') return 'open';
  if (isWord(next, 'vague-time') && /หน้า|หลัง/.test(text.slice(next.start, next.end))) return 'planned';
  const dated = next.kind === 'date' || isWord(next, 'month', 'weekday', 'on-day', 'unit-of-time');
  const over = tokens.slice(at + 1, at + 4).some((later) => isWord(later, 'already', 'doing'));
  return dated && !over ? null : 'open';
}
