/** Finds where a text of an earlier report is put otherwise, "แก้ผลการดำเนินงานเป็น …"; what follows on the line is that text, whatever it contains. */
import { isWord, type MentionToken, type Token, type Word } from '../tokens.ts';

const HEADS = ['head-result', 'head-obstacle', 'head-suggestion'] as const;

/** What may stand between the verb and what it changes. */
const BEFORE_HEAD = /^\s*(?:ที่|ข้อความ|ข้อมูล|ตรง|ใน|ช่อง|ส่วน|หัวข้อ|the|my)?\s*$/;
/** Further words of the same heading. */
const WITHIN_HEAD = /^[\s/]*(?:และ|หรือ)?[\s/]*$/;
/** What leads from the heading to the new text; what stood may be repeated before it. */
const LEADS_ON =
  /^(?:\s*(?:ใหม่|นะ|คะ|ค่ะ|ครับ|ด้วย|หน่อย))*\s*(?:(?:จากเดิม|เดิมว่า|เดิม|จาก|from)\s*\S.{0,300}?\s*)?(?:ไปเป็น|มาเป็น|เป็นว่า|เป็น|ว่า|ที่ถูก(?:ต้อง)?(?:คือ|เป็น)?|คือ|\bto\b|[:=])\s*/;
/** "แก้ปัญหาเป็นที่เรียบร้อย" says how a problem was solved. */
const TELLS_HOW = /^(?:ที่|การ|อย่าง|ระยะ|ขั้น|ราย|ครั้ง|ลำดับ|ไป|เรื่อง|ส่วน|กรณี|ประจำ|หลัก)/;

/** A heading with its verb and the word that leads on; `amends` tells it from the heading of a new report. */
export interface Amendment {
  head: Word;
  /** The verb, where a code stands between it and the rest. */
  verb: Word | null;
  /** To here the text runs. */
  end: number;
}

/** @param tokens words and codes in order. @returns at most one a line. */
export function amendmentsOf(text: string, tokens: readonly Token[]): Amendment[] {
  const found: Amendment[] = [];
  for (const [at, token] of tokens.entries()) {
    if (found.length > 0 && token.start < (found.at(-1) as Amendment).end) continue;
    const amendment = amendmentAt(text, tokens, at) ?? amendmentAfter(text, tokens, at);
    if (amendment) found.push(amendment);
  }
  return found;
}

function amendmentAt(text: string, tokens: readonly Token[], at: number): Amendment | null {
  const verb = tokens[at];
  const solved = isWord(verb, 'neutral') && /^แก้(?:ไข)?ปัญหา$/.test(text.slice(verb.start, verb.end));
  if (!solved && !isWord(verb, 'amend', 'change')) return null;
  const named = solved ? at : headAfter(text, tokens, at);
  if (named === null) return null;
  const family = solved ? 'head-obstacle' : (tokens[named] as Word).family;
  let last = named;
  for (let more = last + 1; isWord(tokens[more], ...HEADS, 'and', 'out-of'); more++) {
    const gap = text.slice((tokens[last] as Token).end, (tokens[more] as Token).start);
    if (!WITHIN_HEAD.test(gap)) break;
    if (isWord(tokens[more], ...HEADS)) last = more;
  }
  const headEnd = (tokens[last] as Token).end;
  const code = codeAfter(text, tokens, last);
  const from = code?.end ?? headEnd;
  const line = text.indexOf('\n', from);
  const end = line === -1 ? text.length : line;
  const led = LEADS_ON.exec(text.slice(from, end));
  if (!led || from + led[0].length >= end) return null;
  if (solved && TELLS_HOW.test(text.slice(from + led[0].length, end))) return null;
  const head = (start: number): Word => ({
    kind: 'word',
    start,
    end: from + led[0].trimEnd().length,
    family,
    value: null,
    amends: true,
  });
  if (!code) return { head: head(verb.start), verb: null, end };
  const word: Word = { kind: 'word', start: verb.start, end: headEnd, family: 'amend', value: null };
  return { head: head(code.end), verb: word, end };
}

/** "ผลการดำเนินงาน แก้เป็น …": the heading first. */
function amendmentAfter(text: string, tokens: readonly Token[], at: number): Amendment | null {
  const [heading, verb] = [tokens[at], tokens[at + 1]];
  if (!isWord(heading, ...HEADS) || !isWord(verb, 'amend', 'change')) return null;
  if (text.slice(heading.end, verb.start).trim() !== '') return null;
  const line = text.indexOf('\n', verb.end);
  const end = line === -1 ? text.length : line;
  // แก้เป็น has the word that leads on in it
  const led = text.slice(0, verb.end).endsWith('เป็น')
    ? /^\s*/.exec(text.slice(verb.end, end))
    : LEADS_ON.exec(text.slice(verb.end, end));
  const from = verb.end + (led?.[0].length ?? 0);
  if (!led || from >= end || TELLS_HOW.test(text.slice(from, end))) return null;
  const head: Word = { ...heading, end: verb.end + led[0].trimEnd().length, amends: true };
  return { head, verb: null, end };
}

/** The place of the heading a verb of changing is about; a word like ที่ may stand between. */
function headAfter(text: string, tokens: readonly Token[], verb: number): number | null {
  const at = isWord(tokens[verb + 1], 'neutral') ? verb + 2 : verb + 1;
  const [from, head] = [tokens[verb] as Token, tokens[at]];
  return isWord(head, ...HEADS) && BEFORE_HEAD.test(text.slice(from.end, head.start)) ? at : null;
}

/** @returns headings right after a verb of changing, whether or not it is said what shall stand instead. */
export function changedHeads(tokens: readonly Token[]): Word[] {
  return tokens.flatMap((token, at) => {
    const next = tokens[at + 1];
    return isWord(token, 'change') && isWord(next, ...HEADS) && next.start === token.end ? [next] : [];
  });
}

/** "แก้ผล 1.2 เป็น …". */
function codeAfter(text: string, tokens: readonly Token[], head: number): MentionToken | null {
  for (let at = head + 1; at <= head + 2; at++) {
    const token = tokens[at];
    if (!token) return null;
    const gap = text.slice((tokens[at - 1] as Token).end, token.start);
    if (!/^\s*(?:ของ|ใน)?\s*$/.test(gap)) return null;
    if (token.kind === 'mention') return token;
    if (!isWord(token, 'lead', 'neutral')) return null;
  }
  return null;
}
