/** Reads what was spent to date, and tells it from allotments, contracts, remainders and plans. */
import { MAX_SATANG, type Satang, satangFromBaht } from '../../domain/money.ts';
import { withoutSum } from './all-spent.ts';
import { amendsSum } from './amended-sum.ts';
import { isGivingBack, isOfEach, nearest, type Quantity, wordAfter } from '../numbers/context.ts';
import { nothingSpent } from './nothing-spent.ts';
import { isWord, type Token, type Word } from '../tokens.ts';

export interface SpentReading {
  spent: Satang | null;
  unsure: boolean;
  /** Only named as a budget or by itself, without a word of spending. */
  bare: boolean;
  /** Tokens the sum was read from. */
  because: { start: number; end: number }[];
}

interface Sum {
  role: Role;
  quantity: Quantity;
  /** Of the words it was read from. */
  start: number;
}

type Role = 'total' | 'spent' | 'more' | 'budget' | 'bare';

const TELLING = [
  'spend',
  'budget',
  'total',
  'more',
  'left',
  'allotted',
  'committed',
  'each',
  'free',
  'out-of',
  'target',
  'progress',
  'participants',
  'reached',
  'lacking',
  'done',
  'got',
  'score',
  'per-hundred',
  'indicator',
  'amend',
] as const;

/** @param tokens that state facts, of one activity's part. @param quantities the numbers among them. */
export function readSpent(
  text: string,
  tokens: readonly Token[],
  quantities: readonly Quantity[],
): SpentReading {
  const sums: Sum[] = [];
  let allotment = false;
  for (const quantity of quantities) {
    const role = roleOf(text, tokens, quantity);
    if (role === 'allotted') allotment = true;
    else if (role)
      sums.push({
        role,
        quantity,
        start: nearest(quantity, 'spend', 'budget', 'total', 'more', 'each')?.start ?? quantity.token.start,
      });
  }
  const zero = nothingSpent(text, tokens, allotment || sums.length > 0);
  const of = (...roles: Role[]): typeof sums => sums.filter((sum) => roles.includes(sum.role));
  const [total] = of('total').slice(-1);
  const real = of('spent').filter(({ start, quantity }) =>
    /จริง/.test(text.slice(start, quantity.token.start)),
  );
  const spent = real.length > 0 ? real : of('spent');
  const more = of('more');
  const chosen = total
    ? [total]
    : spent.length > 0
      ? spent
      : more.length > 0
        ? more
        : zero
          ? []
          : of('budget', 'bare');
  if (chosen.length === 0) return withoutSum(zero, text, tokens);
  const because = chosen.map(({ start, quantity }) => ({
    start,
    end: (quantity.unit && isWord(quantity.unit, 'baht') ? quantity.unit : quantity.token).end,
  }));
  const doubtful = chosen.some(
    ({ quantity }) =>
      quantity.token.vague || quantity.token.odd || isVague(quantity) || hasThousandths(text, quantity.token),
  );
  const bare = chosen.every(({ role }) => role === 'budget' || role === 'bare');
  const values = [...new Set(chosen.map(({ quantity }) => quantity.token.value))];
  // several sums without a word of spending may be parts, or a budget and a price
  const unclear = (bare && values.length > 1) || isOneItem(text, chosen, of('bare'));
  const baht = values.reduce((sum, value) => sum + value, 0);
  if (doubtful || unclear || !inRange(baht)) return { spent: null, unsure: true, bare, because };
  return {
    spent: satangFromBaht(baht),
    unsure: !total && (values.length > 1 || more.length > 0),
    bare,
    because,
  };
}

/** "จ่ายค่าวิทยากร 3,000 ค่าอาหาร 4,000": the first of several items is not what was spent. */
function isOneItem(text: string, chosen: readonly Sum[], others: readonly Sum[]): boolean {
  const [only] = chosen;
  if (
    chosen.length !== 1 ||
    only?.role !== 'spent' ||
    !ITEM.test(text.slice(only.start, only.quantity.token.start))
  )
    return false;
  return others.some(({ quantity: { token } }) =>
    ITEM.test(text.slice(Math.max(0, token.start - REACH), token.start)),
  );
}

/** What was paid for, right before its sum. */
const ITEM = /ค่า(?!ใช้จ่าย)[\u0e01-\u0e4e]{2,}\s?$/;
const REACH = 30;

/** "28.500": a point where a comma was meant; there are no thousandths of a baht. */
export function hasThousandths(text: string, { start, end }: { start: number; end: number }): boolean {
  return /\.\d{3,}$/.test(text.slice(start, end));
}

function inRange(baht: number): boolean {
  return Number.isFinite(baht) && baht >= 0 && baht * 100 <= MAX_SATANG;
}

function isVague(quantity: Quantity): boolean {
  return nearest(quantity, 'nearly') !== undefined;
}

