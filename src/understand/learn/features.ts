/** What intent and status are decided on: the letters of a text with its figures and names masked, and the families of its words. */
import { type Bag, gramsOf, hashOf, put, putRun } from './bag.ts';
import { sensesIn } from './senses.ts';
import type { Token } from '../tokens.ts';

const NAME = '\u0002';
const CODE = '\u0001';
const DATE = '\u0003';
const END = '\u0004';

/** @returns the text of `[start, end)` with digits as 0, names, codes and days each as one sign: another office's words must not count. */
export function masked(text: string, tokens: readonly Token[], start: number, end: number): string {
  let out = END;
  let at = start;
  for (const token of tokens) {
    if (token.end <= start || token.start >= end || token.kind === 'word' || token.kind === 'number')
      continue;
    if (token.start < at) continue;
    out += text.slice(at, token.start);
    out += token.kind === 'date' ? DATE : token.by === 'name' ? NAME : CODE;
    at = token.end;
  }
  out += text.slice(at, Math.max(at, end));
  return out.replace(/\d/g, '0').replace(/0+(?:[.,]0+)*/g, '0') + END;
}

/** The names of the token kinds in a row, words by their family. */
export function kindsOf(tokens: readonly Token[]): string[] {
  return tokens.flatMap((token) =>
    token.kind === 'word'
      ? token.family === 'neutral' || token.family === 'particle'
        ? []
        : [token.family]
      : token.kind === 'mention'
        ? [`<${token.by}>`]
        : [`<${token.kind}>`],
  );
}

/** Adds families, pairs and near pairs of them. */
export function putKinds(bag: Bag, name: string, kinds: readonly string[], strength = 1): void {
  const seen = new Set<string>();
  const add = (key: string): void => {
    if (!seen.has(key)) seen.add(key);
  };
  for (const [at, kind] of kinds.entries()) {
    add(kind);
    add(`${kinds[at - 1] ?? '^'} ${kind}`);
    if (at === kinds.length - 1) add(`${kind} $`);
    if (at > 1) add(`${kinds[at - 2]} _ ${kind}`);
  }
  const value = (strength / Math.sqrt(Math.max(1, seen.size))) * 2;
  for (const key of seen) put(bag, `${name}:${key}`, value);
}

/** Adds the senses of words between two offsets, the last apart, and pairs of neighbours. */
export function putSenses(bag: Bag, name: string, text: string, from = 0, to = text.length): void {
  const found = sensesIn(text).filter(({ start, end }) => start >= from && end <= to);
  const seen = new Set<string>();
  for (const [at, { sense }] of found.entries()) {
    seen.add(sense);
    if (at > 0) seen.add(`${found[at - 1]?.sense} ${sense}`);
  }
  const last = found.at(-1);
  if (last) seen.add(`${last.sense} $`);
  const value = 2 / Math.sqrt(Math.max(1, seen.size));
  for (const one of seen) put(bag, `${name}:${one}`, value);
}

/** Adds the letters of a text; decisions about the same text share them. */
export function putText(bag: Bag, text: string): void {
  if (last?.text !== text) last = { text, ids: gramsOf(hashOf('t'), text, 1, 5) };
  putRun(bag, last.ids);
}

let last: { text: string; ids: readonly number[] } | null = null;
