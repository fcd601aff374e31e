/** Parts of the corpus, by office: what the trees learn of the linear models they must learn on offices these have not seen. Called by training. */
import type { Corpus } from './corpora.ts';

export const FOLDS = 5;

/** A part of the corpus. */
export interface Fold {
  sets: readonly Corpus[];
  talk: readonly string[];
}

export function foldsOf(sets: readonly Corpus[], talk: readonly string[]): Fold[] {
  return Array.from({ length: FOLDS }, (_, fold) => ({
    sets: sets.filter((_set, at) => at % FOLDS === fold),
    talk: talk.filter((_line, at) => at % FOLDS === fold),
  }));
}

export function joined(folds: readonly Fold[]): Fold {
  return { sets: folds.flatMap(({ sets }) => sets), talk: folds.flatMap(({ talk }) => talk) };
}

export function newOffices(sets: readonly Corpus[]): Corpus[] {
  return sets.filter(({ known }) => !known);
}
