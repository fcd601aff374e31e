/** What the trees decide on whether a candidate is the activity a text names: how it stands beside its rivals, what else speaks for it; called by the name finder and by training. */
import type { PlanIndex } from '../plan-index.ts';
import { sharedWith } from './alike.ts';
import { FEATURES } from './candidates.ts';
import type { Choice } from './choose.ts';
import type { Likeness } from './likeness.ts';
import { isOwn } from './writer.ts';
import type { Stretch } from './stretch.ts';

/** Candidates that are looked at more closely. */
const FINALISTS = 6;

/** @returns the likeliest candidates, and the one most alike in its letters. */
export function finalistsOf(named: Choice['named'], { alike }: Likeness): Choice['named'] {
  const likely = named.slice(0, FINALISTS);
  const shared = (one: Choice['named'][number]): number => sharedWith(alike, one.candidate.code);
  const [nearest] = [...named].sort((a, b) => shared(b) - shared(a));
  return nearest && !likely.includes(nearest) ? [...likely, nearest] : likely;
}

const COMPARED = (
  ['cluster', 'total', 'coverage', 'coverage of all', 'rarity of all runs', 'letters'] as const
).map((name) => FEATURES.indexOf(name));

/** @param signs against naming any, by `signsOf`. @returns a row for each of the likeliest candidates. */
export function finalistSigns(
  { named: all, none }: Choice,
  signs: readonly number[],
  named: Choice['named'],
  { alike, associated }: Likeness,
  { text, tokens, writer }: Stretch,
  index: PlanIndex,
): number[][] {
  const numbers = tokens.filter((token) => token.kind === 'number');
  const most = Math.max(0, ...numbers.map(({ value }) => value));
  const ranked = alike.shared.toSorted().reverse();
  const likest = associated.scores.toSorted().reverse();
  return named.map(({ candidate, probability }, rank) => {
    const others = named.filter((_, other) => other !== rank);
    const rival = others[0]?.probability ?? 0;
    const shared = sharedWith(alike, candidate.code);
    const place = alike.places.get(candidate.code) ?? -1;
    const share = alike.shares[place] ?? 0;
    const said = associated.scores[place] ?? 0;
    const best = Math.max(0, ...others.map((one) => sharedWith(alike, one.candidate.code)));
    const activity = index.byCode.get(candidate.code);
    const budget = activity?.budget ? Number(activity.budget) / 100 : null;
    const target = activity?.target ?? null;
    const leaves = index.leaves.get(candidate.code)?.length ?? 0;
    return [
      probability,
      none,
      rival,
      probability / (probability + rival + 1e-6),
      rank,
      all.length,
      shared,
      share,
      shared - best,
      shared / (shared + best + 1e-6),
      ranked.indexOf(shared),
      shared - (ranked[1] ?? 0),
      ranked.filter((one) => one > shared * 0.75).length,
      said,
      said - (said === likest[0] ? (likest[1] ?? 0) : (likest[0] ?? 0)),
      others.filter((one) => one.probability > probability / 4).length,
      leaves,
      others.some(({ candidate: { code } }) => index.byCode.get(code)?.parent === candidate.code) ? 1 : 0,
      others.some(({ candidate: { code } }) => code === activity?.parent) ? 1 : 0,
      budget === null ? -1 : Math.min(5, most / Math.max(1, budget)),
      target !== null && numbers.some(({ value }) => value === target) ? 1 : 0,
      target !== null && numbers.some(({ value }) => value > 0 && value <= target && value > target / 20)
        ? 1
        : 0,
      Math.min(300, text.length),
      (candidate.end - candidate.start) / Math.max(1, text.length),
      candidate.pieces.length,
      index.plan.activities.length,
      writer?.own.size ?? 0,
      writer
        ? Math.max(
            0,
            ...others.filter((one) => isOwn(writer, one.candidate.code, index)).map((one) => one.probability),
          )
        : -1,
      ...candidate.features,
      ...COMPARED.map((at) => {
        const most = Math.max(0, ...others.map((one) => one.candidate.features[at] as number));
        return (candidate.features[at] as number) - most;
      }),
      ...signs,
    ];
  });
}

/** @returns what the purpose of a message is decided on of the likeliest candidate. */
export function bestNameSigns({ named }: Choice): number[] {
  const [first, second] = named;
  return [
    first?.probability ?? 0,
    second?.probability ?? 0,
    ...ASKED.map((at) => first?.candidate.features[at] ?? -1),
  ];
}

const ASKED = (
  [
    'coverage',
    'cluster',
    'rarest',
    'rarity of all runs',
    'begins text',
    'letters',
    'told of',
    'one common word',
    'unworded',
    'alike',
    'ahead alike',
    'alike share',
    'own',
    "another's",
  ] as const
).map((name) => FEATURES.indexOf(name));

export const NO_NAME_SIGNS: readonly number[] = bestNameSigns({ none: 1, named: [] });
