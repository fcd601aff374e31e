/** Reads the progress of the work in percent and what was reached against the indicator, and tells one from the other. */
import type { Activity } from '../../domain/activity.ts';
import { isPercent, nearest, PER_HUNDRED, type Quantity, wholeAfter } from '../numbers/context.ts';
import { type MeasureReading, type Reached, readCount } from './counts.ts';
import { readFractions } from '../numbers/fractions.ts';
import { normalise } from '../spelling/normalise.ts';
import { compact } from '../names/compact.ts';
import { MEASURE_WORDS } from '../words/measures.ts';
import { isWord, type Token, type Word } from '../tokens.ts';

const CATEGORY = [
  'progress',
  'done',
  'act',
  'doing',
  'spend',
  'budget',
  'free',
  'indicator',
  'head-result',
  'participants',
  'reached',
  'target',
  'left',
  'lacking',
  'allotted',
] as const;

/** @param tokens that state facts, of one activity's part. @param activity it speaks of, for its unit and indicator. */
export function readMeasures(
  text: string,
  tokens: readonly Token[],
  quantities: readonly Quantity[],
  activity: Activity | null,
): MeasureReading {
  const reading: MeasureReading = {
    percent: null,
    percentUnsure: false,
    percentBecause: [],
    actual: null,
    actualBecause: [],
    percentLeft: false,
    partial: null,
  };
  const reached: Reached[] = [];
  for (const [at, quantity] of quantities.entries()) {
    const previous = quantities[at - 1];
    if (isPercent(quantity) && isFormer(text, quantity, quantities[at + 1])) continue;
    if (isPercent(quantity)) readPercent(text, tokens, quantity, previous, activity, reading, reached);
    else readCount(text, tokens, quantity, previous, activity, reading, reached);
  }
  readFractions(text, tokens, reading);
  const own = reached.filter((one) => one.unit === activity?.unit);
  const likely = own.length > 0 ? own : reached;
  const fits =
    likely.find(({ start }) => DONE_BEFORE.test(text.slice(Math.max(0, start - 8), start))) ?? likely[0];
  if (fits) {
    reading.actual = { value: fits.value, unit: fits.unit };
    reading.actualBecause = [{ start: fits.start, end: fits.end }];
  }
  return reading;
}

/** Of several counts, "ยาว 600 เมตร ทำแล้ว 450 เมตร", the one that was done. */
const DONE_BEFORE = /(?:แล้ว|ได้|ไป|เสร็จ)\s?$/;

/** "จาก 40% เป็น 65%": how it was before. */
function isFormer(text: string, { token }: Quantity, next: Quantity | undefined): boolean {
  return (
    next !== undefined &&
    isPercent(next) &&
    /จาก(?:เดิม)?\s?(?:ร้อยละ)?\s?$/.test(text.slice(Math.max(0, token.start - 16), token.start)) &&
    /(?:เป็น|ถึง)\s?(?:ร้อยละ)?\s?$/.test(text.slice(token.end, next.token.start))
  );
}

