/** What the trees decide on whether a day is the one reported: what the linear model makes of it and of the others, when it is, the words beside it. */
import { type Linear, probabilities } from '../learn/linear.ts';
import { nearness } from '../learn/near.ts';
import type { DateToken } from '../tokens.ts';
import type { Family } from '../words/families.ts';
import { dayBag } from './figures.ts';
import { type PartText, PART_STATUSES } from './part.ts';

const BESIDE: readonly (readonly Family[])[] = [
  ['postpone'],
  ['cancel'],
  ['done', 'act', 'already'],
  ['will', 'planned', 'promise'],
  ['start', 'doing'],
  ['letter', 'report-noun', 'announce'],
  ['spend', 'budget', 'baht'],
  ['target', 'order'],
  ['from', 'to'],
  ['on-day', 'this-mark'],
  ['not-yet', 'not', 'cannot'],
  ['trouble', 'cause'],
];

export interface WeighedDay {
  token: DateToken;
  at: number;
  chance: number;
}

/** The days of a part, no more than a report names, as the linear model weighs them. */
export function weighDays(part: PartText, model: Linear): WeighedDay[] {
  const found: WeighedDay[] = [];
  for (const [at, token] of part.tokens.entries()) {
    if (token.kind !== 'date' || token.start < part.from || token.end > part.to) continue;
    if (found.length >= MOST_DAYS) break;
    const [, chance = 0] = probabilities(model, dayBag(part, at));
    found.push({ token, at, chance });
  }
  return found;
}

const MOST_DAYS = 30;

/** @param chances of the linear model for a status, by PART_STATUSES. */
export function daySigns(
  part: PartText,
  all: readonly WeighedDay[],
  place: number,
  chances: readonly number[],
): number[] {
  const { text, tokens, rules, today, from, to, chunks } = part;
  const { token, at, chance } = all[place] as WeighedDay;
  const others = all.filter((_, other) => other !== place);
  const distance = (Date.parse(token.iso) - Date.parse(today)) / 86_400_000;
  const chunk = chunks.find(({ start, end }) => start <= token.start && end >= token.end);
  const before = text.slice(Math.max(from, token.start - 14), token.start);
  const after = text.slice(token.end, token.end + 8);
  return [
    chance,
    Math.max(0, ...others.map((one) => one.chance)),
    rules.fields.date === token.iso ? 1 : rules.fields.date === null ? 0 : -1,
    all.length,
    place,
    Math.sign(distance),
    Math.max(-200, Math.min(200, distance)),
    others.filter((one) => one.token.iso <= today).length,
    others.filter((one) => one.token.iso > today).length,
    others.some((one) => one.token.iso === token.iso) ? 1 : 0,
    (token.start - from) / Math.max(1, to - from),
    token.end - token.start,
    chunk?.mood === 'said' ? 1 : 0,
    chunk?.section ? 1 : 0,
    ...PART_STATUSES.map((_, status) => chances[status] ?? 0),
    /ภายใน|ก่อน|ไม่เกิน|จนถึง|ถึง(?:วัน)?(?:ที่)?\s?$/.test(before) ? 1 : 0,
    /ณ\s?(?:วันที่)?\s?$|ข้อมูล|สิ้นสุด/.test(before) ? 1 : 0,
    /ลงวันที่|ลว|หนังสือ/.test(before) ? 1 : 0,
    /^\s?(?:-|ถึง|–)/.test(after) ? 1 : 0,
    ...nearness(text, tokens, at, -1, BESIDE),
    ...nearness(text, tokens, at, 1, BESIDE),
  ];
}
