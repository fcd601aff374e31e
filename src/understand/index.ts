/** Understands what people write: Thai text to intent and fields, without any outside service; called by the bot's front and the understand command. */
import { NO_FIELDS } from '../domain/activity.ts';
import { saysOnlySum } from './bare-sum.ts';
import { decideTexts } from './clauses/decide.ts';
import { piecesOf } from './clauses/pieces.ts';
import { labelled, READ_TEXTS } from './clauses/texts.ts';
import { decideFields } from './fields/decide.ts';
import { intentBag, INTENTS } from './intent/features.ts';
import { intentSigns } from './intent/signs.ts';
import { probabilities } from './learn/linear.ts';
import { chancesIn } from './learn/trees.ts';
import { loadedWeights, type Weights } from './learn/weights.ts';
import { amends } from './chunks.ts';
import { leavesOfTarget, type Part } from './mentions.ts';
import { type Normal, spanOf } from './normalise.ts';
import type { PlanIndex } from './plan-index.ts';
import { type Prepared, prepare } from './prepare.ts';
import { emptyReading, statesAnything } from './reading.ts';
import { THRESHOLDS } from './thresholds.ts';
import { isWord, type MentionToken, type Token } from './tokens.ts';
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
  const prepared = prepare(text, context, weights.names);
  const { parts, index, normal } = prepared;
  const intent = intentOf(prepared, weights, Boolean(context.quoted));
  if (intent === 'report') return asReport(readingsOf(prepared, intent, weights), prepared.guesses);
  if (intent === 'undo') return asUndo(readingsOf(prepared, intent, weights));
  if (intent === 'status' || intent === 'list') return asQuestion(normal, parts, intent, index);
  return { intent, ambiguous: false, multiple: null, ...emptyReading(), candidates: namedIn(parts, index) };
}

/** A name less likely than this is none. */
const NEAR = 0.1;

/** What the learned decision and the plain signs of a command say a message is for. */
function intentOf(prepared: Prepared, weights: Weights, quoted: boolean): Intent {
  const { normal, tokens, mentions, chunks, rules, named, told } = prepared;
  if (rules === 'undo' && tokens.some(amends)) return 'undo';
  if (rules === 'other' && chunks.some(({ mood }) => mood === 'aside')) return 'other';
  const read = told.map((part) => part.rules);
  const linear = probabilities(weights.intent, intentBag(normal.text, tokens, mentions, rules, named, read));
  const chances = chancesIn(weights.purpose, linear, intentSigns(prepared, linear));
  if (quoted && rules === 'report') return 'report';
  // "งบ 500 บาท" goes on with what was told before
  if (rules === 'report' && saysOnlySum(tokens)) return 'report';
  let most = 0;
  for (let at = 1; at < chances.length; at++)
    if ((chances[at] as number) > (chances[most] as number)) most = at;
  const intent = INTENTS[most] as Intent;
  const chance = chances[most] as number;
  if (rules === 'other' && (intent === 'help' || intent === 'list') && chance < THRESHOLDS.question)
    return rules;
  const asks = (one: Intent): boolean => one === 'status' || one === 'list';
  if (asks(rules) && asks(intent) && chance < THRESHOLDS.catalogue) return rules;
  if (intent === 'report' && mentions.length === 0) {
    // whoever has one activity does not speak of it all day
    if (told.some(({ assumed }) => assumed) && (rules !== 'report' || chance < THRESHOLDS.assumed))
      return rules === 'report' || rules === 'undo' ? 'other' : rules;
    const agreed = rules === 'report' && named < NEAR;
    if (agreed && chance >= THRESHOLDS.unnamedAgreed) return intent;
    if ((rules !== 'report' || named < NEAR) && chance < THRESHOLDS.unnamed)
      return rules === 'report' || rules === 'undo' ? 'other' : rules;
  }
  if (rules === 'other' && intent === 'status' && mentions.length === 0 && chance < THRESHOLDS.progress)
    return rules;
  if (rules === 'status' && intent === 'other' && chance < THRESHOLDS.noQuestion) return rules;
  const coded = mentions.some(({ by }) => by !== 'name');
  // "อยากให้ข้อ 4 เสร็จเร็วๆ" wishes: where no name opens it, that it reports must be surer
  const unseen = coded ? THRESHOLDS.unseenByCode : THRESHOLDS.unseen;
  if (rules === 'other' && intent === 'report' && mentions[0]?.start !== 0 && chance < unseen) return rules;
  // figures alone may be the answer to anything
  if (rules === 'other' && intent === 'report' && !saysWords(normal.text, mentions)) return rules;
  // the two agree: that is surer than either
  if (intent === 'undo' && rules === 'undo') return intent;
  if (intent === 'undo' && (chance < THRESHOLDS.undo || saysTooLittle(normal.text, tokens)))
    // "ยืนยันการยกเลิก" calls off no activity
    return rules === 'report' && mentions.length === 0 ? 'other' : rules;
  const least = coded || mentions.length === 0 ? THRESHOLDS.intent : THRESHOLDS.intentByName;
  if ((intent === 'report' || intent === 'undo') && chance < least) {
    const rest = INTENTS.map((one, at) => ({ one, likely: chances[at] as number })).filter(
      ({ one }) => one !== 'report' && one !== 'undo',
    );
    return rest.sort((a, b) => b.likely - a.likely)[0]?.one ?? 'other';
  }
  return intent;
}