function readPercent(
  text: string,
  tokens: readonly Token[],
  quantity: Quantity,
  previous: Quantity | undefined,
  activity: Activity | null,
  reading: MeasureReading,
  reached: Reached[],
): void {
  const { token } = quantity;
  const end = (isWord(quantity.unit, 'percent') ? quantity.unit : token)?.end ?? token.end;
  const after = wholeAfter(text, tokens, end);
  const told = nearest(quantity, ...CATEGORY);
  const start = told?.start ?? token.start;
  if (isWord(after, 'budget', 'spend', 'allotted')) return;
  const asIndicator = (): void => {
    if (!token.odd && token.value >= 0 && token.value <= 1000)
      reached.push({ value: token.value, unit: PER_HUNDRED, start, end });
  };
  const asProgress = (value: number): void => {
    if (reading.percent !== null || reading.percentUnsure) return;
    if (token.odd || !(value >= 0 && value <= 100)) reading.percentUnsure = true;
    else reading.percent = value;
    reading.percentBecause = [{ start, end }];
  };
  if (isWord(after, 'target') && !told) return;
  if (isWord(after, 'participants', 'indicator') && !told) return asIndicator();
  if (/ร้อยละของ[^\d\n]{2,60}$/.test(text.slice(Math.max(0, token.start - 70), token.start)))
    return asIndicator();
  switch (told?.family) {
    case 'spend':
    case 'budget':
    case 'free':
    case 'allotted':
      return namesIndicator(text, tokens, quantity, activity) ||
        /ผู้/.test(text.slice(Math.max(0, told.start - 20), told.start))
        ? asIndicator()
        : undefined;
    case 'target':
      return;
    case 'indicator':
    case 'head-result':
    case 'participants':
      return asIndicator();
    case 'reached':
      return previous &&
        !isPercent(previous) &&
        /คิดเป็น|เท่ากับ/.test(text.slice(told.start, told.end)) &&
        reached.length === 0 &&
        !isCounted(previous)
        ? undefined
        : asIndicator();
    case 'left':
    case 'lacking':
      // of the money, not of the work
      if (nearest(quantity, 'budget')) return;
      if (!adjoins(text, tokens, told, quantity)) return asProgress(token.value);
      reading.percentLeft = true;
      return asProgress(100 - token.value);
    case undefined:
      return namesIndicator(text, tokens, quantity, activity) ? asIndicator() : asProgress(token.value);
    default:
      return asProgress(token.value);
  }
}

/** The name before a percentage says what has progressed. */
function insideName(said: string, activity: Activity): boolean {
  const name = compact(normalise(activity.name).text).letters;
  let common = 0;
  for (let at = 0; at + 3 <= said.length; at++) if (name.includes(said.slice(at, at + 3))) common++;
  return common >= 0.7 * Math.max(1, said.length - 2);
}

/** "เหลืออีก 20%", not "เหลือสรุปเล่ม น่าจะ 90%". */
function adjoins(text: string, tokens: readonly Token[], told: Word, quantity: Quantity): boolean {
  let from = told.end;
  for (let at = tokens.indexOf(told) + 1; at <= quantity.at; at++) {
    const token = tokens[at] as Token;
    if (text.slice(from, token.start).trim() !== '' || isWord(token, 'will')) return false;
    from = token.end;
  }
  return true;
}

function isCounted(quantity: Quantity): boolean {
  return (
    isWord(quantity.unit, 'person', 'piece', 'score', 'classifier') ||
    nearest(quantity, 'participants') !== undefined
  );
}

/** Whether the words before a percentage are the indicator's own. */
function namesIndicator(
  text: string,
  tokens: readonly Token[],
  quantity: Quantity,
  activity: Activity | null,
): boolean {
  if (!activity?.indicator) return false;
  const from =
    tokens.findLast(
      (token, at) =>
        at < quantity.at && token.kind !== 'word' && !(token.kind === 'mention' && token.by === 'name'),
    )?.end ?? 0;
  const said = compact(
    text.slice(Math.max(from, quantity.token.start - 60), quantity.token.start).replace(/ร้อยละ\s*$/, ''),
  ).letters;
  const indicator = compact(normalise(activity.indicator).text).letters;
  let common = 0;
  for (let at = 0; at + 3 <= said.length; at++) if (indicator.includes(said.slice(at, at + 3))) common++;
  const beside = text.slice(Math.max(from, quantity.token.start - 60), quantity.token.start);
  if (
    MEASURE_WORDS.indicator.some((word) => word.length > 4 && beside.includes(word)) ||
    /ผู้ตอบ|ผู้เข้า|บุคลากร|ประชาชน/.test(beside)
  )
    return true;
  if (insideName(said, activity)) return false;
  return common >= 4 && common >= 0.6 * (said.length - 2);
}
