/** Parts a text by what names an activity in it — codes, the plan's names — and finds the leaves that are meant; called by the understanding. */
import type { Chunk } from './chunks.ts';
import type { PlanIndex } from './plan-index.ts';
import { isWord, type MentionToken, type Token } from './tokens.ts';

/** What one part of a text is about. */
export interface Target {
  /** Nodes that were named; more than one when it is not clear which. */
  codes: string[];
  because: { start: number; end: number }[];
  /** All leaves of the nodes are meant: "ทั้ง 3 ข้อ". */
  all: boolean;
  /** Something was named that the plan does not have. */
  unknown: boolean;
}

export interface Part {
  targets: Target[];
  chunks: Chunk[];
}

/** Where money is moved, the activity it goes to; what is told is of the one that gives. */
const MOVED = /(?:โอนงบ|ขอโอน|ปรับโอน|โอนไป(?:ช่วย|สมทบ|ใช้|เป็น)|เกลี่ยงบ|เกลี่ยเงิน)[^\n]{0,80}$/;
const TOWARDS = /(?:ไป|เข้า|ให้|สมทบ)/;

/** @returns the mentions but for those that money is only moved to. */
export function withoutReceivers(text: string, mentions: readonly MentionToken[]): MentionToken[] {
  const giving = mentions.filter(
    ({ start }) => !TOWARDS.test(MOVED.exec(text.slice(0, start))?.[0].slice(3) ?? ''),
  );
  return giving.length === 0 ? [...mentions] : giving;
}

const JOINED = /^[\s"),]*(?:,|และ|กับ|\+|&|-|ถึง|แล้วก็|รวมถึง|\/)?[\s("]*$/;

/** @returns the parts of a text, one for each activity or list of activities spoken of; one without targets when none is named. */
export function partsOfText(
  text: string,
  chunks: readonly Chunk[],
  mentions: readonly MentionToken[],
  tokens: readonly Token[],
  index: PlanIndex,
): Part[] {
  const parts: (Part & { from: number })[] = [];
  let previous: MentionToken | null = null;
  for (const mention of mentions) {
    const part = parts.at(-1);
    const target: Target = {
      codes: [...mention.codes],
      because: [mention],
      all: mention.all ?? false,
      unknown: mention.codes.length === 0,
    };
    const same = part?.targets.find(
      (one) => one.codes.join() === target.codes.join() && target.codes.length > 0,
    );
    if (same) same.because.push(mention);
    else if (part && previous && isWithin(text, part, previous, target, index))
      (part.targets[0] as Target).because.push(mention);
    else if (part && previous && JOINED.test(text.slice(previous.end, mention.start))) {
      if (isBelow(part.targets.at(-1), target, index))
        part.targets[part.targets.length - 1] = {
          ...target,
          because: [...(part.targets.at(-1) as Target).because, mention],
        };
      else if (mention.by === 'name' && previous.by === 'code' && part.targets.length === 1)
        (part.targets[0] as Target).because.push(mention);
      else part.targets.push(target);
    } else parts.push({ from: mention.start, targets: [target], chunks: [] });
    previous = mention;
  }
  if (parts.length === 0) return [{ targets: [], chunks: [...chunks] }];
  const [head] = parts;
  for (const chunk of chunks) {
    // What stands in a line above a list of reports is its title.
    if (parts.length > 1 && head && chunk.end <= head.from && text.slice(chunk.end, head.from).includes('\n'))
      continue;
    const part = parts.findLast((one) => one.from < chunk.end) ?? (parts[0] as Part);
    part.chunks.push(chunk);
  }
  for (const part of parts) markAll(text, part, tokens, index);
  return parts;
}

/** "1.3.1 ของ 1.3", "แผนป้องกันการทุจริต (1.1)": the second only says where the first belongs. */
function isWithin(
  text: string,
  { targets }: Part,
  previous: MentionToken,
  whole: Target,
  index: PlanIndex,
): boolean {
  const next = whole.because[0] as { start: number };
  return (
    targets.length === 1 &&
    isBelow(whole, targets[0] as Target, index) &&
    (previous.by === 'name' ? /^\S{0,16}[\s(]*(?:ของ|ใน|ภายใต้)?[\s(]*$/ : /^\s*(?:ของ|ใน|ภายใต้|\()\s*$/).test(
      text.slice(previous.end, next.start),
    )
  );
}

/** "โครงการที่ 3 ข้อ 3-2": the second is part of the first and says which. */
function isBelow(whole: Target | undefined, item: Target, index: PlanIndex): boolean {
  const [above, below] = [whole?.codes[0], item.codes[0]];
  if (above === undefined || below === undefined || above === below || item.codes.length > 1) return false;
  const leaves = index.leaves.get(above) ?? [];
  return leaves.length > 0 && (index.leaves.get(below) ?? []).every((leaf) => leaves.includes(leaf));
}

/** "ย.1 ทั้งก้อน" is told of the branch, not of each of its leaves. */
const AS_ONE = /^(?:ก้อน|ยุทธศาสตร์|หมวด|กลุ่ม|แผน|ด้าน)/;

/** "1.1 ทั้ง 3 ข้อ", "1.3 ทุกข้อ". */
function markAll(text: string, part: Part, tokens: readonly Token[], index: PlanIndex): void {
  const [target] = part.targets;
  const [code] = target?.codes ?? [];
  if (!target || part.targets.length !== 1 || target.codes.length !== 1 || code === undefined) return;
  const leaves = index.leaves.get(code) ?? [];
  const after = tokens.find(
    (token) =>
      isWord(token, 'all-of', 'both') &&
      !AS_ONE.test(text.slice(token.end)) &&
      part.chunks.some((chunk) => token.start >= chunk.start && token.start < chunk.end),
  );
  if (leaves.length < 2 || !after) return;
  const count = tokens.find(
    (token) => token.kind === 'number' && token.start >= after.end && token.start - after.end <= 2,
  );
  const two = isWord(after, 'both') && !/ทั้งหมด/.test(text.slice(after.start, after.end));
  // "ทั้งหมู่บ้าน" is no number of activities
  const every = /ทุก|ทั้งหมด/.test(text.slice(after.start, after.end)) ? leaves.length : 0;
  const said = count?.kind === 'number' ? count.value : two ? 2 : every;
  target.all = said === leaves.length;
}

/** @returns leaves a target can mean, in order of likelihood; one when it is clear. */
export function leavesOfTarget(target: Target, index: PlanIndex, own: readonly string[]): string[] {
  const leaves = [...new Set(target.codes.flatMap((code) => index.leaves.get(code) ?? []))];
  if (leaves.length < 2) return leaves;
  const mine = leaves.filter((leaf) => own.includes(leaf));
  return mine.length === 1 ? mine : leaves;
}
