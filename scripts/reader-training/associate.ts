/** Learns which words people say of works whose names have which words: a translation model of names into messages; called by the training of names. */
import { normalise } from '../../src/understand/spelling/normalise.ts';
import { type Associations, STEP, tellingWords, wordHash } from '../../src/understand/names/associations.ts';
import type { Corpus } from './corpora.ts';

const ROUNDS = 6;
/** A pair counts that was seen in so many offices, and so often in all. */
const OFFICES = 2;
const SEEN = 1.2;
/** How many times oftener a word is said of such names than of others. */
const OFTENER = 2.5;

interface Pairing {
  office: number;
  said: number[];
  named: number[];
}

/** A word of no name says what none of them does. */
const NOTHING = 0;

/** @param sets messages whose activity is known. @param talk messages of nobody's work. */
export function associate(sets: readonly Corpus[], talk: readonly string[]): Associations {
  const plans = [...new Set(sets.map(({ plan }) => plan.title))];
  const pairings = sets.flatMap((set) => pairingsOf(set, plans.indexOf(set.plan.title)));
  const common = new Map<number, number>();
  const lines = [...pairings.map(({ said }) => said), ...talk.map(hashes)];
  for (const said of lines) for (const word of said) common.set(word, (common.get(word) ?? 0) + 1);
  const chances = translationsOf(pairings);
  const ofName = new Map<number, number>();
  for (const { named } of pairings) for (const name of named) ofName.set(name, (ofName.get(name) ?? 0) + 1);
  const counts = new Map<string, { seen: number; offices: Set<number> }>();
  for (const { office, said, named } of pairings)
    for (const word of said) {
      const total = named.reduce((sum, name) => sum + chanceOf(chances, name, word), 0);
      for (const name of named) {
        if (name === NOTHING || name === word) continue;
        const part = chanceOf(chances, name, word) / total;
        if (part < 0.1) continue;
        const key = `${word}:${name}`;
        const known = counts.get(key) ?? counts.set(key, { seen: 0, offices: new Set() }).get(key)!;
        known.seen += part;
        known.offices.add(office);
      }
    }
  const kept: { word: number; name: number; weight: number }[] = [];
  for (const [key, { seen, offices }] of counts) {
    if (offices.size < OFFICES || seen < SEEN) continue;
    const [word = 0, name = 0] = key.split(':').map(Number);
    const often = ((common.get(word) ?? 0) + 1) / lines.length;
    // a pair seen twice proves less than its share says
    const times = seen / ((ofName.get(name) ?? 0) + 2) / often;
    if (times >= OFTENER)
      kept.push({ word, name, weight: Math.min(255, Math.round(Math.log(times) * STEP)) });
  }
  kept.sort((a, b) => a.word - b.word || a.name - b.name);
  const said = [...new Set(kept.map(({ word }) => word))];
  const from = said.map((word) => kept.findIndex((one) => one.word === word));
  return {
    said: Uint32Array.from(said),
    from: Uint32Array.from([...from, kept.length]),
    named: Uint32Array.from(kept, ({ name }) => name),
    weights: Uint8Array.from(kept, ({ weight }) => weight),
  };
}

function hashes(text: string): number[] {
  return tellingWords(normalise(text).text).map(wordHash);
}

function pairingsOf({ messages, plan }: Corpus, office: number): Pairing[] {
  const names = new Map(
    plan.activities.map(({ code, name, indicator }) => [code, hashes(`${name} ${indicator ?? ''}`)]),
  );
  return messages.flatMap(({ text, expect, lenient }) => {
    const named = expect.activity === null ? undefined : names.get(expect.activity);
    if (!named || lenient?.includes('activity')) return [];
    return [{ office, said: hashes(text), named: [NOTHING, ...named] }];
  });
}

type Chances = ReadonlyMap<number, ReadonlyMap<number, number>>;

function chanceOf(chances: Chances, name: number, word: number): number {
  return chances.get(name)?.get(word) ?? 1e-9;
}

/** IBM's first model: how probably a word of a name is said as each word of a message. */
function translationsOf(pairings: readonly Pairing[]): Chances {
  let chances: Map<number, Map<number, number>> | null = null;
  for (let round = 0; round < ROUNDS; round++) {
    const counts = new Map<number, Map<number, number>>();
    for (const { said, named } of pairings)
      for (const word of said) {
        const parts = named.map((name) => (chances ? chanceOf(chances, name, word) : 1));
        const total = parts.reduce((sum, part) => sum + part, 0);
        for (const [at, name] of named.entries()) {
          const row = counts.get(name) ?? counts.set(name, new Map()).get(name)!;
          row.set(word, (row.get(word) ?? 0) + (parts[at] as number) / total);
        }
      }
    for (const row of counts.values()) {
      const total = [...row.values()].reduce((sum, part) => sum + part, 0);
      for (const [word, part] of row) row.set(word, part / total);
    }
    chances = counts;
  }
  return chances ?? new Map();
}
