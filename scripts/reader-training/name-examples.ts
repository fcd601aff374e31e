/** Makes training examples of the names in annotated messages: the candidates of a text or stretch, and which is meant, if any. */
import type { Plan } from '../../src/domain/activity.ts';
import type { PlanIndex } from '../../src/understand/plan-index.ts';
import { type Candidate, candidatesIn, FEATURES } from '../../src/understand/names/candidates.ts';
import { type Choice, chooseName, signsOf } from '../../src/understand/names/choose.ts';
import type { NameWeights } from '../../src/understand/names/mentions.ts';
import { optionsIn } from '../../src/understand/names/several.ts';
import { writerOf } from '../../src/understand/names/writer.ts';
import { type Stretch, wholeStretch } from '../../src/understand/names/stretch.ts';
import { windowsOf } from '../../src/understand/names/windows.ts';
import { prepare } from '../../src/understand/prepare.ts';
import { yesOrNo } from '../../src/understand/learn/linear.ts';
import { NO_ASSOCIATIONS } from '../../src/understand/names/associations.ts';
import { candidatesByLikeness, likenessOf } from '../../src/understand/names/likeness.ts';
import { finalistsOf, finalistSigns } from '../../src/understand/names/signs.ts';
import { type Heard, HEARD_SIZE } from '../../src/understand/names/alike.ts';
import type { MentionToken, Token } from '../../src/understand/tokens.ts';
import type { Corpus, AnnotatedMessage } from './corpora.ts';
import type { SignRow } from './fit-trees.ts';
import { leavesOfTalker, leavesOfWriter } from './writers.ts';

/** The candidates, and which is meant (0: none). */
export interface NameExample {
  candidates: readonly Candidate[];
  signs: readonly number[];
  answer: number;
  /** Code of the activity that is meant, be it a candidate or not. */
  wanted: string | null;
  weight: number;
  /** What they stand in. */
  stretch: Stretch;
  index: PlanIndex;
}

/** @param names that were learned without these examples. @returns a row for each likely candidate: is it meant, or not. */
export function finalistRows(
  examples: readonly NameExample[],
  names: Pick<NameWeights, 'whole' | 'heard' | 'associations'>,
): SignRow[] {
  return examples.flatMap(({ stretch, signs, wanted, weight, index }) => {
    const likeness = likenessOf(stretch, index, names);
    const choice = chooseName(names.whole, candidatesByLikeness(stretch, index, likeness), signs);
    const finalists = finalistsOf(choice.named, likeness);
    return finalistSigns(choice, signs, finalists, likeness, stretch, index).map((row, at) => {
      const { candidate, probability } = finalists[at] as Choice['named'][number];
      const meant = answerOf([candidate], [wanted], index) === 1;
      return { first: yesOrNo(probability), signs: row, answer: meant ? 1 : 0, weight };
    });
  });
}

/** Takes no name for meant. */
const NEVER = Array.from({ length: FEATURES.length + 1 }, (_, at) => (at === FEATURES.length ? 99 : 0));
const NAMELESS: NameWeights = {
  whole: NEVER,
  window: NEVER,
  several: [-99],
  trees: null,
  heard: new Uint8Array(HEARD_SIZE),
  associations: NO_ASSOCIATIONS,
};

/** @returns 1 and up for the candidate that is one of the wanted activities, 0 where none is. */
function answerOf(
  candidates: readonly Candidate[],
  wanted: readonly (string | null)[],
  index: PlanIndex,
): number {
  return (
    1 +
    candidates.findIndex(({ code }) => {
      const leaves = index.leaves.get(code) ?? [];
      return wanted.includes(code) || (leaves.length === 1 && wanted.includes(leaves[0] as string));
    })
  );
}

/** A message with what of names stands in it. */
interface Looked {
  message: AnnotatedMessage;
  stretch: Stretch;
  mentions: readonly MentionToken[];
  signs: readonly number[];
  index: PlanIndex;
  text: string;
  tokens: readonly Token[];
}

/** What is looked at does not change with what is learned: once a set and plan, however many trainings. */
const looked = new WeakMap<Plan, WeakMap<readonly AnnotatedMessage[], Looked[]>>();

/** @param plan the set's own, or another office's, to which its messages are talk. */
function lookedAt({ messages, today, plan: itsOwn }: Corpus, plan: Plan, every = 1): Looked[] {
  const ofPlan = looked.get(plan) ?? looked.set(plan, new WeakMap()).get(plan);
  let found = ofPlan?.get(messages);
  if (!found) {
    found = messages
      .filter((_, at) => at % every === 0)
      .map((message) => {
        const own = plan === itsOwn ? leavesOfWriter(message, plan) : leavesOfTalker(message.text, plan);
        const { normal, tokens, mentions, index } = prepare(message.text, { plan, today, own }, NAMELESS);
        const stretch = wholeStretch(normal.text, tokens, index, writerOf(own, index));
        const { text } = normal;
        return { message, stretch, mentions, signs: signsOf(text, tokens), index, text, tokens };
      });
    ofPlan?.set(messages, found);
  }
  return found;
}

