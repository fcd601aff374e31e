/** Decides what a message is for: report, undo, status, list, help or none of these. */
import type { Chunk } from '../chunks.ts';
import { isWorkWord } from './status.ts';
import { takesBack } from './taking-back.ts';
import { isWord, type MentionToken, type Token } from '../tokens.ts';
import type { Intent, Reading } from '../types.ts';

export interface IntentEvidence {
  text: string;
  tokens: readonly Token[];
  chunks: readonly Chunk[];
  mentions: readonly MentionToken[];
  /** What the stated parts say. */
  readings: readonly Reading[];
  /** The text answers a card about one activity. */
  quoted: boolean;
}

export function decideIntent(evidence: IntentEvidence): Intent {
  const { tokens, chunks } = evidence;
  const has = (...families: Parameters<typeof isWord>[1][]): boolean =>
    tokens.some((token) => isWord(token, ...families));
  const asked = chunks.some((chunk) => chunk.mood === 'asked');
  if (takesBack(evidence)) return asksHow(evidence) ? 'help' : 'undo';
  const stated = isReport(evidence);
  if (stated) return 'report';
  if (!asked && chunks.some((chunk) => chunk.mood === 'aside')) return 'other';
  if (asksHow(evidence)) return 'help';
  if (
    has('catalogue') &&
    (asked || /ขอ|list|ลิส|มี|code|(?:อะไร|ไหน)บ้าง/.test(evidence.text)) &&
    !has(
      'progress',
      'overdue',
      'unreported',
      'report-noun',
      'not-yet',
      'done',
      'start',
      'postpone',
      'cancel',
      'spend',
      'budget',
    )
  )
    return 'list';
  if (
    asked &&
    /(?:กิจกรรม|โครงการ|ข้อ)\S{0,4}(?:อะไร|ไหน)บ้าง/.test(evidence.text) &&
    !has(
      'not-yet',
      'done',
      'start',
      'overdue',
      'unreported',
      'trouble',
      'postpone',
      'cancel',
      'spend',
      'budget',
      'progress',
      'report-noun',
      'left',
    )
  )
    return 'list';
  if (asked && /รหัส|โค้ด|code/.test(evidence.text)) return 'list';
  if (asked && has('owner') && !tokens.some((token) => isWorkWord(token) && !isWord(token, 'act')))
    return asksWho(evidence) ? 'status' : 'list';
  return asksProgress(evidence, asked) ? 'status' : has('help') && !asked ? 'help' : 'other';
}

function asksHow({ tokens, text, mentions }: IntentEvidence): boolean {
  const has = (...families: Parameters<typeof isWord>[1][]): boolean =>
    tokens.some((token) => isWord(token, ...families));
  if (has('help')) return mentions.length === 0;
  return (
    has('how') &&
    (has('report-noun', 'announce', 'spend', 'undo', 'amend', 'catalogue', 'retract') ||
      /พิมพ์|ส่ง|แจ้ง|กรอก|บันทึก|ใช้|แนบ|ลงข้อมูล|เริ่ม/.test(text))
  );
}

function asksWho({ tokens, text, mentions }: IntentEvidence): boolean {
  return (
    mentions.length > 0 &&
    tokens.some(
      (token) => isWord(token, 'question-word') && text.slice(token.start, token.end).startsWith('ใคร'),
    )
  );
}

function asksProgress({ tokens, text, mentions, chunks }: IntentEvidence, asked: boolean): boolean {
  const has = (...families: Parameters<typeof isWord>[1][]): boolean =>
    tokens.some((token) => isWord(token, ...families));
  if (chunks.some((chunk) => chunk.mood === 'promised' || chunk.mood === 'supposed')) return false;
  const ordered = chunks.some((chunk) => chunk.mood === 'ordered');
  if (ordered && !asked && (has('everyone') || !/สถานะ|คืบหน้า|ก้าวหน้า|งบ|สรุป|ภาพรวม|ถึงไหน|เบิก/.test(text)))
    return false;
  if (/รายงาน\s*(?:รอบ\s*)?(?:6|12|3|9|หก|สิบสอง)\s*เดือน/.test(text)) return true;
  if (
    asked &&
    (mentions.length > 0 ||
      has('overdue', 'unreported', 'owner', 'overview') ||
      tokens.some((token) => isWorkWord(token) && !isWord(token, 'act')) ||
      (has('act') && has('already', 'still', 'done')) ||
      has('report-noun', 'left') ||
      tokens.some(
        (token) => isWord(token, 'question-word') && text.slice(token.start, token.end).includes('ถึงไหน'),
      ) ||
      (has('trouble') && /ข้อ|งาน|ช้า/.test(text)) ||
      /กิจกรรม|โครงการ|แผน/.test(text))
  )
    return !has('small-talk') || mentions.length > 0;
  if (
    has('show', 'overview') &&
    (mentions.length > 0 ||
      has('overview', 'overdue', 'unreported', 'progress', 'budget', 'report-noun', 'lead', 'spend') ||
      /สถานะ|status/.test(text))
  )
    return true;
  if (has('overdue', 'unreported') && !has('done')) return mentions.length === 0 || asked;
  return mentions.length > 0 && tokens.length === mentions.length;
}

