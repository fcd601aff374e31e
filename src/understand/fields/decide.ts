/** Decides the fields of one part of a text by what was learned, from what the rules found in it. */
import { MAX_SATANG, satangFromBaht } from '../../domain/money.ts';
import { probabilities, yesOrNo } from '../learn/linear.ts';
import { chancesIn } from '../learn/trees.ts';
import type { Weights } from '../learn/weights.ts';
import { columnAbove } from './columns.ts';
import { daySigns, weighDays } from './day-signs.ts';
import { countedIn } from './counted.ts';
import { inUnit } from './units.ts';
import { type PartText, statusBag, zeroBag } from './part.ts';
import { saysOnlySum } from '../rules/bare-sum.ts';
import { decideStatus } from './status.ts';
import { statusSigns } from './status-signs.ts';
import { ruledOut } from './ruled-out.ts';
import { amendedSum, likeliest, underHeadings, weighBeside, weighFigures, type Weighed } from './roles.ts';
import { THRESHOLDS } from '../thresholds.ts';
import { type DateToken, isWord, type Token } from '../tokens.ts';
import type { Intent, Reading, SpokenField } from '../types.ts';
import { type Normal, spanOf } from '../spelling/normalise.ts';

/** Puts the decided status, percent, actual, spent and date into a reading that the rules made. */
export function decideFields(
  normal: Normal,
  part: PartText,
  intent: Intent,
  weights: Weights,
  reading: Reading,
): void {
  const linear = weighFigures(part, intent, weights.figure);
  const weighed = underHeadings(part, weighBeside(part, linear, intent, weights.roles));
  const figures = ruledOut(part, intent, intent === 'undo' ? amendedSum(part, weighed) : weighed);
  const percent = decidePercent(part, figures);
  setField(normal, reading, 'percent', percent.value, percent.because, percent.unsure);
  const actual = decideActual(part, intent, figures);
  setField(normal, reading, 'actual', actual.value, actual.because, false);
  decideSpent(normal, part, intent, figures, weights, reading);
  const { percent: done } = reading.fields;
  const status = probabilities(weights.status, statusBag(part, intent, done));
  decideDay(normal, part, weights, status, reading);
  const signs = statusSigns(part, status, linear, done, intent);
  decideStatus(normal, part, chancesIn(weights.progress, status, signs), reading);
  withoutOutcome(part, reading);
}

/** What is still to come has no outcome: "รุ่น 2 จะจัด 22 เม.ย. ตอบรับแล้ว 31 คน" counts who will come. */
function withoutOutcome({ today }: PartText, { fields, because }: Reading): void {
  const { status, date } = fields;
  if (status !== 'not_started' || date === null || date <= today) return;
  fields.actual = null;
  delete because.actual;
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
  part: PartText,
  intent: Intent,
  figures: readonly Weighed[],
): Decided<{ value: number; unit: string }> {
  let best: { value: number; unit: string; token: Token; score: number } | null = null;
  for (const { token, at, chances } of figures) {
    const unit = countedIn(part, token, at, intent === 'undo' ? 0 : chances.actual);
    // what the indicator counts is sooner meant than anything else
    const own = unit !== null && unit === part.activity?.unit;
    // "ยาว 600 เมตร ทำแล้ว 450 เมตร": beside its target less is asked
    const target = figures.some((other) => other.at !== at && other.token.value === part.activity?.target);
    const least = own && !target ? THRESHOLDS.actualOwn : THRESHOLDS.actual;
    if (unit === null || chances.actual < least) continue;
    const score = chances.actual + (own ? OWN_UNIT : 0);
    if (!best || score > best.score) best = { value: inUnit(token.value, unit), unit, token, score };
  }
  if (!best) return { value: null, because: [], unsure: false };
  return { value: { value: best.value, unit: best.unit }, because: [best.token], unsure: false };
}

const OWN_UNIT = 0.2;

function decideSpent(
  normal: Normal,
  part: PartText,
  intent: Intent,
  figures: readonly Weighed[],
  weights: Weights,
  reading: Reading,
): void {
  const agreed = saysOnlySum(part.tokens) ? THRESHOLDS.spentAlone : THRESHOLDS.spentAgreed;
  const spent = figures.filter(
    ({ chances, token }) =>
      chances.spent >= (satangFromBaht(token.value) === part.rules.fields.spent ? agreed : THRESHOLDS.spent),
  );
  const [first] = [...spent].sort((a, b) => b.chances.spent - a.chances.spent);
  if (!first) {
    const [, zero = 0] = probabilities(weights.zero, zeroBag(part));
    // what is said vaguely is asked for rather than left out: whoever wrote it down took it for no value
    const vaguely = figures.some(
      ({ token, at, chances }) =>
        (chances.spent >= THRESHOLDS.spentVaguely ||
          satangFromBaht(token.value) === part.rules.fields.spent) &&
        (token.vague || about(part, at)),
    );
    const inParts = part.rules.unsure.includes('spent');
    const nothing = !vaguely && zero >= THRESHOLDS.zero ? 0 : null;
    setField(normal, reading, 'spent', inParts ? part.rules.fields.spent : nothing, [], vaguely || inParts);
    return;
  }
  const others = spent.filter((one) => one.token.value !== first.token.value);
  const total =
    others.length === 0 ||
    first.chances.spent > 1.15 * Math.max(...others.map((one) => one.chances.spent)) ||
    first.token.value >= sum(others);
  const { vague, odd } = first.token;
  const amount = satangFromBaht(first.token.value);
  // in a table the column says which figure it is
  const unclear = part.rules.unsure.includes('spent') && !columnAbove(part.text, first.token.start);
  const doubtful = vague || odd || !total || amount > MAX_SATANG || about(part, first.at) || unclear;
  const parts = unclear && part.rules.fields.spent !== null;
  // "ผิดอีก 900" adds nothing to what was said
  const more =
    intent !== 'undo' &&
    isMore(part, first.at) &&
    figures.every((one) => one === first || one.chances.spent < 0.3);
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

/** @param status chances of the linear model. */
function decideDay(
  normal: Normal,
  part: PartText,
  weights: Weights,
  status: readonly number[],
  reading: Reading,
): void {
  let best: { token: DateToken; chance: number } | null = null;
  const days = weighDays(part, weights.day);
  for (const [place, { token }] of days.entries()) {
    const signs = daySigns(part, days, place, status);
    const [, chance = 0] = chancesIn(weights.dated, yesOrNo(days[place]?.chance ?? 0), signs);
    const agreed = part.rules.fields.date === token.iso;
    const least = agreed ? THRESHOLDS.dateAgreed : THRESHOLDS.date;
    if (chance >= least && (!best || chance > best.chance)) best = { token, chance };
  }
  setField(normal, reading, 'date', best?.token.iso ?? null, best ? [best.token] : [], false);
}

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
