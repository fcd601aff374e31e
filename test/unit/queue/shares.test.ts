/** Offices take turns: whatever one of them has waiting, another's first is among the next, and nobody starves. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shares } from '../../../src/queue/shares.ts';

const PART = { places: 2, burstMs: 100, rate: 0.25 };

function clock() {
  let at = 0;
  return { now: () => at, pass: (milliseconds: number) => void (at += milliseconds) };
}

test('however many lanes an office has ready, each other office begins within one round of them', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ office: fc.integer({ min: 0, max: 6 }), urgent: fc.boolean() }), {
        maxLength: 80,
      }),
      (lanes) => {
        const all = shares(() => 0);
        lanes.forEach(({ office, urgent }, index) => all.ready(`o${office}`, `${office} ${index}`, urgent));
        const urgents = new Set(lanes.flatMap(({ office, urgent }) => (urgent ? [`o${office}`] : [])));
        const begun: { lane: string; office: string }[] = [];
        for (let next = all.next(); next; next = all.next()) begun.push(next);
        // each once, and those of one office and kind in their order
        expect(begun.map(({ lane }) => lane).toSorted()).toEqual(
          lanes.map(({ office }, index) => `${office} ${index}`).toSorted(),
        );
        const firsts = [...urgents].map((office) => begun.findIndex((one) => one.office === office));
        // every eighth turn is another's
        expect(Math.max(-1, ...firsts)).toBeLessThan(urgents.size + Math.ceil(urgents.size / 7) + 1);
      },
    ),
  );
});

test('alone an office takes everything', () => {
  const { now } = clock();
  const all = shares(now, PART);
  for (let lane = 0; lane < 50; lane += 1) all.ready('a', `a${lane}`, true);
  for (let begun = 0; begun < 50; begun += 1) expect(all.next()).toEqual({ lane: `a${begun}`, office: 'a' });
});

test('while others are about, one that has used more than its part gives way, and goes on in time', () => {
  const { now, pass } = clock();
  const all = shares(now, PART);
  all.ready('small', 's', true);
  expect(all.next()?.lane).toBe('s');
  all.ended('small', 10);
  for (let lane = 0; lane < 9; lane += 1) all.ready('large', `l${lane}`, true);
  expect([all.next()?.lane, all.next()?.lane, all.next()]).toEqual(['l0', 'l1', null]);
  pass(90);
  all.ended('large', 90);
  all.ended('large', 90);
  expect(all.next()).toBeNull();
  // whoever comes meanwhile does not wait for it
  all.ready('small', 's2', true);
  expect(all.next()?.lane).toBe('s2');
  all.ended('small', 10);
  const rest = all.restsFor()!;
  expect(rest).toBeCloseTo((180 - 100) / PART.rate, -1);
  pass(rest);
  expect(all.next()?.lane).toBe('l2');
  all.ended('large', 200);
  // and when the others have gone it has everything again
  pass(3_000 - rest);
  pass(1);
  expect([all.next()?.lane, all.next()?.lane, all.next()?.lane]).toEqual(['l3', 'l4', 'l5']);
});

test('who had everything while alone goes on within seconds when others come', () => {
  const { now, pass } = clock();
  const all = shares(now, PART);
  for (let lane = 0; lane < 5_000; lane += 1) {
    all.ready('large', `l${lane}`, true);
    all.next();
    pass(1);
  }
  for (let lane = 0; lane < 5_000; lane += 1) all.ended('large', 100);
  all.ready('small', 's', true);
  all.ready('large', 'last', true);
  expect([all.next()?.lane, all.next()]).toEqual(['s', null]);
  pass(all.restsFor()!);
  all.ready('small', 's2', true);
  expect(new Set([all.next()?.lane, all.next()?.lane])).toEqual(new Set(['last', 's2']));
  expect(now()).toBeLessThan(8_000);
});

test('an office whose part comes back between two questions is not forgotten', () => {
  for (let pause = 0; pause < 300; pause += 1) {
    const { now: at, pass } = clock();
    // a clock that goes on while it is asked
    const all = shares(() => (pass(1), at()), PART);
    all.ready('small', 's', true);
    all.ended(all.next()!.office, 10);
    all.ready('large', 'l', true);
    all.next();
    all.ended('large', 150);
    all.ready('large', 'l2', true);
    pass(pause);
    if (all.next() === null) expect(all.restsFor(), `after ${pause} ms`).not.toBeNull();
  }
});

test('two that both take more than their part slow nobody down', () => {
  const { now } = clock();
  const all = shares(now, PART);
  for (const office of ['a', 'b']) {
    for (let lane = 0; lane < 20; lane += 1) all.ready(office, `${office}${lane}`, true);
  }
  for (let round = 0; round < 4; round += 1) {
    const { office } = all.next()!;
    all.ended(office, 200);
  }
});

test('whatever comes, everything begins in the end', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.record({ office: fc.constantFrom('a', 'b', 'c'), milliseconds: fc.nat(500), pause: fc.nat(50) }),
        { maxLength: 60 },
      ),
      (given) => {
        const { now, pass } = clock();
        const all = shares(now, PART);
        given.forEach(({ office, pause }, lane) => {
          all.ready(office, String(lane), lane % 3 === 0);
          pass(pause);
        });
        const begun = new Set<string>();
        for (let steps = 0; begun.size < given.length; steps += 1) {
          expect(steps).toBeLessThan(10 * given.length + 10);
          const next = all.next();
          if (!next) {
            pass(all.restsFor()!);
            continue;
          }
          begun.add(next.lane);
          const { milliseconds } = given[Number(next.lane)]!;
          pass(milliseconds);
          all.ended(next.office, milliseconds);
        }
      },
    ),
  );
});