/** Facts about an activity that is named or answered to, or work facts in so few other words that nothing else can be meant. */
function isReport(evidence: IntentEvidence): boolean {
  const { text, tokens, mentions, readings, quoted, chunks } = evidence;
  const facts = readings.map(weigh).reduce((sum, weight) => Math.max(sum, weight), 0);
  const said = chunks.filter((chunk) => chunk.mood === 'said');
  const coded = mentions.some((mention) => mention.by !== 'name');
  if (facts === 0) return coded && saysWork(text, said);
  if (said.length === 0) return false;
  if (coded || quoted) return true;
  if (mentions.every(isVague) && callsOffSomethingElse(evidence)) return false;
  if (mentions.length > 0)
    return (
      facts >= 2 ||
      readings.some((reading) =>
        Boolean(reading.fields.result ?? reading.fields.obstacle ?? reading.fields.suggestion),
      )
    );
  if (
    facts < (tokens.some((token) => isWord(token, 'score', 'indicator', 'participants')) ? 2 : 3) ||
    tokens.some(
      (token) => isWord(token, 'small-talk', 'promise', 'order', 'condition') && !isGreeting(evidence, token),
    )
  )
    return false;
  return (
    tokens.some(
      (token) =>
        isWord(token, 'budget', 'progress', 'lead', 'announce', 'percent', 'score', 'indicator') ||
        (isWord(token, 'spend', 'act') && evidence.text.slice(token.start, token.end).length > 4),
    ) || unknownLetters(evidence) <= 14
  );
}

/** "เลื่อนประชุมทีม", "ยกเลิกนัดบ่ายนี้": what is called off is named, and is nothing of the plan. */
function callsOffSomethingElse({ text, chunks, readings }: IntentEvidence): boolean {
  if (
    readings.some(
      ({ fields }) => fields.percent !== null || fields.spent !== null || fields.status === 'completed',
    )
  )
    return false;
  return chunks.some(
    (chunk) =>
      chunk.mood === 'said' &&
      chunk.section === null &&
      chunk.tokens.some((token, at) => isWord(token, 'cancel', 'postpone') && namesThing(text, chunk, at)),
  );
}

/** "ประชุม" alone, which many activities are called. */
function isVague(token: Token): boolean {
  return token.kind === 'mention' && token.by === 'name' && token.codes.length > 1;
}

/** Whether right after a verb stands more than a word for work in general: letters nobody knows, or what they count. */
function namesThing(text: string, { tokens, end }: Chunk, at: number): boolean {
  let from = (tokens[at] as Token).end;
  for (const token of [...tokens.slice(at + 1), null]) {
    if (text.slice(from, token?.start ?? end).replace(/^(?:การ|ออก|ไป)|[^a-z\u0e01-\u0e4e]/g, '').length >= 2)
      return true;
    if (isWord(token, 'classifier', 'planned', 'small-talk', 'participants', 'staff', 'spend')) return true;
    if (!token || !(isVague(token) || isWord(token, 'act', 'lead', 'neutral'))) return false;
    from = token.end;
  }
  return false;
}

/** Something is told of the work, though nothing that can be stored: "1.4.1 ใช้งบไปบางส่วน". */
function saysWork(text: string, said: readonly Chunk[]): boolean {
  return said.some((chunk) =>
    chunk.tokens.some(
      (token) =>
        isWord(token, 'spend', 'act', 'progress', 'done', 'doing', 'start') &&
        // งาน is only what one calls it
        text.slice(token.start, token.end) !== 'งาน',
    ),
  );
}

function isGreeting({ text }: IntentEvidence, token: Token): boolean {
  return /สวัสดี|ขอบคุณ|หวัดดี|ขอบพระคุณ|รับทราบ/.test(text.slice(token.start, token.end));
}

/** 3 a fact of work, 2 something measured or told, 1 a day alone, 0 nothing. */
function weigh(reading: Reading): number {
  const { status, percent, actual, spent, date, obstacle, suggestion, result } = reading.fields;
  if (reading.unsure.length > 0 || percent !== null || spent !== null) return 3;
  if (status !== null) return 3;
  if (actual !== null || obstacle !== null || suggestion !== null || result !== null) return 2;
  return date !== null ? 1 : 0;
}

function unknownLetters({ text, tokens }: IntentEvidence): number {
  let count = 0;
  let from = 0;
  for (const token of [...tokens, null]) {
    count += text.slice(from, token?.start ?? text.length).replace(/[^a-z\u0e01-\u0e4e]/g, '').length;
    from = token?.end ?? text.length;
  }
  return count;
}
