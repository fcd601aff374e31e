/** Where JSON that was edited by hand breaks. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJson } from '../../../src/plan-import/json-fault.ts';

function at(text: string): string {
  const read = parseJson(Buffer.from(text));
  if (read.ok) return 'good';
  return read.reason === 'json-broken' ? `${read.place.line}:${read.place.column}` : read.reason;
}

describe('JSON that breaks', () => {
  it.each([
    ['', '1:1'],
    ['{"ก":1,}', '1:8'],
    ['{\n  "a": 1\n  "b": 2\n}', '3:3'],
    ['[1, x]', '1:5'],
    ['[1, 2', '1:6'],
    ['[1, 01]', '1:5'],
    ['[,1]', '1:2'],
    ['{"a" 1}', '1:6'],
    ["{'a': 1}", '1:2'],
    ['["a\nb"]', '1:2'],
    ['["\\x"]', '1:2'],
    ['[1]]', '1:4'],
    ['[1}', '1:3'],
    ['[nul]', '1:2'],
    ['["😀", ]', '1:7'],
  ])('%j breaks at %s', (text, place) => {
    expect(at(text)).toBe(place);
  });

  it('knows a file that is not UTF-8, and takes a byte order mark', () => {
    expect(parseJson(Buffer.from([0x22, 0xa1, 0x22]))).toEqual({ ok: false, reason: 'json-encoding' });
    expect(parseJson(Buffer.from('\ufeff[1]'))).toEqual({ ok: true, value: [1] });
  });

  it('finds the mark that was put into a good file, or a place after it', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.nat(), (value, pick) => {
        const good = JSON.stringify(value, null, 1);
        const put = pick % (good.length + 1);
        const text = `${good.slice(0, put)}\u0000${good.slice(put)}`;
        const read = parseJson(Buffer.from(text));
        if (read.ok || read.reason !== 'json-broken') return;
        const { line, column } = read.place;
        expect(text.split('\n')[line - 1]?.length ?? 0).toBeGreaterThanOrEqual(column - 1);
      }),
    );
  });

  it('walks through megabytes', () => {
    expect(at(`["${'\\n'.repeat(2_000_000)}" x`)).toBe('1:4000005');
  });

  it('stops in every text that JSON.parse refuses', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[{}[\]:,"1\-.e\\u0 tnrlasf\n]*$/), (text) => {
        expect(() => parseJson(Buffer.from(text))).not.toThrow();
      }),
      { numRuns: 1000 },
    );
  });
});
