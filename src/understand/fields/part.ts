/** What status and "nothing spent" of one part of a text are decided on; gathered alike for reading and for training. */
import type { Activity } from '../../domain/activity.ts';
import { type Bag, emptyBag, put, putGrams } from '../learn/bag.ts';
import { kindsOf, masked, putKinds, putSenses, putText } from '../learn/features.ts';
import { ownUnitAfter } from './units.ts';
import type { Chunk } from '../chunks.ts';
import { isWord, type Token } from '../tokens.ts';
import { wholeOf } from './units.ts';
import type { Intent, Reading } from '../types.ts';

/** One part of a text, about one activity. */
export interface PartText {
  text: string;
  /** Of the whole text. */
  tokens: readonly Token[];
  from: number;
  to: number;
  activity: Activity | null;
  chunks: readonly Chunk[];
  /** What it can be counted in. */
  units: readonly string[];
  today: string;
  /** What the rules read there. */
  rules: Reading;
  /** Whether the rules were made on this very text, so that what they read tells nothing. */
  blind?: boolean;
}

export const PART_STATUSES = ['none', 'not_started', 'in_progress', 'completed', 'cancelled'] as const;

export function tokensIn({ tokens, from, to }: PartText): Token[] {
  return tokens.filter((token) => token.start >= from && token.end <= to);
}

function wholeBag(part: PartText, name: string): Bag {
  const bag = emptyBag();
  put(bag, `${name}:bias`);
  putText(bag, masked(part.text, part.tokens, part.from, part.to));
  putKinds(bag, `${name}k`, kindsOf(tokensIn(part)));
  putSenses(bag, `${name}s`, part.text, part.from, part.to);
  return bag;
}

/** @param percent of the work, where one was read. */
export function statusBag(part: PartText, intent: Intent, percent: number | null): Bag {
  const bag = wholeBag(part, 's');
  put(bag, `intent:${intent}`);
  put(bag, `percent:${percent === null ? '-' : percent >= 100 ? 'all' : percent === 0 ? 'none' : 'some'}`, 2);
  if (!part.blind) {
    const { status } = part.rules.fields;
    put(bag, `rule:${status}:${part.rules.unsure.includes('status')}`);
    put(bag, `rule:${status}:${percent === null}`);
  }
  const { target } = part.activity ?? {};
  for (const [at, token] of part.tokens.entries()) {
    if (token.start < part.from || token.end > part.to) continue;
    if (token.kind === 'date')
      put(bag, `day:${token.iso > part.today ? 'ahead' : token.iso === part.today ? 'today' : 'past'}`);
    if (token.kind !== 'number') continue;
    if (target && token.value === target) put(bag, 'target reached');
    if (target && ownUnitAfter(part.text, token.end, part.units) !== null)
      put(bag, `counted:${token.value >= target ? 'all' : 'some'}`);
    const whole = wholeOf(part.text, part.tokens, at);
    if (whole) put(bag, `of whole:${token.value >= whole.value}`);
  }
  const free = part.chunks.filter((chunk) => !tellsMoney(chunk) && !tellsTrouble(chunk));
  put(bag, `free:${Math.min(3, free.length)}`);
  putKinds(bag, 'free', kindsOf(free.flatMap(({ tokens }) => tokens)));
  const pieces = part.text.slice(part.from, part.to).split(/[\s,]+/);
  putGrams(bag, 'last', pieces.slice(-3).join(' '), 1, 4);
  putGrams(bag, 'first', pieces.slice(0, 3).join(' '), 1, 4);
  return bag;
}

/** What was spent says nothing of how far the work is. */
function tellsMoney({ tokens }: Chunk): boolean {
  return tokens.some((token) => isWord(token, 'spend', 'baht', 'budget', 'free', 'allotted'));
}

/** Nor does what is in the way. */
function tellsTrouble({ tokens, section }: Chunk): boolean {
  return section !== null || tokens.some((token) => isWord(token, 'trouble', 'cause', 'advice'));
}

export function zeroBag(part: PartText): Bag {
  const bag = wholeBag(part, 'z');
  if (!part.blind) put(bag, `rule:${part.rules.fields.spent === 0}`);
  put(bag, `numbers:${tokensIn(part).some((token) => token.kind === 'number' && token.value > 200)}`);
  return bag;
}
