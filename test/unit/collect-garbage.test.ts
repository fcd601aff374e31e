/** Memory is given back after a busy spell, in quiet times only, and not for a few events. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { collectGarbage, type GarbageCollection, collectAfterBusySpells } from '../../src/collect-garbage.ts';
import { virtualTime, type VirtualTime } from '../helpers/virtual-time.ts';

const collect = vi.fn();
let time: VirtualTime;
let garbage: GarbageCollection;
beforeEach(() => {
  collect.mockClear();
  time = virtualTime(new Date(0));
  garbage = collectAfterBusySpells({ collect, timers: time.timers, failed: () => undefined });
});
afterEach(() => garbage.stop());

const work = (events: number): void => {
  for (let event = 0; event < events; event++) garbage.worked();
};
/** Time passes, and what is begun by it comes to its end. */
async function pass(seconds: number): Promise<void> {
  for (let second = 0; second < seconds; second++) {
    time.advance(1_000);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

test('after many events, once nothing more comes, and only once', async () => {
  work(900);
  await pass(3);
  work(200);
  await pass(2);
  expect(collect).not.toHaveBeenCalled();
  await pass(3);
  expect(collect).toHaveBeenCalledTimes(1);
  await pass(60);
  expect(collect).toHaveBeenCalledTimes(1);
});

test('not for a few, and not while they come', async () => {
  work(500);
  await pass(30);
  for (let burst = 0; burst < 20; burst++) {
    work(500);
    await pass(1);
  }
  expect(collect).not.toHaveBeenCalled();
});

test('what is given back is the room of garbage', () => {
  const before = process.memoryUsage().heapTotal;
  let garbage: unknown[] = Array.from({ length: 400_000 }, (_, index) => ({ index }));
  const full = process.memoryUsage().heapTotal;
  garbage = [garbage.length];
  collectGarbage();
  expect(garbage).toEqual([400_000]);
  expect(process.memoryUsage().heapTotal - before).toBeLessThan((full - before) / 2);
  expect(globalThis).not.toHaveProperty('gc');
});
