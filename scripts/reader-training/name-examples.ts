/** Makes training examples of the names in annotated messages: the candidates of a text or stretch, and which is meant, if any. */
import type { PlanIndex } from '../../src/understand/plan-index.ts';
import { type Candidate, candidatesIn, FEATURES } from '../../src/understand/names/candidates.ts';
import { signsOf } from '../../src/understand/names/choose.ts';
import type { NameWeights } from '../../src/understand/names/mentions.ts';
import { stretchOf } from '../../src/understand/names/stretch.ts';
import { windowsOf } from '../../src/understand/names/windows.ts';
import { prepare } from '../../src/understand/prepare.ts';
import type { Corpus } from './corpora.ts';

/** The candidates, and which is meant (0: none). */
export interface NameExample {
  candidates: readonly Candidate[];
  signs: readonly number[];
  answer: number;
  weight: number;
}

/** Takes no name for meant. */
const NEVER = Array.from({ length: FEATURES.length + 1 }, (_, at) => (at === FEATURES.length ? 99 : 0));
const NAMELESS: NameWeights = { whole: NEVER, window: NEVER };

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

/** Messages in which no code names the activity. */
export function nameExamples({ messages, plan, today }: Corpus): NameExample[] {
  return messages.flatMap(({ text, expect, lenient }) => {
    if (expect.multiple || lenient?.includes('activity')) return [];
    const { normal, tokens, mentions, index } = prepare(text, { plan, today }, NAMELESS);
    if (mentions.length > 0) return [];
    const candidates = candidatesIn(stretchOf(normal.text, tokens, index), index);
    const answer = answerOf(candidates, [expect.activity], index);
    return expect.activity !== null && answer === 0
      ? []
      : [{ candidates, signs: signsOf(normal.text, tokens), answer, weight: 1 }];
  });
}

/** What is told of another office's work names nothing here: some messages of a set, against another's plan. */
export function strangeExamples({ messages, today }: Corpus, { plan }: Corpus): NameExample[] {
  return messages
    .filter((_, at) => at % STRANGE_EVERY === 0)
    .flatMap(({ text }) => {
      const { normal, tokens, mentions, index } = prepare(text, { plan, today }, NAMELESS);
      if (mentions.length > 0) return [];
      const candidates = candidatesIn(stretchOf(normal.text, tokens, index), index);
      return candidates.length === 0
        ? []
        : [{ candidates, signs: signsOf(normal.text, tokens), answer: 0, weight: STRANGE }];
    });
}

const STRANGE = 0.3;
const STRANGE_EVERY = 40;

/** The stretches of texts that may name several activities. */
export function windowExamples({ messages, plan, today }: Corpus): NameExample[] {
  return messages.flatMap(({ text, expect, lenient }) => {
    if (lenient?.includes('activity') || lenient?.includes('multiple')) return [];
    const { normal, tokens, mentions, index } = prepare(text, { plan, today }, NAMELESS);
    const wanted = expect.multiple ? expect.multiple.map(({ activity }) => activity) : [expect.activity];
    return windowsOf(stretchOf(normal.text, tokens, index), mentions).flatMap(({ stretch, signs }) => {
      const candidates = candidatesIn(stretch, index);
      return candidates.length === 0
        ? []
        : [{ candidates, signs, answer: answerOf(candidates, wanted, index), weight: 1 }];
    });
  });
}
