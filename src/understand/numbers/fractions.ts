/** Reads fractions of the work, "ครึ่งหนึ่ง", "สามในสี่ของงาน", and tells them from halves of anything else; called by the measures. */
import { wholeAfter } from './context.ts';
import type { MeasureReading } from '../rules/counts.ts';
import { isWord, type Token } from '../tokens.ts';

/** What is half gone, "สนามหายไปครึ่ง", or halved, is not half done; nor is what is nearly or hardly half. */
const HALF_OF =
  /(?:โมง|เกิน|กว่า|ไม่ถึง|(?:หาย|ขาด|เสีย|พัง|ตาย|ดับ|แตก|ท่วม|ลด|ถูก|เพิ่ม|แพง|แย่ง[ก-๎]{0,12}|หลับ|สัก|ซะ)(?:ไป|ลง|ขึ้น|มา)*)\s?$/;
/** "8 กิโลครึ่ง": half a unit more. */
const UNIT = /^\s?[ก-๎]{1,10}$/;
/** What may follow a half of the work: "ครึ่งของแผน", "ครึ่งเป้า"; before any other noun it is half of that: "ครึ่งห้อง", "ครึ่งปี". */
const OF_WORK = /^(?:\s|$|[^ก-๎]|ๆ|ของ|เดียว|เป้า|งาน|แผน|โครงการ|ทาง|แล้ว|ละ|พอดี|กว่า|ได้|แหละ|เท่านั้น|เอง|อยู่)/;
/** "ระบบล่มครึ่ง วัน". */
const TIME = /^\s(?:เดือน|ปี|วัน|ชั่วโมง|ชม|นาที)/;

/** Whether a half is of something else than the work: of what is counted before it, "สองตันครึ่ง", or of what stands behind it. */
function isHalfOfElse(
  text: string,
  token: Token,
  before: Token | undefined,
  after: Token | undefined,
): boolean {
  if (before?.kind === 'number' && UNIT.test(text.slice(before.end, token.start))) return true;
  const counted = before !== undefined && token.start - before.end <= 1;
  if (
    counted &&
    (before.kind === 'number' ||
      isWord(
        before,
        'classifier',
        'unit-of-time',
        'person',
        'piece',
        'magnitude',
        'baht',
        'nearly',
        'lacking',
      ))
  )
    return true;
  return (
    HALF_OF.test(text.slice(Math.max(0, token.start - 14), token.start)) || isOfNoun(text, token.end, after)
  );
}

function isOfNoun(text: string, end: number, after: Token | undefined): boolean {
  const behind = text.slice(end, end + 12);
  if (isWord(after, 'particle', 'already') && after.start === end) return false;
  return TIME.test(behind) || !OF_WORK.test(behind);
}

/** "ครึ่งหนึ่ง", "สามในสี่" of the work. */
export function readFractions(text: string, tokens: readonly Token[], reading: MeasureReading): void {
  if (reading.percent !== null || reading.percentUnsure) return;
  for (const [at, token] of tokens.entries()) {
    let value: number | null = isWord(token, 'fraction') ? token.value : null;
    let end = token.end;
    const [bridge, whole] = [tokens[at + 1], tokens[at + 2]];
    if (
      token.kind === 'number' &&
      isWord(bridge, 'out-of') &&
      /^(?:ใน|\/)$/.test(text.slice(bridge.start, bridge.end)) &&
      whole?.kind === 'number' &&
      whole.value > token.value &&
      whole.value <= 10 &&
      !token.odd
    ) {
      // "4/6 labs", "2 ใน 4" count things; "สามในสี่ของงาน" is a part of the work
      if (
        !/^\s?ของ(?:งาน|เนื้องาน|แผน|ทั้งหมด)/.test(text.slice(whole.end)) &&
        !tokens.slice(Math.max(0, at - 2), at).some((word) => isWord(word, 'progress', 'untouched'))
      )
        continue;
      value = Math.round((token.value / whole.value) * 100);
      end = whole.end;
    }
    if (value === null || isHalfOfElse(text, token, tokens[at - 1], tokens[at + 1])) continue;
    const before = tokens.slice(Math.max(0, at - 3), at);
    if (before.some((word) => isWord(word, 'spend', 'budget', 'magnitude'))) continue;
    if (isWord(wholeAfter(text, tokens, end), 'budget', 'spend', 'allotted')) continue;
    reading.percentLeft = before.some((word) => isWord(word, 'left'));
    reading.percent = reading.percentLeft ? 100 - value : value;
    reading.percentBecause = [{ start: token.start, end }];
    return;
  }
}
