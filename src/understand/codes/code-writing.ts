/** Reads how a code is put on paper: parts and what joins them, `1.2(1)`, `1 . 2 . 1`, `ก.3`; the code finder decides what is meant. */
import { isListNumber } from '../numbers/list-numbers.ts';
import { asWritten, type PlanIndex } from '../plan-index.ts';
import { firstFrom, isWord, type Token, type Word } from '../tokens.ts';

export interface Written {
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
  / {0,2}[.-] {0,2}\(?|\/\(?| ?\( ?| ?\) ?\(?| ?(?:ข้อย่อยที่|ข้อย่อย|ข้อที่|ข้อ|กิจกรรมย่อยที่|กิจกรรมย่อย|กิจกรรมที่|กิจกรรม|ลำดับที่|ลำดับ|ขอ(?= ?\d)|วงเล็บ|จุด(?= ?\d)) ?/y;
const SPACE = / {1,2}/y;
const NUMBER = /\d{1,3}(?!\d)/y;
export function beginsCode(text: string, at: number, index: PlanIndex): boolean {
  const char = text[at] as string;
  const before = text[at - 1] ?? ' ';
  if (char >= '0' && char <= '9')
    return !/[\d.,/:a-z#-]/.test(before) || (before === '-' && /(?:^|\n)\s*-$/.test(opening(text, at)));
  if (index.letters.size === 0) return false;
  return (
    letterAt(text, at, index) !== null &&
    (/[\s.(:"]/.test(before) ||
      /(?:ข้อ|ที่|กิจกรรม|โครงการ|รหัส|งบ|รายงาน|ยกเลิก|งาน)$/.test(text.slice(Math.max(0, at - 8), at)))
  );
}

/** The little before a place in which a bullet can stand. */
function opening(text: string, at: number): string {
  return text.slice(at > BULLET ? at - BULLET : 0, at);
}

const BULLET = 12;

function letterAt(text: string, at: number, index: PlanIndex): string | null {
  for (let length = 4; length >= 1; length--) {
    const part = text.slice(at, at + length);
    if (part.length !== length || !index.letters.has(part)) continue;
    const after = text[at + length] ?? ' ';
    if (!/[a-z\u0e01-\u0e4e]/.test(after)) return part;
  }
  return null;
}

export function readCode(
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
    if (under && under.end > pos && (under.kind === 'date' || isListNumber(under))) break;
    if (written.parts.length > 0) written.loose.push(loose);
    written.parts.push(/^\d/.test(part) ? String(Number(part)) : part);
    written.end = pos + part.length;
    written.ends.push(written.end);
    const joint = jointAt(text, written.end, part, index);
    if (!joint || (written.parts.length === 1 && repeatsLead(text, written.lead, joint.text))) break;
    if (/[(ก-ฮ)]/.test(joint.text)) written.spelled ||= partAt(text, joint.end, index) !== null;
    if (isWholeLabel(text, joint, index)) break;
    const pair = written.parts.length > 1 && written.parts.every((one) => /\d/.test(one));
    const apart = joint.text === '/' ? pair : joint.text.includes('-');
    if (apart && isRange(text, written.parts, joint.end, index)) break;
    loose = joint.loose;
    pos = joint.end;
  }
  if (written.parts.length === 0) return null;
  return written;
}

/** "โครงการที่ 3 ข้อ 3-2": what follows the word is a whole label by itself. */
function isWholeLabel(text: string, joint: { end: number; text: string }, index: PlanIndex): boolean {
  const label = /[ก-๎]/.test(joint.text) ? /^[^\s]+/.exec(text.slice(joint.end)) : null;
  const written = label ? asWritten(label[0]) : '';
  return /[.\-/(]/.test(written) && index.written.has(written);
}

/** "1.1.1-1.1.3", "4.2/4.3": a sign between two codes, not inside one. */
function isRange(text: string, parts: readonly string[], at: number, index: PlanIndex): boolean {
  const next = partAt(text, at, index);
  return (
    index.keys.has(parts.join('.')) && !index.keys.has([...parts, String(Number(next) || next)].join('.'))
  );
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
    return { end: TIGHT.lastIndex, loose: /\) \(?$/.test(tight[0]), text: tight[0] };
  const letterThenNumber = !/^\d/.test(part) && /\d/.test(text[at] ?? '');
  if (letterThenNumber) return { end: at, loose: false, text: '' };
  // "1-2ค"
  if (/^\d/.test(part) && letterAt(text, at, index) !== null) return { end: at, loose: true, text: '' };
  SPACE.lastIndex = at;
  return SPACE.exec(text) ? { end: SPACE.lastIndex, loose: true, text: ' ' } : null;
}

/** "งาน5", "งาน 5". */
function isWorkNoun(text: string, token: Token): token is Word {
  return isWord(token, 'progress') && text.slice(token.start, token.end) === 'งาน';
}

function leadBefore(text: string, at: number, tokens: readonly Token[], next: number): Word | null {
  for (let back = next - 1; back >= 0 && back >= next - 2; back--) {
    const token = tokens[back] as Token;
    if (
      isWord(
        token,
        'lead',
        'announce',
        'report-noun',
        'show',
        'amend',
        'change',
        'cancel',
        'head-field',
        'overview',
      ) ||
      isWorkNoun(text, token)
    )
      return /^[\s.:"(]*(?:ที่)?\s*$/.test(text.slice(token.end, at)) ? token : null;
  }
  return null;
}
