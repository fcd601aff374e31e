import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commands } from '../../../src/bot/commands/index.ts';
import type { Command } from '../../../src/bot/commands/command.ts';
import { distance, nearestCommands } from '../../../src/bot/commands/nearest.ts';

const takes = (command: Command, argument: string): boolean => argument === '' || command.argument !== 'none';
const near = (text: string): string[] =>
  nearestCommands(text, commands, takes).map((one) => one.command.name);

describe('a slip', () => {
  test.each([
    ['สรูป', 'summary'],
    ['สถานนะ 1.2', 'status'],
    ['งานชองฉัน', 'mine'],
    ['sumary', 'summary'],
    ['buget', 'budget'],
    ['overdeu', 'overdue'],
    ['ประวัต 1.2', 'history'],
    ['ยังไม่รายงน', 'missing'],
    ['ช่วยเหลิอ', 'help'],
    ['ประกาษ', 'announce'],
  ])('%s is near to %s', (typed, name) => {
    expect(near(typed)[0]).toBe(name);
  });

  test('keeps what followed the word', () => {
    expect(nearestCommands('สถานนะ 1.2 1)', commands, takes)[0]).toMatchObject({
      word: 'สถานะ',
      argument: '1.2 1)',
    });
  });

  test.each(['สวัสดีค่ะ', 'ดี', 'ok', 'กินข้าว', 'พรุ่งนี้เจอกัน', '1.2', '', '5555', 'xyz'])('%s is none', (typed) => {
    expect(near(typed)).toEqual([]);
  });
});

describe('the distance', () => {
  const word = fc.array(fc.constantFrom('ก', 'ข', 'กี่', 'a'), { maxLength: 8 });

  test('is none only between equals, and the same both ways', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(distance(a, b)).toBe(distance(b, a));
        expect(distance(a, b) === 0).toBe(a.join('|') === b.join('|'));
      }),
    );
  });

  test('is one after one slip: dropped, doubled or swapped', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string({ minLength: 1, maxLength: 1 }), { minLength: 3 }),
        fc.nat(),
        (letters, n) => {
          const at = n % (letters.length - 1);
          expect(distance(letters, letters.toSpliced(at, 1))).toBe(1);
          expect(distance(letters, letters.toSpliced(at, 0, letters[at]!))).toBe(1);
          expect(distance(letters, letters.toSpliced(at, 2, letters[at + 1]!, letters[at]!))).toBe(1);
        },
      ),
    );
  });
});
