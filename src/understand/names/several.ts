/** Weighs, of the names that the stretches of one text may be about, which are meant: each is judged beside the others; called by the name finder and by training. */
import type { PlanIndex } from '../plan-index.ts';
import { isWord } from '../tokens.ts';
import type { Candidate } from './candidates.ts';
import { candidatesIn, FEATURES } from './candidates.ts';
import { type Choice, chooseName } from './choose.ts';
import { isToldOf, type Stretch } from './stretch.ts';
import { withTwinSaid } from './twins.ts';
import { windowsOf } from './windows.ts';

/** The likeliest name of one stretch. */
export interface NamedStretch {
  candidate: Candidate;
  probability: number;
  /** Its stretch begins with it, and something is told of it right away. */
  opens: boolean;
  signs: number[];
}

/** Place of the sign that a stretch begins with its name. */
const OPENS = 3;
/** "ส่วนเรื่อง…" opens a stretch with what follows. */
const OPENING = /^\s?(?:ส่วน|สำหรับ|แต่|และ|แล้วก็|กับ|ขณะที่|ในส่วนของ)?\s?(?:เรื่อง|งาน|กิจกรรม|โครงการ|ของ)?\s?$/;
/** Names less likely than this are not weighed. */
const LEAST = 0.2;

/**
 * @param coded activities named by code.
 * @param whole tells what the whole text names; asked once, where a stretch names anything.
 * @returns the likeliest leaf of each stretch, with what speaks for and against it.
 */
export function optionsIn(
  stretch: Stretch,
  coded: readonly { start: number; end: number }[],
  index: PlanIndex,
  weights: readonly number[],
  whole: () => Choice,
): NamedStretch[] {
  const found: NamedStretch[] = [];
  let all: Choice | null = null;
  for (const { stretch: own, signs } of windowsOf(stretch, coded)) {
    if (own.runs.length === 0) continue;
    const choice = chooseName(weights, candidatesIn(own, index), signs);
    const [first, second] = withTwinSaid(choice, own.text.slice(own.from, own.to), index).named;
    if (!first || first.probability < LEAST) continue;
    const { code, start, end } = first.candidate;
    if (index.leaves.get(code)?.length !== 1) continue;
    if (isHeading(stretch, first.candidate) || isHeaded(stretch, start)) continue;
    if (isMoney(stretch, first.candidate)) continue;
    all ??= whole();
    const opens = OPENING.test(own.text.slice(own.from, start));
    const told = isToldOf(own.text, own.tokens, { end });
    const counts = own.tokens.find((token) => token.start >= end)?.kind === 'number';
    const also =
      own.tokens[0] !== undefined &&
      own.tokens[0].start - own.from <= 1 &&
      isWord(own.tokens[0], 'also', 'but');
    const line = /\n\s*$/.test(stretch.text.slice(0, own.from));
    const { features } = first.candidate;
    found.push({
      candidate: first.candidate,
      probability: first.probability,
      opens: opens && told && !counts,
      signs: [
        1,
        Math.log(first.probability / (1 - Math.min(0.99, first.probability))),
        first.probability - (second?.probability ?? 0),
        opens ? 1 : 0,
        told ? 1 : 0,
        opens && told ? 1 : 0,
        opens && told && !counts ? 1 : 0,
        also ? 1 : 0,
        line ? 1 : 0,
        coded.length > 0 ? 1 : 0,
        coded.length > 0 && !also && !line ? 1 : 0,
        features[FEATURES.indexOf('rarest')] as number,
        features[FEATURES.indexOf('coverage')] as number,
        features[FEATURES.indexOf('letters')] as number,
        all.named.find(({ candidate }) => candidate.code === code)?.probability ?? 0,
        all.named[0]?.probability ?? 0,
      ],
    });
  }
  const both = stretch.tokens.some((token) => isWord(token, 'both', 'all-of')) ? 1 : 0;
  for (const one of found) {
    const others = found.filter(({ candidate }) => candidate.code !== one.candidate.code);
    const rival = Math.max(0, ...others.map(({ probability }) => probability));
    const surer = found.some(
      (other) => other.candidate.code === one.candidate.code && other.probability > one.probability,
    );
    one.signs.push(
      rival,
      rival > 0.6 && (one.signs[OPENS] as number) > 0 ? 1 : 0,
      Math.min(4, new Set(others.map(({ candidate }) => candidate.code)).size) / 4,
      surer ? 1 : 0,
      both,
    );
  }
  return found;
}

/** @returns the probability that an option is meant. */
export function chanceOf(weights: readonly number[], { signs }: NamedStretch): number {
  return 1 / (1 + Math.exp(-signs.reduce((sum, sign, at) => sum + sign * (weights[at] ?? 0), 0)));
}

/** "งบประมาณที่ใช้: 24,000", "เบิกจ่ายร้อยละ 48" tell of money, whatever name has the words. */
function isMoney({ text, tokens }: Stretch, { start, end }: Candidate): boolean {
  let rest = '';
  let at = start;
  let money = false;
  for (const token of tokens) {
    if (token.end <= start || token.start >= end) continue;
    if (!isWord(token, 'budget', 'spend', 'left', 'head-field', 'per-hundred', 'percent')) continue;
    money ||= !isWord(token, 'per-hundred', 'percent');
    rest += text.slice(at, Math.max(at, token.start));
    at = Math.max(at, token.end);
  }
  rest += text.slice(at, Math.max(at, end));
  return money && !/[a-z\u0e01-\u0e2e]/.test(rest);
}

const HEADINGS = ['head-obstacle', 'head-suggestion', 'head-result', 'head-remark'] as const;

/** "ผลการดำเนินงาน:" heads what follows and names nothing, whatever name has the words. */
function isHeading({ tokens }: Stretch, { start, end }: Candidate): boolean {
  return tokens.some((token) => token.start < end && token.end > start && isWord(token, ...HEADINGS));
}

/** What stands under a heading in the same line is its text. */
function isHeaded({ text, tokens }: Stretch, at: number): boolean {
  const line = text.lastIndexOf('\n', at - 1) + 1;
  return tokens.some((token) => token.start >= line && token.end <= at && isWord(token, ...HEADINGS));
}
