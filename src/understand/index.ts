/** Understands what an officer writes: Thai text to intent and fields, by rules, without any outside service; called by the bot's talk and dialogs and the understand command. */
import { NO_FIELDS } from '../domain/activity.ts';
import { amendmentsOf, changedHeads } from './amendments.ts';
import { type Chunk, chunksOf } from './chunks.ts';
import { codesOf } from './codes.ts';
import { datesOf } from './dates.ts';
import { decideIntent } from './intent.ts';
import { aliasesIn, leavesOfTarget, type Part, partsOfText, type Target } from './mentions.ts';
import { listNumbers } from './list-numbers.ts';
import { markMoods } from './moods.ts';
import { nameMatches } from './name-trails.ts';
import { namesBeside } from './names-beside.ts';
import { type Normal, normalise, spanOf } from './normalise.ts';
import { numbersOf } from './numbers.ts';
import { indexOf, type PlanIndex } from './plan-index.ts';
import { markSections } from './sections.ts';
import { inDigits } from './spoken.ts';
import { emptyReading, readPart, statesAnything } from './reading.ts';
import { saysInstead } from './taking-back.ts';
import { type MentionToken, overlay, type Token, wordsOf } from './tokens.ts';
import type { Reading, UnderstandContext, Understood } from './types.ts';

const MOST_OFFERED = 4;

/** Longer texts are read up to here: no report is longer, and nobody waits for one that is. */
const MAX_LENGTH = 5_000;

/**
 * @param text as typed; any string.
 * @param context the plan (indexed once per object), the office's day and what is known of the person.
 * @returns intent and fields; never throws.
 */
export function understand(text: string, context: UnderstandContext): Understood {
  const index = indexOf(context.plan);
  const normal = inDigits(normalise(text.slice(0, MAX_LENGTH)));
  const { tokens, mentions } = tokensOf(normal, index, context);
  const chunks = chunksOf(normal.text, tokens);
  markSections(normal.text, chunks);
  markMoods(normal.text, chunks);
  const parts = partsOfText(normal.text, chunks, mentions, tokens, index);
  const readings = parts.flatMap((part) => readingsOf(normal, part, index, context));
  const intent = decideIntent({
    text: normal.text,
    tokens,
    chunks,
    mentions,
    readings,
    quoted: Boolean(context.quoted),
  });
  if (intent === 'report') return asReport(normal, readings, tokens, index);
  if (intent === 'undo') return asUndo(readings, saysInstead(tokens));
  if (intent === 'status' || intent === 'list') return asQuestion(normal, parts, intent, index);
  return { intent, ambiguous: false, multiple: null, ...emptyReading(), candidates: namedIn(parts, index) };
}

/** What was named though nothing was told of it: worth offering. */
function namedIn(parts: readonly Part[], index: PlanIndex): string[] {
  const named = parts.flatMap(({ targets }) =>
    targets.flatMap((target) => leavesOfTarget(target, index, [])),
  );
  return [...new Set(named)].slice(0, MOST_OFFERED);
}

export function tokensOf(
  normal: Normal,
  index: PlanIndex,
  context: UnderstandContext,
): { tokens: Token[]; mentions: MentionToken[] } {
  const { text } = normal;
  const words = wordsOf(text);
  let tokens: Token[] = overlay(
    words,
    datesOf(text, words, { today: context.today, period: context.plan.period }),
  );
  tokens = overlay(tokens, listNumbers(text, tokens));
  const aliases = aliasesIn(text, context.aliases ?? {}, index);
  tokens = overlay(tokens, aliases);
  const coded = codesOf(text, tokens, index).filter(
    (code) => !aliases.some((alias) => code.start < alias.end && code.end > alias.start),
  );
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
  const certain = [...codes, ...aliases].sort((a, b) => a.start - b.start);
  const names = namesBeside(text, tokens, certain, index).filter(
    (name) => outside(name) && !certain.some((one) => name.start < one.end && name.end > one.start),
  );
  tokens = overlay(tokens, names);
  tokens = overlay(tokens, numbersOf(text, tokens));
  return { tokens, mentions: [...certain, ...names].sort((a, b) => a.start - b.start) };
}

