/** Makes training examples of annotated messages: for each decision of the reader, what it sees there and what is right. */
import { clauseBags, clausesOf } from '../../src/understand/clauses/clauses.ts';
import { labelRow, type Piece, piecesOf } from '../../src/understand/clauses/pieces.ts';
import { LABELS, READ_TEXTS } from '../../src/understand/clauses/texts.ts';
import { FIGURE_ROLES } from '../../src/understand/fields/roles.ts';
import { dayBag, figureBag } from '../../src/understand/fields/figures.ts';
import { type PartText, PART_STATUSES, statusBag, zeroBag } from '../../src/understand/fields/part.ts';
import { INTENTS, intentBag, PURPOSES } from '../../src/understand/intent/features.ts';
import type { ModelName } from '../../src/understand/learn/weights.ts';
import type { NameWeights } from '../../src/understand/names/mentions.ts';
import type { Bag } from '../../src/understand/learn/bag.ts';
import type { DateToken, NumberToken } from '../../src/understand/tokens.ts';
import { type Prepared, prepare } from '../../src/understand/prepare.ts';
import type { Intent } from '../../src/understand/types.ts';
import { pairsOf, roleOf } from './answers.ts';
import type { AnnotatedMessage, Corpus, ExpectedItem } from './corpora.ts';
import type { Example } from './fit.ts';
import type { LabelledRow } from './fit-chain.ts';
import { leavesOfTalker, leavesOfWriter } from './writers.ts';
import { everydayTalk } from './talk.ts';

/** Models over bags; the chain of words has rows of its own. */
export type BagModel = Exclude<ModelName, 'texts'>;
const BAG_MODELS: readonly BagModel[] = ['intent', 'status', 'figure', 'day', 'zero', 'clause'];

/** An example that may only be asked about: what is right there is not settled. */
export interface Asked extends Example {
  unsettled: boolean;
  /** The part of the corpus it belongs to, of which the model it is asked by knows nothing. */
  fold: number;
}

/** A number or a day with its place among the examples of its model. */
interface Placed<T> {
  token: T;
  at: number;
  example: number;
}

/** A part of a message with the examples made of it. */
export interface PartExamples {
  part: PartText;
  intent: Intent;
  percent: number | null;
  weight: number;
  status: number;
  figures: Placed<NumberToken>[];
  days: Placed<DateToken>[];
}

export interface FoldedRow extends LabelledRow {
  fold: number;
}

/** A report with the row of its words and the examples of its clauses. */
export interface ReportExamples {
  prepared: Prepared;
  pieces: readonly Piece[];
  clauses: readonly [number, number][];
  row: number;
  /** The first of its clauses among the examples. */
  firstClause: number;
  items: readonly [PartText, ExpectedItem][];
  lenient: readonly string[];
  weight: number;
}

/** A message with the example made of its purpose. */
export interface MessageExample {
  prepared: Prepared;
  example: number;
  weight: number;
}

export interface Examples {
  bags: Record<BagModel, Asked[]>;
  texts: FoldedRow[];
  reports: ReportExamples[];
  messages: MessageExample[];
  parts: PartExamples[];
}

export function noExamples(): Examples {
  return {
    bags: Object.fromEntries(BAG_MODELS.map((name) => [name, []])) as unknown as Examples['bags'],
    texts: [],
    reports: [],
    messages: [],
    parts: [],
  };
}

/** The older sets count for less: the rules that find their words were made on them. */
const KNOWN_WEIGHT = 0.8;

/** Adds what a set teaches. @param names that were learned without this set. */
export function addExamples(
  out: Examples,
  { messages, plan, today, known }: Corpus,
  names: NameWeights,
  fold: number,
): void {
  const weight = known ? KNOWN_WEIGHT : 1;
  for (const message of messages) {
    const prepared = prepare(message.text, { plan, today, own: leavesOfWriter(message, plan) }, names);
    const { expect, lenient = [] } = message;
    const bag = purposeBag(prepared, known);
    const answer = PURPOSES.indexOf(expect.multiple ? 'several' : expect.intent);
    out.messages.push({ prepared, weight, example: out.bags.intent.length });
    out.bags.intent.push({ bag, answer, weight, fold, unsettled: lenient.includes('intent') });
    if (expect.intent !== 'report' && expect.intent !== 'undo') continue;
    const pairs = pairsOf(prepared, message, known);
    for (const [part, item] of pairs) addPart(out, part, item, message, weight, fold);
    if (expect.intent === 'report') addTexts(out, prepared, message, pairs, weight, fold);
  }
}

