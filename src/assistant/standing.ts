/** Finds what stands in a message, as the rules of reading see it: numbers, days, activities that are named; the assistant's answer is held against it. */
import { loadedWeights } from '../understand/learn/weights.ts';
import { type Normal, normalise, spanOf } from '../understand/spelling/normalise.ts';
import { prepare } from '../understand/prepare.ts';
import { isWord, type MentionToken, type Word } from '../understand/tokens.ts';
import type { Span, UnderstandContext } from '../understand/types.ts';

export interface Figure {
  value: number;
  span: Span;
  /** Said as "about" or "and something". */
  vague: boolean;
}

export interface Standing {
  /** Numbers in any written form: digits of both kinds, words, thousands and millions. */
  figures: Figure[];
  /** What is told in words that have no figure: half of the work, nothing spent. */
  percents: number[];
  zeroSpent: boolean;
  /** Something is said to be left: the rest of it is done. */
  saysLeft: boolean;
  /** @returns where this day is named, ISO; null where it is not. */
  findDay(iso: string): { iso: string; span: Span } | null;
  /** What names an activity; `codes` empty where the plan has none such. */
  named: { codes: readonly string[]; byCode: boolean; span: Span }[];
  /** @returns where these words stand, however their letters were written; null where they do not. */
  find(words: string): Span | null;
}

/** @param hidden stretches that were left out: no figure is read from them. */
export function standingIn(
  text: string,
  context: UnderstandContext,
  hidden: readonly { start: number; end: number }[],
): Standing {
  const { normal, tokens, mentions, told } = prepare(text, context, loadedWeights().names);
  const spanAt = ({ start, end }: { start: number; end: number }): Span => spanOf(normal, start, end);
  const plain = normalise(text);
  const isHidden = (span: Span): boolean =>
    hidden.some((one) => span.start < one.end && span.end > one.start);
  const numbers = tokens.flatMap((token, at) => {
    if (token.kind !== 'number') return [];
    const before = tokens[at - 1];
    const about = isWord(before, 'about') && token.start - before.end <= 1;
    return [{ value: token.value, span: spanAt(token), vague: token.vague || token.odd || about }];
  });
  const figures = [...numbers, ...digitsOf(plain, numbers)].filter(({ span }) => !isHidden(span));
  return {
    figures,
    percents: told.flatMap(({ rules }) => rules.fields.percent ?? []),
    saysLeft: tokens.some((token) => isWord(token, 'left', 'lacking')),
    zeroSpent: told.some(({ rules }) => rules.fields.spent === 0),
    findDay(iso) {
      const named =
        tokens.find((token) => token.kind === 'date' && token.iso === iso) ??
        tokens.find((token) => token.kind === 'word' && isWeekdayOf(token, iso, context.today));
      if (named) return { iso, span: spanAt(named) };
      const written = SHORT_DAY.exec(plain.text);
      const [, month, day] = iso.split('-').map(Number);
      return written && Number(written[1]) === day && Number(written[2]) === month
        ? { iso, span: spanOf(plain, written.index, written.index + written[0].length) }
        : null;
    },
    named: mentions.map((mention: MentionToken) => ({
      codes: mention.codes,
      byCode: mention.by === 'code',
      span: spanAt(mention),
    })),
    find(words) {
      const wanted = normalise(words).text.trim();
      const at = wanted === '' ? -1 : plain.text.indexOf(wanted);
      return at < 0 ? null : spanOf(plain, at, at + wanted.length);
    },
  };
}

/** 14/3, which is as often a fraction: the rules do not read it by itself. */
const SHORT_DAY = /(?<![\d/])(\d{1,2})\/(\d{1,2})(?![\d/])/;
const DAY_MS = 86_400_000;
/** A weekday is one of this week, the last or the next. */
const NEAR_DAYS = 14;

/** "Wednesday next", "Thursday the 25th": the day of that name is not far. */
function isWeekdayOf({ family, value }: Word, iso: string, today: string): boolean {
  const away = Math.abs(Date.parse(iso) - Date.parse(today)) / DAY_MS;
  return family === 'weekday' && away <= NEAR_DAYS && new Date(`${iso}T00:00:00Z`).getUTCDay() === value;
}

const DIGITS = /(?<![\d.,])\d+(?:,\d{3})*(?:\.\d+)?(?![\d]|[.,]\d)/g;

/** Digits that the rules take for something else: the answer may know better, they do stand there. */
function digitsOf(plain: Normal, known: readonly Figure[]): Figure[] {
  return [...plain.text.matchAll(DIGITS)]
    .map((match) => ({
      value: Number(match[0].replaceAll(',', '')),
      span: spanOf(plain, match.index, match.index + match[0].length),
      vague: false,
    }))
    .filter(({ span }) => !known.some((one) => one.span.start < span.end && one.span.end > span.start));
}
