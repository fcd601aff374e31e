/** How Thai names sound, so that one that was spelled otherwise is found near: สมสี and สมศรี, วิพา and วิภา. */

/** Letters that sound alike, each row as its first one. */
const ALIKE = ['สศษซ', 'พภผ', 'นณ', 'ยญ', 'ทธฑฒฐถ', 'ดฎ', 'ตฏ', 'ลฬ', 'คฆขฅ', 'ชฌฉ', 'ไใ', 'ีิึื', 'ูุ', 'าั', 'เแ'];
const SOUNDS = new Map(ALIKE.flatMap((row) => [...row].map((letter) => [letter, row[0]!] as const)));
/** Silenced letters, tone marks, and the second letter of a cluster: they come and go. */
const UNHEARD = /[ก-ฮ][ิุ]?์|[่-๋็๎ฺ]|(?<=[กขคตทปผพศสซ])ร(?=[ะ-ู])/g;

/** @returns what a name sounds like, letter by letter. */
export function soundOf(name: string): string[] {
  return [...name.normalize('NFC').replace(UNHEARD, '')].map((letter) => SOUNDS.get(letter) ?? letter);
}
