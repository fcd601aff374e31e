/** Chooses the one day a report is about: done, planned or postponed to. */
import type { Chunk } from '../chunks.ts';
import { type DateToken, isWord, type Token } from '../tokens.ts';

export interface DayReading {
  date: string | null;
  because: { start: number; end: number }[];
}

interface Named {
  token: DateToken;
  planned: boolean;
  moved: boolean;
}

/** @param today a planned day in the past still counts as planned; the day done beats it. */
export function readReportedDay(text: string, chunks: readonly Chunk[], today: string): DayReading {
  const named: Named[] = [];
  let moved = false;
  for (const [place, chunk] of chunks.entries()) {
    if (chunk.mood !== 'said' || (chunk.section !== null && chunk.section !== 'result')) continue;
    moved ||= chunk.tokens.some((token) => isWord(token, 'postpone'));
    for (const [at, token] of chunk.tokens.entries())
      if (
        token.kind === 'date' &&
        !isLetterDate(text, chunk.tokens, at, chunks[place - 1]) &&
        !(moved && isFormer(text, token))
      )
        named.push({ token, planned: isPlanned(chunk.tokens, at, token, today), moved });
  }
  const done = named.find((one) => !one.planned && !one.moved && one.token.iso <= today);
  const chosen = named.some((one) => one.moved) ? named.findLast((one) => one.moved) : (done ?? named[0]);
  return chosen ? { date: chosen.token.iso, because: [chosen.token] } : { date: null, because: [] };
}

/** "เลื่อนจากเดิม 10 มี.ค.": the day it was to be, where the new one stands elsewhere or is not known. */
function isFormer(text: string, { start }: DateToken): boolean {
  return /(?:จาก|เดิม)\s?(?:วันที่)?\s?$/.test(text.slice(Math.max(0, start - 14), start));
}

/** The date of a letter or an order is not a day of the work. */
function isLetterDate(
  text: string,
  tokens: readonly Token[],
  at: number,
  previous: Chunk | undefined,
): boolean {
  const date = tokens[at] as Token;
  const earlier = tokens.slice(Math.max(0, at - 4), at);
  if (earlier.length < 4) earlier.unshift(...(previous?.tokens ?? []).slice(earlier.length - 4));
  const letter = earlier.findLast((token) => isWord(token, 'letter'));
  if (/ลง\s*$/.test(text.slice(Math.max(0, date.start - 4), date.start))) return true;
  if (!letter) return false;
  const between = text.slice(letter.end, date.start);
  return (
    between.length <= 30 &&
    !between.includes('\n') &&
    !earlier.some((token) => token.start > letter.start && isWord(token, 'act', 'done', 'already'))
  );
}

function isPlanned(tokens: readonly Token[], at: number, date: DateToken, today: string): boolean {
  if (date.iso > today) return true;
  const earlier = tokens.slice(Math.max(0, at - 5), at);
  return (
    earlier.some((token) => isWord(token, 'will', 'planned')) &&
    !earlier.some((token) => isWord(token, 'already'))
  );
}
