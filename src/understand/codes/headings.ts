/** Finds the heading of the plan that a question is about, by the word for its kind and its number, letter or name: กลยุทธ์ที่ 3, หมวด ง, ด้าน SE, กลุ่มพัฒนาครู, งานถนน; called where nothing is named by code. */
import { wordsIn } from '../names/terms.ts';
import { normalise } from '../spelling/normalise.ts';
import { type PlanIndex, splitLabel } from '../plan-index.ts';
import { isWord, type MentionToken, type Token } from '../tokens.ts';
import { DIGIT_WORDS } from '../words/measures.ts';

/** What the parts of a plan are called, in plans and when spoken of; "พี่กลุ่มบุคคล" speaks to somebody. */
const KIND =
  /(?<![เแโใไ]|พี่|น้อง|คุณ|ท่าน)(?:กลยุทธ์|ยุทธศาสตร์|ยุทธ์?|หมวด|แผนงาน|แผน|ผลผลิต|จุดเน้น|ด้าน|กลุ่ม(?:งาน)?|ส่วน|ฝ่าย|แท่ง)(?:ที่)?\s?/g;
/** "งานถนน" is the heading whose name begins so; รายงาน and โรงงาน are other words. */
const WORK = /(?<=^|[\s"(,]|ขอ|ดู|ของ|รหัส|โค้ด|ชื่อ|กิจกรรม)งาน\s?/g;
/** What the names of headings begin with beside what they are about. */
const OPENING = /^(?:กลุ่ม)?(?:งาน|ด้าน|หมวด)/;
const NUMBER = /^(\d{1,2}|หนึ่ง|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า)(?![\d.,/()-]|\s?(?:คน|ราย|กิจกรรม|ข้อ|ครั้ง|แห่ง))/;
const LETTERS = /^([ก-ฮ]|[a-z]{1,3})(?![a-z\d\u0e01-\u0e4e]|\.\s?\d)/;
/** So many letters of a heading's name are not said by chance; of how it begins so many, where they are said alone. */
const TELLING = 4;
const BEGINS = 2;

interface Heading {
  code: string;
  /** One at the top of the plan. */
  depth: number;
  /** What its number or letter may be said as. */
  labels: readonly (string | undefined)[];
  /** Of its name, without spaces. */
  letters: string;
  /** The same without what says only that it is a part of the plan. */
  subject: string;
}

const cache = new WeakMap<PlanIndex, readonly Heading[]>();

function headingsIn(index: PlanIndex): readonly Heading[] {
  const known = cache.get(index);
  if (known) return known;
  const headings = index.plan.activities.flatMap(({ code, label, name, leaf }): Heading[] => {
    if (leaf) return [];
    const parts = splitLabel(label);
    const labels = [parts.at(-1), parts.join(''), code];
    const letters = normalise(name).text.replaceAll(/\s/g, '');
    const subject = letters.replace(OPENING, '');
    return [{ code, depth: code.split('.').length, labels, letters, subject }];
  });
  cache.set(index, headings);
  return headings;
}

/** @param tokens words of the text. @returns the heading, where something is asked and one is named; statements speak of groups of people. */
export function headingOf(text: string, tokens: readonly Token[], index: PlanIndex): MentionToken | null {
  if (
    !tokens.some((token) => isWord(token, 'question-word', 'question-tail', 'show', 'overview', 'catalogue'))
  )
    return null;
  const headings = headingsIn(index);
  for (const { 0: kind, index: start } of text.matchAll(KIND)) {
    const at = start + kind.length;
    const rest = text.slice(at);
    const said = (NUMBER.exec(rest) ?? LETTERS.exec(rest))?.[1];
    const named = said === undefined ? (namedAt(rest, headings) ?? begunAt(text, at, tokens, index)) : null;
    const code = said === undefined ? named?.code : labelled(said, headings);
    if (code === undefined) continue;
    return {
      kind: 'mention',
      start,
      end: at + (said?.length ?? named?.length ?? 0),
      codes: [code],
      by: 'code',
    };
  }
  for (const { 0: kind, index: start } of text.matchAll(WORK)) {
    const begun = begunAt(text, start + kind.length, tokens, index);
    if (begun)
      return {
        kind: 'mention',
        start,
        end: start + kind.length + begun.length,
        codes: [begun.code],
        by: 'code',
      };
  }
  return null;
}

/** @returns the one heading whose name begins with the words from `at` to the next word that tells no name, and how many letters those are. */
function begunAt(
  text: string,
  at: number,
  tokens: readonly Token[],
  index: PlanIndex,
): { code: string; length: number } | null {
  const next = tokens.find(({ start, end }) => start > at || end > at);
  const [word = ''] = text.slice(at, next ? Math.max(at, next.start) : undefined).split(/\s/);
  if (word.length < BEGINS || !/[ก-ฮ]/.test(word)) return null;
  const [heading, ...others] = headingsIn(index).filter(({ subject }) => subject.startsWith(word));
  if (!heading || others.length > 0) return null;
  const leaf = index.plan.activities.some((one) => one.leaf && beginsWith(one.name, word));
  return leaf ? null : { code: heading.code, length: word.length };
}

function beginsWith(name: string, word: string): boolean {
  return normalise(name).text.replaceAll(/\s/g, '').replace(OPENING, '').startsWith(word);
}

/** @returns the code of the one heading, highest in the plan, whose label ends in what is said. */
function labelled(said: string, headings: readonly Heading[]): string | undefined {
  const spoken = DIGIT_WORDS[said];
  const part = spoken !== undefined ? String(spoken) : /^\d/.test(said) ? String(Number(said)) : said;
  const found = headings.filter(({ labels }) => labels.includes(part));
  const top = Math.min(...found.map(({ depth }) => depth));
  const [first, ...others] = found.filter(({ depth }) => depth === top);
  return others.length === 0 ? first?.code : undefined;
}

/** @returns the one heading that has the first words said after the word for its kind, and how many letters those are. */
function namedAt(rest: string, headings: readonly Heading[]): { code: string; length: number } | null {
  const words = wordsIn(rest.slice(0, 60));
  let best: { code: string; length: number }[] = [];
  for (const { code, letters } of headings) {
    let length = 0;
    let said = '';
    for (const { word, start, end } of words) {
      if (start - length > 1 || !letters.includes(said + word)) break;
      said += word;
      length = end;
    }
    if (said.length < TELLING || length < (best[0]?.length ?? 0)) continue;
    best = length === best[0]?.length ? [...best, { code, length }] : [{ code, length }];
  }
  return best.length === 1 ? (best[0] ?? null) : null;
}
