/** Decides the fields of one part of a text by what was learned, from what the rules found in it. */
import { MAX_SATANG, satangFromBaht } from '../../domain/money.ts';
import type { Status } from '../../domain/activity.ts';
import { type Linear, probabilities } from '../learn/linear.ts';
import type { Weights } from '../learn/weights.ts';
import { dayBag } from './figures.ts';
import { ownUnitAfter, wholeOf } from './units.ts';
import { type PartText, STATUSES, statusBag, tokensIn, zeroBag } from './part.ts';
import { amendedSum, likeliest, named, weighFigures, type Weighed } from './roles.ts';
import { THRESHOLDS } from '../thresholds.ts';
import { type DateToken, isWord, type NumberToken, type Token, type Word } from '../tokens.ts';
import type { Intent, Reading, SpokenField } from '../types.ts';
import type { Bag } from '../learn/bag.ts';
import { type Normal, spanOf } from '../normalise.ts';

/** Puts the decided status, percent, actual, spent and date into a reading that the rules made. */
export function decideFields(
  normal: Normal,
  part: PartText,
  intent: Intent,
  weights: Weights,
  reading: Reading,
): void {
  const weighed = weighFigures(part, weights.figure);
  const figures = intent === 'undo' ? amendedSum(part, weighed) : weighed;
  const percent = decidePercent(part, figures);
  setField(normal, reading, 'percent', percent.value, percent.because, percent.unsure);
  const actual = decideActual(part, figures);
  setField(normal, reading, 'actual', actual.value, actual.because, false);
  decideSpent(normal, part, figures, weights, reading);
  decideDay(normal, part, weights.day, reading);
  decideStatus(normal, part, intent, weights.status, reading);
}

interface Decided<T> {
  value: T | null;
  because: Token[];
  unsure: boolean;
}

function decidePercent({ rules }: PartText, figures: readonly Weighed[]): Decided<number> {
  const direct = likeliest(figures, 'percent', THRESHOLDS.percent);
  const left = likeliest(figures, 'left', THRESHOLDS.percent);
  const chosen = direct ?? left;
  if (!chosen) {
    // a half, three quarters: no figure says it
    const fraction =
      rules.fields.percent !== null &&
      !figures.some(({ token }) => saysPercent(token.value, rules.fields.percent));
    if (fraction) return { value: rules.fields.percent, because: [], unsure: false };
    return { value: null, because: [], unsure: rules.unsure.includes('percent') };
  }
  const value = direct ? chosen.token.value : 100 - chosen.token.value;
  const fine = value >= 0 && value <= 100 && !chosen.token.odd;
  return { value: fine ? value : null, because: [chosen.token], unsure: !fine };
}

function saysPercent(value: number, percent: number | null): boolean {
  return value === percent || value === 100 - (percent ?? -1);
}

function decideActual(
  { text, tokens, activity, units }: PartText,
  figures: readonly Weighed[],
): Decided<{ value: number; unit: string }> {
  const chosen = likeliest(figures, 'actual', THRESHOLDS.actual);
  if (!chosen) return { value: null, because: [], unsure: false };
  const { token, at } = chosen;
  const whole = wholeOf(text, tokens, at);
  const own = ownUnitAfter(text, token.end, units) ?? (whole && ownUnitAfter(text, whole.end, units));
  const unit = unitOf(text, tokens, at, activity?.unit ?? null, own);
  return { value: unit === null ? null : { value: token.value, unit }, because: [token], unsure: false };
}

const COMMON: readonly [Parameters<typeof isWord>[1], string][] = [
  ['person', 'คน'],
  ['piece', 'ชิ้น'],
  ['score', 'คะแนน'],
  ['percent', 'ร้อยละ'],
];

/** The indicator's own unit, one of those every office knows, or null where something else is counted. */
function unitOf(
  text: string,
  tokens: readonly Token[],
  at: number,
  counted: string | null,
  own: string | null,
): string | null {
  if (own) return own;
  const token = tokens[at] as NumberToken;
  const next = tokens[at + 1];
  const beside = next && next.start - token.end <= 1 ? next : undefined;
  for (const [family, unit] of COMMON) if (isWord(beside, family)) return unit;
  const before = tokens.slice(Math.max(0, at - 3), at);
  if (before.some((one) => isWord(one, 'per-hundred') && token.start - one.end <= 16)) return 'ร้อยละ';
  if (isWord(beside, 'classifier') && counted !== null && text.slice(beside.start, beside.end) !== counted)
    return null;
  return counted;
}