/** "ท.2(5) 198" has no word, but a letter in its code: that is no bare figure. */
function saysWords(text: string, mentions: readonly MentionToken[]): boolean {
  const letters = /[a-z\u0e01-\u0e4e]/;
  return (
    /[a-z\u0e01-\u0e4e]{2}/.test(text) ||
    mentions.some(({ start, end }) => letters.test(text.slice(start, end)))
  );
}

/** "ไม่ใช่ค่ะ" puts nothing right: it names nothing and has no figure. */
function saysTooLittle(text: string, tokens: readonly Token[]): boolean {
  return text.length <= 12 && tokens.every((token) => isWord(token, ...SAYS_NOTHING));
}

const SAYS_NOTHING = ['not', 'not-that', 'particle', 'neutral', 'small-talk'] as const;

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
    if (shared && reading.fields.spent !== null) {
      reading.fields.spent = null;
      if (!reading.unsure.includes('spent')) reading.unsure.push('spent');
    }
    if (labels) decideTexts(normal, part, labels, weights.stretches, reading);
    else for (const field of READ_TEXTS) reading.fields[field] = null;
    return reading;
  });
}

/** What was named though nothing was told of it: worth offering. */
function namedIn(parts: readonly Part[], index: PlanIndex): string[] {
  const named = parts.flatMap(({ targets }) =>
    targets.flatMap((target) => leavesOfTarget(target, index, [])),
  );
  return [...new Set(named)].slice(0, MOST_OFFERED);
}

function asReport(all: Reading[], guesses: readonly string[]): Understood {
  const stated = merged(all.filter(statesAnything));
  const known = stated.length > 0 ? stated : all.slice(0, 1);
  if (known.length > 1) {
    const ambiguous = known.some(isUnclear);
    return { intent: 'report', ambiguous, multiple: known, ...emptyReading(), fields: { ...NO_FIELDS } };
  }
  const [reading = emptyReading()] = known;
  if (reading.activity === null) {
    if (reading.candidates.length === 0 && !reading.because.activity)
      reading.candidates = guesses.slice(0, MOST_OFFERED);
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

/** Taking back fills no field; amending fills what stands instead. */
function asUndo(readings: Reading[]): Understood {
  const reading =
    merged(readings.filter((one) => statesAnything(one) || one.activity !== null))[0] ?? emptyReading();
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
