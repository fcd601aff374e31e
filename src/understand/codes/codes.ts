/** Finds activity codes and labels in every way they are written: 1.2.1, 1.2(1), ๑.๒ ข้อ ๑, 1 . 2 . 1, ก.3, A-3. */
import { asWritten, splitLabel, type PlanIndex } from '../plan-index.ts';
import { atLineStart, isCode, isNamedCode } from './code-place.ts';
import { isListNumber } from '../numbers/list-numbers.ts';
import { beginsCode, readCode, type Written } from './code-writing.ts';
import { isWord, type MentionToken, type Token } from '../tokens.ts';
import { ORDINAL_BEFORE } from '../words/measures.ts';

/** No message reports on more; what follows is not looked at. */
const MAX_CODES = 40;

const JOINED_BY = /^[\s)]*(,|และ|กับ|\+|&|-|ถึง|แล้วก็)?[\s(]*$/;

/** @param tokens words, with dates in their place. @returns codes in order; unknown ones with no activities. */
export function codesOf(text: string, tokens: readonly Token[], index: PlanIndex): MentionToken[] {
  const mentions: MentionToken[] = [];
  let previous: Written | null = null;
  let next = 0;
  for (let at = 0; at < text.length && mentions.length < MAX_CODES;) {
    while (next < tokens.length && (tokens[next] as Token).end <= at) next++;
    const token = tokens[next];
    // "(ต.ค. 69 – ก.พ. 70)" has months, whatever letters the plan's codes have
    const isOther = token?.kind === 'date' || isWord(token, 'month') || isListNumber(token);
    if (token && isOther && token.start <= at) {
      at = token.end;
      continue;
    }
    const joined = /[-/]/.test(text[at - 1] ?? '') && mentions.at(-1)?.end === at - 1;
    const led = isLed(text, at, tokens[next - 1]);
    // "ก1ก2"
    const adjoins = mentions.at(-1)?.end === at && index.letters.has(text[at] as string);
    const written =
      joined || led || adjoins || beginsCode(text, at, index)
        ? readCode(text, at, tokens, next, index)
        : null;
    const mention = written && resolve(text, written, previous, tokens, next, index, mentions);
    if (!written || !mention) {
      at++;
      while (/\d/.test(text[at] ?? '') && /\d/.test(text[at - 1] ?? '')) at++;
      continue;
    }
    mentions.push(mention);
    previous = written;
    at = mention.end;
  }
  return turnedRound(text, mentions, index);
}

/** What is counted with a sign: "session #2"; any other word may stand before a code: "update #2". */
const COUNTED = /(?:session|report|meeting|workshop|visit|batch|lot|round|phase|class|week|รอบ|ล็อต|นัด)\s?$/;

/** "ข้อ1", "#1". */
function isLed(text: string, at: number, before: Token | undefined): boolean {
  if (!isWord(before, 'lead') || before.end !== at || !/\d/.test(text[at] as string)) return false;
  if (text[at - 1] !== '#') return true;
  const ahead = text.slice(Math.max(0, at - 17), at - 1);
  return !COUNTED.test(ahead) && !ORDINAL_BEFORE.test(ahead);
}

function resolve(
  text: string,
  written: Written,
  previous: Written | null,
  tokens: readonly Token[],
  next: number,
  index: PlanIndex,
  earlier: readonly MentionToken[],
): MentionToken | null {
  const joint =
    previous && earlier.at(-1)
      ? JOINED_BY.exec(text.slice((earlier.at(-1) as MentionToken).end, written.start))
      : null;
  const follows = joint !== null;
  const weak = written.lead?.family !== 'lead';
  const first = !follows && atLineStart(text, written.start, tokens, next);
  for (let count = written.parts.length; count >= 1; count--) {
    if (count < written.parts.length && !written.loose[count - 1]) continue;
    const end = written.ends[count - 1] as number;
    const parts = written.parts.slice(0, count);
    const only = earlier.length === 0;
    const known = index.keys.has(parts.join('.'));
    const row = !only && /^\d{1,2}[.)]*$/.test(text.slice(earlier.at(-1)?.start, earlier.at(-1)?.end));
    if (!isCode(text, written, count, end, tokens, { first, follows, weak, only, known, row })) continue;
    const codes = lookUp(
      parts,
      written,
      previous && follows ? previous : null,
      index,
      asWritten(text.slice(written.start, end)),
    );
    const item =
      count === 1 && !follows ? itemOf(text, written, parts[0] as string, earlier, tokens, index) : null;
    if (item)
      codes.splice(0, item.only ? codes.length : 0, ...item.codes.filter((code) => !codes.includes(code)));
    if (
      codes.length === 0 &&
      written.loose.slice(0, count - 1).includes(true) &&
      !isPrinted(text, written, count, index)
    )
      continue;
    const range =
      joint && /-|ถึง/.test(joint[1] ?? '') ? rangeTo(earlier.at(-1) as MentionToken, codes, index) : null;
    if (
      codes.length === 0 &&
      !isPrinted(text, written, count, index) &&
      !isNamedCode(text, written, count, first, weak)
    )
      return null;
    const closed =
      text[end] === ')' ? end + 1 : text[end] === '.' && !/\d/.test(text[end + 1] ?? '') ? end + 1 : end;
    written.parts.length = count;
    return {
      kind: 'mention',
      start: written.lead && !weak ? written.lead.start : written.start,
      end: closed,
      codes: range ?? codes,
      by: 'code',
      ...(range && { all: true }),
    };
  }
  return null;
}

