/** Puts the decided obstacle, suggestion and result into a reading that the rules made; called by the understanding. */
import type { Chunk } from '../chunks.ts';
import { yesOrNo } from '../learn/linear.ts';
import { chancesIn, type Trees } from '../learn/trees.ts';
import { type Normal, normalSpan, spanOf } from '../spelling/normalise.ts';
import type { Told } from '../prepare.ts';
import { THRESHOLDS } from '../thresholds.ts';
import { unitAfter } from '../numbers/numbers.ts';
import { isWord, type Token } from '../tokens.ts';
import type { Reading } from '../types.ts';
import { isUnderHeading, type Proposal, proposalsOf } from './stretches.ts';
import { type Labelled, READ_TEXTS, type ReadText } from './texts.ts';

/** Under a heading the rules know where a text ends; elsewhere the labels of its words do. */
export function decideTexts(
  normal: Normal,
  { chunks, tokens, from, to }: Told,
  labels: Labelled,
  trees: Trees,
  reading: Reading,
): void {
  for (const field of READ_TEXTS) {
    if (isUnderHeading(field, chunks)) continue;
    const seen = normalSpan(normal, reading.because[field]?.[0]);
    const proposals = proposalsOf(field, labels, from, to, seen).filter(
      (one) => !isOthers(field, one, chunks),
    );
    const found = likeliest(proposals, trees, THRESHOLDS[field]) ?? behindReason(proposals, chunks);
    if (!found) {
      if (reading.fields[field] === '') continue;
      reading.fields[field] = null;
      delete reading.because[field];
      continue;
    }
    const span = spanOf(normal, behindNumber(normal.text, tokens, found), found.end);
    reading.fields[field] = span.text;
    reading.because[field] = [span];
  }
}

/** Letters of what still tells something. */
const LEAST_LEFT = 6;

/** "คืบ 38 ฝนตกทุกวัน", "14 โรง ที่เหลือไม่มา": a number that ends what stands before, and what it counts, are no part of a text. */
export function behindNumber(
  text: string,
  tokens: readonly Token[],
  { start, end }: Pick<Proposal, 'start' | 'end'>,
): number {
  const at = tokens.findIndex(
    (token) => token.kind === 'number' && token.end + 2 > start && token.start < end,
  );
  const number = tokens[at];
  if (!number || number.start > start || !/[^\s]\s?$/.test(text.slice(0, number.start))) return start;
  const unit = unitAfter(text, tokens, at);
  const begun = number.start < start;
  // "2 คนป่วย": what is counted is told of
  if (begun ? unit?.start !== start : unit !== null) return start;
  const stop = begun ? unit!.end : number.end;
  const rest = text.slice(stop, end);
  const goesOn = tokens.some(
    (token) => isWord(token, 'cause') && token.start >= stop && token.start <= stop + 1,
  );
  return /^\s/.test(rest) && !goesOn && rest.trim().length >= LEAST_LEFT
    ? end - rest.trimStart().length
    : start;
}

/** Whether a stretch stands under the heading of another field: "ผลคือ …" is no obstacle, whatever it says. */
function isOthers(field: ReadText, { start, end }: Proposal, chunks: readonly Chunk[]): boolean {
  const others = READ_TEXTS.filter((other) => other !== field && isUnderHeading(other, chunks));
  const isOther = ({ section }: Chunk): boolean =>
    section === 'remark' || others.some((other) => other === section);
  return chunks.some((chunk) => isOther(chunk) && chunk.start < end && chunk.end > start);
}

/** How much surer the words of one stretch must be than those of a likelier one that goes on behind it. */
const SURER = 0.2;

/** @returns the likeliest stretch that is likely enough; of those that begin alike not one that goes on with what is hardly the field's. */
function likeliest(proposals: readonly Proposal[], trees: Trees, least: number): Proposal | null {
  const likely = proposals
    .map((one) => ({ one, chance: chancesIn(trees, yesOrNo(one.chance), one.signs)[1] ?? 0 }))
    .filter(({ chance }) => chance >= least)
    .sort((a, b) => b.chance - a.chance)
    .map(({ one }) => one);
  const [first] = likely;
  const surer = likely.find((one) => one.from === first?.from && one.words > first.words + SURER);
  return surer ?? first ?? null;
}

/** "เนื่องจาก…": what stands right behind it is why; the longest of which the words are sure. */
function behindReason(proposals: readonly Proposal[], chunks: readonly Chunk[]): Proposal | null {
  const follows = ({ start }: Proposal): boolean =>
    chunks.some(({ tokens }) =>
      tokens.some((token) => isWord(token, 'cause') && token.end <= start && start - token.end <= 1),
    );
  const sure = proposals.filter((one) => one.words >= THRESHOLDS.reason && follows(one));
  return sure.sort((a, b) => b.end - b.start - (a.end - a.start))[0] ?? null;
}
