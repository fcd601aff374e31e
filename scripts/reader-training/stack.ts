/** Makes the rows the trees learn on: of each decision what the linear models think that have not seen its office, with the signs the rules find. */
import { daySigns } from '../../src/understand/fields/day-signs.ts';
import { figureSigns, figuresIn } from '../../src/understand/fields/figure-signs.ts';
import { FIGURE_ROLES, named } from '../../src/understand/fields/roles.ts';
import { statusSigns } from '../../src/understand/fields/status-signs.ts';
import { yesOrNo } from '../../src/understand/learn/linear.ts';
import { intentSigns } from '../../src/understand/intent/signs.ts';
import { isUnderHeading, proposalsOf } from '../../src/understand/clauses/stretches.ts';
import { LABELS, READ_TEXTS } from '../../src/understand/clauses/texts.ts';
import { normalSpan, spanOf } from '../../src/understand/spelling/normalise.ts';
import type { Asked, BagModel, Examples, ReportExamples } from './examples.ts';
import type { SignRow } from './fit-trees.ts';
import { isSameText } from './judge.ts';

/** @param words how probable each label is for each word of each row, and @param clauses for each clause, by models that have not seen its office. @returns whether each proposed stretch is the field. */
export function stretchRows(
  reports: readonly ReportExamples[],
  words: readonly (readonly (readonly number[])[])[],
  clauses: Float32Array,
): SignRow[] {
  const count = LABELS.length;
  return reports.flatMap(
    ({ prepared: { normal }, pieces, clauses: places, row, firstClause, items, lenient, weight }) => {
      const labels = {
        pieces,
        words: words[row] ?? [],
        clauses: places.map(([from, to], at) => ({
          from,
          to,
          chances: [...clauses.subarray((firstClause + at) * count, (firstClause + at + 1) * count)],
        })),
      };
      return items.flatMap(([{ from, to, chunks, rules }, item]) =>
        READ_TEXTS.flatMap((field) => {
          if (lenient.includes(field) || isUnderHeading(field, chunks)) return [];
          const seen = normalSpan(normal, rules.because[field]?.[0]);
          return proposalsOf(field, labels, from, to, seen).map(({ start, end, chance, signs }) => ({
            first: yesOrNo(chance),
            signs,
            answer: item[field] !== null && isSameText(item[field], spanOf(normal, start, end).text) ? 1 : 0,
            weight: lighter(weight),
          }));
        }),
      );
    },
  );
}

/** @returns what the trees learn on: the signs of each decision with the right answer. */
export function stackedRows(
  { bags, messages, parts }: Examples,
  chances: Record<BagModel, Float32Array>,
  classes: (name: BagModel) => number,
): Record<'purpose' | 'roles' | 'progress' | 'dated', SignRow[]> {
  const of = (name: BagModel, example: number): number[] => {
    const count = classes(name);
    return [...chances[name].subarray(example * count, (example + 1) * count)];
  };
  const rowOf = (name: BagModel, example: number, signs: () => number[]): SignRow[] => {
    const { answer, weight = 1, unsettled } = bags[name][example] as Asked;
    return unsettled ? [] : [{ first: of(name, example), signs: signs(), answer, weight: lighter(weight) }];
  };
  const purpose = messages.flatMap(({ prepared, example }) =>
    rowOf('intent', example, () => intentSigns(prepared, of('intent', example))),
  );
  const [roles, progress, dated]: SignRow[][] = [[], [], []];
  for (const { part, intent, percent, status, figures, days } of parts) {
    const weighed = figures.map(({ token, at, example }) => ({
      token,
      at,
      chances: named(FIGURE_ROLES, of('figure', example)),
    }));
    const known = figuresIn(weighed);
    for (const [place, { example }] of figures.entries())
      roles?.push(...rowOf('figure', example, () => figureSigns(part, weighed, place, known, intent)));
    const all = of('status', status);
    progress?.push(...rowOf('status', status, () => statusSigns(part, all, weighed, percent, intent)));
    const weighedDays = days.map(({ token, at, example }) => ({
      token,
      at,
      chance: of('day', example)[1] ?? 0,
    }));
    for (const [place, { example }] of days.entries())
      dated?.push(...rowOf('day', example, () => daySigns(part, weighedDays, place, all)));
  }
  return { purpose, roles: roles ?? [], progress: progress ?? [], dated: dated ?? [] };
}

/** The trees are told what the rules make of the very messages they were made on: what counts less counts less still. */
function lighter(weight: number): number {
  return weight * weight;
}