/** "1.9 1)" is one code, whether or not the plan has it; after a leaf the number counts what was done there. */
function isPrinted(text: string, { parts, loose, ends }: Written, count: number, index: PlanIndex): boolean {
  const whole = parts.slice(0, count - 1).join('.');
  const above = index.keys.get(whole)?.some((code) => index.byCode.get(code)?.leaf) ?? false;
  return count >= 3 && !above && loose.indexOf(true) === count - 2 && text[ends[count - 1] as number] === ')';
}

function lookUp(
  parts: string[],
  written: Written,
  previous: Written | null,
  index: PlanIndex,
  exact: string,
): string[] {
  const own = index.written.get(exact) ?? index.keys.get(parts.join('.')) ?? unseparated(parts, index);
  const inherited =
    previous && parts.length < previous.parts.length
      ? index.keys.get([...previous.parts.slice(0, previous.parts.length - parts.length), ...parts].join('.'))
      : undefined;
  const inherits = inherited && (!own || previous?.spelled || written.spelled);
  return [...(inherits ? inherited : (own ?? []))];
}

/** "วก31" is วก.3/1, where it can be nothing else. */
function unseparated(
  [letters = '', digits = '', ...more]: readonly string[],
  index: PlanIndex,
): readonly string[] | undefined {
  if (more.length > 0 || /\d/.test(letters) || !/^\d{2,3}$/.test(digits)) return undefined;
  const ways = [[...digits], [digits.slice(0, 1), digits.slice(1)], [digits.slice(0, 2), digits.slice(2)]];
  const found = new Set(ways.flatMap((way) => index.keys.get([letters, ...way].join('.')) ?? []));
  return found.size === 1 ? [...found] : undefined;
}

/**
 * "1.3 ข้อ 1 จัดแล้ว ส่วนข้อ 2 ยัง": an item of what was named before.
 * @returns its codes, `only` where nothing else can be meant; after "1.1 1)" the whole plan's number 2 can.
 */
function itemOf(
  text: string,
  { start, lead }: Written,
  number: string,
  earlier: readonly MentionToken[],
  tokens: readonly Token[],
  index: PlanIndex,
): { codes: readonly string[]; only: boolean } | null {
  const before = earlier.at(-1);
  if (!before || before.codes.length !== 1 || !lead || !text.startsWith('ข้อ', lead.start)) return null;
  const node = index.byCode.get(before.codes[0] as string);
  const above = node?.leaf ? node.parent : node?.code;
  const item = above ? index.byCode.get(`${above}.${number}`) : undefined;
  if (!item || item.code === node?.code) return null;
  const counted = /\d\s*(?:\(\s*\d|\d\s*\)|ข้อ)/.exec(text.slice(before.start, before.end));
  if (node?.leaf) return counted ? { codes: [item.code], only: counted[0].endsWith('ข้อ') } : null;
  const told = tokens.some(
    (token) =>
      token.start >= before.end && token.end <= start && !isWord(token, 'neutral', 'lead', 'and', 'act'),
  );
  return { codes: [item.code], only: !told };
}

/** 1.1.1 ถึง 1.1.3: all leaves between two of one parent. */
function rangeTo(from: MentionToken, to: readonly string[], index: PlanIndex): string[] | null {
  const [first, last] = [index.byCode.get(from.codes[0] ?? ''), index.byCode.get(to[0] ?? '')];
  if (!first || !last || first.parent !== last.parent || first.order >= last.order) return null;
  const between = index.plan.activities.filter(
    (node) => node.parent === first.parent && node.order > first.order && node.order <= last.order,
  );
  return between.length > 1 && between.length <= 20 ? between.map((node) => node.code) : null;
}

/** "ข้อ 1 ของกิจกรรม 1.2" is 1.2.1. */
function turnedRound(text: string, mentions: MentionToken[], index: PlanIndex): MentionToken[] {
  for (let at = 0; at + 1 < mentions.length; at++) {
    const [item, whole] = [mentions[at] as MentionToken, mentions[at + 1] as MentionToken];
    const within = ofWhole(text, item, whole, index);
    if (within) {
      mentions.splice(at, 2, { ...item, end: whole.end, codes: [...within] });
      continue;
    }
    if (
      !text.slice(item.start, item.end).startsWith('ข้อ') ||
      !/^\s*(?:ของ|ใน)?\s*$/.test(text.slice(item.end, whole.start))
    )
      continue;
    if (
      !/^(?:กิจกรรม|โครงการ)/.test(text.slice(whole.start, whole.end)) &&
      !/(?:ของ|ใน)/.test(text.slice(item.end, whole.start))
    )
      continue;
    const number = /\d+/.exec(text.slice(item.start, item.end))?.[0];
    const base = /\d[\d.]*/.exec(text.slice(whole.start, whole.end))?.[0]?.replace(/\.$/, '');
    const codes = index.keys.get(`${base}.${number}`);
    if (codes)
      mentions.splice(at, 2, {
        kind: 'mention',
        start: item.start,
        end: whole.end,
        codes: [...codes],
        by: 'code',
      });
  }
  return mentions;
}

/** "ผ.2 ของ ยศ.1": a label that only its branch makes one. */
function ofWhole(
  text: string,
  item: MentionToken,
  whole: MentionToken,
  index: PlanIndex,
): readonly string[] | undefined {
  if (item.codes.length > 0 || !/^\s*(?:ของ|ใน)\s*$/.test(text.slice(item.end, whole.start)))
    return undefined;
  const said = ({ start, end }: MentionToken): string[] => splitLabel(text.slice(start, end));
  return index.keys.get([...said(whole), ...said(item)].join('.'));
}
