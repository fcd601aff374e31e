/** The rule by which a new figure changes a running total: nothing that is told makes it fall unasked, and what is more of it is never lost. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { effectOn, type FigureSaid } from '../../../src/domain/running-total.ts';

const SAID: FigureSaid[] = ['added', 'whole', 'month', 'part', 'done', 'plain'];
const figure = fc.nat({ max: 1e9 });
const said = fc.constantFrom(...SAID);

function after(stood: number | null, told: number, how: FigureSaid): number | null {
  const effect = effectOn(stood, told, how);
  return effect === 'asks' ? null : effect === 'adds' ? (stood ?? 0) + told : told;
}

test('a running total never falls unasked', () => {
  fc.assert(
    fc.property(figure, figure, said, (stood, told, how) => {
      const next = after(stood, told, how);
      expect(next === null || next >= stood).toBe(true);
    }),
  );
});

test('what is more of it is added, one after the other in any order', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1 }), fc.array(figure), (stood, parts) => {
      const sum = parts.reduce<number>((total, part) => after(total, part, 'added')!, stood);
      expect(sum).toBe(
        parts.toReversed().reduce<number>((total, part) => after(total, part, 'added')!, stood),
      );
    }),
  );
});

test('a higher total is asked about only where a month is named; what nothing stands for is never', () => {
  fc.assert(
    fc.property(figure, figure, said, (stood, more, how) => {
      expect(effectOn(stood, stood + more, how) === 'asks').toBe(how === 'month' && stood > 0);
      expect(effectOn(null, more, how)).toBe('replaces');
    }),
  );
});
