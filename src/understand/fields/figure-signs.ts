/** What the trees decide the role of a number on: what the linear model makes of it and of its neighbours, sums and plan, the words beside it. */
import { PER_HUNDRED } from '../numbers/context.ts';
import { nearness } from '../learn/near.ts';
import type { NumberToken, Token } from '../tokens.ts';
import type { Intent } from '../types.ts';
import type { Family } from '../words/families.ts';
import { columnAbove } from './columns.ts';
import { isCost, limitsOf } from './figures.ts';
import type { PartText } from './part.ts';
import type { Weighed } from './roles.ts';
import { bahtOf, ownUnitAfter, wholeOf } from './units.ts';

const BEFORE: readonly (readonly Family[])[] = [
  ['spend'],
  ['budget'],
  ['allotted', 'committed'],
  ['left', 'lacking'],
  ['target', 'planned', 'will'],
  ['reached', 'got', 'already'],
  ['done', 'act', 'doing'],
  ['total', 'all-of'],
  ['more', 'each'],
  ['about', 'nearly'],
  ['participants', 'person', 'staff'],
  ['out-of', 'from'],
  ['indicator', 'score', 'per-hundred'],
  ['progress'],
  ['not', 'not-yet', 'cannot'],
  ['head-field', 'classifier', 'unit-of-time'],
];
const AFTER: readonly (readonly Family[])[] = [
  ['baht'],
  ['percent'],
  ['person'],
  ['piece', 'classifier'],
  ['score'],
  ['unit-of-time'],
  ['left', 'lacking'],
  ['target'],
  ['out-of', 'from'],
  ['already', 'reached', 'done'],
  ['spend'],
  ['each', 'more', 'vague-sum'],
];

/** What is known of all numbers of a part, worked out once. */
interface Figures {
  values: readonly number[];
  most: number;
  total: number;
}

export function figuresIn(all: readonly Weighed[]): Figures {
  const values = all.map(({ token }) => token.value);
  return { values, most: Math.max(0, ...values), total: values.reduce((sum, one) => sum + one, 0) };
}

/** @param place of the number among `all` that the linear model weighed. */
export function figureSigns(
  part: PartText,
  all: readonly Weighed[],
  place: number,
  { values, most, total }: Figures,
  intent: Intent,
): number[] {
  const { text, tokens, activity, rules } = part;
  const { token, at, chances } = all[place] as Weighed;
  const { value } = token;
  const rival = (role: keyof typeof chances): number =>
    all.reduce((best, one, other) => (other === place ? best : Math.max(best, one.chances[role])), 0);
  const whole = wholeOf(text, tokens, at);
  const inWhole = all.some((one) => one.token !== token && wholeOf(text, tokens, one.at) === token);
  const ownAt = ownUnitAfter(text, token.end, part.units);
  const own = ownAt ?? (whole && ownUnitAfter(text, whole.end, part.units));
  const others = values.filter((_, other) => other !== place);
  const { budgetBaht, target } = limitsOf(activity);
  const { spent, actual, percent } = rules.fields;
  const chunk = part.chunks.find(({ start, end }) => start <= token.start && end >= token.end);
  const next = tokens[at + 1];
  return [
    chances.other,
    chances.spent,
    chances.actual,
    chances.percent,
    chances.left,
    rival('spent'),
    rival('actual'),
    rival('percent'),
    rival('left'),
    Math.log10(value + 1),
    value % 1 === 0 ? zerosOf(value) : -1,
    value <= 100 ? 1 : 0,
    Number(token.large),
    Number(token.vague || token.odd),
    place,
    values.length,
    place === values.length - 1 ? 1 : 0,
    value === most ? 1 : 0,
    others.filter((one) => one === value).length,
    others.length > 1 && Math.abs(total - 2 * value) < 0.01 ? 1 : 0,
    isDifference(value, others) ? 1 : 0,
    others.some((one) => one > 0 && one < value && isDifference(one, [value, ...others])) ? 1 : 0,
    whole ? value / Math.max(1, whole.value) : -1,
    inWhole ? 1 : 0,
    own ? 1 : 0,
    own !== null && own === activity?.unit ? 1 : 0,
    unitKind(activity?.unit ?? null),
    target === null ? -1 : Math.min(9, value / Math.max(1, target)),
    target !== null && value === target ? 1 : 0,
    budgetBaht === null ? -1 : Math.min(9, value / Math.max(1, budgetBaht)),
    budgetBaht !== null && value === budgetBaht ? 1 : 0,
    budgetBaht !== null && others.some((one) => one === budgetBaht) ? 1 : 0,
    budgetBaht !== null && others.some((one) => Math.abs(budgetBaht - one - value) < 0.01) ? 1 : 0,
    spent === null ? 0 : spent === value * 100 ? 1 : -1,
    actual === null ? 0 : actual.value === value ? 1 : -1,
    percent === null ? 0 : percent === value ? 1 : percent === 100 - value ? 0.5 : -1,
    activity === null ? 0 : 1,
    chunk ? MOODS.indexOf(chunk.mood) : -1,
    chunk?.section ? SECTIONS.indexOf(chunk.section) : -1,
    columnAbove(text, token.start) ? 1 : 0,
    isCost(text, part.from, token.start) ? 1 : 0,
    intent === 'undo' ? 1 : 0,
    isWhole(text, token) ? 1 : 0,
    next === undefined || next.start - token.end > 1 ? 0 : 1,
    lettersBetween(text, tokens, at, -1),
    lettersBetween(text, tokens, at, 1),
    ...nearness(text, tokens, at, -1, BEFORE),
    ...nearness(text, tokens, at, 1, AFTER),
  ];
}

/** "ครบเป้า 320", "หกสิบครบ": as many as were wanted. */
function isWhole(text: string, { start, end }: NumberToken): boolean {
  return (
    /(?<!ไม่|ขาด)ครบ(?:ทั้ง|ตาม|เป้า|จำนวน|แล้ว)*\s?$/.test(text.slice(Math.max(0, start - 16), start)) ||
    /^\s?[^\s\d]{0,10}\s?(?<!ไม่)ครบ(?!กำหนด)/.test(text.slice(end, end + 16))
  );
}

const MOODS = ['said', 'asked', 'supposed', 'promised', 'ordered', 'withdrawn', 'aside'];
const SECTIONS = ['obstacle', 'suggestion', 'result', 'remark'];

/** 0 for none, 1 persons, 2 per cent, 3 points, 4 another thing, 5 money. */
export function unitKind(unit: string | null): number {
  if (bahtOf(unit) !== null) return 5;
  return unit === null ? 0 : unit === 'คน' ? 1 : unit === PER_HUNDRED ? 2 : unit === 'คะแนน' ? 3 : 4;
}

function zerosOf(value: number): number {
  let zeros = 0;
  for (let rest = value; rest > 0 && rest % 10 === 0 && zeros < 4; rest /= 10) zeros++;
  return zeros;
}

/** Whether two others are this number apart: what is left of a budget, or what was added. */
function isDifference(value: number, others: readonly number[]): boolean {
  return (
    value > 0 &&
    others.length <= 12 &&
    others.some((one, at) =>
      others.some((other, second) => at !== second && Math.abs(one - other - value) < 0.01),
    )
  );
}

/** Unknown letters between a number and the known word before or after it, at most 20. */
function lettersBetween(text: string, tokens: readonly Token[], at: number, step: 1 | -1): number {
  const [token, other] = [tokens[at] as NumberToken, tokens[at + step]];
  const [from, to] = step < 0 ? [other?.end ?? 0, token.start] : [token.end, other?.start ?? text.length];
  return Math.min(20, to - from);
}
