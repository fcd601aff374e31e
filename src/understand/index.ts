/** Understands what people write: Thai text to intent and fields, without any outside service; called by the bot's front and the understand command. */
import { NO_FIELDS } from '../domain/activity.ts';
import { decideTexts } from './clauses/decide.ts';
import { piecesOf } from './clauses/pieces.ts';
import { labelled, READ_TEXTS } from './clauses/texts.ts';
import { decideFields } from './fields/decide.ts';
import { intentOf, purposeOf } from './intent/decide.ts';
import { INTENTS } from './intent/features.ts';
import { loadedWeights, type Weights } from './learn/weights.ts';
import { amends } from './chunks.ts';
import { leavesOfTarget, type Part } from './mentions.ts';
import { type Normal, normalSpan, spanOf } from './spelling/normalise.ts';
import type { PlanIndex } from './plan-index.ts';
import { type Prepared, prepare, type Told } from './prepare.ts';
import { emptyReading, statesAnything } from './rules/reading.ts';
import { isSharedSum } from './rules/shared-sums.ts';
import { THRESHOLDS } from './thresholds.ts';
import { isWord, type Token } from './tokens.ts';
import type { Intent, Reading, UnderstandContext, Understood } from './types.ts';

const MOST_OFFERED = 4;

/**
 * @param text as typed; any string.
 * @param context the plan (indexed once per object), the office's day and what is known of the person.
 * @param weights those in the repository, but for training.
 * @returns intent and fields; never throws.
 */
export function understand(
  text: string,
  context: UnderstandContext,
  weights: Weights = loadedWeights(),
): Understood {
  const first = prepare(text, context, weights.names);
  const { chances, several } = purposeOf(first, weights);
  const isSeveral = several >= THRESHOLDS.several;
  const prepared = asMany(first, isSeveral) ? first : prepare(text, context, weights.names, isSeveral);
  const { parts, index, normal } = prepared;
  const intent = context.isReport ? 'report' : intentOf(prepared, chances, Boolean(context.quoted));
  if (intent === 'report')
    return asReport(
      withUntold(prepared, readingsOf(prepared, intent, weights)),
      prepared.guesses,
      isSeveral && tellsMore(prepared),
    );
  if (intent === 'undo') return asUndo(readingsOf(prepared, intent, weights));
  if (intent === 'status' || intent === 'list') return asQuestion(normal, parts, intent, index);
  const perhaps = intent === 'other' && (chances[INTENTS.indexOf('report')] ?? 0) >= THRESHOLDS.perhaps;
  const named = namedIn(parts, index);
  return {
    intent,
    ambiguous: false,
    multiple: null,
    more: false,
    perhaps,
    ...emptyReading(),
    candidates: perhaps ? [...new Set([...named, ...prepared.guesses])].slice(0, MOST_OFFERED) : named,
  };
}

/** Whether a text names as many activities in words as it tells of; one that names any by code names what it tells of. */
function asMany({ mentions }: Prepared, isSeveral: boolean): boolean {
  if (mentions.some(({ by }) => by !== 'name')) return true;
  return new Set(mentions.map(({ codes }) => codes.join())).size > 1 === isSeveral;
}

function readingsOf(prepared: Prepared, intent: Intent, weights: Weights): Reading[] {
  const { normal, tokens, told } = prepared;
  // what a heading says anew is exactly what stands under it
  if (tokens.some(amends)) return told.map(({ rules }) => rules);
  const labels = intent === 'report' ? labelled(piecesOf(normal.text, tokens), weights) : null;
  return told.map((part) => {
    const { rules } = part;
    const reading: Reading = {
      ...rules,
      fields: { ...rules.fields },
      unsure: [...rules.unsure],
      because: { ...rules.because },
    };
    const shared = reading.unsure.includes('spent') && told.length > 1 && rules.fields.spent === null;
    decideFields(normal, part, intent, weights, reading);
    const sum = sumOf(prepared, reading);
    const ofSeveral = sum !== undefined && isSharedSum(normal.text, sum.start, told.length);
    if ((shared || ofSeveral) && reading.fields.spent !== null) {
      reading.fields.spent = null;
      if (!reading.unsure.includes('spent')) reading.unsure.push('spent');
    }
    if (labels) decideTexts(normal, part, labels, weights.stretches, reading);
    else for (const field of READ_TEXTS) reading.fields[field] = null;
    return reading;
  });
}

