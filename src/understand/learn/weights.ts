/** Loads the weights that `npm run train-reader` has written; read once, at the first message. */
import { readFileSync } from 'node:fs';
import type { Chain } from './chain.ts';
import type { NameWeights } from '../names/mentions.ts';
import type { Linear } from './linear.ts';

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
}

export type ModelName = 'intent' | 'status' | 'figure' | 'day' | 'zero' | 'clause' | 'texts';
export const MODELS: readonly ModelName[] = ['intent', 'status', 'figure', 'day', 'zero', 'clause', 'texts'];

interface Head {
  fingerprint: string;
  names: NameWeights;
  models: { name: ModelName; classes: string[]; buckets: number; scale: number; moves?: number[] }[];
}

export const WEIGHTS_FILE = new URL('./weights.bin', import.meta.url);

let loaded: Weights | null = null;

export function loadedWeights(): Weights {
  return (loaded ??= unpack(readFileSync(WEIGHTS_FILE)));
}

/** @param bytes four of the head's length, the head as JSON, one a weight. */
export function unpack(bytes: Uint8Array): Weights {
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
  return { fingerprint: head.fingerprint, names: head.names, ...models } as unknown as Weights;
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
        scale,
        ...(model.moves && { moves: [...model.moves].map((move) => Number(move.toFixed(4))) }),
      },
      bytes: Int8Array.from(model.weights as Float32Array, (weight) => Math.round(weight / scale)),
    };
  });
  const head = new TextEncoder().encode(
    JSON.stringify({
      fingerprint: weights.fingerprint,
      names: {
        whole: short(weights.names.whole),
        window: short(weights.names.window),
        several: short(weights.names.several),
      },
      models: rounded.map((one) => one.head),
    }),
  );
  const parts: Uint8Array[] = [new Uint8Array(Uint32Array.of(head.length).buffer), head];
  for (const { bytes } of rounded) parts.push(new Uint8Array(bytes.buffer));
  return Buffer.concat(parts);
}

function short(weights: readonly number[]): number[] {
  return weights.map((weight) => Number(weight.toFixed(4)));
}
