/** Tells a code from a quantity by where it stands and what follows; used by the code finder. */
import type { Written } from './code-writing.ts';
import { firstFrom, isWord, lastBefore, type Token } from '../tokens.ts';
import { ORDINAL_BEFORE } from '../words/measures.ts';

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

/** What there can be a part of: two and a half kilometres, but never five persons and four tenths. */
const DIVISIBLE =
  /^(?:กิโล|กม|กก|km|kg|เมตร|ม\.|ตร|ตาราง|ลูกบาศก์|ลบ|คิว|ไร่|งาน|วา|ตัน|ลิตร|ซี|นิ้ว|ฟุต|เท่า|หน่วย|วัตต์|ชั่วโมง|ชม|นาที|วัน|สัปดาห์|อาทิตย์|เดือน|ปี)/;
/** "ที่ 5.5": the fifth is somewhere, but no fifth and a half. */
const BARE_ORDINAL = /(?:^|\s|ยอด|รายการ)ที่\s?$/;
const RATE_BEFORE = /(?:ละ|ต่อ|เฉลี่ย)\s?$/;
const MONTH_AFTER = /^เดือน\s?(?:ม|ก|พ|เ|ส|ต|ธ)/;

/** A code the plan does not have is still a code where somebody clearly meant one. */
export function isNamedCode(
  text: string,
  written: Written,
  count: number,
  first: boolean,
  weak: boolean,
): boolean {
  if (!weak) return true;
  const tight = count >= 3 || (count === 2 && written.spelled);
  return tight || (first && count === 2 && !/^\s*(?:%|บาท|ล้าน|แสน|หมื่น)/.test(text.slice(written.end)));
}

interface Place {
  /** At the beginning of a line. */
  first: boolean;
  /** Joined to a code before it. */
  follows: boolean;
  /** No word like กิจกรรม leads it. */
  weak: boolean;
  /** No code stands before it in the text. */
  only: boolean;
  /** The plan has it. */
  known: boolean;
  /** The code before it was a figure by itself, too: "2 เสร็จแล้ว 3 ยังไม่เริ่ม". */
  row: boolean;
}

export function isCode(
  text: string,
  written: Written,
  count: number,
  end: number,
  tokens: readonly Token[],
  where: Place,
): boolean {
  const after = text.slice(end, end + 6);
  const lettered = count > 1 && where.known && !/^\d/.test(written.parts[0] as string);
  // "กลยุทธ์ที่ 3 กิจกรรมที่ 7" is one code, whatever stands before its first number
  const spelled = written.spelled && count > 1 && where.known;
  const dotted = where.known && count === 2 && !written.spelled;
  if (
    where.weak &&
    !lettered &&
    !spelled &&
    !(dotted && BARE_ORDINAL.test(text.slice(Math.max(0, written.start - 9), written.start))) &&
    ORDINAL_BEFORE.test(text.slice(Math.max(0, written.start - 16), written.start))
  )
    return false;
  if (/^,\d{3}/.test(after) || /^\s?%/.test(after) || /^[.:]\d/.test(after)) return false;
  // "4.2/4.3": two codes
  const paired = dotted && /^\/\d+\.\d/.test(after);
  if (/^\/\d/.test(after) && !paired) return false;
  if (count === 1 && where.weak && /^-\d/.test(after)) return false;
  const unit = tokens[firstFrom(tokens, end)];
  const measured =
    isWord(unit, ...UNITS) &&
    (unit.start === end || /^\s+$/.test(text.slice(end, unit.start))) &&
    !paired &&
    !(dotted && countsWhole(text, written, unit, tokens, where.first));
  if (lettered) return !(measured && unit.start === end && isWord(unit, 'baht', 'percent'));
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
      where.first ||
      where.follows ||
      written.lead !== null ||
      !afterQuantityWord(text, written.start, tokens) ||
      (where.known &&
        (ofMoney(written.start, tokens) ||
          (where.only
            ? afterWork(written.start, tokens) || isTold(text, end, tokens)
            : opensAnother(text, written, end, tokens))))
    );
  const figure = /^\d/.test(written.parts[0] as string);
  // "5ส"
  if (figure && /^[ก-ฮ](?![ก-๎.])/.test(after)) return false;
  const another = opensAnother(text, written, end, tokens) || joinsAnother(text, written, end, tokens);
  if (figure && where.row && where.known && another) return true;
  if (figure) return (where.first || where.follows || written.lead !== null) && !/^\s?[xX*=]/.test(after);
  return (where.first || where.follows || written.lead !== null) && /^[.)]/.test(after);
}

