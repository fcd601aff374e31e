/** Decides which activity a stretch of text names, if any, by the weights learned for what its words tell. */
import { softmax } from '../learn/linear.ts';
import type { Token } from '../tokens.ts';
import type { Family } from '../words/families.ts';
import { type Candidate, FEATURES } from './candidates.ts';

export interface Choice {
  /** Probability that none is named. */
  none: number;
  /** Likeliest first. */
  named: { candidate: Candidate; probability: number }[];
}

/** Signs of the message as a whole: where work is told of, a name is more likely meant. */
const SIGNS: readonly (readonly Family[])[] = [
  ['done', 'already', 'reached'],
  ['not-yet', 'postpone', 'cancel', 'doing', 'start'],
  ['spend', 'budget', 'baht'],
  ['left', 'lacking', 'progress', 'percent'],
  ['question-word', 'question-tail', 'show'],
  ['promise', 'order', 'condition', 'please'],
  ['small-talk'],
  ['undo', 'retract', 'amend', 'mistaken', 'said-before'],
  ['trouble', 'cause', 'advice'],
];

/** @returns what speaks for or against naming none: 1, the signs, numbers, short, very long. */
export function signsOf(text: string, tokens: readonly Token[]): number[] {
  const families = new Set(tokens.flatMap((token) => (token.kind === 'word' ? [token.family] : [])));
  return [
    1,
    ...SIGNS.map((group) => (group.some((family) => families.has(family)) ? 1 : 0)),
    tokens.some((token) => token.kind === 'number') ? 1 : 0,
    text.length < 25 ? 1 : 0,
    text.length > 140 ? 1 : 0,
  ];
}

/** @returns the score of naming none and of each candidate. */
export function nameScores(
  weights: readonly number[],
  candidates: readonly Candidate[],
  signs: readonly number[],
): number[] {
  const against = (value: number, at: number): number => value * (weights[FEATURES.length + at] ?? 0);
  return [
    signs.reduce((sum, value, at) => sum + against(value, at), 0),
    ...candidates.map(({ features }) =>
      features.reduce((sum, value, at) => sum + value * (weights[at] as number), 0),
    ),
  ];
}

/** @param weights of a candidate's features, then of the signs. @param signs against naming any, by `signsOf`. */
export function chooseName(
  weights: readonly number[],
  candidates: readonly Candidate[],
  signs: readonly number[],
): Choice {
  const [none = 1, ...rest] = softmax(nameScores(weights, candidates, signs));
  const named = candidates
    .map((candidate, at) => ({ candidate, probability: rest[at] as number }))
    .sort((a, b) => b.probability - a.probability);
  return { none, named };
}
