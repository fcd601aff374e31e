/** Names from outside: what is shown of them, and which say nothing. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanName } from '../../../src/domain/names.ts';

describe('a name', () => {
  test.each([
    ['สมศรี ใจดี', 'สมศรี ใจดี'],
    ['  นาง\u200bสม\u00adศรี\u2060   ใจดี\n', 'นางสมศรี ใจดี'],
    ['report\u202Efdp.exe', 'reportfdp.exe'],
    ['\u2066admin\u2069 \u200fครู', 'admin ครู'],
    ['ครู👩‍🏫ต้น', 'ครู👩‍🏫ต้น'],
    ['a\u200db', 'ab'],
    ['a\r\nSet-Cookie: x\u0000', 'a Set-Cookie: x'],
    ['กำ\u0E4Dา', 'กำ\u0E4Dา'],
    ['e\u0301', 'é'],
    ['😀', '😀'],
    ['๑๒', '๑๒'],
    ['\ud800ก', 'ก'],
  ])('%j is shown as %j', (given, shown) => {
    expect(cleanName(given)).toBe(shown);
  });

  test.each([
    '',
    ' ',
    '\u200b',
    '\u200d\u200c',
    '\u3164',
    '\u2800\u2800',
    '\u202e\u2066',
    '\u{e0041}',
    '\u0e47',
  ])('%j is none', (given) => {
    expect(cleanName(given)).toBeNull();
  });

  test('cleaned twice is the same, and holds nothing that turns or hides, whatever it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (given) => {
        const once = cleanName(given);
        if (once === null) return;
        expect(once).not.toMatch(/[\p{Cc}\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]|\p{Cs}/u);
        expect(cleanName(once)).toBe(once);
        expect([...once].length).toBeLessThanOrEqual(200);
      }),
    );
  });
});
