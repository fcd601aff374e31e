/** Gathers the features a decision is made on, as hashed numbers with their weight; the linear models read them. */

/** Features of one decision: `ids[i]` stands with strength `values[i]`. */
export interface Bag {
  ids: number[];
  values: number[];
}

const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;

export function emptyBag(): Bag {
  return { ids: [], values: [] };
}

/** @returns a 32-bit hash of a feature's name. */
export function hashOf(name: string): number {
  let hash = OFFSET;
  for (let at = 0; at < name.length; at++) hash = Math.imul(hash ^ name.charCodeAt(at), PRIME);
  return mixed(hash);
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

/** Adds every run of `from` to `to` letters of a text, together as strong as one feature times `strength`. */
export function putGrams(bag: Bag, name: string, text: string, from: number, to: number, strength = 3): void {
  const seed = hashOf(name);
  const first = bag.ids.length;
  for (let at = 0; at < text.length; at++) {
    let hash = seed;
    const last = Math.min(text.length, at + to);
    for (let end = at; end < last; end++) {
      hash = Math.imul(hash ^ text.charCodeAt(end), PRIME);
      if (end - at + 1 >= from) bag.ids.push(mixed(hash));
    }
  }
  const value = strength / Math.sqrt(Math.max(1, bag.ids.length - first));
  for (let at = first; at < bag.ids.length; at++) bag.values.push(value);
}
