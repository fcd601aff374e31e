/** What is sealed opens with its own key, in its own place and unchanged, and never otherwise. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sealer } from '../../../src/services/sealing.ts';

const key = sealer('a key that is long enough to be one');

test('opens in its own place with its own key alone, and not once a bit is changed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string(), fc.nat(), (text, about, at) => {
      const sealed = key.seal(text, about);
      expect(key.open(sealed, about)).toBe(text.toWellFormed());
      expect(key.seal(text, about)).not.toBe(sealed);
      expect(key.open(sealed, `${about}x`)).toBeNull();
      expect(sealer('another key that is long enough').open(sealed, about)).toBeNull();
      const bytes = Buffer.from(sealed.slice(3), 'base64url');
      bytes[at % bytes.length]! ^= 1 << (at % 8);
      expect(key.open(`v1.${bytes.toString('base64url')}`, about)).toBeNull();
    }),
    { numRuns: 50 },
  );
});

test.each(['', 'v1', 'v1.', 'v2.AAAA', 'v1.AAAA', 'plain text'])('%j is no sealed text', (text) => {
  expect(key.open(text, 'x')).toBeNull();
});