function decideSpent(
  normal: Normal,
  part: PartText,
  figures: readonly Weighed[],
  weights: Weights,
  reading: Reading,
): void {
  const spent = figures.filter(({ chances }) => chances.spent >= THRESHOLDS.spent);
  const [first] = [...spent].sort((a, b) => b.chances.spent - a.chances.spent);
  if (!first) {
    const [, zero = 0] = probabilities(weights.zero, zeroBag(part));
    const doubted = part.rules.unsure.includes('spent');
    const { spent: sum } = part.rules.fields;
    setField(normal, reading, 'spent', doubted ? sum : zero >= THRESHOLDS.zero ? 0 : null, [], doubted);
    return;
  }
  const others = spent.filter((one) => one.token.value !== first.token.value);
  const total =
    others.length === 0 ||
    first.chances.spent > 1.15 * Math.max(...others.map((one) => one.chances.spent)) ||
    first.token.value >= sum(others);
  const { vague, odd } = first.token;
  const amount = satangFromBaht(first.token.value);
  const doubtful =
    vague ||
    odd ||
    !total ||
    amount > MAX_SATANG ||
    about(part, first.at) ||
    part.rules.unsure.includes('spent');
  const parts = part.rules.unsure.includes('spent') && part.rules.fields.spent !== null;
  const more = isMore(part, first.at) && figures.every((one) => one === first || one.chances.spent < 0.3);
  const amounts = [first, ...others].map(({ token, chances }) => ({
    value: satangFromBaht(token.value),
    probability: chances.spent,
  }));
  setField(
    normal,
    reading,
    'spent',
    parts ? part.rules.fields.spent : doubtful ? null : amount,
    [first.token],
    doubtful || more,
  );
  if (doubtful && !odd && amount <= MAX_SATANG) reading.likely.spent = amounts.slice(0, 3);
}

function sum(figures: readonly Weighed[]): number {
  return figures.reduce((total, { token }) => total + token.value, 0);
}

/** "ราวๆ 36,000": said, but not to be taken as certain. */
function about({ tokens }: PartText, at: number): boolean {
  const before = tokens[at - 1];
  return isWord(before, 'about') && (tokens[at] as Token).start - before.end <= 2;
}

/** "อีก 50,000": on top of a sum that was not said. */
function isMore({ tokens }: PartText, at: number): boolean {
  return tokens
    .slice(Math.max(0, at - 2), at)
    .some((token) => isWord(token, 'more') && (tokens[at] as Token).start - token.end <= 3);
}

function decideDay(normal: Normal, part: PartText, model: Linear, reading: Reading): void {
  let best: { token: DateToken; chance: number } | null = null;
  for (const [at, token] of part.tokens.entries()) {
    if (token.kind !== 'date' || token.start < part.from || token.end > part.to) continue;
    const [, chance = 0] = probabilities(model, dayBag(part, at));
    if (chance >= THRESHOLDS.date && (!best || chance > best.chance)) best = { token, chance };
  }
  setField(normal, reading, 'date', best?.token.iso ?? null, best ? [best.token] : [], false);
}

function decideStatus(normal: Normal, part: PartText, intent: Intent, model: Linear, reading: Reading): void {
  const bag: Bag = statusBag(part, intent, reading.fields.percent);
  const chances = named(STATUSES, probabilities(model, bag));
  const order = [...STATUSES].sort((a, b) => chances[b] - chances[a]);
  const [first = 'none', second = 'none'] = order;
  const because = reading.because.status;
  const unsaid =
    part.rules.fields.status === null && !tokensIn(part).some((token) => isWord(token, ...TELLING));
  const status = first === 'none' || (unsaid && chances[first] < THRESHOLDS.statusUnsaid) ? null : first;
  const contradicts = part.rules.unsure.includes('status') && chances[first] < THRESHOLDS.contradiction;
  const close =
    chances[first] < THRESHOLDS.status && chances[first] - chances[second] < THRESHOLDS.statusLead;
  const unsure = contradicts || close;
  reading.fields.status = unsure ? null : status;
  reading.unsure = reading.unsure.filter((field) => field !== 'status');
  if (unsure) {
    reading.unsure.push('status');
    reading.likely.status = order
      .filter((one): one is Status => one !== 'none' && chances[one] >= 0.1)
      .slice(0, 3)
      .map((value) => ({ value, probability: chances[value] }));
  }
  if (status !== null && !because) {
    const words = tokensIn(part).filter((token): token is Word =>
      isWord(token, 'done', 'doing', 'not-yet', 'postpone', 'cancel', 'already', 'start', 'left', 'lacking'),
    );
    if (words[0]) reading.because.status = [spanOf(normal, words[0].start, words[0].end)];
  } else if (status === null && !unsure) delete reading.because.status;
}

/** Words of how far the work is. */
const TELLING = [
  'done',
  'doing',
  'not-yet',
  'postpone',
  'cancel',
  'already',
  'start',
  'left',
  'lacking',
  'act',
  'nearly',
  'partly',
  'still',
  'reached',
  'planned',
  'will',
  'progress',
  'percent',
  'untouched',
] as const;

function setField<F extends Exclude<SpokenField, 'activity'>>(
  normal: Normal,
  reading: Reading,
  field: F,
  value: Reading['fields'][F],
  because: readonly Token[],
  unsure: boolean,
): void {
  const rules = { fields: { ...reading.fields } };
  reading.fields[field] = value;
  reading.unsure = reading.unsure.filter((one) => one !== field);
  if (unsure) reading.unsure.push(field);
  // the rules know all the words of what they read alike
  if (value !== null && same(value, rules.fields[field]) && reading.because[field]) return;
  if (because.length > 0)
    reading.because[field] = because.map(({ start, end }) => spanOf(normal, start, end));
  else if (value === null && !unsure) delete reading.because[field];
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
