/** Finds activities by the letters of their names, whole or in part and with typing errors. */
import { enoughFor, leadFor, type NameMatch, nameMatches } from './name-trails.ts';
import type { PlanIndex } from './plan-index.ts';
import { isWord, type MentionToken, type Token } from './tokens.ts';

/** "ประชุมเรื่อง…": what a message begins with is a word of many names; next to the name that follows it tells too little. */
const BESIDE = 0.25;

/** After facts a few letters of a name are more likely part of what is told. */
const LATE = 2;

/**
 * The activity a stretch of text names.
 * @returns a mention with one code when it is clear, several when it could be any of them, null when the text names none.
 */
export function nameIn(
  text: string,
  tokens: readonly Token[],
  index: PlanIndex,
  from: number,
  to: number,
): MentionToken | null {
  const found = nameMatches(text, tokens, index, from, to).filter(
    (match) =>
      !/(?:กอง|กลุ่ม|ฝ่าย|สำนัก|แผนก)$/.test(text.slice(Math.max(0, match.start - 5), match.start)) &&
      !isPlace(text.slice(Math.min(match.from, match.start), match.end)),
  );
  const leading = found.filter(
    (match) =>
      match.score >= Math.max(enoughFor(index), (found[0]?.score ?? 0) * BESIDE) &&
      opensLine(
        text,
        tokens,
        match.start,
        from > 0 ? Math.max(from, text.lastIndexOf('\n', match.start - 1) + 1) : undefined,
      ),
  );
  const matches =
    leading.length > 0 ? found.filter((match) => match.start < (leading[0] as NameMatch).end) : found;
  const first = matches[0];
  if (!first) return null;
  const called = tokens.some(
    (token) => isWord(token, 'lead') && token.end <= first.start && first.start - token.end <= 2,
  );
  const late =
    leading.length === 0 &&
    tokens.some(
      (token) =>
        token.start >= from &&
        token.end <= first.start &&
        (token.kind === 'number' ||
          token.kind === 'date' ||
          isWord(token, 'done', 'spend', 'already', 'percent')),
    );
  if (first.score + (called ? 1.5 : 0) < enoughFor(index) * (late ? LATE : 1)) return null;
  const rivals = matches.filter((match) => match.score > first.score - leadFor(index));
  const whole = rivals.filter((match) => match.coverage >= 0.85);
  const meant = rivals.length > 1 && whole.length === 1 ? whole : rivals;
  const codes = meant.slice(0, 12).map((match) => match.code);
  return { kind: 'mention', start: first.start, end: first.end, codes, by: 'name' };
}

/** "หมู่ 3" is where the work is; many works are there. */
function isPlace(said: string): boolean {
  return said.replace(/(?:หมู่|ม\.|ซอย|เขต|ตำบล|รุ่น|ครั้ง)(?:บ้าน)?(?:ที่)?\s?\d*|[\s\d,.-]+|และ|กับ/g, '').length < 2;
}

/** What a message begins with is what it is about: at most words of address and greeting stand before it. */
export function opensLine(text: string, tokens: readonly Token[], start: number, opening?: number): boolean {
  let from = opening ?? text.lastIndexOf('\n', start - 1) + 1;
  for (const token of tokens) {
    if (token.end <= from || token.end > start) continue;
    if (/[a-z0-9\u0e01-\u0e4e]/.test(text.slice(from, token.start))) return false;
    if (
      !isWord(
        token,
        'lead',
        'announce',
        'report-noun',
        'relay',
        'particle',
        'small-talk',
        'neutral',
        'also',
        'act',
        'show',
        'cancel',
        'undo',
        'amend',
      )
    )
      return false;
    from = token.end;
  }
  return !/[a-z0-9\u0e01-\u0e4e]/.test(text.slice(from, start));
}
