/** Holds each field of the assistant's answer against the message and the plan: what does not stand there is dropped and counted; nothing else is believed. */
import type { Activity } from '../domain/activity.ts';
import { MAX_SATANG, satangFromBaht } from '../domain/money.ts';
import { covers } from '../domain/plan.ts';
import { COMMON_UNITS } from '../text/assistant-prompt.ts';
import { emptyReading } from '../understand/rules/reading.ts';
import type { Reading, Span } from '../understand/types.ts';
import { NOTHING, TEXT_HEADING, TEXT_TAIL } from '../understand/words/edges.ts';
import { ANSWER_FIELDS, type AnswerField, type AnswerItem, type Parsed } from './answer.ts';
import type { Hidden } from './hide.ts';
import type { Question } from './question.ts';
import { type Figure, type Standing, standingIn } from './standing.ts';

export type Refusal = {
  field: AnswerField;
  /** form: has not its form. unknown: no activity of the plan, or no unit of it. not-theirs: may not be reported by the sender. other: the text names another. unnamed: one of several that the text does not name. absent: does not stand in the message. vague: stands there as "about". */
  reason: 'form' | 'unknown' | 'not-theirs' | 'other' | 'unnamed' | 'absent' | 'vague';
};

export interface Checked {
  readings: Reading[];
  refusals: Refusal[];
}

interface Case {
  question: Question;
  standing: Standing;
  hidden: Hidden;
  refuse: (field: AnswerField, reason: Refusal['reason']) => null;
}

/** @returns what of the answer stands, as readings without anything unsure. */
export function check({ items: answered, misshapen }: Parsed, question: Question, hidden: Hidden): Checked {
  const refusals: Refusal[] = misshapen.map((field) => ({ field, reason: 'form' }));
  const refuse = (field: AnswerField, reason: Refusal['reason']): null => {
    refusals.push({ field, reason });
    return null;
  };
  const standing = standingIn(question.text, question.context, hidden.spans);
  const given: Case = { question, standing, hidden, refuse };
  const items = answered.filter((item) => ANSWER_FIELDS.some((field) => item[field] !== null));
  const several = items.length > 1;
  const read = items.map((item) => readingOf(item, activityOf(item, several, given), given));
  if (!several) return { readings: read, refusals };
  // of several, one without its activity would be told of nothing
  const whole = onePerActivity(read.filter(({ activity }) => activity !== null));
  const readings = withoutShared(whole, refuse).filter(
    (reading, _, all) => isToldOf(reading, all, question) || refuse('activity', 'unnamed'),
  );
  return { readings, refusals };
}

/** What is said of an activity in two items is one. */
function onePerActivity(readings: readonly Reading[]): Reading[] {
  const out: Reading[] = [];
  for (const reading of readings) {
    const same = out.find(({ activity }) => activity === reading.activity);
    if (!same) {
      out.push(reading);
      continue;
    }
    const said = Object.entries(same.fields).filter(([, value]) => value !== null);
    same.fields = { ...reading.fields, ...Object.fromEntries(said) };
    same.because = { ...reading.because, ...same.because };
  }
  return out;
}

/** Of several, each is named or has words of its own: "all are finished" is said of none of them. */
function isToldOf({ activity, because }: Reading, all: readonly Reading[], { context }: Question): boolean {
  if (because.activity || activity === context.quoted) return true;
  const startsOf = (words: Reading['because']): number[] =>
    Object.entries(words).flatMap(([field, spans]) =>
      field === 'status' ? [] : spans.map(({ start }) => start),
    );
  const others = new Set(all.flatMap((one) => (one.because === because ? [] : startsOf(one.because))));
  return startsOf(because).some((start) => !others.has(start));
}

function activityOf({ activity: said }: AnswerItem, several: boolean, given: Case): Activity | null {
  const { question, standing, refuse } = given;
  if (said === null) return null;
  const { activities } = question.context.plan;
  const found =
    activities.find((one) => one.code === said) ?? alone(activities.filter((one) => one.label === said));
  if (!found) return refuse('activity', 'unknown');
  const leaf = found.leaf
    ? found
    : alone(activities.filter((one) => one.leaf && covers([found.code], one.code)));
  if (!leaf) return refuse('activity', 'unknown');
  if (!question.reportable.some((one) => one.code === leaf.code)) return refuse('activity', 'not-theirs');
  const named = standing.named.some(({ codes }) => covers(codes, leaf.code));
  if (named || several || question.context.quoted === leaf.code) return leaf;
  // a code says which one is meant, also where the plan has none such
  return standing.named.some(({ byCode }) => byCode) ? refuse('activity', 'other') : leaf;
}

