/** Makes ids of stored things: short enough for a button's data, too many to guess. */
import { randomFillSync } from 'node:crypto';

const ALPHABET = '0123456789abcdefghijkmnpqrstuvwxyz';

/** Random bytes in stock: asking the system for a few costs as much as for many. */
const STOCK = Buffer.alloc(4096);
let used = STOCK.length;

function randomByte(): number {
  if (used === STOCK.length) {
    randomFillSync(STOCK);
    used = 0;
  }
  return STOCK[used++]!;
}

/** @returns 16 characters of 34 kinds, some 81 bits. */
export function newId(): string {
  let id = '';
  while (id.length < 16) {
    const byte = randomByte();
    // 170 = 5 x 34: larger bytes would favour some characters
    if (byte < 170) id += ALPHABET[byte % 34];
  }
  return id;
}
