/** What the trees decide the purpose of a message on: what the linear model and the rules make of it, what is named and how surely, what is told in it. */
import { countsOf } from '../learn/near.ts';
import type { Prepared } from '../prepare.ts';
import type { Intent } from '../types.ts';
import type { Family } from '../words/families.ts';
import { INTENTS } from './features.ts';

const GROUPS: readonly (readonly Family[])[] = [
  ['done', 'already', 'reached'],
  ['act', 'doing', 'start'],
  ['not-yet', 'postpone', 'cancel', 'untouched'],
  ['will', 'planned'],
  ['spend', 'budget'],
  ['baht'],
  ['percent', 'progress', 'per-hundred'],
  ['person', 'participants', 'piece', 'classifier'],
  ['trouble', 'cause'],
  ['advice'],
  ['question-tail'],
  ['question-word'],
  ['show', 'overview'],
  ['catalogue', 'owner'],
  ['overdue', 'unreported'],
  ['how', 'help'],
  ['undo', 'retract', 'take-back'],
  ['mistaken', 'amend', 'change', 'really', 'said-before'],
  ['report-noun', 'announce', 'relay'],
  ['promise'],
  ['order', 'everyone'],
  ['please'],
  ['condition'],
  ['small-talk'],
  ['particle'],
];

const MOODS = ['said', 'asked', 'supposed', 'promised', 'ordered', 'aside'];

/** @param chances of the linear model, by INTENTS. */
export function intentSigns(
  { normal, tokens, mentions, chunks, rules, named, nameSigns, told, writer }: Prepared,
  chances: readonly number[],
): number[] {
  const { text } = normal;
  const coded = mentions.filter(({ by }) => by !== 'name');
  const facts = told.flatMap((part) =>
    Object.entries(part.rules.fields).filter(([, value]) => value !== null),
  );
  const letters = tokens.reduce((sum, { start, end }) => sum + end - start, 0);
  const numbers = tokens.filter((token) => token.kind === 'number');
  const first = mentions[0];
  return [
    ...chances,
    ...INTENTS.map((one: Intent) => (one === rules ? 1 : 0)),
    named,
    writer?.share ?? -1,
    ...nameSigns,
    coded.length,
    mentions.length - coded.length,
    mentions.some(({ codes }) => codes.length === 0) ? 1 : 0,
    first ? Math.min(60, first.start) : -1,
    coded[0] ? Math.min(60, coded[0].start) : -1,
    told.length,
    told.some((part) => part.assumed) ? 1 : 0,
    told.filter(({ activity }) => activity !== null).length,
    facts.length,
    ...['status', 'percent', 'actual', 'spent', 'obstacle', 'date'].map((field) =>
      facts.some(([name]) => name === field) ? 1 : 0,
    ),
    ...MOODS.map((mood) => chunks.filter((chunk) => chunk.mood === mood).length / Math.max(1, chunks.length)),
    MOODS.indexOf(chunks.at(-1)?.mood ?? 'said'),
    MOODS.indexOf(chunks[0]?.mood ?? 'said'),
    chunks.length,
    chunks.some(({ section }) => section !== null) ? 1 : 0,
    numbers.length,
    Math.log10(1 + Math.max(0, ...numbers.map(({ value }) => value))),
    tokens.filter(({ kind }) => kind === 'date').length,
    text.includes('?') ? 1 : 0,
    Math.min(400, text.length),
    text.split('\n').length,
    letters / Math.max(1, text.length),
    ...countsOf(tokens, GROUPS),
    ...countsOf(chunks.at(-1)?.tokens ?? [], GROUPS.slice(10, 16)),
  ];
}
