/** Work in lanes: one thing at a time within a key, in order; keys side by side, up to a limit. Pure but for the timers it is given. */

import type { Timers } from '../clock.ts';
import { type Allowance, shares } from './shares.ts';

export interface Lanes<Item> {
  add(item: Item): void;
  has: (id: string) => boolean;
  size(): number;
  /** Those of one lane. */
  sizeOf(lane: string): number;
  /** Those of lanes whose first is to be worked on again later. */
  backingOff(): number;
  ids(): string[];
  /** All that waits or works; after `drain`, what was not brought to an end. */
  items(): Item[];
  /** Stops taking from the lanes and resolves when what is under way has ended. */
  drain(): Promise<void>;
  /** Resolves when nothing waits or works any more. */
  idle(): Promise<void>;
}

export interface LaneOptions<Item> {
  id: (item: Item) => string;
  key: (item: Item) => string;
  /** Earlier items first. */
  before: (a: Item, b: Item) => boolean;
  concurrency: number;
  /** What takes longer than so many milliseconds counts no more towards `concurrency`; all of it does when left out. */
  slowMs?: number;
  /** Whose it is, known or soon to be; offices take turns. All are one's when left out. */
  office?: (item: Item) => string | Promise<string>;
  /** What one office may take while others are about, by a clock in milliseconds; everything when left out. */
  allowance?: Allowance & { now: () => number };
  /** Goes before the others when a lane is chosen; these get every eighth turn at least. None does when left out. */
  urgent?: (item: Item) => boolean;
  /** Told of what is left in a lane each time one of it is through. */
  through?: (item: Item, left: number) => void;
  /** When to begin what was added; at once when left out. What is added meanwhile begins with it. */
  begin?: (now: () => void) => void;
  timers: Timers;
  /** @returns milliseconds after which the same item is to be worked on again, or null when it is through. */
  work: (item: Item) => Promise<number | null>;
}

export function lanes<Item>(options: LaneOptions<Item>): Lanes<Item> {
  const { id, key, before, work, timers, begin = (now) => now(), urgent = () => false } = options;
  const waiting = new Map<string, Item[]>();
  const now = options.allowance?.now ?? (() => 0);
  const ready = shares(now, options.allowance);
  const busy = new Set<string>();
  const known = new Set<string>();
  const backingOff = new Map<string, { cancel: () => void; wake: () => void }>();
  const slow = new Set<string>();
  let endRest: () => void = () => undefined;
  let listeners: (() => void)[] = [];
  let stopped = false;
  /** Additions wait for their beginning. */
  let beginning = false;

  function makeReady(lane: string): void {
    const [next] = waiting.get(lane) ?? [];
    if (next === undefined) return;
    const office = options.office?.(next) ?? '';
    if (typeof office === 'string') return ready.ready(office, lane, urgent(next));
    const begin = (found: string): void => {
      ready.ready(found, lane, urgent(next));
      pump();
    };
    // whose it is decides nothing but turns: not to know it keeps nobody from work
    office.then(begin, () => begin(''));
  }

  function pump(): void {
    while (!stopped && busy.size - backingOff.size - slow.size < options.concurrency) {
      const next = ready.next();
      if (next === null) {
        rest();
        break;
      }
      const item = waiting.get(next.lane)![0]!;
      busy.add(next.lane);
      void run(next.lane, next.office, item);
    }
    settle();
  }

  /** What has to give way goes on by itself later. */
  function rest(): void {
    endRest();
    const milliseconds = ready.restsFor();
    if (milliseconds !== null) endRest = timers.after(milliseconds, pump);
  }

  async function run(lane: string, office: string, item: Item): Promise<void> {
    const taken = slowly(lane);
    const begun = now();
    const again = await work(item);
    taken();
    ready.ended(office, Math.max(0, now() - begun));
    if (again !== null) {
      const wake = (): void => {
        backingOff.delete(lane);
        release(lane, null);
      };
      // what came meanwhile may be what it waits for
      if (!stopped && waiting.get(lane)?.some((one) => one !== item && before(one, item))) return wake();
      backingOff.set(lane, { cancel: stopped ? () => undefined : timers.after(again, wake), wake });
      return pump();
    }
    release(lane, item);
  }

  /** @returns what says that it is over. */
  function slowly(lane: string): () => void {
    if (options.slowMs === undefined) return () => undefined;
    const cancel = timers.after(options.slowMs, () => {
      slow.add(lane);
      pump();
    });
    return () => {
      cancel();
      slow.delete(lane);
    };
  }

  /** @param through the item to take out, or null to try its lane's first again. */
  function release(lane: string, through: Item | null): void {
    busy.delete(lane);
    const items = waiting.get(lane) ?? [];
    if (through === null) {
      // one that came while the first was being looked at may belong before it
      items.sort((a, b) => (before(a, b) ? -1 : 1));
    } else {
      known.delete(id(through));
      items.splice(items.indexOf(through), 1);
      options.through?.(through, items.length);
    }
    if (items.length === 0) waiting.delete(lane);
    else makeReady(lane);
    pump();
  }

  function settle(): void {
    const done = stopped ? busy.size - backingOff.size === 0 : known.size === 0;
    if (!done) return;
    const told = listeners;
    listeners = [];
    for (const tell of told) tell();
  }

  return {
    add(item) {
      if (known.has(id(item))) return;
      known.add(id(item));
      const lane = key(item);
      const items = waiting.get(lane);
      if (!items) {
        waiting.set(lane, [item]);
        makeReady(lane);
      } else {
        // the first may be under way; otherwise the order of the events counts, not of their arrival
        const floor = busy.has(lane) && !backingOff.has(lane) ? 1 : 0;
        let place = items.length;
        while (place > floor && before(item, items[place - 1]!)) place -= 1;
        items.splice(place, 0, item);
        // this may be what the first waits for
        const waits = place === 0 && !stopped ? backingOff.get(lane) : undefined;
        waits?.cancel();
        waits?.wake();
      }
      if (beginning) return;
      beginning = true;
      begin(() => {
        beginning = false;
        pump();
      });
    },
    has: (one) => known.has(one),
    size: () => known.size,
    sizeOf: (lane) => waiting.get(lane)?.length ?? 0,
    backingOff: () => [...backingOff.keys()].reduce((sum, lane) => sum + (waiting.get(lane)?.length ?? 0), 0),
    ids: () => [...known],
    items: () => [...waiting.values()].flat(),
    drain() {
      // what was just added would have begun at once but for the wait
      if (beginning) pump();
      stopped = true;
      endRest();
      for (const { cancel } of backingOff.values()) cancel();
      return new Promise((resolve) => {
        listeners.push(resolve);
        settle();
      });
    },
    idle() {
      return new Promise((resolve) => {
        listeners.push(resolve);
        settle();
      });
    },
  };
}
