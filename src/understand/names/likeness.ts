/** How a text is like the names of a plan but for their words in a row: in its letters, and in words that people use of such works; and what is a candidate by it; called by the name finder and by training. */
import type { PlanIndex } from '../plan-index.ts';

import { type Alikeness, alikeness, type Heard } from './alike.ts';
import { type Associated, associatedWith, type Associations } from './associations.ts';
import { type Candidate, candidatesIn, countsUnit, FEATURES } from './candidates.ts';
import { ownFeatures } from './writer.ts';
import type { Stretch } from './stretch.ts';
import type { WordAt } from './terms.ts';

export interface Likeness {
  alike: Alikeness;
  associated: Associated;
}

export function likenessOf(
  { text, words }: Stretch,
  index: PlanIndex,
  weights: { heard: Heard; associations: Associations },
): Likeness {
  return {
    alike: alikeness(text, index, weights.heard),
    associated: associatedWith(words, index, weights.associations),
  };
}

/** Activities that are candidates though no words of their names stand in a row. */
const LIKEST = 2;
/** Who reports on no more than these may mean any of them, whatever the words are. */
const FEW = 6;
/** What is shared counts for so much: as other signs do. */
const SHARED = 0.25;
const at = (name: (typeof FEATURES)[number]): number => FEATURES.indexOf(name);

/** @returns what a whole text may name: by its words, and the likest otherwise or by what is counted. */
export function candidatesByLikeness(stretch: Stretch, index: PlanIndex, likeness: Likeness): Candidate[] {
  const { text, tokens, writer } = stretch;
  const { alike, associated } = likeness;
  const { nodes } = index.terms;
  const found = candidatesIn(stretch, index);
  const add = (node: number): void => {
    const code = nodes[node]?.code;
    if (code !== undefined && !found.some((one) => one.code === code))
      found.push(unworded(node, index, associated.words[node] ?? null, stretch));
  };
  for (const scores of [alike.shared, associated.scores]) for (const node of highest(scores)) add(node);
  const counted = [...nodes.keys()].filter((node) => {
    const { leaf, unit } = nodes[node]!;
    return leaf && countsUnit(text, tokens, unit);
  });
  if (counted.length <= LIKEST) for (const node of counted) add(node);
  if (writer && writer.own.size <= FEW) for (const code of writer.own) add(alike.places.get(code) ?? -1);
  const [first = 0, second = 0] = alike.shared.toSorted().reverse();
  for (const { code, features } of found) {
    const node = alike.places.get(code) ?? -1;
    const shared = alike.shared[node] ?? 0;
    const ahead = shared - (shared === first ? second : first);
    features[at('alike')] = Math.min(3, shared * SHARED);
    features[at('ahead alike')] = Math.max(-2, Math.min(2, ahead * SHARED));
    features[at('alike share')] = alike.shares[node] ?? 0;
  }
  return found;
}

/** @returns the places of the highest scores. */
function highest(scores: Float64Array): number[] {
  return [...scores.keys()]
    .filter((node) => scores[node]! > 0)
    .sort((a, b) => scores[b]! - scores[a]!)
    .slice(0, LIKEST);
}

/** A candidate of whose name no words stand in a row. @param word that tells of it, if one does. */
function unworded(
  node: number,
  index: PlanIndex,
  word: WordAt | null,
  { text, tokens, writer }: Stretch,
): Candidate {
  const { code, leaf, unit } = index.terms.nodes[node]!;
  const { start, end } = word ?? { start: 0, end: 0 };
  const features = FEATURES.map(() => 0);
  features[at('unworded')] = 1;
  features[at('leaf')] = leaf ? 1 : 0;
  features[at('unit')] = countsUnit(text, tokens, unit) ? 1 : 0;
  for (const [place, value] of ownFeatures(writer, code, index).entries())
    features[at('own') + place] = value;
  return { code, leaf, start, end, pieces: word ? [{ start, end }] : [], features };
}
