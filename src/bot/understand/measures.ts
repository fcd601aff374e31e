/** Reads the progress of the work in percent and what was reached against the indicator, and tells one from the other. */
import type { Activity, Actual } from '../../domain/activity.ts';
import { nearest, type Quantity, wholeAfter } from './context.ts';
import { normalise } from './normalise.ts';
import { compact } from './name-index.ts';
import { isWord, type Token } from './tokens.ts';

export interface MeasureReading {
  percent: number | null;
  percentUnsure: boolean;
  percentBecause: { start: number; end: number }[];
  actual: Actual | null;
  actualBecause: { start: number; end: number }[];
  /** A count short of its whole was said: "2 of 3". */
  partial: boolean;
}

export const PER_HUNDRED = 'ร้อยละ';
const PERSON = 'คน';

interface Reached extends Actual {
  start: number;
  end: number;
}

const CATEGORY = [
  'progress',
  'done',
  'act',
  'doing',
  'spend',
  'budget',
  'free',
  'indicator',
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
    partial: false,
  };
  const reached: Reached[] = [];
  for (const [at, quantity] of quantities.entries()) {
    const previous = quantities[at - 1];
    if (isPercent(quantity)) readPercent(text, tokens, quantity, previous, activity, reading, reached);
    else readCount(text, tokens, quantity, previous, activity, reading, reached);
  }
  readFractions(text, tokens, reading);
  const fits = reached.find((one) => one.unit === activity?.unit) ?? reached[0];
  if (fits) {
    reading.actual = { value: fits.value, unit: fits.unit };
    reading.actualBecause = [{ start: fits.start, end: fits.end }];
  }
  return reading;
}

function isPercent(quantity: Quantity): boolean {
  return quantity.perHundred || isWord(quantity.unit, 'percent');
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
    if (reading.percent !== null) return;
    if (token.odd || !(value >= 0 && value <= 100)) reading.percentUnsure = true;
    else reading.percent = value;
    reading.percentBecause = [{ start, end }];
  };
  if (isWord(after, 'target') && !told) return;
  if (isWord(after, 'participants', 'indicator') && !told) return asIndicator();
  switch (told?.family) {
    case 'spend':
    case 'budget':
    case 'free':
    case 'allotted':
    case 'target':
      return;
    case 'indicator':
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
      return asProgress(100 - token.value);
    case undefined:
      return namesIndicator(text, tokens, quantity, activity) ? asIndicator() : asProgress(token.value);
    default:
      return asProgress(token.value);
  }
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
  return common >= 4 && common >= 0.6 * (said.length - 2);
}

function readCount(
  text: string,
  tokens: readonly Token[],
  quantity: Quantity,
  previous: Quantity | undefined,
  activity: Activity | null,
  reading: MeasureReading,
  reached: Reached[],
): void {
  const { token, unit } = quantity;
  if (token.odd) return;
  const between = previous ? tokens.slice(previous.at + 1, quantity.at) : [];
  const outOf =
    previous &&
    between.some((word) => isWord(word, 'out-of')) &&
    token.start - previous.token.end <= 16 &&
    !isPercent(previous);
  const written = unitOf(text, quantity, activity);
  if (
    outOf &&
    previous &&
    !previous.token.odd &&
    previous.token.value <= token.value &&
    !isWord(unit, 'baht')
  ) {
    if (previous.token.value < token.value && written !== PERSON && !nearest(previous, 'participants'))
      reading.partial = true;
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
    'progress',
    'spend',
    'budget',
    'total',
    'more',
  );
  if (isWord(told, 'target', 'left', 'lacking', 'each', 'staff')) return;
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
  if (unit && !isWord(unit, 'done', 'already', 'and', 'but', 'neutral', 'spend', 'budget')) return;
  if (isWord(told, 'participants') && Number.isInteger(token.value)) return push(PERSON, token.end);
  if (isWord(told, 'reached') && /จริง|ผล|วัด|ประเมิน/.test(text.slice(told.start, told.end)) && activity?.unit)
    return push(activity.unit, token.end);
  if (
    isWord(told, 'progress') &&
    !nearest(quantity, 'spend', 'budget') &&
    reading.percent === null &&
    !token.large &&
    quantity.before[0] === told &&
    /คืบ|ก้าวหน้า|progress/.test(text.slice(told.start, told.end))
  ) {
    if (token.value <= 100) reading.percent = token.value;
    else reading.percentUnsure = true;
    reading.percentBecause = [{ start: told.start, end: token.end }];
  }
}

/** The unit an actual is stored in: the indicator's own, or one of those every office knows. */
function unitOf(text: string, quantity: Quantity, activity: Activity | null): string | null {
  const { unit, token } = quantity;
  const own = activity?.unit ? normalise(activity.unit).text : null;
  const rest = text.slice(token.end).trimStart();
  if (own && own !== PER_HUNDRED && rest.startsWith(own)) return activity?.unit ?? null;
  if (isWord(unit, 'person')) return PERSON;
  if (isWord(unit, 'piece', 'score')) return unit?.family === 'piece' ? 'ชิ้น' : 'คะแนน';
  return null;
}

/** "ครึ่งหนึ่ง", "สามในสี่" of the work. */
function readFractions(text: string, tokens: readonly Token[], reading: MeasureReading): void {
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
      const unit = tokens[at + 3];
      if (isWord(unit, 'person', 'piece', 'score', 'classifier', 'baht') && unit.start - whole.end <= 1)
        continue;
      value = Math.round((token.value / whole.value) * 100);
      end = whole.end;
    }
    if (value === null) continue;
    const before = tokens.slice(Math.max(0, at - 3), at);
    if (before.some((word) => isWord(word, 'spend', 'budget', 'magnitude'))) continue;
    if (isWord(wholeAfter(text, tokens, end), 'budget', 'spend', 'allotted')) continue;
    reading.percent = before.some((word) => isWord(word, 'left')) ? 100 - value : value;
    reading.percentBecause = [{ start: token.start, end }];
    return;
  }
}
