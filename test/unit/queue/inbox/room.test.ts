/** How much is taken in hand: rounds over all lanes go on while they find something, and rest when they found nothing. */
import { expect, test } from 'vitest';
import type { InboxDocument } from '../../../../src/db/inbox.ts';
import type { InboxClaims, Lane } from '../../../../src/queue/inbox/claims.ts';
import { room } from '../../../../src/queue/inbox/room.ts';
import { lanes } from '../../../../src/queue/lanes.ts';

/** @param steps of each round, and what each step finds; the last round's are repeated. @param stepMs how long one takes. */
function hand(rounds: InboxDocument[][][], stepMs: number) {
  let at = 0;
  let round = 0;
  let step = 0;
  const begun: number[] = [];
  const claiming: InboxClaims = {
    more: (wanted) => Promise.resolve(wanted.map((lane) => ({ ...lane }) as InboxDocument)),
    walk() {
      if (step === 0) begun.push(at);
      const own = rounds[Math.min(round, rounds.length - 1)]!;
      const rows = own[step]!;
      at += stepMs;
      step += 1;
      const ended = step === own.length;
      if (ended) {
        step = 0;
        round += 1;
      }
      return Promise.resolve({ rows, ended });
    },
    isBehind: () => false,
    leftBehind: () => undefined,
  };
  const all = lanes<InboxDocument>({
    id: (row) => row._id,
    key: (row) => row.key,
    before: () => false,
    concurrency: 1,
    timers: { after: () => () => undefined },
    work: () => new Promise(() => undefined),
  });
  const inHand = room(all, claiming, () => new Date(at));
  return {
    begun,
    takeUp: (wanted: Lane[]) => inHand.takeUp(wanted),
    pass: (milliseconds: number) => void (at += milliseconds),
  };
}

const row = { _id: 'event', office: 'office', key: 'U1' } as InboxDocument;

test('a round that found something is followed by another at once', async () => {
  const { begun, takeUp } = hand([[[row], []], [[row]], [[], []]], 10);
  const more: boolean[] = [];
  for (let steps = 0; steps < 5; steps += 1) more.push((await takeUp([])).more);
  expect(begun).toEqual([0, 20, 30]);
  expect(more).toEqual([true, true, true, true, false]);
});

test('one that found nothing rests twenty times as long as it took, between a second and two', async () => {
  for (const [stepMs, every] of [
    [5, 900],
    [60, 1_200],
    [300, 2_000],
  ] as const) {
    const { begun, takeUp, pass } = hand([[[]]], stepMs);
    // woken again and again
    for (let steps = 0; steps < 500; steps += 1) {
      const { rows } = await takeUp([row]);
      // and whoever asks for more gets it meanwhile
      expect(rows).toHaveLength(1);
      pass(25);
    }
    expect(begun.length).toBeGreaterThan(2);
    const pauses = begun.slice(1).map((moment, index) => moment - begun[index]!);
    expect(Math.min(...pauses)).toBeGreaterThanOrEqual(every);
    expect(Math.max(...pauses)).toBeLessThanOrEqual(every + stepMs + 2 * 25);
  }
});

test('a clock that is set back does not let a round wait', async () => {
  const { begun, takeUp, pass } = hand([[[]]], 1);
  await takeUp([]);
  pass(-3_600_000);
  await takeUp([]);
  expect(begun).toHaveLength(2);
});
