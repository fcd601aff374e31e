/** Trains how the names of a plan are recognised: linear first, then the trees over it; called by the training of all. */
import type { Trees } from '../../src/understand/learn/trees.ts';
import { type Heard, heardIn } from '../../src/understand/names/alike.ts';
import type { NameWeights } from '../../src/understand/names/mentions.ts';
import { normalise } from '../../src/understand/spelling/normalise.ts';
import { associate } from './associate.ts';
import { randomFrom, shuffle } from './fit.ts';
import type { Corpus } from './corpora.ts';
import { NAME_DECAY, NAME_EPOCHS, NAME_RATE, type NameTable, nameTable } from './fit-names.ts';
import type { SignRow, TreeOptions } from './fit-trees.ts';
import { type Fold, joined, newOffices } from './folds.ts';
import {
  finalistRows,
  type NameExample,
  nameExamples,
  type SeveralExample,
  severalExamples,
  strangeExamples,
  talkNameExamples,
  windowExamples,
} from './name-examples.ts';
import type { Fitters } from './threads.ts';

const TREES: TreeOptions = { trees: 120, depth: 4, rate: 0.08, least: 6, ridge: 3 };

export interface LearnedNames {
  all: NameWeights;
  /** For each fold those learned on the others. */
  without: NameWeights[];
}

/** A fold with its examples, which every training that has it shares. */
interface Part {
  fold: Fold;
  whole: readonly NameExample[];
  /** The same, and those of stretches, as they are learned from. */
  tables: { whole: NameTable; window: NameTable };
}

export async function trainNames(folds: readonly Fold[], fitters: Fitters): Promise<LearnedNames> {
  const heard = heardOf(joined(folds));
  const parts = folds.map((fold) => partOf(fold, heard));
  const learned = (some: readonly Part[]): Promise<NameWeights> => nameWeights(some, heard, fitters);
  const [all, ...linear] = await Promise.all([
    learned(parts),
    ...parts.map((one) => learned(parts.filter((other) => other !== one))),
  ]);
  const rows = parts.map(({ whole }, at) => finalistRows(whole, linear[at] as NameWeights));
  const grove = (some: readonly SignRow[]): Promise<Trees> =>
    fitters.trees({ classes: ['no', 'yes'], rows: some, options: TREES });
  const [trees, ...without] = await Promise.all([
    grove(rows.flat()),
    ...folds.map((_, at) => grove(rows.filter((_rows, other) => other !== at).flat())),
  ]);
  return {
    all: { ...all, trees },
    without: linear.map((one, at) => ({ ...one, trees: without[at] as Trees })),
  };
}

/** Which letters in a row are heard at all is no matter of offices: counted once, over all. */
function heardOf({ sets, talk }: Fold): Heard {
  return heardIn([
    ...sets.flatMap(({ messages }) => messages.map(({ text }) => normalise(text).text)),
    ...talk.map((line) => normalise(line).text),
  ]);
}

function partOf(fold: Fold, heard: Heard): Part {
  const whole = wholeNameExamples(fold, heard);
  const window = nameTable(toldIn(fold).flatMap(windowExamples));
  return { fold, whole, tables: { whole: nameTable(whole), window } };
}

function toldIn({ sets }: Fold): Corpus[] {
  return sets.filter(({ name }) => name !== 'wordings' && name !== 'plain');
}

/** What a name must tell to be taken for meant; the trees come later. */
async function nameWeights(parts: readonly Part[], heard: Heard, fitters: Fitters): Promise<NameWeights> {
  const corpus = joined(parts.map(({ fold }) => fold));
  const [whole, window] = await Promise.all([
    fitters.names({ tables: parts.map(({ tables }) => tables.whole) }),
    fitters.names({ tables: parts.map(({ tables }) => tables.window) }),
  ]);
  const several = fitSeveral(toldIn(corpus).flatMap((set) => severalExamples(set, { whole, window, heard })));
  const associations = associate(newOffices(corpus.sets), corpus.talk);
  return { whole, window, several, trees: null, heard, associations };
}

function wholeNameExamples(fold: Fold, heard: Heard): NameExample[] {
  const { sets, talk } = fold;
  const strange = sets.flatMap((set, at) =>
    sets
      .filter(({ plan }, other) => plan.title !== set.plan.title && (at + other) % STRANGERS === 0)
      .flatMap((other) => strangeExamples(set, other, heard)),
  );
  return [
    ...toldIn(fold).flatMap((set) => nameExamples(set, heard)),
    ...strange,
    ...talkNameExamples(newOffices(sets), talk, heard),
  ];
}

/** Each set is read against every so many others' plans of its fold. */
const STRANGERS = 2;

/** Logistic regression over a few signs. */
function fitSeveral(examples: readonly SeveralExample[]): number[] {
  const weights = Array.from({ length: examples[0]?.signs.length ?? 0 }, () => 0);
  const squares = weights.map(() => 1e-2);
  const order = [...examples];
  const random = randomFrom(5);
  for (let epoch = 0; epoch < NAME_EPOCHS; epoch++) {
    shuffle(order, random);
    for (const { signs, answer } of order) {
      const score = signs.reduce((sum, sign, at) => sum + sign * (weights[at] as number), 0);
      const error = 1 / (1 + Math.exp(-score)) - answer;
      for (const [at, sign] of signs.entries()) {
        const step = error * sign + NAME_DECAY * (weights[at] as number);
        squares[at] = (squares[at] as number) + step * step;
        weights[at] = (weights[at] as number) - (NAME_RATE * step) / Math.sqrt(squares[at] as number);
      }
    }
  }
  return weights;
}