function roleOf(text: string, tokens: readonly Token[], quantity: Quantity): Role | 'allotted' | null {
  const { unit, token, perHundred } = quantity;
  const baht = isWord(unit, 'baht');
  if (perHundred || isWord(unit, 'percent', 'person', 'piece', 'score', 'classifier', 'unit-of-time'))
    return null;
  if (isOfEach(text, tokens, quantity)) return null;
  const told = tellingWord(quantity, baht);
  if (isReturned(text, quantity, told)) return 'allotted';
  const after = wordAfter(text, tokens, quantity);
  const before = text.slice(Math.max(0, token.start - REACH), token.start);
  if (!told && LEFT_OF.test(before)) return 'allotted';
  if (!told && (baht || (unit === null && (token.large || token.value >= 100))) && GONE.test(before))
    return 'spent';
  if (!told)
    return baht || (token.large && alone(tokens, quantity))
      ? isWord(after, 'free')
        ? 'allotted'
        : 'bare'
      : null;
  switch (told.family) {
    case 'total':
      if (unspent(quantity) || !isSum(text, told, quantity)) return 'allotted';
      return baht || token.large || nearest(quantity, 'spend', 'budget', 'more') || token.value >= 100
        ? 'total'
        : null;
    case 'more':
      return lacksOrLeft(quantity)
        ? null
        : baht || nearest(quantity, 'spend') || isSpendMore(text, told)
          ? 'more'
          : null;
    case 'spend':
      return unspent(quantity) ? 'allotted' : 'spent';
    case 'budget':
      if (isWord(after, 'free', 'not-yet', 'not', 'will', 'allotted') || unspent(quantity)) return 'allotted';
      return nearest(quantity, 'spend') ? 'spent' : 'budget';
    case 'allotted':
      return 'allotted';
    case 'amend':
      return baht || amendsSum(text, told, quantity) ? 'spent' : null;
    case 'each':
      return /ข้อ|กิจกรรม|โครงการ|อย่าง|งาน/.test(text.slice(told.start, told.end)) ? 'spent' : null;
    case 'left':
    case 'committed':
    case 'target':
    case 'lacking':
    case 'per-hundred':
      return null;
    case 'out-of':
      return null;
    default:
      return baht || (token.large && isWord(told, 'done', 'got')) ? 'bare' : null;
  }
}

/** "เงินเหลือจาก 1.2 1) สามหมื่น". */
const LEFT_OF = /เหลือ\s?(?:จาก|ของ)[^\n]+$/;

/** "หมดสี่หมื่น", "หมดไป 500", "หมดค่าน้ำมันไป 800": so much is gone. */
const GONE = /หมด(?:ค่า[\u0e01-\u0e4e]{2,16}?)?(?:ไป|ไปแล้ว|ไปทั้งสิ้น)?\s?$/;

/** "คืน 5,000 บาท" was given back, not spent. */
function isReturned(text: string, { before }: Quantity, told: Word | undefined): boolean {
  const word = before.find((one) => isGivingBack(text, one));
  return word !== undefined && (!told || told.start < word.start);
}

/** The nearest word that tells; "เบิกครบ 150,000" is still money drawn. */
function tellingWord(quantity: Quantity, baht: boolean): Word | undefined {
  const told = nearest(quantity, ...TELLING);
  const passed = isWord(told, 'reached', 'got', 'done') && (baht || quantity.token.large);
  return passed
    ? (nearest(quantity, 'spend', 'budget', 'total', 'allotted', 'left', 'committed') ?? told)
    : told;
}

/** "งบทั้งหมด 30,000" is what there is, not what was spent. */
function isSum(text: string, told: Word, quantity: Quantity): boolean {
  return !text.startsWith('ทั้ง', told.start) || nearest(quantity, 'spend', 'more') !== undefined;
}

/** A sum by itself in its line or before its particle. */
function alone(tokens: readonly Token[], quantity: Quantity): boolean {
  return (
    quantity.unit === null &&
    quantity.before.every((word) => isWord(word, 'done', 'and', 'to', 'really')) &&
    tokens.length > 0
  );
}

function isSpendMore(text: string, told: Word): boolean {
  return /ใช้|จ่าย|เบิก/.test(text.slice(told.start, told.end));
}

function lacksOrLeft(quantity: Quantity): boolean {
  return nearest(quantity, 'left', 'lacking') !== undefined;
}

/** Money that is granted, bound or meant, not spent: the word stands before the nearest money word. */
function unspent(quantity: Quantity): boolean {
  const money = quantity.before.findIndex((word) => isWord(word, 'spend'));
  const other = quantity.before.findIndex((word) =>
    isWord(word, 'allotted', 'committed', 'left', 'will', 'planned', 'not', 'not-yet', 'postpone', 'cancel'),
  );
  if (other === -1) return false;
  const word = quantity.before[other] as Word;
  if (money === -1) return isWord(word, 'allotted', 'committed', 'left', 'will');
  return money < other ? other === money + 1 && isWord(word, 'will', 'not', 'not-yet') : true;
}
