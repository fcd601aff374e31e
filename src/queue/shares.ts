/** Whose lane gets the next place: offices take turns, and one that takes more than its part gives way while others are about. Pure; lanes.ts asks. */

/** What one office may take of an instance while others are about that take less; alone it may take everything. */
export interface Allowance {
  /** Places at a time. */
  places: number;
  /** Time of places it may use at once, in milliseconds. */
  burstMs: number;
  /** Time of a place it gets back with each millisecond. */
  rate: number;
}

export interface Shares {
  /** A lane of that office has something to begin. @param urgent goes before those that are not, which get every eighth turn at least. */
  ready(office: string, lane: string, urgent: boolean): void;
  /** @returns the lane that begins now; null when none may. */
  next(): { lane: string; office: string } | null;
  /** It left its place. @param milliseconds how long it had it. */
  ended(office: string, milliseconds: number): void;
  /** @returns milliseconds until an office that gives way may go on, whatever ends meanwhile; null when none waits for that. */
  restsFor(): number | null;
}

interface Used {
  busy: number;
  /** Time of places that was not given back yet, and when that was reckoned. */
  spent: number;
  at: number;
}

/** So long after its last event an office is still about: people who come one by one are to find places. */
const ABOUT_MS = 3_000;
/** So long the others' time is kept for it: whoever wrote once, and no more, slows nobody down who has places to spare. */
const COMING_MS = 600;
/** What takes longer waits for somebody outside, which is no use of the instance. */
const MOST_COUNTED_MS = 200;
/** What has begun is reckoned with so much until it has ended: many begun at once are as many as that, not none. */
const EXPECTED_MS = 50;
/** More is not held against anybody: who had everything while alone goes on within seconds when others come. */
const MOST_OWED_MS = 500;
const WHOLE: Allowance = { places: Infinity, burstMs: Infinity, rate: 1 };

/** @param now milliseconds. */
export function shares(now: () => number, allowed: Allowance = WHOLE): Shares {
  /** Lanes by office, the office whose turn it is first. */
  const urgent = new Map<string, string[]>();
  const later = new Map<string, string[]>();
  const used = new Map<string, Used>();
  /** The two offices well within their part that were seen last. */
  let light: { office: string; at: number }[] = [];
  let turn = 0;

  function use(office: string): Used {
    const at = now();
    const its = used.get(office) ?? { busy: 0, spent: 0, at };
    its.spent = Math.max(0, its.spent - Math.max(0, at - its.at) * allowed.rate);
    its.at = at;
    used.set(office, its);
    return its;
  }

  const taken = ({ busy, spent }: Used): number => spent + busy * EXPECTED_MS;
  const isWithin = (its: Used): boolean => taken(its) < allowed.burstMs;

  function saw(office: string): void {
    // whoever gives way comes back to the edge of its part again and again: that makes it nobody to give way to
    if (taken(use(office)) >= allowed.burstMs / 2) return;
    light = [{ office, at: now() }, ...light.filter((one) => one.office !== office)].slice(0, 2);
  }

  function givesWay(office: string): boolean {
    const its = use(office);
    const isFull = its.busy >= allowed.places;
    if (!isFull && isWithin(its)) return false;
    const at = now();
    return light.some((one) => {
      if (one.office === office) return false;
      const other = use(one.office);
      // a clock that is set makes nobody wait for long
      const isAbout = other.busy > 0 || Math.abs(at - one.at) < (isFull ? ABOUT_MS : COMING_MS);
      // a machine that is slow makes a single event last beyond anybody's part: by that nobody becomes a flood
      return isAbout && (isWithin(other) || taken(other) <= taken(its) / 2);
    });
  }

  /** @returns milliseconds until nobody's time is kept any more, if no other comes; endless while one of them is at work. */
  function quietIn(office: string): number {
    const others = light.filter((one) => one.office !== office);
    const left = others.map((one) => (use(one.office).busy > 0 ? Infinity : COMING_MS - (now() - one.at)));
    return Math.max(0, ...left) + 1;
  }

  function firstOf(ring: Map<string, string[]>): { lane: string; office: string } | null {
    for (const [office, lanes] of ring) {
      if (givesWay(office)) continue;
      ring.delete(office);
      const lane = lanes.shift()!;
      if (lanes.length > 0) ring.set(office, lanes);
      return { lane, office };
    }
    return null;
  }

  return {
    ready(office, lane, isUrgent) {
      saw(office);
      const ring = isUrgent ? urgent : later;
      const lanes = ring.get(office);
      if (lanes) lanes.push(lane);
      else ring.set(office, [lane]);
    },
    next() {
      turn += 1;
      const next = turn % 8 === 0 ? (firstOf(later) ?? firstOf(urgent)) : (firstOf(urgent) ?? firstOf(later));
      if (!next) return null;
      use(next.office).busy += 1;
      return next;
    },
    ended(office, milliseconds) {
      const its = use(office);
      its.busy -= 1;
      saw(office);
      const spent = its.spent + Math.min(milliseconds, MOST_COUNTED_MS);
      its.spent = Math.min(spent, allowed.burstMs + MOST_OWED_MS);
    },
    restsFor() {
      const waits = [...urgent.keys(), ...later.keys()].flatMap((office) => {
        const its = use(office);
        // the clock went on since it was refused: what is back within its part by now is not to be forgotten
        if (isWithin(its)) return its.busy < allowed.places ? [1] : [];
        const over = taken(its) - allowed.burstMs;
        const quiet = its.busy < allowed.places ? quietIn(office) : Infinity;
        // else one of its own has to end first
        const back = its.spent > over ? Math.ceil(over / allowed.rate) + 1 : Infinity;
        return Math.min(quiet, back) === Infinity ? [] : [Math.min(quiet, back)];
      });
      return waits.length > 0 ? Math.min(...waits) : null;
    },
  };
}
