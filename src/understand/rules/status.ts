/** Reads how far the work is from what was said, with what negation, intention and doubt do to it. */
import type { Status } from '../../domain/activity.ts';
import type { Chunk } from '../chunks.ts';
import { type StatusEvidence, type Kind, kindOf, reachBack } from './status-evidence.ts';
import { isWord, type Token, type Word } from '../tokens.ts';

export interface StatusReading {
  status: Status | null;
  /** Statements that exclude each other. */
  unsure: boolean;
  because: { start: number; end: number }[];
}

/** What the measures say of progress. */
export interface Progress {
  percent: number | null;
  /** Where the percentage stands. */
  at: number;
  /** It was said as what is left to do. */
  left: boolean;
  /** A count short of its whole was said: pieces of work ("2 of 3"), or people who came. */
  partial: 'pieces' | 'people' | null;
}

/** @param chunks of one activity's part of the text. */
export function readStatus(text: string, chunks: readonly Chunk[], progress: Progress): StatusReading {
  const found: StatusEvidence[] = [];
  let apart = false;
  let contrast = false;
  for (const chunk of chunks) {
    if (chunk.mood !== 'said' || chunk.section !== null) continue;
    contrast = (contrast && !chunk.closes) || chunk.tokens.some((token) => isWord(token, 'but'));
    for (const [at, token] of chunk.tokens.entries()) {
      const kind = kindOf(text, chunk.tokens, at, chunks);
      if (
        kind === 'done' &&
        !apart &&
        progress.percent !== null &&
        saysOnly(text, chunk, token) &&
        (progress.at < chunk.start || progress.at >= chunk.end)
      )
        apart = true;
      if (kind) found.push({ kind, start: reachBack(chunk.tokens, at), end: token.end, but: contrast });
    }
  }
  return decide(found, progress, apart && !progress.left);
}

/** "เสร็จแล้ว" with nothing but the activity before it: the whole is meant, no step of it. */
function saysOnly(text: string, chunk: Chunk, done: Token): boolean {
  let from = chunk.start;
  for (const token of chunk.tokens) {
    if (token.start > done.start) break;
    if (
      text.slice(from, token.start).trim() !== '' ||
      (token.kind === 'word' && !isWord(token, 'done', 'act', 'neutral'))
    )
      return false;
    from = token.end;
  }
  return (
    isWord(chunk.tokens[chunk.tokens.indexOf(done) + 1], 'already') && !text.startsWith('ก็', chunk.start)
  );
}

/** @param apart the whole was called finished apart from the percentage. */
function decide(
  found: readonly StatusEvidence[],
  { percent, partial }: Progress,
  apart: boolean,
): StatusReading {
  const has = (...kinds: Kind[]): boolean => found.some((evidence) => kinds.includes(evidence.kind));
  const said = (status: Status, ...kinds: Kind[]): StatusReading => ({
    status,
    unsure: false,
    because: found
      .filter((evidence) => kinds.includes(evidence.kind))
      .map(({ start, end }) => ({ start, end })),
  });
  const conflict: StatusReading = {
    status: null,
    unsure: true,
    because: found.map(({ start, end }) => ({ start, end })),
  };
  const finished = has('done', 'did');
  const afterwards = found.some(
    (evidence) => evidence.but && ['unbegun', 'lacks', 'open', 'planned'].includes(evidence.kind),
  );
  if (has('cancelled')) return has('done') ? conflict : said('cancelled', 'cancelled');
  if (has('postponed')) return has('done') && !afterwards ? conflict : said('not_started', 'postponed');
  if (percent !== null && percent > 0 && percent < 100)
    return apart || (has('unbegun') && !finished && !has('open'))
      ? conflict
      : said('in_progress', 'done', 'did', 'open', 'soon');
  if (has('unbegun')) {
    if (finished && !afterwards) return conflict;
    if (finished) return said('in_progress', 'done', 'did', 'unbegun');
    if (percent === 100) return conflict;
    const first = found.find(
      (evidence) => evidence.kind === 'unbegun' || evidence.kind === 'open',
    ) as StatusEvidence;
    return first.kind === 'open' ? said('in_progress', 'open') : said('not_started', 'unbegun');
  }
  if (
    has('open', 'soon') ||
    (finished && (partial === 'pieces' || afterwards)) ||
    (has('did') && has('lacks'))
  )
    return said('in_progress', 'open', 'soon', 'done', 'did', 'lacks');
  if (finished) return said('completed', 'done', 'did');
  if (partial) return said('in_progress');
  if (has('planned')) return said('not_started', 'planned');
  if (percent === 100) return said('completed');
  if (percent === 0) return said('not_started');
  return { status: null, unsure: false, because: [] };
}

/** @returns whether the word is one that only statements about work use. */
export function isWorkWord(token: Token): token is Word {
  return isWord(
    token,
    'done',
    'act',
    'doing',
    'start',
    'postpone',
    'cancel',
    'progress',
    'spend',
    'budget',
    'partly',
    'free',
  );
}
