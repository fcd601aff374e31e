/** Trains every decision of the reader on annotated sets; called by the train-reader command and by the measuring that leaves offices out. */
import { JOINTS } from '../../src/understand/clauses/pieces.ts';
import { LABELS } from '../../src/understand/clauses/texts.ts';
import { ROLES } from '../../src/understand/fields/roles.ts';
import { STATUSES } from '../../src/understand/fields/part.ts';
import { INTENTS } from '../../src/understand/intent/features.ts';
import { softmax } from '../../src/understand/learn/linear.ts';
import type { Weights } from '../../src/understand/learn/weights.ts';
import { FEATURES } from '../../src/understand/names/candidates.ts';
import { nameScores } from '../../src/understand/names/choose.ts';
import type { NameWeights } from '../../src/understand/names/mentions.ts';
import type { Corpus } from './corpora.ts';
import { type Examples, examplesOf, talkExamples } from './examples.ts';
import { fit, type FitOptions, randomFrom, shuffle } from './fit.ts';
import { fitChain } from './fit-chain.ts';
import {
  type NameExample,
  nameExamples,
  type SeveralExample,
  severalExamples,
  strangeExamples,
  windowExamples,
} from './name-examples.ts';

const OPTIONS: Record<keyof Examples, FitOptions> = {
  intent: { buckets: 1 << 16, epochs: 12, rate: 0.07, decay: 1e-3 },
  status: { buckets: 1 << 16, epochs: 12, rate: 0.05, decay: 1e-3 },
  figure: { buckets: 1 << 15, epochs: 8, rate: 0.05, decay: 1e-3 },
  day: { buckets: 1 << 14, epochs: 8, rate: 0.08, decay: 1e-3 },
  zero: { buckets: 1 << 14, epochs: 8, rate: 0.1, decay: 1e-3 },
  clause: { buckets: 1 << 16, epochs: 12, rate: 0.02, decay: 1e-3 },
  texts: { buckets: 1 << 16, epochs: 10, rate: 0.015, decay: 3e-3 },
};

/** What a name must tell to be taken for meant. */
export function nameWeights(sets: readonly Corpus[]): NameWeights {
  const told = sets.filter(({ name }) => name !== 'wordings' && name !== 'plain');
  const strange = sets.flatMap((set) =>
    sets.filter(({ plan }) => plan.title !== set.plan.title).flatMap((other) => strangeExamples(set, other)),
  );
  const whole = fitNames([...told.flatMap(nameExamples), ...strange]);
  const window = fitNames(told.flatMap(windowExamples));
  const several = fitSeveral(told.flatMap((set) => severalExamples(set, { whole, window })));
  return { whole, window, several };
}

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

/** @param had weights that are to stay as they are; the rest is trained. */
export function trainWeights(
  sets: readonly Corpus[],
  fingerprint: string,
  had: Partial<Weights> = {},
): Weights {
  const names = had.names ?? nameWeights(sets);
  const all = sets.map((set) => weighed(examplesOf(set, names), set.known ? KNOWN_WEIGHT : 1));
  const every = <K extends keyof Examples>(name: K): Examples[K] =>
    all.flatMap((one) => one[name] as Examples[K][number][]) as Examples[K];
  const talk = had.intent
    ? []
    : talkExamples(
        sets.filter(({ known }) => !known),
        names,
        TALKS,
      );
  return {
    fingerprint,
    names,
    intent: had.intent ?? fit(INTENTS, [...every('intent'), ...talk], OPTIONS.intent),
    status: had.status ?? fit(STATUSES, every('status'), OPTIONS.status),
    figure: had.figure ?? fit(ROLES, every('figure'), OPTIONS.figure),
    day: had.day ?? fit(['no', 'yes'], every('day'), OPTIONS.day),
    zero: had.zero ?? fit(['no', 'yes'], every('zero'), OPTIONS.zero),
    clause: had.clause ?? fit(LABELS, every('clause'), OPTIONS.clause),
    texts: had.texts ?? fitChain(LABELS, every('texts'), JOINTS, OPTIONS.texts),
  };
}

/** Messages of everyday words made up to learn from. */
const TALKS = 1_500;

/** The older sets count for less: the rules that find their words were made on them. */
const KNOWN_WEIGHT = 0.6;

function weighed(examples: Examples, weight: number): Examples {
  if (weight !== 1)
    for (const list of [
      examples.intent,
      examples.status,
      examples.figure,
      examples.day,
      examples.zero,
      examples.clause,
    ])
      for (const example of list) example.weight = weight;
  return examples;
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
    for (const { candidates, signs, answer, weight } of examples) {
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