/** Adds what shows that everyday talk, even where names seem to stand in it, is no report; each line is read against one of the plans. */
export function addTalk(
  out: Examples,
  sets: readonly Corpus[],
  lines: readonly string[],
  names: NameWeights,
  fold: number,
): void {
  for (const [at, text] of lines.entries()) {
    const { plan, today } = sets[at % sets.length] as Corpus;
    const prepared = prepare(text, { plan, today, own: leavesOfTalker(text, plan) }, names);
    const bag = purposeBag(prepared, false);
    out.messages.push({ prepared, weight: 1, example: out.bags.intent.length });
    out.bags.intent.push({ bag, answer: OTHER, weight: 1, fold, unsettled: false });
  }
}

/** Adds made-up messages of everyday words, whose grammar is none; what rules make of them tells nothing. */
export function addMadeUp(out: Examples, sets: readonly Corpus[], count: number, names: NameWeights): void {
  for (const [at, text] of everydayTalk(count).entries()) {
    const { plan, today } = sets[at % sets.length] as Corpus;
    const bag = purposeBag(prepare(text, { plan, today }, names), true);
    out.bags.intent.push({ bag, answer: OTHER, weight: MADE_UP_WEIGHT, fold: -1, unsettled: false });
  }
}

/** @param blind whether what the rules make of it tells nothing. */
function purposeBag({ normal, tokens, mentions, rules, named, told }: Prepared, blind: boolean): Bag {
  const read = blind ? [] : told.map((part) => part.rules);
  return intentBag(normal.text, tokens, mentions, blind ? null : rules, named, read);
}

const OTHER = INTENTS.indexOf('other');
const MADE_UP_WEIGHT = 0.5;

function addPart(
  out: Examples,
  part: PartText,
  item: ExpectedItem,
  message: AnnotatedMessage,
  weight: number,
  fold: number,
): void {
  const lenient = new Set(message.lenient ?? []);
  const intent = message.expect.intent as Intent;
  const { bags } = out;
  const put = (name: BagModel, bag: Bag, answer: number, unsettled: boolean): number =>
    bags[name].push({ bag, answer, weight, fold, unsettled }) - 1;
  const made: PartExamples = {
    part,
    intent,
    weight,
    percent: item.percent,
    status: put(
      'status',
      statusBag(part, intent, item.percent),
      PART_STATUSES.indexOf((item.status ?? 'none') as (typeof PART_STATUSES)[number]),
      lenient.has('status'),
    ),
    figures: [],
    days: [],
  };
  let counted = false;
  for (const [at, token] of part.tokens.entries()) {
    if (token.start < part.from || token.end > part.to) continue;
    if (token.kind === 'date')
      made.days.push({
        token,
        at,
        example: put('day', dayBag(part, at), item.date === token.iso ? 1 : 0, lenient.has('date')),
      });
    if (token.kind !== 'number') continue;
    const role = roleOf(part, at, item);
    counted ||= role === 'spent';
    const unsettled = role === 'other' && (lenient.has('actual') || lenient.has('percent'));
    made.figures.push({
      token,
      at,
      example: put('figure', figureBag(part, at, intent), FIGURE_ROLES.indexOf(role), unsettled),
    });
  }
  if (!counted) put('zero', zeroBag(part), item.spent === 0 ? 1 : 0, lenient.has('spent'));
  out.parts.push(made);
}

function addTexts(
  out: Examples,
  prepared: Prepared,
  { expect, lenient = [] }: AnnotatedMessage,
  pairs: readonly [PartText, ExpectedItem][],
  weight: number,
  fold: number,
): void {
  const { normal, tokens } = prepared;
  const pieces = piecesOf(normal.text, tokens);
  const answers = pieces.map(() => 0);
  for (const item of expect.multiple ?? [expect])
    for (const field of READ_TEXTS) {
      const text = item[field];
      const from = text ? normal.source.indexOf(text) : -1;
      if (!text || from === -1) continue;
      for (const [at, { start, end }] of pieces.entries())
        if ((normal.starts[start] as number) < from + text.length && (normal.ends[end - 1] as number) > from)
          answers[at] = LABELS.indexOf(field);
    }
  const clauses = clausesOf(pieces);
  out.reports.push({
    prepared,
    pieces,
    clauses,
    row: out.texts.length,
    firstClause: out.bags.clause.length,
    items: pairs,
    lenient,
    weight,
  });
  out.texts.push({ ...labelRow(pieces), answers, fold });
  for (const [at, bag] of clauseBags(pieces, clauses).entries()) {
    const own = answers.slice(...(clauses[at] as [number, number]));
    const answer = LABELS.findIndex((_, label) => own.filter((one) => one === label).length * 2 > own.length);
    out.bags.clause.push({ bag, answer: Math.max(0, answer), weight: 1, fold, unsettled: false });
  }
}
