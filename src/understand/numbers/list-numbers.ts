/** Tells the numbers of a numbered list or form from codes of activities; called before codes are looked for. */
import { asWritten, type PlanIndex } from '../plan-index.ts';
import { firstFrom, isWord, type Token, type Word } from '../tokens.ts';

const NUMBERED =
  /(?<=^ *|[^\d\s(](?<!ข้อ|ที่|กิจกรรม|โครงการ) ?|\d (?=\((?!1\))))\(?(\d{1,2})[.)](?: +(?=\d)| *(?=[^\d\s]))/gm;

/** What follows the number names an activity by itself, so the number does not. */
const NAMES_ITSELF =
  /^(?:\d{1,2}\.\d|(?:รหัส)?(?:กิจกรรม|โครงการ|ข้อ|งาน)(?:ย่อย|หลัก)?(?:ที่)?\s?:?\s?\d|ชื่อ(?:กิจกรรม|โครงการ))/;

/** Lines that begin with a heading before their numbers are those of a form. */
const HEADED_LINES = 2;

/**
 * @param tokens words of the text in order.
 * @returns the numbers 1, 2, 3 … of items that name their activities themselves or are the headings of a form.
 */
export function listNumbers(text: string, tokens: readonly Token[], index: PlanIndex): Word[] {
  const lines = [...text.matchAll(NUMBERED)].map((found) => ({
    number: Number(found[1]),
    start: found.index,
    content: found.index + found[0].length,
  }));
  if (lines.length < 2 || lines.some(({ number }, at) => number !== at + 1)) return [];
  const headed = lines.filter(({ content }) => isHeading(tokens[firstFrom(tokens, content)], content));
  const first = text.slice(lines[0]?.content);
  const items =
    NAMES_ITSELF.test(first) ||
    opensWithLabel(first, index) ||
    !lines.some(({ number }) => isLeaf(number, index));
  if (!items && headed.length < HEADED_LINES) return [];
  return lines.map(({ number, start }) => ({
    kind: 'word',
    start,
    end: start + text.slice(start).search(/[.)]/) + 1,
    family: 'neutral',
    value: number,
  }));
}

/** "1) ส-02": the label says which; the number counts. */
function opensWithLabel(text: string, index: PlanIndex): boolean {
  const word = /^\S+/.exec(text)?.[0] ?? '';
  return /[^\d]/.test(asWritten(word)) && index.written.has(asWritten(word));
}

/** A number that is the code of an activity names it; one of a branch, or of nothing, counts. */
function isLeaf(number: number, index: PlanIndex): boolean {
  const codes = index.keys.get(String(number)) ?? [];
  return codes.some((code) => (index.leaves.get(code) ?? []).length === 1);
}

function isHeading(token: Token | undefined, start: number): boolean {
  return (
    token?.start === start &&
    isWord(token, 'head-obstacle', 'head-suggestion', 'head-result', 'head-remark', 'head-field')
  );
}

/** @returns whether a token is such a number. */
export function isListNumber(token: Token | undefined): boolean {
  return isWord(token, 'neutral') && token.value !== null;
}
