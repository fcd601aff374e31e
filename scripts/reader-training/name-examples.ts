/** Makes training examples of the names in annotated messages: the candidates of a text or stretch, and which is meant, if any. */
import type { Plan } from '../../src/domain/activity.ts';
import type { PlanIndex } from '../../src/understand/plan-index.ts';
import { type Candidate, candidatesIn, FEATURES } from '../../src/understand/names/candidates.ts';
import { type Choice, chooseName, signsOf } from '../../src/understand/names/choose.ts';
import type { NameWeights } from '../../src/understand/names/mentions.ts';
import { optionsIn } from '../../src/understand/names/several.ts';
import { type Stretch, wholeStretch } from '../../src/understand/names/stretch.ts';
import { windowsOf } from '../../src/understand/names/windows.ts';
import { prepare } from '../../src/understand/prepare.ts';
import { yesOrNo } from '../../src/understand/learn/linear.ts';
import { alikeness } from '../../src/understand/names/alike.ts';
import { finalistsOf, finalistSigns } from '../../src/understand/names/signs.ts';
import type { MentionToken, Token } from '../../src/understand/tokens.ts';
import type { Corpus, AnnotatedMessage } from './corpora.ts';
import type { SignRow } from './fit-trees.ts';

/** The candidates, and which is meant (0: none). */
export interface NameExample {
  candidates: readonly Candidate[];
  signs: readonly number[];
  answer: number;
  weight: number;
  /** What it stands in. */
  text: string;
  tokens: readonly Token[];
  index: PlanIndex;
}

/** @param names that were learned without these examples. @returns a row for each likely candidate: is it meant, or not. */
export function finalistRows(
  examples: readonly NameExample[],
  names: Pick<NameWeights, 'whole' | 'heard'>,
): SignRow[] {
  return examples.flatMap(({ candidates, signs, answer, weight, text, tokens, index }) => {
    const choice = chooseName(names.whole, candidates, signs);
    const alike = alikeness(text, index, names.heard);
    const finalists = finalistsOf(choice.named, alike);
    return finalistSigns(choice, signs, alike, text, tokens, index).map((row, at) => ({
      first: yesOrNo(finalists[at]?.probability ?? 0),
      signs: row,
      answer: finalists[at]?.candidate === candidates[answer - 1] ? 1 : 0,
      weight,
    }));
  });
}

/** Takes no name for meant. */
const NEVER = Array.from({ length: FEATURES.length + 1 }, (_, at) => (at === FEATURES.length ? 99 : 0));
const NAMELESS: NameWeights = {
  whole: NEVER,
  window: NEVER,
  several: [-99],
  trees: null,
  heard: new Uint8Array(),
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

function lookedAt({ messages, today }: Pick<Corpus, 'messages' | 'today'>, plan: Plan, every = 1): Looked[] {
  const ofPlan = looked.get(plan) ?? looked.set(plan, new WeakMap()).get(plan);
  let found = ofPlan?.get(messages);
  if (!found) {
    found = messages
      .filter((_, at) => at % every === 0)
      .map((message) => {
        const { normal, tokens, mentions, index } = prepare(message.text, { plan, today }, NAMELESS);
        const stretch = wholeStretch(normal.text, tokens, index);
        const { text } = normal;
        return { message, stretch, mentions, signs: signsOf(text, tokens), index, text, tokens };
      });
    ofPlan?.set(messages, found);
  }
  return found;
}

/** Messages in which no code names the activity. */
export function nameExamples(set: Corpus): NameExample[] {
  return lookedAt(set, set.plan).flatMap(
    ({ message: { expect, lenient }, stretch, mentions, signs, index, text, tokens }) => {
      if (expect.multiple || lenient?.includes('activity') || mentions.length > 0) return [];
      const candidates = candidatesIn(stretch, index);
      const answer = answerOf(candidates, [expect.activity], index);
      return expect.activity !== null && answer === 0
        ? []
        : [{ candidates, signs, answer, weight: 1, text, tokens, index }];
    },
  );
}

/** What is told of another office's work names nothing here: some messages of a set, against another's plan. */
export function strangeExamples(set: Corpus, { plan }: Corpus): NameExample[] {
  return lookedAt(set, plan, STRANGE_EVERY).flatMap(({ stretch, mentions, signs, index, text, tokens }) => {
    const candidates = mentions.length > 0 ? [] : candidatesIn(stretch, index);
    return candidates.length === 0
      ? []
      : [{ candidates, signs, answer: 0, weight: STRANGE, text, tokens, index }];
  });
}

const STRANGE = 0.3;
const STRANGE_EVERY = 40;

/** Everyday talk names nothing of a plan either; each line is looked at against one of the plans. */
export function talkNameExamples(sets: readonly Corpus[], lines: readonly string[]): NameExample[] {
  return lines.flatMap((text, at) => {
    const { plan, today } = sets[at % sets.length] as Corpus;
    const { normal, tokens, mentions, index } = prepare(text, { plan, today }, NAMELESS);
    const candidates =
      mentions.length > 0 ? [] : candidatesIn(wholeStretch(normal.text, tokens, index), index);
    if (candidates.length === 0) return [];
    const signs = signsOf(normal.text, tokens);
    return [{ candidates, signs, answer: 0, weight: STRANGE, text: normal.text, tokens, index }];
  });
}

/** The stretches of texts that may name several activities. */
export function windowExamples(set: Corpus): NameExample[] {
  return lookedAt(set, set.plan).flatMap(({ message, stretch: all, mentions, index, text, tokens }) =>
    wantedOf(message).flatMap((wanted) =>
      windowsOf(all, mentions).flatMap(({ stretch, signs }) => {
        const candidates = candidatesIn(stretch, index);
        return candidates.length === 0
          ? []
          : [
              {
                candidates,
                signs,
                answer: answerOf(candidates, wanted, index),
                weight: 1,
                text,
                tokens,
                index,
              },
            ];
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
export function severalExamples(set: Corpus, names: Pick<NameWeights, 'whole' | 'window'>): SeveralExample[] {
  return lookedAt(set, set.plan).flatMap(({ message, stretch, mentions, signs, index }) =>
    wantedOf(message).flatMap((wanted) => {
      const whole = (): Choice => chooseName(names.whole, candidatesIn(stretch, index), signs);
      return optionsIn(stretch, mentions, index, names.window, whole).map((option) => ({
        signs: option.signs,
        answer: answerOf([option.candidate], wanted, index),
      }));
    }),
  );
}
