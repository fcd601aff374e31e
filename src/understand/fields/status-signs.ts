/** What the trees decide the status of a part on: what the linear model makes of it, words of progress and where they stand, figures against the plan, days. */
import { countsOf } from '../learn/near.ts';
import { isWord, type Token } from '../tokens.ts';
import type { Intent } from '../types.ts';
import type { Family } from '../words/families.ts';
import { unitKind } from './figure-signs.ts';
import { limitsOf } from './figures.ts';
import { type PartText, PART_STATUSES, tokensIn } from './part.ts';
import type { Weighed } from './roles.ts';

const GROUPS: readonly (readonly Family[])[] = [
  ['done'],
  ['already'],
  ['act'],
  ['doing', 'still'],
  ['will', 'planned'],
  ['start'],
  ['postpone'],
  ['cancel'],
  ['left', 'lacking'],
  ['nearly', 'partly'],
  ['not-yet', 'untouched'],
  ['not', 'cannot'],
  ['progress', 'percent', 'per-hundred'],
  ['reached', 'got'],
  ['trouble', 'cause'],
  ['advice', 'please'],
  ['total', 'all-of'],
  ['spend', 'free'],
  ['question-word', 'question-tail'],
  ['but', 'also'],
];

/** Of the last words told, what they are. */
const LAST: readonly (readonly Family[])[] = [
  ['done', 'already', 'reached'],
  ['not-yet', 'not', 'cannot', 'untouched', 'postpone', 'cancel'],
  ['doing', 'still', 'will', 'planned', 'start', 'nearly', 'partly', 'left'],
];

/** @param chances of the linear model, by PART_STATUSES. @param figures as the linear model weighed them. @param percent of the work, where one was read. */
export function statusSigns(
  part: PartText,
  chances: readonly number[],
  figures: readonly Weighed[],
  percent: number | null,
  intent: Intent,
): number[] {
  const { activity, rules, chunks, today } = part;
  const tokens = tokensIn(part);
  const { actual, spent, date } = rules.fields;
  const { budgetBaht, target } = limitsOf(activity);
  const said = chunks.filter(({ mood }) => mood === 'said');
  const free = said.filter(
    ({ section, tokens: own }) =>
      section === null && !own.some((token) => isWord(token, 'spend', 'baht', 'budget', 'trouble', 'cause')),
  );
  const best = (role: keyof Weighed['chances']): number =>
    figures.reduce((most, one) => Math.max(most, one.chances[role]), 0);
  const reached = figures.reduce<Weighed | null>(
    (most, one) => (!most || one.chances.actual > most.chances.actual ? one : most),
    null,
  );
  return [
    ...chances,
    rules.fields.status === null ? -1 : PART_STATUSES.indexOf(rules.fields.status),
    Number(rules.unsure.includes('status')),
    percent ?? -1,
    rules.fields.percent ?? -1,
    best('percent'),
    best('actual'),
    best('spent'),
    reached && target ? Math.min(3, reached.token.value / target) : -1,
    actual && target ? Math.min(3, actual.value / target) : -1,
    actual ? 1 : 0,
    unitKind(activity?.unit ?? null),
    spent === null || budgetBaht === null ? -1 : Math.min(3, spent / 100 / Math.max(1, budgetBaht)),
    date === null ? 0 : date > today ? 1 : date === today ? 2 : 3,
    tokens.some((token) => token.kind === 'date' && token.iso > today) ? 1 : 0,
    tokens.some((token) => token.kind === 'date' && token.iso <= today) ? 1 : 0,
    chunks.length,
    said.length / Math.max(1, chunks.length),
    chunks.some(({ mood }) => mood === 'promised' || mood === 'supposed') ? 1 : 0,
    chunks.some(({ mood }) => mood === 'asked' || mood === 'ordered') ? 1 : 0,
    chunks.some(({ section }) => section !== null) ? 1 : 0,
    free.length,
    figures.length,
    Math.min(200, part.to - part.from),
    intent === 'undo' ? 1 : 0,
    ...roundSigns(part, tokens),
    ...countsOf(tokens, GROUPS),
    ...placesOf(tokens, part),
    ...countsOf(
      free.flatMap(({ tokens: own }) => own),
      LAST,
    ),
    ...countsOf(said[0]?.tokens ?? [], LAST),
    ...countsOf(free.at(-1)?.tokens ?? [], LAST),
  ];
}

/** @returns where the last word of each group stands, from 0 to 1; -1 where none does. */
function placesOf(tokens: readonly Token[], { from, to }: PartText): number[] {
  return LAST.map((families) => {
    const last = tokens.findLast((token) => isWord(token, ...families));
    return last ? (last.start - from) / Math.max(1, to - from) : -1;
  });
}

const ROUND = /(?:รุ่น|ครั้ง|รอบ|ตอน|นัด|เที่ยว|วัน)(?:ที่)?\s?$/;
const FIRST_ROUND = /(?:รุ่น|ครั้ง|รอบ|ตอน|นัด)แรก/;
const LAST_ROUND = /(?:รุ่น|ครั้ง|รอบ|ตอน|นัด)(?:สุดท้าย|เดียวจบ)|(?:ทุก|ทั้งสอง|ทั้งสาม|ครบ)\s?(?:รุ่น|ครั้ง|รอบ|ตอน|นัด)/;
const ROUNDS = new Set(['ครั้ง', 'รุ่น', 'รอบ', 'เที่ยว', 'ตอน', 'นัด']);

/** Of work that is done in rounds, "รุ่น 3 จบเมื่อวันศุกร์": whether it is such, which round is told of, and whether the first or the last. */
function roundSigns({ text, from, to, activity }: PartText, tokens: readonly Token[]): number[] {
  const told = text.slice(from, to);
  const round = tokens.find(
    (token) =>
      token.kind === 'number' && ROUND.test(text.slice(Math.max(from, token.start - 10), token.start)),
  );
  const number = round?.kind === 'number' ? round.value : FIRST_ROUND.test(told) ? 1 : 0;
  const inRounds = ROUNDS.has(activity?.unit ?? '');
  return [
    inRounds ? Math.min(9, activity?.target ?? 0) : -1,
    Math.min(9, number),
    inRounds && activity?.target ? Math.min(2, number / activity.target) : -1,
    LAST_ROUND.test(told) ? 1 : 0,
  ];
}
