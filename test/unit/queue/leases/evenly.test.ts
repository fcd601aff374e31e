/** Of what is due each office has one before any has two. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evenly } from '../../../../src/queue/leases/evenly.ts';

const rows = fc
  .array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 40 })
  .map((offices) => offices.map((office, id) => ({ office, id })));

test('whatever is due, shares differ by one at most where there is more', () => {
  fc.assert(
    fc.property(rows, fc.nat(40), (due, most) => {
      const taken = evenly(due, most);
      expect(taken.length).toBe(Math.min(most, due.length));
      expect(new Set(taken).size).toBe(taken.length);
      const of = (list: typeof due, office: string) => list.filter((one) => one.office === office);
      const largest = Math.max(0, ...due.map(({ office }) => of(taken, office).length));
      for (const { office } of due) {
        const own = of(taken, office);
        // in their order, and nobody's is left while another has two more
        expect(own).toEqual(of(due, office).slice(0, own.length));
        if (own.length < of(due, office).length) expect(own.length).toBeGreaterThanOrEqual(largest - 1);
      }
    }),
  );
});
