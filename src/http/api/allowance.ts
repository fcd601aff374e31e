/** How many requests each token may make: so many a minute, counted by each instance; the API's router asks. */

const A_MINUTE = 120;
const WINDOW_MS = 60_000;
const MOST_KNOWN = 10_000;

/** @param now real time. @returns a function that counts a request: seconds to wait where there were too many, else null. */
export function allowance(now: () => Date): (token: string) => number | null {
  const windows = new Map<string, { since: number; count: number }>();
  return (token) => {
    const at = now().getTime();
    const known = windows.get(token);
    const age = known ? at - known.since : WINDOW_MS;
    // a clock that was set back says nothing of how old it is
    if (!known || age >= WINDOW_MS || age < 0) {
      if (windows.size >= MOST_KNOWN) windows.clear();
      windows.set(token, { since: at, count: 1 });
      return null;
    }
    known.count += 1;
    return known.count > A_MINUTE ? Math.ceil((WINDOW_MS - age) / 1000) : null;
  };
}
