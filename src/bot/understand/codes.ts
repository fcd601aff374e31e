/** Finds activity codes and labels in every way they are written: 1.2.1, 1.2(1), ๑.๒ ข้อ ๑, 1 . 2 . 1, ก.3, A-3. */
import { asWritten, type PlanIndex } from './plan-index.ts';
import { firstFrom, isWord, lastBefore, type MentionToken, type Token, type Word } from './tokens.ts';

interface Written {
  start: number;
  end: number;
  parts: string[];
  /** Ends of the parts, and whether the next part was joined loosely, by white space alone. */
  ends: number[];
  loose: boolean[];
  /** A bracket or a word like ข้อ stood inside. */
  spelled: boolean;
  lead: Word | null;
}

const TIGHT =
  /\s{0,2}[.\-/]\s{0,2}|\s?\(\s?|\s?\)\s?\(?|\s?(?:ข้อย่อยที่|ข้อย่อย|ข้อที่|ข้อ|กิจกรรมย่อยที่|กิจกรรมย่อย|กิจกรรมที่|กิจกรรม|ลำดับที่|ลำดับ)\s?/y;
const SPACE = / {1,2}/y;
const NUMBER = /\d{1,3}(?!\d)/y;
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
    if (token?.kind === 'date' && token.start <= at) {
      at = token.end;
      continue;
    }
    const written = beginsCode(text, at, index) ? readCode(text, at, tokens, next, index) : null;
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

function beginsCode(text: string, at: number, index: PlanIndex): boolean {
  const char = text[at] as string;
  const before = text[at - 1] ?? ' ';
  if (char >= '0' && char <= '9')
    return !/[\d.,/:a-z-]/.test(before) || (before === '-' && /^\s*-$/.test(lineBefore(text, at)));
  if (index.letters.size === 0) return false;
  return (
    letterAt(text, at, index) !== null &&
    (/[\s.(:"]/.test(before) || /(?:ข้อ|ที่|กิจกรรม|โครงการ|รหัส)$/.test(text.slice(Math.max(0, at - 8), at)))
  );
}

function lineBefore(text: string, at: number): string {
  return text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
}

function letterAt(text: string, at: number, index: PlanIndex): string | null {
  for (let length = 4; length >= 1; length--) {
    const part = text.slice(at, at + length);
    if (part.length !== length || !index.letters.has(part)) continue;
    const after = text[at + length] ?? ' ';
    if (!/[a-z\u0e01-\u0e4e]/.test(after)) return part;
  }
  return null;
}

function readCode(
  text: string,
  at: number,
  tokens: readonly Token[],
  next: number,
  index: PlanIndex,
): Written | null {
  const written: Written = {
    start: at,
    end: at,
    parts: [],
    ends: [],
    loose: [],
    spelled: false,
    lead: leadBefore(text, at, tokens, next),
  };
  for (let pos = at, loose = false; written.parts.length < 6;) {
    const part = partAt(text, pos, index);
    if (part === null) break;
    const under = tokens[firstFrom(tokens, pos + 1) - 1];
    if (under?.kind === 'date' && under.end > pos) break;
    if (written.parts.length > 0) written.loose.push(loose);
    written.parts.push(/^\d/.test(part) ? String(Number(part)) : part);
    written.end = pos + part.length;
    written.ends.push(written.end);
    const joint = jointAt(text, written.end, part, index);
    if (!joint || (written.parts.length === 1 && repeatsLead(text, written.lead, joint.text))) break;
    if (/[(ก-ฮ)]/.test(joint.text)) written.spelled ||= partAt(text, joint.end, index) !== null;
    loose = joint.loose;
    pos = joint.end;
  }
  if (written.parts.length === 0) return null;
  return written;
}

/** "ข้อ 1 ข้อ 2" are two, "กิจกรรม 1 ข้อ 2" is one. */
function repeatsLead(text: string, lead: Word | null, joint: string): boolean {
  const word = joint.trim().replace(/ที่$/, '');
  return lead !== null && word.length > 1 && text.slice(lead.start, lead.end).replace(/ที่$/, '') === word;
}

function partAt(text: string, at: number, index: PlanIndex): string | null {
  NUMBER.lastIndex = at;
  return NUMBER.exec(text)?.[0] ?? letterAt(text, at, index) ?? null;
}

function jointAt(
  text: string,
  at: number,
  part: string,
  index: PlanIndex,
): { end: number; loose: boolean; text: string } | null {
  TIGHT.lastIndex = at;
  const tight = TIGHT.exec(text);
  if (tight && partAt(text, TIGHT.lastIndex, index) !== null)
    return { end: TIGHT.lastIndex, loose: false, text: tight[0] };
  const letterThenNumber = !/^\d/.test(part) && /\d/.test(text[at] ?? '');
  if (letterThenNumber) return { end: at, loose: false, text: '' };
  SPACE.lastIndex = at;
  return SPACE.exec(text) ? { end: SPACE.lastIndex, loose: true, text: ' ' } : null;
}

function leadBefore(text: string, at: number, tokens: readonly Token[], next: number): Word | null {
  for (let back = next - 1; back >= 0 && back >= next - 2; back--) {
    const token = tokens[back] as Token;
    if (isWord(token, 'lead', 'announce', 'report-noun'))
      return /^[\s.:"(]*(?:ที่)?\s*$/.test(text.slice(token.end, at)) ? token : null;
  }
  return null;
}

const UNITS = [
  'baht',
  'percent',
  'person',
  'piece',
  'score',
  'classifier',
  'unit-of-time',
  'magnitude',
  'out-of',
  'month',
  'lead',
] as const;

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
    if (!isCode(text, written, count, end, tokens, { first, follows, weak })) continue;
    const codes = lookUp(
      parts,
      written,
      previous && follows ? previous : null,
      index,
      asWritten(text.slice(written.start, end)),
    );
    if (codes.length === 0 && written.loose.slice(0, count - 1).includes(true)) continue;
    const range =
      joint && /-|ถึง/.test(joint[1] ?? '') ? rangeTo(earlier.at(-1) as MentionToken, codes, index) : null;
    if (codes.length === 0 && !isNamedCode(text, written, count, first, weak)) return null;
    const closed =
      text[end] === ')' ? end + 1 : text[end] === '.' && !/\d/.test(text[end + 1] ?? '') ? end + 1 : end;
    written.parts.length = count;
    return {
      kind: 'mention',
      start: written.lead && !weak ? written.lead.start : written.start,
      end: closed,
      codes: range ?? codes,
      by: 'code',
    };
  }
  return null;
}

function lookUp(
  parts: string[],
  written: Written,
  previous: Written | null,
  index: PlanIndex,
  exact: string,
): string[] {
  const own = index.written.get(exact) ?? index.keys.get(parts.join('.'));
  const inherited =
    previous && parts.length < previous.parts.length
      ? index.keys.get([...previous.parts.slice(0, previous.parts.length - parts.length), ...parts].join('.'))
      : undefined;
  const inherits = inherited && (!own || previous?.spelled || written.spelled);
  return [...(inherits ? inherited : (own ?? []))];
}

/** A code the plan does not have is still a code where somebody clearly meant one. */
function isNamedCode(text: string, written: Written, count: number, first: boolean, weak: boolean): boolean {
  if (!weak) return true;
  const tight = count >= 3 || (count === 2 && written.spelled);
  return tight || (first && count === 2 && !/^\s*(?:%|บาท|ล้าน|แสน|หมื่น)/.test(text.slice(written.end)));
}

function isCode(
  text: string,
  written: Written,
  count: number,
  end: number,
  tokens: readonly Token[],
  where: { first: boolean; follows: boolean; weak: boolean },
): boolean {
  const after = text.slice(end, end + 6);
  if (/^,\d{3}/.test(after) || /^\s?%/.test(after) || /^[.:/-]\d/.test(after)) return false;
  const unit = tokens[firstFrom(tokens, end)];
  const spaced = unit ? /^\s+$/.test(text.slice(end, unit.start)) : false;
  const measured = isWord(unit, ...UNITS) && (unit.start === end || spaced);
  if (written.spelled && count > 1)
    return !(measured && unit.start === end && isWord(unit, 'baht', 'percent'));
  if (count >= 3) return !(measured && isWord(unit, 'baht', 'percent'));
  if (!where.weak)
    return (
      !(measured && count === 1 && isWord(unit, 'unit-of-time', 'percent', 'baht', 'magnitude')) &&
      !(measured && unit.start === end) &&
      !/^\s?ครั้ง/.test(after)
    );
  if (measured) return false;
  if (count === 2)
    return (
      where.first || where.follows || written.lead !== null || !afterQuantityWord(text, written.start, tokens)
    );
  const figure = /^\d/.test(written.parts[0] as string);
  if (figure) return (where.first || where.follows || written.lead !== null) && !/^\s?[xX*=]/.test(after);
  return (where.first || where.follows || written.lead !== null) && /^[.)]/.test(after);
}

function afterQuantityWord(text: string, start: number, tokens: readonly Token[]): boolean {
  const before = lastBefore(tokens, start);
  if (!before || text.slice(before.end, start).trim() !== '') return false;
  return isWord(
    before,
    'spend',
    'budget',
    'progress',
    'per-hundred',
    'score',
    'got',
    'about',
    'reached',
    'target',
    'total',
    'more',
    'left',
    'committed',
    'allotted',
    'already',
  );
}

/** At the beginning of a line, apart from bullets and words of address. */
function atLineStart(text: string, start: number, tokens: readonly Token[], next: number): boolean {
  const line = text.lastIndexOf('\n', start - 1) + 1;
  let reach = start;
  for (let back = next - 1; back >= 0; back--) {
    const token = tokens[back] as Token;
    if (token.end <= line) break;
    if (/[a-z\u0e01-\u0e4e\d]/.test(text.slice(token.end, reach))) return false;
    if (
      !isWord(
        token,
        'announce',
        'report-noun',
        'particle',
        'small-talk',
        'neutral',
        'lead',
        'relay',
        'also',
        'and',
      )
    )
      return false;
    reach = token.start;
  }
  return !/[a-z\u0e01-\u0e4e\d]/.test(text.slice(line, reach));
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
