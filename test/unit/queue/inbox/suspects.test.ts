/** Events that end their process are found among many, and nobody else is given up for it. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isSuspect, suspects } from '../../../../src/queue/inbox/suspects.ts';
import { eventWait } from '../../../../src/queue/timing.ts';

interface Row {
  id: number;
  fence: number;
  attempts: number;
}

const never = new Promise<never>(() => undefined);
const turn = () => new Promise((resolve) => setImmediate(resolve));

/** One process's life over what is open. @returns what is left when `poison` ended it, or all is through. */
async function live(open: readonly Row[], poison: ReadonlySet<number>, dead: number[]): Promise<Row[]> {
  const among = suspects();
  const through = new Set<number>();
  let alive = true;
  async function work(row: Row): Promise<void> {
    if (!alive) return never;
    if (poison.has(row.id)) alive = false;
    await turn();
    if (alive) through.add(row.id);
  }
  for (const row of open) {
    row.fence += 1;
    if (!isSuspect(row as never)) void work(row);
    else
      void among(row, async () => {
        if (!alive) return never;
        row.attempts += 1;
        if (eventWait(row.attempts) !== null) return work(row);
        through.add(row.id);
        dead.push(row.id);
      });
  }
  while (alive && through.size < open.length) await turn();
  return open.filter(({ id }) => !through.has(id));
}

test('up to three events among hundreds end every process that tries them: they alone are given up, within 40 ends', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 300 }),
      fc.uniqueArray(fc.nat(299), { minLength: 1, maxLength: 3 }),
      async (count, places) => {
        const poison = new Set(places.map((place) => place % count));
        const dead: number[] = [];
        let open = Array.from({ length: count }, (_, id): Row => ({ id, fence: 0, attempts: 0 }));
        let ends = 0;
        while (open.length > 0 && ends <= 40) {
          open = await live(open, poison, dead);
          ends += 1;
        }
        expect(dead.toSorted((a, b) => a - b)).toEqual([...poison].toSorted((a, b) => a - b));
        expect(open).toEqual([]);
      },
    ),
    { numRuns: 60 },
  );
});

test('sixteen are tried side by side the first time, four the second, one from then on', async () => {
  for (const [attempts, most] of [
    [0, 16],
    [1, 4],
    [2, 1],
    [5, 1],
  ] as const) {
    const among = suspects();
    let running = 0;
    let finish: () => void = () => undefined;
    const end = new Promise<void>((resolve) => (finish = resolve));
    const all = Array.from({ length: 20 }, () =>
      among({ attempts }, async () => {
        running += 1;
        await end;
      }),
    );
    await turn();
    expect(running).toBe(most);
    finish();
    await Promise.all(all);
    expect(running).toBe(20);
  }
});
