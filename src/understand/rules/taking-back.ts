/** Whether a message takes back or amends an earlier report; the intent rules and the reader of undo ask it. */
import { changedHeads } from './amendments.ts';
import { amends, type Chunk } from '../chunks.ts';
import type { IntentEvidence } from './intent.ts';
import { isWord, type Token } from '../tokens.ts';

export function takesBack({ tokens, chunks, text }: IntentEvidence): boolean {
  const plain = chunks.filter((chunk) => chunk.section === null).flatMap((chunk) => chunk.tokens);
  const has = (...families: Parameters<typeof isWord>[1][]): boolean =>
    plain.some((token) => isWord(token, ...families));
  if (has('undo') || tokens.some(amends)) return true;
  if (has('amend') && !/แก้ไขปัญหา/.test(text)) return true;
  if (
    has('change') &&
    has('to') &&
    chunks.some(
      (chunk) =>
        isWord(chunk.tokens[0], 'change') ||
        (chunk.tokens[0]?.kind === 'mention' && isWord(chunk.tokens[1], 'change')),
    )
  )
    return true;
  if (chunks.some(changesText)) return true;
  if (has('said-before') && has('really')) return true;
  if (has('retract') && has('take-back', 'report-noun', 'mistaken')) return true;
  if (
    has('mistaken') &&
    (has('take-back', 'retract', 'to', 'really') || !tokens.some((token) => isWord(token, 'trouble')))
  )
    return true;
  if (has('not-that') && has('to') && plain.some((token) => token.kind === 'number')) return true;
  return chunks.some(saysOnlyChange) || plain.some((_, at) => contrasts(text, plain, at));
}

/** @returns where what is taken back ends: behind the last clause that takes back; 0 where something is put otherwise instead. */
export function takenBackUntil(chunks: readonly Chunk[]): number {
  const has = (some: readonly Chunk[], ...families: Parameters<typeof isWord>[1][]): boolean =>
    some.some(({ tokens }) => tokens.some((token) => isWord(token, ...families)));
  if (has(chunks, 'amend', 'change', 'to', 'really', 'not-that')) return 0;
  const recent = has(chunks, 'take-back', 'report-noun', 'said-before');
  const last = chunks.findLast(
    (chunk) => has([chunk], 'undo', 'retract') || (recent && has([chunk], 'cancel')),
  );
  return last?.end ?? 0;
}

/** "แก้ผล …": the verb, and right after it the heading of a text. */
function changesText({ tokens, section }: Chunk): boolean {
  const from = tokens[0]?.kind === 'mention' ? 1 : 0;
  return section === null && changedHeads(tokens.slice(from, from + 2)).length > 0;
}

/** "แก้ไขค่ะ" by itself announces that what follows stands instead. */
function saysOnlyChange(chunk: Chunk): boolean {
  return (
    chunk.section === null &&
    isWord(chunk.tokens[0], 'change') &&
    chunk.tokens.length > 1 &&
    chunk.tokens.slice(1).every((token) => isWord(token, 'particle')) &&
    chunk.end === chunk.tokens.at(-1)?.end
  );
}

/** "6,800 ไม่ใช่ 8,600": one value stands in the place of another of its kind. */
function contrasts(text: string, tokens: readonly Token[], at: number): boolean {
  const [token, next] = [tokens[at], tokens.slice(at + 1, at + 4).find(isValue)];
  if (!isWord(token, 'not-that') || !next || !/^ไม่ใช่$|^มิใช่$/.test(text.slice(token.start, token.end)))
    return false;
  const between = text.slice(token.end, next.start).replace(/ใช้(?:ไป|งบ)?|วันที่|ร้อยละ|เป็น|ที่/g, '');
  return between.trim() === '' && tokens.slice(0, at).some((before) => before.kind === next.kind);
}

function isValue(token: Token): boolean {
  return token.kind === 'number' || token.kind === 'date';
}
