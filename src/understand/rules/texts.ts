/** Takes obstacle, suggestion and result out of a text as exact stretches of it: under headings, after causes, or by the words of trouble and advice. */
import type { Status } from '../../domain/activity.ts';
import type { Chunk, Section } from '../chunks.ts';
import { isWord } from '../tokens.ts';
import { type TextReading, freeLetters, isFree, readTrouble, trimmed } from './trouble.ts';

export interface TextsReading {
  obstacle: TextReading;
  suggestion: TextReading;
  result: TextReading;
  remark: TextReading;
}

/** @param chunks of one activity's part. @param status already read: why something did not happen is an obstacle. */
export function readTexts(text: string, chunks: readonly Chunk[], status: Status | null): TextsReading {
  const reading: TextsReading = { obstacle: null, suggestion: null, result: null, remark: null };
  for (let at = 0; at < chunks.length;) {
    const chunk = chunks[at] as Chunk;
    let end = at + 1;
    if (chunk.section === null) {
      at = end;
      continue;
    }
    while (
      end < chunks.length &&
      (chunks[end] as Chunk).section === chunk.section &&
      !startsAnew(chunks[end] as Chunk)
    )
      end++;
    put(reading, chunk.section, stretchOf(text, chunks.slice(at, end)));
    at = end;
  }
  readDenials(chunks, reading);
  if (reading.obstacle === null) reading.obstacle = readTrouble(text, chunks, status);
  if (reading.result === null) reading.result = readOutcome(text, chunks, reading.obstacle);
  return reading;
}

function startsAnew(chunk: Chunk): boolean {
  return (
    chunk.headed && isWord(chunk.tokens[0], 'head-obstacle', 'head-suggestion', 'head-result', 'head-remark')
  );
}

function put(reading: TextsReading, section: Section, stretch: TextReading): void {
  const before = reading[section];
  if (
    before === null ||
    before === 'none' ||
    (stretch !== 'none' && stretch !== null && before.end < stretch.start && section === 'suggestion')
  ) {
    if (before !== null && before !== 'none' && stretch !== 'none' && stretch !== null)
      reading[section] = { start: before.start, end: stretch.end };
    else if (stretch !== null) reading[section] = stretch;
  }
}

function readDenials(chunks: readonly Chunk[], reading: TextsReading): void {
  for (const chunk of chunks) {
    if (chunk.mood !== 'said') continue;
    if (reading.obstacle === null && chunk.tokens.some((token) => isWord(token, 'no-trouble')))
      reading.obstacle = 'none';
    if (reading.suggestion === null && chunk.tokens.some((token) => isWord(token, 'no-advice')))
      reading.suggestion = 'none';
  }
}

/** From the first word after heading or cause to the last before the final particle. */
function stretchOf(text: string, chunks: readonly Chunk[]): TextReading {
  const first = chunks[0] as Chunk;
  let start = first.start;
  for (const token of chunks.slice(0, 2).flatMap((chunk) => chunk.tokens)) {
    const leads = text.slice(start, token.start).replace(/[\s:=./-]/g, '') === '';
    if (leads && token.kind === 'mention' && token.start > first.start) {
      start = token.end;
      continue;
    }
    if (
      !leads ||
      !isWord(token, 'head-obstacle', 'head-suggestion', 'head-result', 'head-remark', 'cause', 'but', 'and')
    )
      break;
    start = token.end;
  }
  const rest = /^[\s:=.,/)-]*(?:คือ|ว่า|เพราะว่า|เพราะ|เนื่องจาก)?[\s:=.,-]*/.exec(text.slice(start))?.[0] ?? '';
  return trimmed(text, Math.min(start + rest.length, (chunks.at(-1) as Chunk).end), chunks.at(-1) as Chunk);
}

const MIN_OUTCOME = 8;

/** A chunk of its own words that something has been done. */
function readOutcome(text: string, chunks: readonly Chunk[], obstacle: TextReading): TextReading {
  for (const chunk of chunks) {
    if (
      !isFree(chunk) ||
      (obstacle !== null && obstacle !== 'none' && chunk.start < obstacle.end && chunk.end > obstacle.start)
    )
      continue;
    const last = chunk.tokens.findLast((token) => !isWord(token, 'particle'));
    if (
      !isWord(last, 'already') ||
      chunk.tokens.some(
        (token) =>
          isWord(token, 'done', 'spend', 'percent', 'cancel', 'postpone', 'not-yet', 'progress') ||
          token.kind === 'mention',
      )
    )
      continue;
    if (freeLetters(text, chunk) >= MIN_OUTCOME) return trimmed(text, chunk.start, chunk);
  }
  return null;
}