/** "5.4 จุดบริการปีใหม่", "3.3 รอบ 4 งด": what stands behind is counted in whole numbers, so a number with a point is none of it; but "วันละ 3.3 คน". */
function countsWhole(
  text: string,
  { start }: Written,
  unit: Token,
  tokens: readonly Token[],
  first: boolean,
): boolean {
  if (!isWord(unit, 'classifier', 'piece', 'person', 'unit-of-time', 'lead', 'month')) return false;
  const rest = text.slice(unit.start);
  if (DIVISIBLE.test(rest) && !MONTH_AFTER.test(rest)) return false;
  if (first) return true;
  const before = text.slice(Math.max(0, start - 8), start);
  if (isWord(unit, 'person') || RATE_BEFORE.test(before)) return false;
  return ofMoney(start, tokens) || !afterQuantityWord(text, start, tokens);
}

function afterQuantityWord(text: string, start: number, tokens: readonly Token[]): boolean {
  const before = lastBefore(tokens, start);
  if (!before || text.slice(before.end, start).trim() !== '') return false;
  if (/^[\d.]+\s*(?:ทั้ง|ทุก)/.test(text.slice(start, start + 12))) return false;
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

/** "งบ 1.2 เหลือเท่าไร", "เบิกแล้ว 1.1": the money of an activity, since nobody speaks of one baht twenty. */
function ofMoney(start: number, tokens: readonly Token[]): boolean {
  return isWord(beforeAlready(start, tokens), 'budget', 'spend', 'committed', 'allotted');
}

/** "เสร็จแล้ว 1.3 ค่ะ", "จัดแล้ว 1.1 กับ 1.3": what was done, and then which. */
function afterWork(start: number, tokens: readonly Token[]): boolean {
  return (
    isWord(lastBefore(tokens, start), 'already') &&
    isWord(beforeAlready(start, tokens), 'done', 'act', 'start')
  );
}

/** The last word before a place that is not แล้ว. */
function beforeAlready(start: number, tokens: readonly Token[]): Token | undefined {
  return tokens.slice(0, firstFrom(tokens, start)).findLast((token) => !isWord(token, 'already'));
}

/** "1.1 1) เสร็จแล้ว 1.3 กำลังทำ": after what was told of one activity, a code and what is told of it. */
function opensAnother(text: string, { start }: Written, end: number, tokens: readonly Token[]): boolean {
  const [last, before] = [lastBefore(tokens, start), beforeAlready(start, tokens)];
  // "ครบ 100 แล้ว 6.3 ได้แค่ 12%"
  const ended = isWord(last, 'already') && /\d/.test(text.slice(before?.end ?? 0, last.start));
  if (!ended && !isWord(before, 'done', 'act', 'doing', 'start', 'postpone', 'cancel', 'partly'))
    return false;
  return isTold(text, end, tokens);
}

/** "2. ใช้ 14,500 และ 4. ทำไป 70%": a code joined to what was told of another, and what is told of it. */
function joinsAnother(text: string, { start }: Written, end: number, tokens: readonly Token[]): boolean {
  return JOINING.test(text.slice(Math.max(0, start - 12), start)) && isTold(text, end, tokens);
}

const JOINING = /(?:และ|ส่วน|แล้วก็|กับ|แต่)\s?$/;

/** Right after it something is told of it. */
function isTold(text: string, end: number, tokens: readonly Token[]): boolean {
  const next = tokens[firstFrom(tokens, end)];
  if (!next || !/^[\s):.]*$/.test(text.slice(end, next.start))) return false;
  return isWord(
    next,
    'doing',
    'done',
    'act',
    'not-yet',
    'not',
    'cannot',
    'start',
    'will',
    'nearly',
    'postpone',
    'cancel',
    'spend',
    'budget',
    'free',
    'progress',
    'still',
    'got',
    'about',
  );
}

/** At the beginning of a line, apart from bullets and words of address. */
export function atLineStart(text: string, start: number, tokens: readonly Token[], next: number): boolean {
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
