/** The letters of a plan's names, weighed by how much they tell; worked out once per plan and read by the name finder. */
import type { Activity } from '../domain/activity.ts';
import { normalise } from './normalise.ts';
import { ABBREVIATIONS } from './words/measures.ts';

export interface NameIndex {
  nodes: readonly Activity[];
  /** Three letters in a row → the nodes they occur in and what they tell. */
  trigrams: ReadonlyMap<string, { node: number; weight: number }[]>;
  /** Trigrams at the beginning of longer words of each node's name, and how far in. */
  openings: readonly ReadonlyMap<string, number>[];
  /** Trigrams of each node's name. */
  own: readonly ReadonlySet<string>[];
  /** The first trigram of each name, general words like กิจกรรม and การ left out. */
  heads: readonly string[];
  /** Latin words → the one node whose name has them. */
  latin: ReadonlyMap<string, number>;
}

/** What an indicator's letters tell, against a name's. */
const INDICATOR_WEIGHT = 0.3;

/**
 * The letters and digits of a text without spaces, signs and tone marks, which are the first to be mistyped,
 * and where each stood. A number ends in `#`, so that 1 is not the beginning of 12, and หมู่ที่ 3 is หมู่ 3.
 */
export function compact(text: string): { letters: string; places: number[] } {
  const places: number[] = [];
  let letters = '';
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code !== LINE_BREAK && !isNameLetter(code)) continue;
    if (code === TH_THAHAN && NUMBER_AFTER_AT.test(text.slice(at, at + 6))) {
      at += 2;
      continue;
    }
    const short = opensWord(text, at) ? abbreviationAt(text, at) : null;
    if (short) {
      for (const letter of short.letters) {
        letters += letter;
        places.push(at + short.length - 1);
      }
      at += short.length - 1;
      continue;
    }
    letters += text[at] as string;
    places.push(at);
    if (isDigit(code) && !isDigit(text.charCodeAt(at + 1))) {
      letters += '#';
      places.push(at);
    }
  }
  return { letters, places };
}

const SHORT_FORMS = Object.entries(ABBREVIATIONS)
  .map(([short, long]) => ({ short, length: short.length, letters: long.replace(/[^ก-ฺเ-็]/g, '') }))
  .sort((a, b) => b.length - a.length);

function opensWord(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  return at === 0 || before < 0x0e01 || before > 0x0e4e;
}

function abbreviationAt(text: string, at: number): { length: number; letters: string } | null {
  const found = SHORT_FORMS.find(({ short }) => text.startsWith(short, at));
  if (!found) return null;
  const after = text.charCodeAt(at + found.length);
  const closed = found.short.endsWith('.') || !(after >= 0x0e01 && after <= 0x0e4e);
  return closed ? found : null;
}

const LINE_BREAK = 0x0a;
const TH_THAHAN = 0x0e17;
const NUMBER_AFTER_AT = /^ที่\s?\d/;

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** a–z, 0–9, Thai without tone marks. */
function isNameLetter(code: number): boolean {
  if (code < 0x80) return (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39);
  return code >= 0x0e01 && code <= 0x0e47 && (code <= 0x0e3a || code >= 0x0e40);
}

function trigramsOf(text: string): Set<string> {
  const { letters } = compact(normalise(text).text);
  const found = new Set<string>();
  for (let at = 0; at + 3 <= letters.length; at++) found.add(letters.slice(at, at + 3));
  return found;
}

const segmenter = new Intl.Segmenter('th', { granularity: 'word' });

/** Words shorter than this are in too many names to stand for one. */
const TELLING_LENGTH = 4;

function openingsOf(name: string): Map<string, number> {
  const openings = new Map<string, number>();
  const text = normalise(name).text;
  for (const { segment, index } of segmenter.segment(text)) {
    const { letters } = compact(segment);
    if (letters.length < TELLING_LENGTH && !/^[a-z]{2,}$/.test(letters)) continue;
    const onward = compact(text.slice(index)).letters;
    for (let at = 0; at < 4; at++) openings.set(onward.slice(at, at + 3), at);
  }
  return openings;
}

/** @param nodes the plan's activities, in order. */
export function namesOf(nodes: readonly Activity[]): NameIndex {
  const inNames = nodes.map((node) => trigramsOf(node.name));
  const inIndicators = nodes.map((node) => trigramsOf(`${node.indicator ?? ''}`));
  const count = new Map<string, number>();
  for (const found of inNames) for (const gram of found) count.set(gram, (count.get(gram) ?? 0) + 1);
  const trigrams = new Map<string, { node: number; weight: number }[]>();
  const put = (gram: string, node: number, weight: number): void => {
    const list = trigrams.get(gram);
    if (list) list.push({ node, weight });
    else trigrams.set(gram, [{ node, weight }]);
  };
  for (let node = 0; node < nodes.length; node++) {
    for (const gram of inNames[node] as Set<string>)
      put(gram, node, Math.log((nodes.length + 1) / (count.get(gram) as number)));
    for (const gram of inIndicators[node] as Set<string>)
      if (!(inNames[node] as Set<string>).has(gram))
        put(gram, node, INDICATOR_WEIGHT * Math.log((nodes.length + 1) / ((count.get(gram) ?? 0) + 1)));
  }
  return {
    nodes,
    trigrams,
    own: inNames,
    heads: nodes.map((node) => headOf(node.name)),
    latin: latinOf(nodes),
    openings: nodes.map((node) => openingsOf(node.name)),
  };
}

const GENERAL = /^(?:กิจกรรม|โครงการ|งาน)?(?:การ)?/;

function headOf(name: string): string {
  return compact(normalise(name).text.replace(GENERAL, '')).letters.slice(0, 3);
}

function latinOf(nodes: readonly Activity[]): Map<string, number> {
  const found = new Map<string, number | null>();
  for (const [node, { name }] of nodes.entries())
    for (const word of new Set(normalise(name).text.match(/[a-z]{3,}/g)))
      found.set(word, found.has(word) ? null : node);
  return new Map([...found].flatMap(([word, node]) => (node === null ? [] : [[word, node] as const])));
}
