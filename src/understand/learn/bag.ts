/** Gathers the features a decision is made on, as hashed numbers with their weight; the linear models read them. */

/** Features of one decision: `ids[i]` stands with strength `values[i]`, and all of a run's with its own. */
export interface Bag {
  ids: number[];
  values: number[];
  runs: FeatureRun[];
}

export interface FeatureRun {
  ids: readonly number[];
  value: number;
}

const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;

export function emptyBag(): Bag {
  return { ids: [], values: [], runs: [] };
}

/** @returns a 32-bit hash of a feature's name. */
export function hashOf(name: string): number {
  let hash = OFFSET;
  for (let at = 0; at < name.length; at++) hash = Math.imul(hash ^ name.charCodeAt(at), PRIME);
  return mixed(hash);
}

/** @returns a hash of two hashes in this order. */
export function paired(one: number, other: number): number {
  return mixed(Math.imul(one, PRIME) ^ other);
}

/** Spreads the last letters' differences over all bits. */
function mixed(hash: number): number {
  let h = hash ^ (hash >>> 15);
  h = Math.imul(h, 0x2c1b3c6d);
  return (h ^ (h >>> 13)) >>> 0;
}

/** Adds a feature by its name. */
export function put(bag: Bag, name: string, value = 1): void {
  bag.ids.push(hashOf(name));
  bag.values.push(value);
}

/** Adds a feature by its hash. */
export function add(bag: Bag, id: number, value = 1): void {
  bag.ids.push(id);
  bag.values.push(value);
}

/** Adds every run of `from` to `to` letters of a text, together as strong as one feature times `strength`. */
export function putGrams(bag: Bag, name: string, text: string, from: number, to: number, strength = 3): void {
  putRun(bag, gramsOf(hashOf(name), text, from, to), strength);
}

/** Adds features that are together as strong as one times `strength`. */
export function putRun(bag: Bag, ids: readonly number[], strength = 3): void {
  bag.runs.push({ ids, value: strength / Math.sqrt(Math.max(1, ids.length)) });
}

/** Adds every run of letters, each as strong as `value`. */
export function putEachGram(
  bag: Bag,
  name: string,
  text: string,
  from: number,
  to: number,
  value: number,
): void {
  bag.runs.push({ ids: gramsOf(hashOf(name), text, from, to), value });
}

/** Adds the first letters of a text, the first two, the first three, and so on to `most`. */
export function putBeginnings(bag: Bag, name: string, text: string, most: number, value: number): void {
  let hash = hashOf(name);
  const ids: number[] = [];
  for (let at = 0; at < Math.min(most, text.length); at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), PRIME);
    ids.push(mixed(hash));
  }
  bag.runs.push({ ids, value });
}

/** @returns a hash of every run of `from` to `to` letters. */
export function gramsOf(seed: number, text: string, from: number, to: number): number[] {
  const ids: number[] = [];
  for (let at = 0; at < text.length; at++) {
    let hash = seed;
    const last = Math.min(text.length, at + to);
    for (let end = at; end < last; end++) {
      hash = Math.imul(hash ^ text.charCodeAt(end), PRIME);
      if (end - at + 1 >= from) ids.push(mixed(hash));
    }
  }
  return ids;
}

/** @returns how many features there are, those of runs counted. */
export function sizeOf({ ids, runs }: Bag): number {
  return runs.reduce((sum, run) => sum + run.ids.length, ids.length);
}

/** @returns the features in one row, for training. */
export function flat({ ids, values, runs }: Bag): { ids: Uint32Array; values: Float32Array } {
  return {
    ids: Uint32Array.from([...ids, ...runs.flatMap((run) => run.ids)]),
    values: Float32Array.from([...values, ...runs.flatMap((run) => run.ids.map(() => run.value))]),
  };
}
