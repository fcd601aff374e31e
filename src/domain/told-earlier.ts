/** Whether a text was told before the figures that stand beside it now, and tells others; report-rows.ts asks it of each result, the table of what a text says besides. */
import type { Actual } from './activity.ts';

/** A figure and the sequence of the statement that told it last; null where nobody has. */
interface Since<T> {
  value: T;
  since: number;
}

export interface FiguresNow {
  actual: Since<Actual> | null;
  percent: Since<number> | null;
}

/** A text, the sequence of the statement it was told in last, and the figures told along with it. */
interface EarlierText {
  text: string;
  seq: number;
  with: { actual: Actual | null; percent: number | null };
}

/** A figure that was told since makes a text old news where the text, or what was told along with it, names another one. */
export function isOldNews(told: EarlierText, { actual, percent }: FiguresNow, unit: string | null): boolean {
  const { text, seq, with: along } = told;
  if (percent && percent.since > seq && along.percent !== null && along.percent !== percent.value)
    return true;
  if (!actual || actual.since <= seq) return false;
  const { value } = actual.value;
  if (along.actual && along.actual.value !== value) return true;
  return figuresOf(text, actual.value.unit || unit).some((figure) => figure !== value);
}

/** @returns the text without numbers and without the unit that stands beside them. */
export function withoutFigures(text: string, unit: string | null): string {
  const bare = arabic(text).replace(NUMBER, ' ');
  return unit ? bare.replaceAll(unit, ' ') : bare;
}

const NUMBER = /[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?/g;

/** Numbers with the unit behind them, or before them as it is with percentages. */
function figuresOf(text: string, unit: string | null): number[] {
  if (!unit) return [];
  const plain = arabic(text);
  return [...plain.matchAll(NUMBER)].flatMap((match) => {
    const before = plain.slice(0, match.index).trimEnd();
    const behind = plain.slice(match.index + match[0].length).trimStart();
    if (!behind.startsWith(unit) && !before.endsWith(unit)) return [];
    return [Number(match[0].replaceAll(',', ''))];
  });
}

/** Thai digits stand in the same order as these; one for one, so that places stay. */
function arabic(text: string): string {
  return text.replace(/[\u0E50-\u0E59]/g, (digit) => String(digit.charCodeAt(0) - 0x0e50));
}
