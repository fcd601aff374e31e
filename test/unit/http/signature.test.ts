/** The signature alone, flipped ten thousand times; flow/webhook.test.ts posts some of these over HTTP. */
import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { isSigned } from '../../../src/http/webhook.ts';

const SECRET = '0123456789abcdef0123456789abcdef';
const body = Buffer.from(JSON.stringify({ events: [{ type: 'message', text: 'ก'.repeat(400) }] }));
const digest = createHmac('sha256', SECRET).update(body).digest();

test('no one of ten thousand flipped bits passes', () => {
  expect(isSigned(body, digest.toString('base64'), SECRET)).toBe(true);
  let passed = 0;
  for (let flip = 0; flip < 10_000; flip += 1) {
    const bytes = Buffer.from(flip % 2 === 0 ? body : digest);
    const bit = (flip * 7_919) % (bytes.length * 8);
    bytes[bit >> 3]! ^= 1 << (bit & 7);
    const [sent, signature] = flip % 2 === 0 ? [bytes, digest] : [body, bytes];
    if (isSigned(sent, signature.toString('base64'), SECRET)) passed += 1;
  }
  expect(passed).toBe(0);
});

test.each([undefined, '', '=', digest.toString('hex'), `${digest.toString('base64')}AA`])(
  'the header %j is none',
  (header) => {
    expect(isSigned(body, header, SECRET)).toBe(false);
  },
);

test('two headers are none', () => {
  const good = digest.toString('base64');
  expect(isSigned(body, [good, good], SECRET)).toBe(false);
  // as node joins them
  expect(isSigned(body, `${good}, ${good}`, SECRET)).toBe(false);
});
