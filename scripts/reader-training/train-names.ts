/** Trains how the names of a plan are recognised: linear first, then the trees over it; called by the training of all. */
import { softmax } from '../../src/understand/learn/linear.ts';
import type { Trees } from '../../src/understand/learn/trees.ts';
import { type Heard, heardIn } from '../../src/understand/names/alike.ts';
import { FEATURES } from '../../src/understand/names/candidates.ts';
import { nameScores } from '../../src/understand/names/choose.ts';
import type { NameWeights } from '../../src/understand/names/mentions.ts';
import { normalise } from '../../src/understand/normalise.ts';
import { associate } from './associate.ts';
import { randomFrom, shuffle } from './fit.ts';
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

export async function trainNames(folds: readonly Fold[], fitters: Fitters): Promise<LearnedNames> {
  const linear = folds.map((one) => nameWeights(joined(folds.filter((other) => other !== one))));
  const rows = folds.map((one, at) => {
    const names = linear[at] as NameWeights;
    return finalistRows(wholeNameExamples(one, names.heard), names);
  });
  const grove = (some: readonly SignRow[]): Promise<Trees> =>
    fitters.trees({ classes: ['no', 'yes'], rows: some, options: TREES });
  const all = nameWeights(joined(folds));
  const [trees, ...without] = await Promise.all([
    grove(rows.flat()),
    ...folds.map((_, at) => grove(rows.filter((_rows, other) => other !== at).flat())),
  ]);
  return {
    all: { ...all, trees },
    without: linear.map((one, at) => ({ ...one, trees: without[at] as Trees })),
  };
}

/** What a name must tell to be taken for meant; the trees come later. */
function nameWeights(corpus: Fold): NameWeights {
  const told = corpus.sets.filter(({ name }) => name !== 'wordings' && name !== 'plain');
  const heard = heardIn([
    ...corpus.sets.flatMap(({ messages }) => messages.map(({ text }) => normalise(text).text)),
    ...corpus.talk.map((line) => normalise(line).text),
  ]);
  const whole = fitNames(wholeNameExamples(corpus, heard));
  const window = fitNames(told.flatMap(windowExamples));
  const several = fitSeveral(told.flatMap((set) => severalExamples(set, { whole, window, heard })));
  const associations = associate(newOffices(corpus.sets), corpus.talk);
  return { whole, window, several, trees: null, heard, associations };
}

function wholeNameExamples({ sets, talk }: Fold, heard: Heard): NameExample[] {
  const told = sets.filter(({ name }) => name !== 'wordings' && name !== 'plain');
  const strange = sets.flatMap((set, at) =>
    sets
      .filter(({ plan }, other) => plan.title !== set.plan.title && (at + other) % STRANGERS === 0)
      .flatMap((other) => strangeExamples(set, other, heard)),
  );
  return [
    ...told.flatMap((set) => nameExamples(set, heard)),
    ...strange,
    ...talkNameExamples(newOffices(sets), talk, heard),
  ];
}

/** Each set is read against every so many others' plans. */
const STRANGERS = 5;

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
        const step = error * sign + 1e-4 * (weights[at] as number);
        squares[at] = (squares[at] as number) + step * step;
        weights[at] = (weights[at] as number) - (NAME_RATE * step) / Math.sqrt(squares[at] as number);
      }
    }
  }
  return weights;
}

const NAME_EPOCHS = 30;
const NAME_RATE = 0.3;

/** Conditional logistic regression: one of the candidates, or none. */
function fitNames(examples: NameExample[]): number[] {
  const count = FEATURES.length + (examples[0]?.signs.length ?? 0);
  const weights = Array.from({ length: count }, () => 0);
  const squares = Array.from({ length: count }, () => 1e-2);
  const random = randomFrom(3);
  for (let epoch = 0; epoch < NAME_EPOCHS; epoch++) {
    shuffle(examples, random);
    for (const { candidates, signs, answer, wanted, weight } of examples) {
      // of what is meant without its words there is nothing to learn here
      if (candidates.length === 0 || (answer === 0 && wanted !== null)) continue;
      const gradient = Array.from({ length: count }, () => 0);
      for (const [k, chance] of softmax(nameScores(weights, candidates, signs)).entries()) {
        const error = weight * (chance - (k === answer ? 1 : 0));
        const from = k === 0 ? FEATURES.length : 0;
        for (const [at, value] of (k === 0 ? signs : (candidates[k - 1]?.features ?? [])).entries())
          gradient[from + at] = (gradient[from + at] as number) + error * value;
      }
      for (let at = 0; at < count; at++) {
        const step = (gradient[at] as number) + 1e-4 * (weights[at] as number);
        squares[at] = (squares[at] as number) + step * step;
        weights[at] = (weights[at] as number) - (NAME_RATE * step) / Math.sqrt(squares[at] as number);
      }
    }
  }
  return weights;
}
