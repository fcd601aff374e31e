/** Loads the weights that `npm run train-reader` has written; read once, at the first message. */
import { readFileSync } from 'node:fs';
import type { Chain } from './chain.ts';
import { HEARD_SIZE } from '../names/alike.ts';
import type { Associations } from '../names/associations.ts';
import type { NameWeights } from '../names/mentions.ts';
import type { Linear } from './linear.ts';
import type { Trees } from './trees.ts';

/** Every decision the reader has learned. */
export interface Weights {
  /** Of corpus and code they were trained with. */
  fingerprint: string;
  names: NameWeights;
  intent: Linear;
  status: Linear;
  /** The role of a number. */
  figure: Linear;
  /** Whether a day is the one that is reported. */
  day: Linear;
  /** Whether it is said that nothing was spent. */
  zero: Linear;
  /** Obstacle, suggestion or result, of a whole clause. */
  clause: Linear;
  /** The same, word by word. */
  texts: Chain;
  /** Over what the linear models think: the purpose of a message, the role of a number, status, whether a day is the reported one. */
  purpose: Trees;
  roles: Trees;
  progress: Trees;
  dated: Trees;
  /** Whether a stretch is the obstacle, suggestion or result. */
  stretches: Trees;
}

export type ModelName = 'intent' | 'status' | 'figure' | 'day' | 'zero' | 'clause' | 'texts';
export const MODELS: readonly ModelName[] = ['intent', 'status', 'figure', 'day', 'zero', 'clause', 'texts'];

type TreesName = 'purpose' | 'roles' | 'progress' | 'dated' | 'stretches';
const GROVES: readonly TreesName[] = ['purpose', 'roles', 'progress', 'dated', 'stretches'];

interface TreesHead {
  classes: string[];
  depth: number;
  trees: number;
  scale: number;
}

interface Head {
  fingerprint: string;
  names: Omit<NameWeights, 'trees' | 'heard' | 'associations'>;
  /** How many words people say, and how many pairs of them with words of names. */
  associations: { said: number; pairs: number };
  /** Those of names first. */
  groves: TreesHead[];
  models: { name: ModelName; classes: string[]; buckets: number; scale: number; moves?: number[] }[];
}

export const WEIGHTS_FILE = new URL('./weights.bin', import.meta.url);

let loaded: Weights | null = null;

export function loadedWeights(): Weights {
  return (loaded ??= unpack(readFileSync(WEIGHTS_FILE)));
}

/** @param file four of the head's length, the head as JSON, one a weight. */
export function unpack(file: Uint8Array): Weights {
  // of a Buffer a slice would be a view
  const bytes = new Uint8Array(file.buffer, file.byteOffset, file.byteLength);
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  const head = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + length))) as Head;
  let at = 4 + length;
  const models: Record<string, Linear | Chain> = {};
  for (const { name, classes, buckets, scale, moves } of head.models) {
    const size = buckets * classes.length;
    const weights = new Int8Array(bytes.buffer, bytes.byteOffset + at, size);
    models[name] = { classes, buckets, scale, weights, ...(moves && { moves: Float32Array.from(moves) }) };
    at += size;
  }
  const groves = head.groves.map((one) => {
    const [trees, next] = unpackTrees(bytes, at, one);
    at = next;
    return trees;
  });
  const named = Object.fromEntries(GROVES.map((name, place) => [name, groves[place + 1]]));
  const heard = bytes.slice(at, at + HEARD_SIZE);
  const associations = unpackAssociations(bytes, at + HEARD_SIZE, head.associations);
  const names = { ...head.names, trees: groves[0], heard, associations };
  return { fingerprint: head.fingerprint, names, ...models, ...named } as unknown as Weights;
}

function unpackAssociations(
  bytes: Uint8Array,
  start: number,
  { said, pairs }: Head['associations'],
): Associations {
  let at = start;
  const take = (length: number): Uint8Array => bytes.slice(at, (at += length));
  const words = (count: number): Uint32Array => new Uint32Array(take(4 * count).buffer);
  return { said: words(said), from: words(said + 1), named: words(pairs), weights: take(pairs) };
}

/** @returns the trees that stand from an offset on, and where they end. */
function unpackTrees(bytes: Uint8Array, from: number, { trees, ...head }: TreesHead): [Trees, number] {
  const questions = trees * ((1 << head.depth) - 1);
  const leaves = trees * (1 << head.depth) * head.classes.length;
  const limitsAt = from + questions;
  const leavesAt = limitsAt + 4 * questions;
  const end = leavesAt + leaves;
  return [
    {
      ...head,
      signs: bytes.slice(from, limitsAt),
      limits: new Float32Array(bytes.slice(limitsAt, leavesAt).buffer),
      leaves: new Int8Array(bytes.slice(leavesAt, end).buffer),
    },
    end,
  ];
}

function packTrees({ classes, depth, signs, limits, leaves, scale }: Trees): {
  head: TreesHead;
  bytes: Uint8Array;
} {
  let most = 0;
  for (const leaf of leaves) most = Math.max(most, Math.abs(leaf));
  const step = most / 127 || 1;
  return {
    head: {
      classes: [...classes],
      depth,
      trees: signs.length / ((1 << depth) - 1),
      scale: step * scale,
    },
    bytes: Buffer.concat([
      signs,
      new Uint8Array(limits.buffer, limits.byteOffset, limits.byteLength),
      new Uint8Array(Int8Array.from(leaves, (leaf) => Math.round(leaf / step)).buffer),
    ]),
  };
}

/** @returns the bytes of trained weights; floats are rounded to 8 bits. */
export function pack(weights: Weights): Uint8Array {
  const models = MODELS.map((name) => ({ name, model: weights[name] as Linear & Partial<Chain> }));
  const rounded = models.map(({ name, model }) => {
    let most = 0;
    for (const weight of model.weights) most = Math.max(most, Math.abs(weight));
    const scale = most / 127 || 1;
    return {
      head: {
        name,
        classes: [...model.classes],
        buckets: model.buckets,
        scale: scale * model.scale,
        ...(model.moves && { moves: [...model.moves].map((move) => Number(move.toFixed(4))) }),
      },
      bytes: Int8Array.from(model.weights as Float32Array, (weight) => Math.round(weight / scale)),
    };
  });
  if (!weights.names.trees) throw new Error('names are not trained to their end');
  const groves = [weights.names.trees, ...GROVES.map((name) => weights[name])].map(packTrees);
  const { said, from, named, weights: oftener } = weights.names.associations;
  const head = new TextEncoder().encode(
    JSON.stringify({
      fingerprint: weights.fingerprint,
      names: {
        whole: short(weights.names.whole),
        window: short(weights.names.window),
        several: short(weights.names.several),
      },
      models: rounded.map((one) => one.head),
      groves: groves.map((one) => one.head),
      associations: { said: said.length, pairs: named.length },
    }),
  );
  const parts: Uint8Array[] = [new Uint8Array(Uint32Array.of(head.length).buffer), head];
  for (const { bytes } of rounded) parts.push(new Uint8Array(bytes.buffer));
  for (const { bytes } of groves) parts.push(bytes);
  parts.push(weights.names.heard);
  for (const numbers of [said, from, named]) parts.push(new Uint8Array(numbers.buffer));
  parts.push(oftener);
  return Buffer.concat(parts);
}

function short(weights: readonly number[]): number[] {
  return weights.map((weight) => Number(weight.toFixed(4)));
}
