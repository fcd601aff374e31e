/** Makes ids of stored things: short enough for a button's data, too many to guess. */
import { randomBytes } from 'node:crypto';

const ALPHABET = '0123456789abcdefghijkmnpqrstuvwxyz';

/** @returns 16 characters of 34 kinds, some 81 bits. */
export function newId(): string {
  let id = '';
  // 170 = 5 x 34: larger bytes would favour some characters
  while (id.length < 16)
    for (const byte of randomBytes(24)) if (byte < 170 && id.length < 16) id += ALPHABET[byte % 34];
  return id;
}