/** One reading for each activity a part is about. */
function readingsOf(normal: Normal, part: Part, index: PlanIndex, context: UnderstandContext): Reading[] {
  const own = context.own ?? [];
  const single = (
    activity: string | null,
    target: Target | null,
    candidates: string[],
    chunks: readonly Chunk[],
  ): Reading => {
    const reading = readPart(normal, chunks, index, activity, context.today);
    reading.candidates = candidates;
    if (target) reading.because.activity = target.because.map(({ start, end }) => spanOf(normal, start, end));
    return reading;
  };
  if (part.targets.length === 0) {
    const assumed = context.quoted ?? (own.length === 1 ? own[0] : undefined);
    return [
      single(
        assumed !== undefined && index.byCode.get(assumed)?.leaf ? assumed : null,
        null,
        [],
        part.chunks,
      ),
    ];
  }
  const readings = part.targets.flatMap((target) => {
    const leaves = leavesOfTarget(target, index, own);
    if (target.all) return leaves.map((leaf) => single(leaf, target, [], part.chunks));
    return leaves.length === 1
      ? [single(leaves[0] as string, target, [], part.chunks)]
      : [single(null, target, leaves, part.chunks)];
  });
  if (readings.length > 1) for (const reading of readings) shareSum(reading);
  return readings;
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

function asReport(normal: Normal, all: Reading[], tokens: readonly Token[], index: PlanIndex): Understood {
  const stated = merged(all.filter(statesAnything));
  const known = stated.length > 0 ? stated : all.slice(0, 1);
  if (known.length > 1) {
    const ambiguous = known.some(isUnclear);
    return { intent: 'report', ambiguous, multiple: known, ...emptyReading(), fields: { ...NO_FIELDS } };
  }
  const [reading = emptyReading()] = known;
  if (reading.activity === null) {
    if (reading.candidates.length === 0 && !reading.because.activity)
      reading.candidates = guesses(normal, tokens, index);
    reading.unsure.unshift('activity');
  }
  return { intent: 'report', ambiguous: isUnclear(reading), multiple: null, ...reading };
}

/** Statements about the same activity in different places are one. */
function merged(readings: readonly Reading[]): Reading[] {
  const out: Reading[] = [];
  for (const reading of readings) {
    const same = out.find((one) => one.activity !== null && one.activity === reading.activity);
    if (!same) {
      out.push(reading);
      continue;
    }
    for (const [field, value] of Object.entries(reading.fields)) {
      const name = field as keyof Reading['fields'];
      if (value === null || same.fields[name] !== null) continue;
      Object.assign(same.fields, { [name]: value });
      const because = name === 'remark' ? undefined : reading.because[name];
      if (because && name !== 'remark') same.because[name] = because;
    }
    same.unsure = [...new Set([...same.unsure, ...reading.unsure])];
  }
  return out;
}

function isUnclear(reading: Reading): boolean {
  return reading.activity === null || reading.unsure.length > 0;
}

/** Activities that share some letters with the text: worth offering, too little to believe. */
function guesses(normal: Normal, tokens: readonly Token[], index: PlanIndex): string[] {
  const matches = nameMatches(normal.text, tokens, index, 0, normal.text.length);
  const best = matches[0]?.score ?? 0;
  const near = matches.filter((match) => match.score >= Math.max(1.5, best * 0.6));
  return [...new Set(near.flatMap((match) => index.leaves.get(match.code) ?? []))].slice(0, MOST_OFFERED);
}

/** Taking back fills no field; amending fills what stands instead. */
function asUndo(readings: Reading[], amends: boolean): Understood {
  const reading =
    merged(readings.filter((one) => statesAnything(one) || one.activity !== null))[0] ?? emptyReading();
  if (!amends) {
    const { activity, candidates, because } = reading;
    const told = because.activity ? { activity: because.activity } : {};
    return {
      intent: 'undo',
      ambiguous: false,
      multiple: null,
      ...emptyReading(),
      activity,
      candidates,
      because: told,
    };
  }
  return { intent: 'undo', ambiguous: reading.unsure.length > 0, multiple: null, ...reading };
}

function asQuestion(
  normal: Normal,
  parts: readonly Part[],
  intent: 'status' | 'list',
  index: PlanIndex,
): Understood {
  const reading = emptyReading();
  const [target] = parts.flatMap((part) => part.targets);
  if (target) {
    reading.because.activity = target.because.map(({ start, end }) => spanOf(normal, start, end));
    const [code] = target.codes;
    const leaves = code === undefined ? [] : (index.leaves.get(code) ?? []);
    if (target.codes.length === 1 && code !== undefined)
      reading.activity = leaves.length === 1 ? (leaves[0] as string) : code;
    else if (intent === 'status') {
      reading.candidates = [...target.codes];
      reading.unsure = ['activity'];
    }
  }
  return { intent, ambiguous: reading.unsure.length > 0, multiple: null, ...reading };
}
