/** Finds in a text what the decisions are about: words, days, codes, names, numbers, clauses, parts, and what the rules read in each. */
import { amendmentsOf, changedHeads } from './rules/amendments.ts';
import { type Chunk, chunksOf } from './chunks.ts';
import { codesOf } from './codes/codes.ts';
import { datesOf } from './days/dates.ts';
import type { PartText } from './fields/part.ts';
import { decideIntent } from './rules/intent.ts';
import { headingOf } from './codes/headings.ts';
import { listNumbers } from './numbers/list-numbers.ts';
import { leavesOfTarget, type Part, partsOfText, type Target, withoutReceivers } from './mentions.ts';
import { markMoods } from './rules/sentence-mood.ts';
import { namesIn, type NameWeights } from './names/mentions.ts';
import { type Writer, writerOf } from './names/writer.ts';
import { type Normal, normalise, spanOf } from './spelling/normalise.ts';
import { numbersOf } from './numbers/numbers.ts';
import { indexOf, type PlanIndex } from './plan-index.ts';
import { readPart } from './rules/reading.ts';
import { markSections } from './rules/sections.ts';
import { inDigits } from './spelling/spoken.ts';
import { type MentionToken, namePieces, overlay, type Token, wordsOf } from './tokens.ts';
import type { Intent, Reading, UnderstandContext } from './types.ts';

/** Longer texts are read up to here: no report is longer, and nobody waits for one that is. */
const MAX_LENGTH = 5_000;

/** A part of the text about one activity, with the chunks that tell of it. */
export interface Told extends PartText {
  /** Nothing in the text names its activity: it is the one the person was asked about. */
  assumed: boolean;
}

export interface Prepared {
  normal: Normal;
  index: PlanIndex;
  tokens: Token[];
  mentions: MentionToken[];
  /** Codes worth offering when nothing was named for certain. */
  guesses: string[];
  /** How probable it is that a name of the plan is meant. */
  named: number;
  /** What else is known of the likeliest name. */
  nameSigns: readonly number[];
  chunks: Chunk[];
  parts: Part[];
  told: Told[];
  /** The purpose the rules see. */
  rules: Intent;
  writer: Writer | null;
}

/** @param names weights by which a name is taken for meant. @param several whether the text tells of several activities; null where that is not known. */
export function prepare(
  text: string,
  context: UnderstandContext,
  names: NameWeights,
  several: boolean | null = null,
): Prepared {
  const index = indexOf(context.plan);
  const normal = inDigits(normalise(text.slice(0, MAX_LENGTH)), index);
  const writer = writerOf(context.own, index);
  const { tokens, mentions, guesses, named, nameSigns } = tokensOf(
    normal,
    index,
    writer,
    context,
    names,
    several,
  );
  const chunks = chunksOf(normal.text, tokens);
  markSections(normal.text, chunks);
  markMoods(normal.text, chunks);
  const parts = partsOfText(normal.text, chunks, mentions, tokens, index);
  const told = parts.flatMap((part) => toldIn(normal, part, tokens, index, context));
  const rules = decideIntent({
    text: normal.text,
    tokens,
    chunks,
    mentions,
    readings: told.map((one) => one.rules),
    quoted: Boolean(context.quoted),
  });
  return { normal, index, tokens, mentions, guesses, named, nameSigns, chunks, parts, told, rules, writer };
}

