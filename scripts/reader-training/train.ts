/** Trains every decision of the reader on annotated sets; called by the train-reader command and by the measuring that leaves offices out. */
import { JOINTS } from '../../src/understand/clauses/pieces.ts';
import { LABELS } from '../../src/understand/clauses/texts.ts';
import { PART_STATUSES } from '../../src/understand/fields/part.ts';
import { FIGURE_ROLES } from '../../src/understand/fields/roles.ts';
import { PURPOSES } from '../../src/understand/intent/features.ts';
import { type Chain, latticeOf } from '../../src/understand/learn/chain.ts';
import type { Linear } from '../../src/understand/learn/linear.ts';
import type { Trees } from '../../src/understand/learn/trees.ts';
import type { Weights } from '../../src/understand/learn/weights.ts';
import type { NameWeights } from '../../src/understand/names/mentions.ts';
import type { Corpus } from './corpora.ts';
import {
  addExamples,
  addMadeUp,
  addTalk,
  type Asked,
  type BagModel,
  type Examples,
  noExamples,
} from './examples.ts';
import { bagTable, type FitOptions } from './fit.ts';
import { fitChain } from './fit-chain.ts';
import type { TreeOptions } from './fit-trees.ts';
import { type Fold, FOLDS, foldsOf, joined, newOffices } from './folds.ts';
import { stackedRows, stretchRows } from './stack.ts';
import { type Fitters, openFitters } from './threads.ts';
import { type LearnedNames, trainNames } from './train-names.ts';

const OPTIONS: Record<BagModel | 'texts', FitOptions> = {
  intent: { buckets: 1 << 16, epochs: 11, rate: 0.07, decay: 1e-3 },
  status: { buckets: 1 << 16, epochs: 11, rate: 0.05, decay: 1e-3 },
  figure: { buckets: 1 << 15, epochs: 8, rate: 0.05, decay: 1e-3 },
  day: { buckets: 1 << 14, epochs: 8, rate: 0.08, decay: 1e-3 },
  zero: { buckets: 1 << 14, epochs: 6, rate: 0.1, decay: 1e-3 },
  clause: { buckets: 1 << 16, epochs: 8, rate: 0.02, decay: 1e-3 },
  texts: { buckets: 1 << 16, epochs: 8, rate: 0.015, decay: 3e-3 },
};
const CLASSES: Record<BagModel, readonly string[]> = {
  intent: PURPOSES,
  status: PART_STATUSES,
  figure: FIGURE_ROLES,
  day: ['no', 'yes'],
  zero: ['no', 'yes'],
  clause: LABELS,
};
const TREES: Record<'purpose' | 'roles' | 'progress' | 'dated' | 'stretches', TreeOptions> = {
  purpose: { trees: 100, depth: 4, rate: 0.1, least: 6, ridge: 3 },
  roles: { trees: 100, depth: 4, rate: 0.1, least: 6, ridge: 3 },
  progress: { trees: 80, depth: 4, rate: 0.1, least: 6, ridge: 3 },
  dated: { trees: 60, depth: 3, rate: 0.1, least: 6, ridge: 3 },
  stretches: { trees: 100, depth: 4, rate: 0.1, least: 6, ridge: 3 },
};

/** Messages of everyday words made up to learn from. */
const MADE_UP = 1_500;

/**
 * Trains every decision.
 * @param sets the annotated messages. @param talk messages that are nobody's report.
 */
export async function trainWeights(
  sets: readonly Corpus[],
  talk: readonly string[],
  fingerprint: string,
): Promise<Weights> {
  const fitters = openFitters();
  try {
    const folds = foldsOf(sets, talk);
    const names = await trainNames(folds, fitters);
    const examples = gathered(folds, names);
    const linear = await trainLinear(examples, fitters);
    const rows = {
      ...stackedRows(examples, linear.chances, (name) => CLASSES[name].length),
      stretches: stretchRows(examples.reports, linear.words, linear.chances.clause),
    };
    const grove = <T extends keyof typeof rows>(name: T, classes: readonly string[]): Promise<Trees> =>
      fitters.trees({ classes, rows: rows[name], options: TREES[name] });
    const [purpose, roles, progress, dated, stretches] = await Promise.all([
      grove('purpose', PURPOSES),
      grove('roles', FIGURE_ROLES),
      grove('progress', PART_STATUSES),
      grove('dated', ['no', 'yes']),
      grove('stretches', ['no', 'yes']),
    ]);
    return {
      fingerprint,
      names: names.all,
      ...linear.models,
      texts: linear.texts,
      purpose,
      roles,
      progress,
      dated,
      stretches,
    };
  } finally {
    await fitters.close();
  }
}

function gathered(folds: readonly Fold[], names: LearnedNames): Examples {
  const examples = noExamples();
  for (const [fold, { sets, talk }] of folds.entries()) {
    const own = names.without[fold] as NameWeights;
    for (const set of sets) addExamples(examples, set, own, fold);
    addTalk(examples, newOffices(sets), talk, own, fold);
  }
  addMadeUp(examples, newOffices(joined(folds).sets), MADE_UP, names.all);
  return examples;
}

/** The models the trees stand on. */
const STACKED: readonly BagModel[] = ['intent', 'status', 'figure', 'day', 'clause'];

interface LinearModels {
  models: Record<BagModel, Linear>;
  texts: Chain;
  /** Of each word of each row, by a chain that has not seen its fold. */
  words: (readonly (readonly number[])[])[];
  /** Of each example, by a model that has not seen its fold. */
  chances: Record<BagModel, Float32Array>;
}

async function trainLinear({ bags, texts }: Examples, fitters: Fitters): Promise<LinearModels> {
  const names = Object.keys(bags) as BagModel[];
  const fitted = names.map(async (name) => {
    const examples = bags[name];
    const table = bagTable(examples);
    const classes = CLASSES[name];
    const options = OPTIONS[name];
    const chances = new Float32Array(examples.length * classes.length);
    const which = (test: (one: Asked) => boolean): number[] =>
      examples.flatMap((one, at) => (test(one) ? [at] : []));
    const settled = which(({ unsettled }) => !unsettled);
    const parts = STACKED.includes(name) ? Array.from({ length: FOLDS }, (_, fold) => fold) : [];
    const [whole] = await Promise.all([
      fitters.linear({ classes, table, rows: settled, asked: [], options }),
      ...parts.map(async (fold) => {
        const asked = which((one) => one.fold === fold);
        const rows = settled.filter((at) => examples[at]?.fold !== fold);
        const part = await fitters.linear({ classes, table, rows, asked, options });
        for (const [place, at] of asked.entries())
          for (let k = 0; k < classes.length; k++)
            chances[at * classes.length + k] = part.chances[place * classes.length + k] as number;
      }),
    ]);
    return { name, model: whole.model, chances };
  });
  const words: LinearModels['words'] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const own = texts.filter((row) => row.fold !== fold);
    const part = fitChain(LABELS, own, JOINTS, OPTIONS.texts);
    for (const [at, row] of texts.entries())
      if (row.fold === fold) words[at] = latticeOf(part, row).marginals;
  }
  const chain = fitChain(LABELS, texts, JOINTS, OPTIONS.texts);
  const all = await Promise.all(fitted);
  const by = <T>(pick: (one: (typeof all)[number]) => T): Record<BagModel, T> =>
    Object.fromEntries(all.map((one) => [one.name, pick(one)])) as Record<BagModel, T>;
  return { models: by(({ model }) => model), texts: chain, chances: by((one) => one.chances), words };
}
