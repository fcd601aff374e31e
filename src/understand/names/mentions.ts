/** Finds the activities that a text names in words: one in the whole, one in each stretch, or the leaf beside the code of its branch. */
import type { PlanIndex } from '../plan-index.ts';
import { THRESHOLDS } from '../thresholds.ts';
import { isWord, type MentionToken, type Token } from '../tokens.ts';
import { yesOrNo } from '../learn/linear.ts';
import { chancesIn, type Trees } from '../learn/trees.ts';
import { besideCodes, unrelated } from './beside-codes.ts';
import { asMention } from './candidates.ts';
import { type Choice, chooseName, signsOf } from './choose.ts';
import type { Heard } from './alike.ts';
import type { Associations } from './associations.ts';
import { candidatesByLikeness, type Likeness, likenessOf } from './likeness.ts';
import { bestNameSigns, finalistsOf, finalistSigns, NO_NAME_SIGNS } from './signs.ts';
import { chanceOf, type NamedStretch, optionsIn } from './several.ts';
import { areTwins, withTwinSaid } from './twins.ts';
import type { Writer } from './writer.ts';
import { type Stretch, wholeStretch } from './stretch.ts';

/** Learned: that a name is meant in a whole text, and in a stretch of one that may name several. */
export interface NameWeights {
  whole: readonly number[];
  window: readonly number[];
  /** That a name of one stretch is meant, beside those of the others. */
  several: readonly number[];
  /** That a likely name of a whole text is meant; null while they are trained. */
  trees: Trees | null;
  heard: Heard;
  associations: Associations;
}

export interface Named {
  mentions: MentionToken[];
  /** Codes worth offering when nothing was named for certain, likeliest first. */
  guesses: string[];
  /** How probable the likeliest name is. */
  best: number;
  /** What the purpose of the message is decided on, by `bestNameSigns`. */
  signs: readonly number[];
}

/** What its words alone make this likely is offered, where something is asked. */
const WORTH_ASKING = 0.1;

/** @param coded activities named by code. @param known whether several are told of; null where that is not known. */
export function namesIn(
  text: string,
  tokens: readonly Token[],
  coded: readonly MentionToken[],
  index: PlanIndex,
  writer: Writer | null,
  weights: NameWeights,
  known: boolean | null = null,
): Named {
  const stretch = wholeStretch(text, tokens, index, writer);
  let like: Likeness | null = null;
  const likeness = (): Likeness => (like ??= likenessOf(stretch, index, weights));
  let chosen: Choice | null = null;
  const whole = (): Choice =>
    (chosen ??= chooseName(
      weights.whole,
      candidatesByLikeness(stretch, index, likeness()),
      signsOf(text, tokens),
    ));
  const several =
    known === false && coded.length === 0
      ? []
      : namesByWindow(stretch, coded, index, weights, whole, known === true);
  if (coded.length > 0)
    return {
      mentions: [
        ...besideCodes(stretch, coded, index, weights.window),
        ...unrelated(stretch, several, coded, index),
      ],
      guesses: [],
      best: 1,
      signs: NO_NAME_SIGNS,
    };
  const all = withTwinSaid(closer(whole(), stretch, likeness(), index, weights.trees), text, index);
  const signs = bestNameSigns(all);
  const guesses = whole()
    .named.filter(({ probability }) => probability > WORTH_ASKING)
    .flatMap(({ candidate }) => index.leaves.get(candidate.code) ?? []);
  if (new Set(several.map(({ codes }) => codes.join())).size > 1)
    return { mentions: several, guesses: [...new Set(guesses)], best: 1, signs };
  const group = groupIn(all, text, tokens, index);
  if (group) return { mentions: [group], guesses: [], best: 1, signs };
  const [first, second] = all.named;
  const mentions: MentionToken[] = [];
  if (first && first.probability >= THRESHOLDS.name) {
    mentions.push(asMention(first.candidate, [first.candidate.code, ...rivalOf(first, second, index)]));
  } else mentions.push(...unclearIn(whole(), text, index));
  return { mentions, guesses: [...new Set(guesses)], best: first?.probability ?? 0, signs };
}

