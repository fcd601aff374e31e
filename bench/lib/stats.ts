/** Medians, percentiles and ratios of paired rounds; every section of the bench uses them. */

export interface Spread {
  median: number;
  least: number;
  most: number;
  rounds: number;
}

/** @throws RangeError for an empty list. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle];
  if (upper === undefined) throw new RangeError('the median of nothing');
  return sorted.length % 2 === 1 ? upper : (sorted[middle - 1]! + upper) / 2;
}

/** Nearest rank. @param part 0..1. @throws RangeError for an empty list. */
export function percentile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const found = sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)];
  if (found === undefined) throw new RangeError('a percentile of nothing');
  return found;
}

/** @throws RangeError for an empty list. */
export function spread(values: readonly number[]): Spread {
  return {
    median: median(values),
    least: Math.min(...values),
    most: Math.max(...values),
    rounds: values.length,
  };
}

/**
 * Ratios pair by pair: what was measured in the same round is divided, never medians of different times.
 * @throws RangeError when the lists differ in length.
 */
export function pairRatios(values: readonly number[], against: readonly number[]): number[] {
  if (values.length !== against.length) throw new RangeError('rounds without their pair');
  return values.map((value, round) => value / against[round]!);
}

/** @returns the variants in their order, reversed on odd rounds, so that none is always first. */
export function orderOf<T>(variants: readonly T[], round: number): T[] {
  return round % 2 === 1 ? variants.toReversed() : [...variants];
}
