/** Rules out roles that a number cannot play where it stands, however probable they look; called once the roles are weighed. */
import { numbersIn } from '../names/numbered.ts';
import { wordsIn } from '../names/terms.ts';
import { normalise } from '../spelling/normalise.ts';
import { takenBackUntil } from '../rules/taking-back.ts';
import { isWord, type Token } from '../tokens.ts';
import type { Intent } from '../types.ts';
import { columnAbove } from './columns.ts';
import type { PartText } from './part.ts';
import { certainly, type Weighed } from './roles.ts';
import { ownUnitAfter } from './units.ts';

/** @returns the same figures; what one cannot be has no chance. */
export function ruledOut(part: PartText, intent: Intent, figures: readonly Weighed[]): readonly Weighed[] {
  const until = intent === 'undo' ? Math.max(takenBackUntil(part.chunks), saidWrongUntil(part, figures)) : 0;
  return figures.map((one) => {
    if (one.token.end <= until || isDenied(part, one) || isOfName(part, one))
      return { ...one, chances: certainly('other') };
    const chances = { ...one.chances };
    if (countsThings(part, one) || isMoved(part, one) || follows(part, one, EARNED)) chances.spent = 0;
    if (follows(part, one, COMING) || isOfBudget(part, one)) chances.actual = 0;
    if (isNearly(part, one) || follows(part, one, RATED) || !(intent === 'undo' || looksPercent(part, one)))
      chances.percent = 0;
    return { ...one, chances };
  });
}

const REALLY = /(?:จริง\s?ๆ|ความจริง|ที่ถูก|ถูกต้อง)(?:แล้ว|ต้อง)*\s?(?:เป็น|คือ|ต้อง)/g;

/** "ที่จ่าย 8 พันจริงๆ เป็น 8,560": what was said wrong ends where the right figure is announced. */
function saidWrongUntil({ text }: PartText, figures: readonly Weighed[]): number {
  const ends = [...text.matchAll(REALLY)].map(({ index }) => index);
  const last = ends.findLast((at) => figures.some(({ token }) => token.start >= at));
  return last ?? 0;
}

/** "ไม่ใช่ 31,876" is no value. */
function isDenied({ tokens }: PartText, { at }: Weighed): boolean {
  const [near, far] = [tokens[at - 1], tokens[at - 2]];
  return (
    isWord(near, 'not-that') ||
    (isWord(far, 'not-that') && isWord(near, 'spend', 'about', 'per-hundred', 'total'))
  );
}

/** "เตา 2 ซ่อมแล้ว" of what the plan calls เตาที่ 2: the number tells which, and counts nothing. */
function isOfName(part: PartText, figure: Weighed): boolean {
  const { token } = figure;
  const name = part.activity?.name ?? '';
  // most names have no figure, and need not be taken apart
  if (!/\p{Nd}/u.test(name) || countsThings(part, figure)) return false;
  const before = part.text.slice(Math.max(0, token.start - 16), token.start).replace(ORDINAL, '');
  const words = wordsIn(normalise(name).text).map(({ word }) => word);
  return numbersIn(words).some(({ word, value }) => value === token.value && before.endsWith(word));
}

const ORDINAL = /(?:ที่|หมายเลข|เบอร์)?\s*$/;

/** "3,010 ตารางเมตร", "12 คน" is no money. */
function countsThings({ text, tokens, units }: PartText, { token, at }: Weighed): boolean {
  const next = tokens[at + 1];
  if (isWord(next, 'baht')) return false;
  const counted =
    isWord(next, 'person', 'piece', 'score', 'percent', 'classifier') && next.start - token.end <= 1;
  return counted || ownUnitAfter(text, token.end, units) !== null;
}

const GIVEN = /โอน(?:งบ|เงิน)?(?!แล้ว|ไปแล้ว|ให้แล้ว|จ่าย)[^\d\n]{0,50}$/;
const TO_ANOTHER = /^\s?(?:บาท)?\s?(?:ไป|เข้า)\s?(?:โปะ|ช่วย|สมทบ|ใช้|ซื้อ|เข้า|เพิ่ม|ให้|เป็น|จ้าง|ทำ|จัด)/;

/** "โอนเงินค่าเปิดบ้าน 20,000 ไปโปะ…": money that goes to another activity. */
function isMoved({ text }: PartText, { token }: Weighed): boolean {
  return (
    GIVEN.test(text.slice(Math.max(0, token.start - 64), token.start)) &&
    TO_ANOTHER.test(text.slice(token.end, token.end + 24))
  );
}

/** "ยอดขาย 38,450", "ราคา 58,800", "เซ็นสัญญา 662,000": earned, asked, owed or saved, not spent. */
const EARNED =
  /ขายได้|ยอดขาย|ยอดจอง|รายได้|กำไร|ราคา|มูลค่า|วงเงิน|ได้รับจัดสรร|ตั้งไว้|ประหยัด(?:ไป|ได้)?|เซ็นสัญญา|ค้างจ่าย|บริจาค|ลด(?:ไป|ลง)/g;
/** "ตอบรับ 31 คน", "รับสมัครแล้ว 43": who will come, not who came. */
const COMING = /สมัคร|ตอบรับ|ลงชื่อ|เชิญ|จอง/g;
/** "พึงพอใจ 94%", "เบิกแล้ว 58%", "งอกดี 80%": no part of the work. */
const RATED = /พอใจ|เบิก(?:จ่าย)?|เฉลี่ย|งอก(?:ดี)?|รอดตาย/g;
const DRAWN = /เบิก(?:จ่าย)?/g;
const OF_BUDGET = /^\s?ของ\s?(?:งบ|เงิน|วงเงิน)/;

/** "เบิกไป 60%", "60% ของงบ": a part of the budget. */
function isOfBudget(part: PartText, one: Weighed): boolean {
  const sign = part.tokens[one.at + 1];
  if (!isWord(sign, 'percent')) return false;
  return OF_BUDGET.test(part.text.slice(sign.end)) || follows(part, one, DRAWN);
}

const BETWEEN = /^[^\d\n,]{0,14}$/;
const TURNS = /จ่าย|เบิก|ใช้|มา(?!ณ)|จริง|จาก|คืบ/;

/** @param words with the flag g: the last one counts. @returns whether a number is said of such a word, right before it. */
function follows({ text }: PartText, { token }: Weighed, words: RegExp): boolean {
  const before = text.slice(Math.max(0, token.start - 30), token.start);
  const last = [...before.matchAll(words)].at(-1);
  if (!last) return false;
  const between = before.slice(last.index + last[0].length);
  return BETWEEN.test(between) && !TURNS.test(between);
}

/** "เกือบ 80%" is not 80. */
function isNearly({ tokens }: PartText, { token, at }: Weighed): boolean {
  const before = tokens[at - 1];
  return isWord(before, 'nearly') && token.start - before.end <= 2;
}

/** A bare number is no progress: it has its sign, or a word of progress before it. */
function looksPercent({ text, tokens, rules }: PartText, { token, at }: Weighed): boolean {
  const said = (one: Token | undefined): boolean => isWord(one, 'percent', 'per-hundred', 'progress', 'left');
  const { percent } = rules.fields;
  return (
    percent === token.value ||
    percent === 100 - token.value ||
    isWord(tokens[at + 1], 'percent') ||
    tokens.slice(Math.max(0, at - 4), at).some(said) ||
    columnAbove(text, token.start) !== null
  );
}