/** What could be meant instead: another that is likely too, or one whose name differs in a place that is not said. */
function rivalOf(
  first: Choice['named'][number],
  second: Choice['named'][number] | undefined,
  index: PlanIndex,
): string[] {
  if (!second) return [];
  const { code } = second.candidate;
  const near = second.probability > first.probability / 2 && areTwins(first.candidate.code, code, index);
  return near || second.probability >= THRESHOLDS.rivalName ? [code] : [];
}

/** "งานประชุม", where several activities are meetings: what is said fits two alike, but for the place that is said of one. */
function unclearIn(choice: Choice, text: string, index: PlanIndex): MentionToken[] {
  const said = withTwinSaid(choice, text, index);
  const [twin] = said.named;
  if (twin && said !== choice)
    return twin.probability < THRESHOLDS.unclearName ? [] : [asMention(twin.candidate)];
  const [first, second] = choice.named;
  if (!first || !second || second.probability < first.probability / 2) return [];
  if (first.probability + second.probability < THRESHOLDS.unclearName) return [];
  return [asMention(first.candidate, [first.candidate.code, second.candidate.code])];
}

/** @returns the choice with the likeliest candidates weighed by the trees; the rest are none. */
function closer(
  choice: Choice,
  stretch: Stretch,
  likeness: Likeness,
  index: PlanIndex,
  trees: Trees | null,
): Choice {
  if (!trees) return choice;
  const finalists = finalistsOf(choice.named, likeness);
  const { text, tokens } = stretch;
  const named = finalistSigns(choice, signsOf(text, tokens), finalists, likeness, stretch, index)
    .map((row, at) => {
      const { candidate, probability } = finalists[at]!;
      return { candidate, probability: chancesIn(trees, yesOrNo(probability), row)[1] ?? 0 };
    })
    .sort((a, b) => b.probability - a.probability);
  return { none: 1 - (named[0]?.probability ?? 0), named };
}

/** "ลิขสิทธิ์ทั้ง 3 ข้อ": all the leaves of a branch, when it has as many. */
function groupIn(
  { named }: Choice,
  text: string,
  tokens: readonly Token[],
  index: PlanIndex,
): MentionToken | null {
  const at = tokens.findIndex((token) => isWord(token, 'all-of', 'both'));
  const [all, count] = [tokens[at], tokens[at + 1]];
  if (!all) return null;
  const said = isWord(all, 'both') && !/ทั้งหมด/.test(text.slice(all.start, all.end)) ? 2 : null;
  const number = count?.kind === 'number' && count.start - all.end <= 2 ? count.value : said;
  const [first] = named;
  if (number === null || number < 2 || !first) return null;
  const top = index.byCode.get(first.candidate.code);
  const branch = top?.leaf ? top.parent : top?.code;
  const leaves = branch ? (index.leaves.get(branch) ?? []) : [];
  if (leaves.length !== number) return null;
  const inside = named.filter(({ candidate: { code } }) => code === branch || leaves.includes(code));
  const chance = inside.reduce((sum, { probability }) => sum + probability, 0);
  return inside.length > 1 && chance >= THRESHOLDS.name
    ? { ...asMention(first.candidate, [...leaves]), all: true }
    : null;
}

/** One activity in each stretch that names one, each once. */
function namesByWindow(
  stretch: Stretch,
  coded: readonly MentionToken[],
  index: PlanIndex,
  weights: NameWeights,
  whole: () => Choice,
  known: boolean,
): MentionToken[] {
  const found: MentionToken[] = [];
  for (const option of optionsIn(stretch, coded, index, weights.window, whole)) {
    if (chanceOf(weights.several, option) < leastOf(option, coded.length > 0, known)) continue;
    const { code } = option.candidate;
    if (!found.some(({ codes }) => codes[0] === code)) found.push(asMention(option.candidate));
  }
  return found;
}

/** @param coded whether something is named by its code. @param known whether the text is known to tell of several. @returns how probable a name of a stretch must be. */
function leastOf({ opens }: NamedStretch, coded: boolean, known: boolean): number {
  if (known && !coded) return THRESHOLDS.knownSeveral;
  if (opens) return coded ? THRESHOLDS.toldBesideCodes : THRESHOLDS.toldOfSeveral;
  return coded ? THRESHOLDS.nameBesideCodes : THRESHOLDS.oneOfSeveral;
}
