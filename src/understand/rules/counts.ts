/** Reads head-counts, pieces, scores and whatever the indicator counts; used by the measure rules. */
import type { Activity, Actual } from '../../domain/activity.ts';
import { isOfEach, isPercent, nearest, PER_HUNDRED, type Quantity } from '../numbers/context.ts';
import { normalise } from '../spelling/normalise.ts';
import { isWord, type Token } from '../tokens.ts';

export interface MeasureReading {
  percent: number | null;
  percentUnsure: boolean;
  percentBecause: { start: number; end: number }[];
  actual: Actual | null;
  actualBecause: { start: number; end: number }[];
  /** It was said as what is left to do. */
  percentLeft: boolean;
  /** A count short of its whole was said: pieces of work ("2 of 3"), or people who came. */
  partial: 'pieces' | 'people' | null;
}

export interface Reached extends Actual {
  start: number;
  end: number;
}

const PERSON = 'คน';
const SCORE = 'คะแนน';

export function readCount(
  text: string,
  tokens: readonly Token[],
  quantity: Quantity,
  previous: Quantity | undefined,
  activity: Activity | null,
  reading: MeasureReading,
  reached: Reached[],
): void {
  const { token, unit } = quantity;
  if (token.odd || isOfEach(text, tokens, quantity)) return;
  const between = previous ? tokens.slice(previous.at + 1, quantity.at) : [];
  const outOf =
    previous &&
    between.some((word) => isWord(word, 'out-of') || isFromAll(text, word)) &&
    token.start - previous.token.end <= 26 &&
    !isPercent(previous);
  const written = unitOf(text, quantity, activity);
  if (
    outOf &&
    previous &&
    !previous.token.odd &&
    previous.token.value <= token.value &&
    !isWord(unit, 'baht')
  ) {
    const people = written === PERSON || nearest(previous, 'participants') !== undefined;
    const money = nearest(previous, 'spend', 'budget') !== undefined || isWord(previous.unit, 'baht');
    if (previous.token.value < token.value && !money) reading.partial ??= people ? 'people' : 'pieces';
    if (previous.unit === null || previous.unit.start >= token.start || isWord(previous.unit, 'out-of')) {
      if (written !== null)
        reached.push({
          value: previous.token.value,
          unit: written,
          start: previous.token.start,
          end: unit?.end ?? token.end,
        });
    }
    return;
  }
  const told = nearest(
    quantity,
    'target',
    'left',
    'lacking',
    'each',
    'staff',
    'participants',
    'reached',
    'score',
    'progress',
    'spend',
    'budget',
    'total',
    'more',
  );
  const met = isWord(told, 'target') && text.startsWith('ตามเป้า', told.start);
  if (isWord(told, 'target', 'left', 'lacking', 'each', 'staff') && !met) return;
  // "ยังเหลือคัดกรองอีก 40 คน"
  if (isWord(told, 'more') && nearest(quantity, 'left', 'lacking')) return;
  if (/เกิน\s?$/.test(text.slice(Math.max(0, token.start - 6), token.start))) return;
  const next = tokens[quantity.at + 1];
  if (isWord(next, 'out-of') && tokens[quantity.at + 2]?.kind === 'number') return;
  const push = (unit: string, end: number): void =>
    void reached.push({
      value: token.value,
      unit,
      start: isWord(told, 'participants', 'reached') ? told.start : token.start,
      end,
    });
  if (written !== null && unit) return push(written, unit.end);
  if (
    isWord(
      unit,
      'classifier',
      'unit-of-time',
      'percent',
      'baht',
      'magnitude',
      'lead',
      'person',
      'piece',
      'score',
      'participants',
      'staff',
    )
  )
    return;
  // "ยืมเงินมา 20,000": what came is money
  const sum = nearest(quantity, 'budget', 'allotted', 'spend') !== undefined && token.large;
  if (isWord(told, 'participants') && Number.isInteger(token.value) && !sum) return push(PERSON, token.end);
  if (
    (isWord(told, 'score') || (!told && !token.large && scoresBefore(text, token.start, activity))) &&
    token.value <= 1000
  )
    return push(SCORE, token.end);
  if (isWord(told, 'reached') && /จริง|ผล|วัด|ประเมิน/.test(text.slice(told.start, told.end)) && activity?.unit)
    return push(activity.unit, token.end);
  const stated =
    isWord(told, 'progress') &&
    quantity.before[0] === told &&
    /คืบ|ก้าวหน้า|progress/.test(text.slice(told.start, told.end));
  if (
    (stated || amendsPercent(text, quantity)) &&
    !nearest(quantity, 'spend', 'budget') &&
    reading.percent === null &&
    !token.large
  ) {
    if (token.value <= 100) reading.percent = token.value;
    else reading.percentUnsure = true;
    reading.percentBecause = [{ start: told?.start ?? token.start, end: token.end }];
  }
}

/** "คะแนน … ออกแล้วจ้า 90.12": a score was announced a little before. */
function scoresBefore(text: string, start: number, activity: Activity | null): boolean {
  return activity?.unit === SCORE && text.slice(Math.max(0, start - 50), start).includes(SCORE);
}

/** "45 คน จากทั้งหมด 120 คน". */
function isFromAll(text: string, token: Token): boolean {
  return isWord(token, 'allotted', 'target') && /^จาก(?:ทั้ง|เป้า)/.test(text.slice(token.start, token.end));
}

/** "แก้เปอร์เซ็นต์เป็น 75". */
function amendsPercent(text: string, { before }: Quantity): boolean {
  const [to, what] = before;
  return (
    isWord(to, 'to') &&
    (isWord(what, 'percent', 'progress') ||
      (isWord(what, 'amend', 'change') && /เปอร์|คืบ|%/.test(text.slice(what.start, what.end))))
  );
}

/** The unit an actual is stored in: the indicator's own, or one of those every office knows. */
function unitOf(text: string, quantity: Quantity, activity: Activity | null): string | null {
  const { unit, token } = quantity;
  const own = activity?.unit ? normalise(activity.unit).text : null;
  const rest = text.slice(token.end).trimStart();
  if (own && own !== PER_HUNDRED && rest.startsWith(own)) return activity?.unit ?? null;
  if (isWord(unit, 'person')) return PERSON;
  if (isWord(unit, 'piece', 'score')) return unit?.family === 'piece' ? 'ชิ้น' : SCORE;
  return null;
}
