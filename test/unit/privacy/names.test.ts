/** Where a name stands in running words, and what erasing and unsending change in a message: its words alone. */
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { namePattern } from '../../../src/domain/name-pattern.ts';
import { changeWords } from '../../../src/services/message-words.ts';
import { blankWhole, blankWords } from '../../../src/services/unsend-words.ts';

const without = (name: string, text: string): string => {
  const pattern = namePattern(name);
  return pattern ? text.replaceAll(pattern, '–') : text;
};

describe('a name in running words', () => {
  test.each([
    ['A', 'Agenda A.pdf', 'Agenda A.pdf'],
    ['🌸', '🌸 ขอเชิญประชุม', '🌸 ขอเชิญประชุม'],
    ['Al', 'ALL staff: Al, Annual', 'ALL staff: –, Annual'],
    ['Mark', 'Mark, Market and Mark2', '–, Market and Mark2'],
    ['เอก', 'เอกสารของ เอก', 'เอกสารของ –'],
    ['อบ', 'อบรม (อบ)', 'อบรม (–)'],
    ['สมศรี ใจดี', 'คุณสมศรี ใจดีส่งแล้ว', 'คุณ–ส่งแล้ว'],
    ['สมศรี ใจดี', 'สมศรี ใจดี.png', '–.png'],
    ['A. (Bee)', 'A. (Bee) and A? (Bee)', '– and A? (Bee)'],
  ])('%s in “%s”', (name, text, left) => {
    expect(without(name, text)).toBe(left);
  });

  it('is taken out wherever it stands by itself, whatever signs it has', () => {
    const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(name, (any) => {
        const pattern = namePattern(any);
        if (pattern === null) return;
        expect(`: ${any.trim()} :`.replaceAll(pattern, '')).toBe(':  :');
      }),
    );
  });
});

describe('words of a message', () => {
  const message = {
    type: 'text',
    text: 'text',
    action: { type: 'postback', data: 'text', label: 'text', displayText: 'see text' },
  };

  it('are changed, and nothing else', () => {
    expect(changeWords([message], (text) => text.replaceAll('text', '*'))).toEqual([
      {
        type: 'text',
        text: '*',
        action: { type: 'postback', data: 'text', label: '*', displayText: 'see *' },
      },
    ]);
    expect(blankWhole(message, ['text'])).toMatchObject({
      type: 'text',
      text: '–',
      action: { data: 'text' },
    });
    expect(blankWhole({ text: 'อบรมวันศุกร์' }, ['อบรม'])).toEqual({ text: 'อบรมวันศุกร์' });
    expect(blankWords({ text: 'ผล: ประชุมชี้แจงแล้ว' }, ['ประชุมชี้แจงแล้ว'])).toEqual({ text: 'ผล: –' });
  });

  it('that stay leave the very same message', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (any) => {
        expect(changeWords(any, (text) => text)).toBe(any);
      }),
    );
  });
});
