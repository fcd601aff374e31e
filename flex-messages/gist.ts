/** LINE shows the bottom of a chat: below a tall card its answer stands once more, small, with the card's buttons; index.ts adds it. */
import type { Card } from '../src/bot/types.ts';
import { bubble } from './parts/bubble.ts';
import { headline } from './parts/text.ts';
import type { Component, Painted } from './types.ts';

/** Cards that answer a question; a question of the bot's own, a receipt, or what comes unasked ends with its buttons anyway. */
const ANSWERS: readonly Card['kind'][] = [
  'work',
  'history',
  'evidence',
  'office-summary',
  'official-report',
  'activity-status',
  'branch-status',
  'budget',
  'help',
  'unreported',
  'obstacles',
  'members',
];
/** Texts on a bubble that still fits above the keyboard or the menu. */
const MOST_TEXTS = 8;
/** More bubbles, and an answer would not fit into what LINE takes at once. */
const MOST_BUBBLES = 3;

/** @returns the card's bubbles, with the gist as the last one where they are taller than what is visible. */
export function withGist(kind: Card['kind'], painted: Painted[]): Painted[] {
  const last = painted.at(-1);
  if (!last || !ANSWERS.includes(kind) || painted.length > MOST_BUBBLES) return painted;
  if (painted.length === 1 && countTexts(last.contents) <= MOST_TEXTS) return painted;
  const { footer, ...rest } = last.contents;
  const gist = bubble(rest.header!, [headline(last.altText)], footer ?? null);
  return [...painted.slice(0, -1), { ...last, contents: rest }, { altText: last.altText, contents: gist }];
}

function countTexts(part: unknown): number {
  if (Array.isArray(part)) return part.reduce<number>((sum, one) => sum + countTexts(one), 0);
  if (typeof part !== 'object' || part === null) return 0;
  const own = (part as Component).type === 'text' ? 1 : 0;
  return own + countTexts(Object.values(part));
}
