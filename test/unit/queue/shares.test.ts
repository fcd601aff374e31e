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

test('who wrote once slows nobody down for long who has places to spare', () => {
  const { now, pass } = clock();
  const all = shares(now, { ...PART, places: 8 });
  all.ready('small', 's', true);
  all.ended(all.next()!.office, 10);
  let begun = 0;
  for (let lane = 0; lane < 40; lane += 1) all.ready('large', `l${lane}`, true);
  // as the lanes do: what may go on goes on, and else when it is told to
  for (let ends: number[] = []; begun < 40;) {
    for (let next = all.next(); next; next = all.next()) {
      begun += 1;
      ends.push(now() + 20);
    }
    const rest = Math.min(all.restsFor() ?? Infinity, ...ends.map((end) => end - now()));
    expect(rest).toBeLessThan(Infinity);
    pass(rest);
    for (const end of ends) if (end <= now()) all.ended('large', 20);
    ends = ends.filter((end) => end > now());
  }
  expect(now()).toBeLessThan(1_000);
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

test('of many at once no more begin than one part is for, and none of it is forgiven', () => {
  const { now, pass } = clock();
  const all = shares(now, { ...PART, places: 8 });
  const ends: number[] = [];
  let begun = 0;
  let most = 0;
  for (let lane = 0; lane < 40; lane += 1) all.ready('large', `l${lane}`, true);
  for (; now() < 2_000; pass(1)) {
    if (now() % 500 === 0) all.ready('small', `s${now()}`, true);
    for (; ends[0] === now(); ends.shift()) all.ended('large', 100);
    for (let next = all.next(); next; next = all.next()) {
      if (next.office === 'small') all.ended('small', 10);
      else {
        ends.push(now() + 100);
        begun += 1;
      }
    }
    most = Math.max(most, ends.length);
  }
  expect(most).toBe(2);
  expect(begun * 100).toBeLessThanOrEqual(2_000 * PART.rate + PART.burstMs + 2 * 100);
  expect(begun * 100).toBeGreaterThanOrEqual(2_000 * PART.rate);
});

/**
 * A machine that does so much at a time, all the slower the more begin: one event of an office in each 120 ms, 200 offices
 * in turn, and floods that always have more.
 * @param work milliseconds of the machine an event takes. @returns how long 95 of 100 of the others' took at most.
 */
function others95(work: number, floods: number): number {
  const { now, pass } = clock();
  const all = shares(now, { places: 8, burstMs: 100, rate: 0.25 });
  const going = new Set<{ office: string; left: number; begun: number }>();
  const came = new Map<string, number>();
  const took: number[] = [];
  const more = (flood: string): void => all.ready(flood, flood, true);
  for (let lane = 0; lane < floods * 40; lane += 1) more(`flood ${lane % floods}`);
  for (; now() < 15_000; pass(1)) {
    if (now() % 120 === 0) {
      const office = `office ${(now() / 120) % 200}`;
      came.set(office, now());
      all.ready(office, office, true);
    }
    for (let next = all.next(); next; next = going.size < 64 ? all.next() : null)
      going.add({ office: next.office, left: work, begun: now() });
    const each = 1 / going.size;
    for (const one of going) {
      one.left -= each;
      if (one.left > 0) continue;
      going.delete(one);
      all.ended(one.office, now() - one.begun);
      if (one.office.startsWith('flood')) more(one.office);
      else took.push(now() - came.get(one.office)!);
    }
  }
  return took.toSorted((a, b) => a - b)[Math.floor(took.length * 0.95)]!;
}

test.each([
  { work: 20, floods: 1, times: 2 },
  { work: 30, floods: 1, times: 2 },
  // with the others alone half the machine is in use: any event lasts longer than anybody's part now and then
  { work: 60, floods: 1, times: 2 },
  { work: 30, floods: 2, times: 2 },
  { work: 60, floods: 2, times: 3 },
])('the others wait $times times as long at most beside $floods floods, of $work ms each', (given) => {
  const alone = others95(given.work, 0);
  expect(others95(given.work, given.floods)).toBeLessThanOrEqual(given.times * alone);
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

test('whatever the clock does between two questions, nothing stands still without end', () => {
  const step = fc.record({
    office: fc.constantFrom('a', 'b', 'c'),
    milliseconds: fc.nat(500),
    pause: fc.nat(400),
    set: fc.constantFrom(0, 0, 0, -3_600_000, 3_600_000),
    keeps: fc.boolean(),
  });
  fc.assert(
    fc.property(
      fc.array(step, { minLength: 1, maxLength: 40 }),
      fc.array(fc.nat(40), { minLength: 1, maxLength: 7 }),
      (given, steps) => {
        const { now: at, pass } = clock();
        let asked = 0;
        // a clock that goes on while it is asked
        const all = shares(() => (pass(steps[(asked += 1) % steps.length]!), at()), PART);
        const going: { office: string; milliseconds: number }[] = [];
        let begun = 0;
        const begin = (): boolean => {
          const next = all.next();
          if (!next) return false;
          begun += 1;
          const { milliseconds, keeps } = given[Number(next.lane)]!;
          if (keeps) going.push({ office: next.office, milliseconds });
          else all.ended(next.office, milliseconds);
          return true;
        };
        given.forEach(({ office, pause, set }, lane) => {
          all.ready(office, String(lane), lane % 3 === 0);
          begin();
          pass(pause + set);
        });
        let rested = 0;
        while (begun < given.length) {
          if (begin()) continue;
          const rest = all.restsFor();
          // what is under way tells of its end; without it only time does
          const one = going.pop();
          if (one) all.ended(one.office, one.milliseconds);
          else {
            expect(rest).not.toBeNull();
            expect(rest).toBeGreaterThan(0);
            pass(rest!);
            rested += rest!;
          }
        }
        expect(rested).toBeLessThan(given.length * (500 / PART.rate + 10));
      },
    ),
  );
});