function tokensOf(
  normal: Normal,
  index: PlanIndex,
  writer: Writer | null,
  context: UnderstandContext,
  weights: NameWeights,
  several: boolean | null,
): Pick<Prepared, 'tokens' | 'mentions' | 'guesses' | 'named' | 'nameSigns'> {
  const { text } = normal;
  const words = wordsOf(text);
  let tokens: Token[] = overlay(
    words,
    datesOf(text, words, { today: context.today, period: context.plan.period }),
  );
  tokens = overlay(tokens, listNumbers(text, tokens, index));
  const written = codesOf(text, tokens, index);
  const heading = written.length === 0 ? headingOf(text, tokens, index) : null;
  const coded = heading ? [heading] : written;
  const amended = amendmentsOf(text, overlay(tokens, coded));
  // what an amended text speaks of is not what the message is about
  const taken = [...amended.map(({ head, end }) => ({ start: head.start, end })), ...changedHeads(tokens)];
  const outside = (one: MentionToken): boolean =>
    !taken.some(({ start, end }) => one.end > start && one.start < end);
  const codes = coded.filter(outside);
  tokens = overlay(tokens, codes);
  tokens = overlay(
    tokens,
    amended.flatMap(({ verb, head }) => (verb ? [verb, head] : [head])),
  );
  tokens = overlay(tokens, numbersOf(text, tokens));
  const found = namesIn(text, tokens, codes, index, writer, weights, several);
  const named = found.mentions.filter(
    (name) => outside(name) && !codes.some((one) => name.start < one.end && name.end > one.start),
  );
  tokens = overlay(
    tokens,
    named.flatMap((name) => namePieces(name, tokens)),
  );
  return {
    tokens,
    mentions: withoutReceivers(
      text,
      [...codes, ...named].sort((a, b) => a.start - b.start),
    ),
    guesses: found.guesses,
    named: found.best,
    nameSigns: found.signs,
  };
}

/** What is told of each activity a part is about, as the rules read it. */
function toldIn(
  normal: Normal,
  part: Part,
  tokens: readonly Token[],
  index: PlanIndex,
  context: UnderstandContext,
): Told[] {
  const own = context.own ?? [];
  const from = part.chunks[0]?.start ?? 0;
  const to = part.chunks.at(-1)?.end ?? 0;
  const single = (
    activity: string | null,
    target: Target | null,
    candidates: string[],
    assumed = false,
  ): Told => {
    const rules = readPart(normal, part.chunks, index, activity, context.today);
    rules.candidates = candidates;
    if (target) rules.because.activity = target.because.map(({ start, end }) => spanOf(normal, start, end));
    return {
      text: normal.text,
      tokens,
      from,
      to,
      activity: activity === null ? null : (index.byCode.get(activity) ?? null),
      units: unitsOf(index, activity === null ? candidates : [activity]),
      today: context.today,
      rules,
      chunks: part.chunks,
      assumed,
    };
  };
  if (part.targets.length === 0) {
    const assumed = context.quoted ?? (own.length === 1 ? own[0] : undefined);
    const leaf = assumed !== undefined && index.byCode.get(assumed)?.leaf ? assumed : null;
    return [single(leaf, null, [], leaf !== null)];
  }
  const told = part.targets.flatMap((target) => {
    const leaves = leavesOfTarget(target, index, own);
    if (target.all) return leaves.map((leaf) => single(leaf, target, []));
    return leaves.length === 1 ? [single(leaves[0] as string, target, [])] : [single(null, target, leaves)];
  });
  if (told.length > 1) for (const { rules } of told) shareSum(rules);
  return told;
}

/** What the activities count in, or any of the plan where none is known. */
function unitsOf(index: PlanIndex, codes: readonly string[]): string[] {
  const known =
    codes.length > 0 ? codes.flatMap((code) => index.byCode.get(code) ?? []) : index.byCode.values();
  return [...new Set([...known].flatMap(({ unit }) => unit ?? []))];
}

/** "ข้อละ 5,000" is said of each. */
const SUM_EACH = /(?:ข้อ|กิจกรรม|โครงการ|อย่าง|งาน)ละ/;

/** A sum said of several activities at once is nobody's. */
function shareSum(reading: Reading): void {
  if (
    reading.fields.spent === null ||
    reading.fields.spent === 0 ||
    reading.because.spent?.some((span) => SUM_EACH.test(span.text))
  )
    return;
  reading.fields.spent = null;
  if (!reading.unsure.includes('spent')) reading.unsure.push('spent');
}