/** Letters beside what is named, from which on another activity may be told of too. */
const LEAST_MORE = 20;

/** "1.2 1) กำลังทำ" has no room for another activity. */
function tellsMore({ normal, mentions }: Prepared): boolean {
  const named = mentions.reduce((sum, { start, end }) => sum + end - start, 0);
  return normal.text.length - named >= LEAST_MORE;
}

/** "ข้อ 3 เก็บแบบสอบถามแล้ว ข้อ 4 กำลังทำ": of what was named by its code and told of, though no field was read, the status is asked. */
function withUntold({ told }: Prepared, readings: Reading[]): Reading[] {
  if (readings.length < 2) return readings;
  return readings.map((reading, at) =>
    !statesAnything(reading) && reading.activity !== null && tellsByCode(told[at] as Told)
      ? { ...reading, unsure: ['status'] }
      : reading,
  );
}

/** Whether work is told of in a part that its code opens. */
function tellsByCode({ tokens, from, to }: Told): boolean {
  const inside = tokens.filter(({ start, end }) => start >= from && end <= to);
  const code = inside.find((token) => token.kind === 'mention');
  return (
    code?.kind === 'mention' &&
    code.by === 'code' &&
    inside.some((token) => token.start >= code.end && isWord(token, ...WORK))
  );
}

const WORK = ['act', 'done', 'doing', 'start', 'already', 'got', 'reached'] as const;

/** The figure the spending was read from. */
function sumOf({ normal, tokens }: Prepared, { because }: Reading): Token | undefined {
  const told = normalSpan(normal, because.spent?.[0]);
  return told
    ? tokens.findLast(({ kind, start, end }) => kind === 'number' && start >= told.start && end <= told.end)
    : undefined;
}

/** What was named though nothing was told of it: worth offering. */
function namedIn(parts: readonly Part[], index: PlanIndex): string[] {
  const named = parts.flatMap(({ targets }) =>
    targets.flatMap((target) => leavesOfTarget(target, index, [])),
  );
  return [...new Set(named)].slice(0, MOST_OFFERED);
}

function asReport(all: Reading[], guesses: readonly string[], several: boolean): Understood {
  const stated = merged(all.filter(statesAnything));
  const known = stated.length > 0 ? stated : all.slice(0, 1);
  if (known.length > 1) {
    const ambiguous = known.some(isUnclear);
    return {
      intent: 'report',
      ambiguous,
      multiple: known,
      more: false,
      perhaps: false,
      ...emptyReading(),
      fields: { ...NO_FIELDS },
    };
  }
  const [reading = emptyReading()] = known;
  if (reading.activity === null) {
    if (reading.candidates.length === 0 && !reading.because.activity)
      reading.candidates = guesses.slice(0, MOST_OFFERED);
    reading.unsure.unshift('activity');
  }
  return {
    intent: 'report',
    ambiguous: isUnclear(reading),
    multiple: null,
    more: several,
    perhaps: false,
    ...reading,
  };
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

/** Taking back fills no field; amending fills what stands instead. */
function asUndo(readings: Reading[]): Understood {
  const reading =
    merged(readings.filter((one) => statesAnything(one) || one.activity !== null))[0] ?? emptyReading();
  return {
    intent: 'undo',
    ambiguous: reading.unsure.length > 0,
    multiple: null,
    more: false,
    perhaps: false,
    ...reading,
  };
}

/** "กิจกรรมไหนเลยกำหนด" names none, whatever name has such words. */
function asksWhich({ text }: Normal, said: readonly { start: number; end: number }[]): boolean {
  return said.some(({ start, end }) => WHICH.test(text.slice(start, end)));
}

const WHICH = /(?:กิจกรรม|โครงการ|งาน|เรื่อง|ข้อ|อัน)\s?(?:ไหน|อะไร|ใด)/;

function asQuestion(
  normal: Normal,
  parts: readonly Part[],
  intent: 'status' | 'list',
  index: PlanIndex,
): Understood {
  const reading = emptyReading();
  const [target] = parts.flatMap((part) => part.targets).filter(({ because }) => !asksWhich(normal, because));
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
  return {
    intent,
    ambiguous: reading.unsure.length > 0,
    multiple: null,
    more: false,
    perhaps: false,
    ...reading,
  };
}
