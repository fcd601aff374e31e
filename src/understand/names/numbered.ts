/** Compares the numbers that tell names apart, "หมู่ 3", "ม.2", "อาคาร 9", with those a text says; read by the candidates. */
import type { Token } from '../tokens.ts';
import type { WordAt } from './terms.ts';

/** A word and the number right after it. */
export interface Numbered {
  word: string;
  value: number;
}

/** Words for the same thing. */
const SAME: Readonly<Record<string, string>> = { ตึก: 'อาคาร', หมู่บ้าน: 'หมู่', ม: 'ม', ชั้นปี: 'ปี' };
/** What these count is done one after the other; it is in no name. */
const ROUND = /^(?:ครั้ง|รุ่น|รอบ|งวด|วัน|ข้อ|ล็อต|ระยะ|ไตรมาส|จำนวน|ได้|แล้ว|ไป|ใช้|เหลือ|รวม|เป็น|ปี)$/;

function numbered(word: string, value: number): Numbered[] {
  return ROUND.test(word) || !/^[\u0e01-\u0e4e]+$/.test(word) ? [] : [{ word: SAME[word] ?? word, value }];
}

/** @param words of a name. @returns the numbers in it with the word before each. */
export function numbersIn(words: readonly string[]): Numbered[] {
  return words.flatMap((word, at) => {
    if (!/^\d{1,3}$/.test(word)) return [];
    const before = words[at - 1] === 'ที่' ? words[at - 2] : words[at - 1];
    return before ? numbered(before, Number(word)) : [];
  });
}

/** The same of a text, where numbers may be said in words. */
export function numbersBeside(words: readonly WordAt[], tokens: readonly Token[]): Numbered[] {
  return tokens.flatMap((token) => {
    if (token.kind !== 'number' || token.value > 999) return [];
    const at = words.findLastIndex(({ end }) => end <= token.start);
    const near = words[at];
    const before = near?.word === 'ที่' ? words[at - 1] : near;
    return before && near && token.start - near.end <= 2 ? numbered(before.word, token.value) : [];
  });
}

/** @returns 1 where the text says a number of the name; 1 where it says another one in its place. */
export function sayNumbers(said: readonly Numbered[], named: readonly Numbered[]): [number, number] {
  let [its, another] = [0, 0];
  for (const { word, value } of said) {
    const same = named.filter((one) => one.word === word);
    if (same.some((one) => one.value === value)) its = 1;
    else if (same.length > 0) another = 1;
  }
  return [its, another];
}
