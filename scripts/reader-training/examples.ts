/** Makes training examples of annotated messages: for each decision of the reader, what it sees there and what is right. */
import { clauseBags, clausesOf } from '../../src/understand/clauses/clauses.ts';
import { piecesOf, labelRow } from '../../src/understand/clauses/pieces.ts';
import { LABELS, TEXT_FIELDS } from '../../src/understand/clauses/texts.ts';
import { PER_HUNDRED } from '../../src/understand/context.ts';
import { type Role, ROLES } from '../../src/understand/fields/roles.ts';
import { dayBag, figureBag } from '../../src/understand/fields/figures.ts';
import { type PartText, STATUSES, statusBag, zeroBag } from '../../src/understand/fields/part.ts';
import { INTENTS, intentBag } from '../../src/understand/intent/features.ts';
import type { ModelName } from '../../src/understand/learn/weights.ts';
import type { NameWeights } from '../../src/understand/names/mentions.ts';
import { isWord } from '../../src/understand/tokens.ts';
import { type Prepared, prepare } from '../../src/understand/prepare.ts';
import type { Intent } from '../../src/understand/types.ts';
import type { Corpus, ExpectedItem, Message } from './corpora.ts';
import type { Example } from './fit.ts';
import type { LabelledRow } from './fit-chain.ts';
import { everydayTalk } from './talk.ts';

export type Examples = Record<Exclude<ModelName, 'texts'>, Example[]> & { texts: LabelledRow[] };

export function examplesOf({ messages, plan, today, known }: Corpus, names: NameWeights): Examples {
  const out: Examples = { intent: [], status: [], figure: [], day: [], zero: [], clause: [], texts: [] };
  for (const message of messages) {
    const prepared = prepare(message.text, { plan, today }, names);
    const { normal, tokens, mentions, rules, named, told } = prepared;
    const { expect } = message;
    out.intent.push({
      bag: intentBag(
        normal.text,
        tokens,
        mentions,
        known ? null : rules,
        named,
        known ? [] : told.map((part) => part.rules),
      ),
      answer: INTENTS.indexOf(expect.intent as Intent),
    });
    if (expect.intent !== 'report' && expect.intent !== 'undo') continue;
    for (const [part, item] of pairsOf(prepared, message, known)) addPart(out, part, item, message);
    if (expect.intent === 'report') addTexts(out, prepared, expect.multiple ?? [expect]);
  }
  return out;
}

/** @returns what shows that everyday words alone, even beside a name, are no report. */
export function talkExamples(sets: readonly Corpus[], names: NameWeights, count: number): Example[] {
  return everydayTalk(count).flatMap((text, at) => {
    const set = sets[at % sets.length];
    if (!set) return [];
    const { normal, tokens, mentions, named } = prepare(text, { plan: set.plan, today: set.today }, names);
    const bag = intentBag(normal.text, tokens, mentions, null, named);
    return [{ bag, answer: INTENTS.indexOf('other'), weight: TALK_WEIGHT }];
  });
}

const TALK_WEIGHT = 0.5;

/** Parts of a message whose right reading is known. */
function pairsOf(
  { told, normal, tokens, index }: Prepared,
  { expect }: Message,
  blind: boolean,
): [PartText, ExpectedItem][] {
  if (expect.multiple) {
    const { multiple } = expect;
    return told.flatMap((part): [PartText, ExpectedItem][] => {
      const item = multiple.find(({ activity }) => activity !== null && activity === part.activity?.code);
      return item ? [[{ ...part, blind }, item]] : [];
    });
  }
  const [first] = told;
  if (!first) return [];
  const whole = told.length === 1 ? first : { ...first, from: 0, to: normal.text.length };
  const activity = expect.activity === null ? first.activity : (index.byCode.get(expect.activity) ?? null);
  const units = activity === first.activity ? first.units : activity?.unit ? [activity.unit] : [];
  return [[{ ...whole, tokens, activity, units, blind: blind || told.length > 1 }, expect]];
}

function addPart(out: Examples, part: PartText, item: ExpectedItem, message: Message): void {
  const lenient = new Set(message.lenient ?? []);
  const intent = message.expect.intent as Intent;
  if (!lenient.has('status'))
    out.status.push({
      bag: statusBag(part, intent, item.percent),
      answer: STATUSES.indexOf((item.status ?? 'none') as (typeof STATUSES)[number]),
    });
  let counted = false;
  for (const [at, token] of part.tokens.entries()) {
    if (token.start < part.from || token.end > part.to) continue;
    if (token.kind === 'date' && !lenient.has('date'))
      out.day.push({ bag: dayBag(part, at), answer: item.date === token.iso ? 1 : 0 });
    if (token.kind !== 'number') continue;
    const role = roleOf(part, at, item);
    counted ||= role === 'spent';
    if (role === 'other' && (lenient.has('actual') || lenient.has('percent'))) continue;
    out.figure.push({ bag: figureBag(part, at, intent), answer: ROLES.indexOf(role) });
  }
  if (!counted) out.zero.push({ bag: zeroBag(part), answer: item.spent === 0 ? 1 : 0 });
}

function roleOf({ tokens }: PartText, at: number, { spent, actual, percent }: ExpectedItem): Role {
  const token = tokens[at];
  if (token?.kind !== 'number') return 'other';
  const next = tokens[at + 1];
  const beside = next && next.start - token.end <= 1 ? next : undefined;
  const { value } = token;
  const baht = isWord(beside, 'baht');
  const hundredth = isWord(beside, 'percent');
  if (
    actual?.value === value &&
    !(spent === value && baht) &&
    !(percent === value && actual.unit !== PER_HUNDRED)
  )
    return 'actual';
  if (spent === value && value !== 0) return 'spent';
  if (percent === value) return 'percent';
  return percent !== null && value === 100 - percent && hundredth ? 'left' : 'other';
}

function addTexts(out: Examples, { normal, tokens }: Prepared, items: readonly ExpectedItem[]): void {
  const pieces = piecesOf(normal.text, tokens);
  const answers = pieces.map(() => 0);
  for (const item of items)
    for (const field of TEXT_FIELDS) {
      const text = item[field];
      const from = text ? normal.source.indexOf(text) : -1;
      if (!text || from === -1) continue;
      for (const [at, { start, end }] of pieces.entries())
        if ((normal.starts[start] as number) < from + text.length && (normal.ends[end - 1] as number) > from)
          answers[at] = LABELS.indexOf(field);
    }
  out.texts.push({ ...labelRow(pieces), answers });
  const clauses = clausesOf(pieces);
  for (const [at, bag] of clauseBags(pieces, clauses).entries()) {
    const own = answers.slice(...(clauses[at] as [number, number]));
    const answer = LABELS.findIndex((_, label) => own.filter((one) => one === label).length * 2 > own.length);
    out.clause.push({ bag, answer: Math.max(0, answer) });
  }
}
