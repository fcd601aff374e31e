/** Measures the reader on annotated sets, and leaving one office out at a time; prints tables for people. */
import { understand } from '../../src/understand/index.ts';
import type { Weights } from '../../src/understand/learn/weights.ts';
import type { Corpus } from './corpora.ts';
import { type Judgement, judge, type Scored } from './judge.ts';
import { trainWeights } from './train.ts';

export interface Measured {
  name: string;
  judgements: { id: string; judgement: Judgement }[];
}

export function measure({ name, messages, plan, today }: Corpus, weights?: Weights): Measured {
  return {
    name,
    judgements: messages.map((message) => ({
      id: message.id,
      judgement: judge(message, understand(message.text, { plan, today }, weights)),
    })),
  };
}

/** Each office read with weights trained on all the others. */
export async function leaveOneOut(sets: readonly Corpus[], talk: readonly string[]): Promise<Measured[]> {
  const all: Measured[] = [];
  for (const held of sets.filter(({ known }) => !known)) {
    const rest = sets.filter((set) => set !== held);
    all.push(measure(held, await trainWeights(rest, talk, 'measuring')));
  }
  return all;
}

/** One line a set, and how often each field was bad or wrong. */
export function tableOf(all: readonly Measured[]): string[] {
  const rows =
    all.length > 1 ? [...all, { name: 'all', judgements: all.flatMap(({ judgements }) => judgements) }] : all;
  const lines = ['set           messages   right  incomplete   wrong   false'];
  for (const { name, judgements } of rows) {
    const share = (test: (one: Judgement) => boolean): string =>
      `${((100 * judgements.filter(({ judgement }) => test(judgement)).length) / Math.max(1, judgements.length)).toFixed(1).padStart(6)} %`;
    lines.push(
      [
        name.padEnd(16),
        String(judgements.length).padStart(6),
        share(({ verdict }) => verdict === 'right'),
        '  ',
        share(({ verdict }) => verdict === 'incomplete'),
        share(({ verdict }) => verdict === 'wrong'),
        share(({ isFalse }) => isFalse),
      ].join(' '),
    );
  }
  const counts = new Map<Scored, { bad: number; wrong: number }>();
  for (const { judgements } of all)
    for (const { judgement } of judgements)
      for (const field of judgement.bad) {
        const count = counts.get(field) ?? { bad: 0, wrong: 0 };
        count.bad++;
        if (judgement.wrong.includes(field)) count.wrong++;
        counts.set(field, count);
      }
  lines.push('field        not right   wrong');
  for (const [field, { bad, wrong }] of [...counts].sort((a, b) => b[1].bad - a[1].bad))
    lines.push(`${field.padEnd(14)}${String(bad).padStart(8)}${String(wrong).padStart(8)}`);
  return lines;
}
