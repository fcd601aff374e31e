/** Printed numbers of activities as dotted codes. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeOf, numberer } from '../../../src/plan-import/numbering.ts';
import { thaiDigits } from '../../../src/text/format.ts';
import { planWords } from '../../../src/text/plan-words.ts';

function codes(...labels: string[]): (string | null)[] {
  const next = numberer(planWords);
  return labels.map((label) => next(label, null));
}

describe('a number by itself', () => {
  it.each([
    ['1.', '1'],
    ['1', '1'],
    ['1.2', '1.2'],
    ['1.2 1)', '1.2.1'],
    ['1.2 (1)', '1.2.1'],
    ['1.2(1)', '1.2.1'],
    ['๑.๒ ๑)', '1.2.1'],
    ['1-1', '1.1'],
    ['1/2', '1.2'],
    ['A.3', '1.3'],
    ['ก.', '1'],
    ['ข.2', '2.2'],
    ['กิจกรรมที่ 3', '3'],
    ['01.02', '1.2'],
  ])('%s → %s', (label, code) => {
    expect(codeOf(label, planWords)).toBe(code);
  });

  it.each(['', '-', '•', 'กิจกรรม', '12a3', '1.x.y!', 'II', '(1'])('%s is none', (label) => {
    expect(codeOf(label, planWords)).toBeNull();
  });

  it('reads every dotted code back, in both kinds of digits', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9999 }), { minLength: 1, maxLength: 8 }), (numbers) => {
        const code = numbers.join('.');
        expect(codeOf(code, planWords)).toBe(code);
        expect(codeOf(thaiDigits(code), planWords)).toBe(code);
      }),
    );
  });
});

describe('numbers from top to bottom', () => {
  it('puts brackets below the dotted number before them', () => {
    expect(codes('1.', '1.1', '1)', '2)', '(1)', '3)', '1.2', '1)', '2.')).toEqual([
      '1',
      '1.1',
      '1.1.1',
      '1.1.2',
      '1.1.2.1',
      '1.1.3',
      '1.2',
      '1.2.1',
      '2',
    ]);
    expect(codes('1.1 1)', '2)')).toEqual(['1.1.1', '1.1.2']);
  });

  it('puts numbers below letters, or letters below numbers', () => {
    expect(codes('ก.', '1.', '2.', 'ข.', '1.')).toEqual(['1', '1.1', '1.2', '2', '2.1']);
    expect(codes('1.', 'ก.', 'ข.', '2.', 'ก.')).toEqual(['1', '1.1', '1.2', '2', '2.1']);
  });

  it('counts plain numbers along', () => {
    expect(codes('1', '2', '3')).toEqual(['1', '2', '3']);
    expect(codes('1)', '2)')).toEqual(['1', '2']);
  });

  it('obeys a code that is given', () => {
    const next = numberer(planWords);
    expect([next('ก)', '5.1'), next('ข)', null), next('x!', null)]).toEqual(['5.1', '5.2', null]);
  });
});