function alone(found: readonly Activity[]): Activity | null {
  return found.length === 1 ? found[0]! : null;
}

function readingOf(item: AnswerItem, activity: Activity | null, given: Case): Reading {
  const { question, standing } = given;
  const reading = emptyReading();
  const { fields, because } = reading;
  const behind = (field: AnswerField, span: Span | null): void => {
    if (span) because[field] = [span];
  };
  if (activity) {
    reading.activity = activity.code;
    behind('activity', standing.named.find(({ codes }) => covers(codes, activity.code))?.span ?? null);
  }
  fields.status = item.status;
  // the words that say it are not told: all of them do
  if (item.status) behind('status', standing.find(question.text));
  const percent = percentOf(item, given);
  if (percent) {
    fields.percent = percent.value;
    behind('percent', percent.span);
  }
  const actual = actualOf(item, activity, given);
  if (actual) {
    fields.actual = actual.value;
    behind('actual', actual.span);
  }
  const spent = spentOf(item, given);
  if (spent) {
    fields.spent = spent.value;
    behind('spent', spent.span);
  }
  for (const field of ['obstacle', 'suggestion', 'result'] as const) {
    const span = textOf(field, item, given);
    if (!span) continue;
    fields[field] = span.text;
    behind(field, span);
  }
  const day = dayOf(item, given);
  if (day) {
    fields.date = day.iso;
    behind('date', day.span);
  }
  return reading;
}

function figureOf(value: number, { figures }: Standing): Figure | null {
  const same = figures.filter((one) => Math.abs(one.value - value) < 1e-6);
  return same.find(({ vague }) => !vague) ?? same[0] ?? null;
}

interface Stands<T> {
  value: T;
  span: Span | null;
}

function percentOf({ percent }: AnswerItem, { standing, refuse }: Case): Stands<number> | null {
  if (percent === null) return null;
  const rest = standing.saysLeft ? figureOf(100 - percent, standing) : null;
  const figure = figureOf(percent, standing) ?? rest;
  if (figure) return { value: percent, span: figure.span };
  return standing.percents.includes(percent) ? { value: percent, span: null } : refuse('percent', 'absent');
}

function actualOf(
  { actual }: AnswerItem,
  activity: Activity | null,
  { standing, refuse, question }: Case,
): Stands<{ value: number; unit: string }> | null {
  if (actual === null) return null;
  const figure = figureOf(actual.value, standing);
  if (!figure) return refuse('actual', 'absent');
  const units = activity ? [activity.unit] : question.reportable.map(({ unit }) => unit);
  return [...units, ...COMMON_UNITS].includes(actual.unit)
    ? { value: actual, span: figure.span }
    : refuse('actual', 'unknown');
}

function spentOf({ spent }: AnswerItem, { standing, refuse }: Case): Stands<number> | null {
  if (spent === null) return null;
  const figure = figureOf(spent, standing);
  const satang = satangFromBaht(spent);
  if (spent === 0 && !figure)
    return standing.zeroSpent ? { value: 0, span: null } : refuse('spent', 'absent');
  if (!figure || satang > MAX_SATANG) return refuse('spent', 'absent');
  return figure.vague ? refuse('spent', 'vague') : { value: satang, span: figure.span };
}

/** The words as they stand in the message, without what introduces and ends them. */
function textOf(
  field: 'obstacle' | 'suggestion' | 'result',
  item: AnswerItem,
  { standing, hidden, refuse }: Case,
): Span | null {
  const said = item[field];
  if (said === null) return null;
  const bare = hidden.putBack(said).trim().replace(TEXT_HEADING, '').replace(TEXT_TAIL, '').trim();
  if (bare === NOTHING || !/\p{L}.*\p{L}/su.test(bare)) return null;
  return standing.find(bare) ?? refuse(field, 'absent');
}

function dayOf({ date }: AnswerItem, { standing, refuse }: Case): { iso: string; span: Span | null } | null {
  if (date === null) return null;
  return standing.findDay(date) ?? refuse('date', 'absent');
}

/** A sum that is said once and stands at several activities is nobody's. */
function withoutShared(readings: readonly Reading[], refuse: Case['refuse']): Reading[] {
  const at = ({ because }: Reading): number | undefined => because.spent?.[0]?.start;
  return readings.map((reading, index) => {
    const start = at(reading);
    const shared = readings.some(
      (other, place) => place !== index && start !== undefined && at(other) === start,
    );
    if (!shared) return reading;
    refuse('spent', 'unnamed');
    const { spent: _, ...because } = reading.because;
    return { ...reading, fields: { ...reading.fields, spent: null }, because };
  });
}