/** What a text is like by what training has heard, and nothing else learned. */
function heardOnly(heard: Heard): Pick<NameWeights, 'heard' | 'associations'> {
  return { heard, associations: NO_ASSOCIATIONS };
}

/** Messages in which no code names the activity. */
export function nameExamples(set: Corpus, heard: Heard): NameExample[] {
  return lookedAt(set, set.plan).flatMap(
    ({ message: { expect, lenient }, stretch, mentions, signs, index }) => {
      if (expect.multiple || lenient?.includes('activity') || mentions.length > 0) return [];
      const likeness = likenessOf(stretch, index, heardOnly(heard));
      const candidates = candidatesByLikeness(stretch, index, likeness);
      const wanted = expect.activity;
      const answer = answerOf(candidates, [wanted], index);
      return [{ candidates, signs, answer, wanted, weight: 1, stretch, index }];
    },
  );
}

/** What is told of another office's work names nothing here: some messages of a set, against another's plan. */
export function strangeExamples(set: Corpus, { plan }: Corpus, heard: Heard): NameExample[] {
  return lookedAt(set, plan, STRANGE_EVERY).flatMap(({ stretch, mentions, signs, index }) => {
    if (mentions.length > 0) return [];
    const likeness = likenessOf(stretch, index, heardOnly(heard));
    const candidates = candidatesByLikeness(stretch, index, likeness);
    return [{ candidates, signs, answer: 0, wanted: null, weight: STRANGE, stretch, index }];
  });
}

const STRANGE = 0.3;
const STRANGE_EVERY = 40;

/** Everyday talk names nothing of a plan either; each line is looked at against one of the plans. */
export function talkNameExamples(
  sets: readonly Corpus[],
  lines: readonly string[],
  heard: Heard,
): NameExample[] {
  return lines.flatMap((text, at) => {
    const { plan, today } = sets[at % sets.length] as Corpus;
    const own = leavesOfTalker(text, plan);
    const { normal, tokens, mentions, index } = prepare(text, { plan, today, own }, NAMELESS);
    if (mentions.length > 0) return [];
    const stretch = wholeStretch(normal.text, tokens, index, writerOf(own, index));
    const likeness = likenessOf(stretch, index, heardOnly(heard));
    const candidates = candidatesByLikeness(stretch, index, likeness);
    const signs = signsOf(normal.text, tokens);
    return [{ candidates, signs, answer: 0, wanted: null, weight: STRANGE, stretch, index }];
  });
}

/** The stretches of texts that may name several activities. */
export function windowExamples(set: Corpus): NameExample[] {
  return lookedAt(set, set.plan).flatMap(({ message, stretch: all, mentions, index }) =>
    wantedOf(message).flatMap((wanted) =>
      windowsOf(all, mentions).flatMap(({ stretch, signs }) => {
        const candidates = candidatesIn(stretch, index);
        const answer = answerOf(candidates, wanted, index);
        return candidates.length === 0
          ? []
          : [{ candidates, signs, answer, wanted: null, weight: 1, stretch, index }];
      }),
    ),
  );
}

/** The activities a message tells of; none where two careful readers would differ. */
function wantedOf({ expect, lenient }: AnnotatedMessage): (string | null)[][] {
  if (lenient?.includes('activity') || lenient?.includes('multiple')) return [];
  return [expect.multiple ? expect.multiple.map(({ activity }) => activity) : [expect.activity]];
}

/** Names of stretches, each with whether it is meant (1) or not (0). */
export interface SeveralExample {
  signs: readonly number[];
  answer: number;
}

/** @param names that were learned before: by them the stretches' likeliest names are found. */
export function severalExamples(
  set: Corpus,
  names: Pick<NameWeights, 'whole' | 'window' | 'heard'>,
): SeveralExample[] {
  return lookedAt(set, set.plan).flatMap(({ message, stretch, mentions, signs, index }) =>
    wantedOf(message).flatMap((wanted) => {
      const whole = (): Choice => {
        const likeness = likenessOf(stretch, index, heardOnly(names.heard));
        return chooseName(names.whole, candidatesByLikeness(stretch, index, likeness), signs);
      };
      return optionsIn(stretch, mentions, index, names.window, whole).map((option) => ({
        signs: option.signs,
        answer: answerOf([option.candidate], wanted, index),
      }));
    }),
  );
}
