/** Tells how long an event waits before it is asked again whether it is its turn; called by the inbox worker. */

/** An earlier event of the same person, in another process's hands, is waited for: the longer it takes, the less often it is asked for. */
const TURN_MS = { least: 100, most: 1_000, ofWaited: 1 / 4 };

/** @returns milliseconds until a row is tried again, by how long it has waited so far. */
export function turnWaits<Row extends object>(now: () => Date): (row: Row) => number {
  const since = new WeakMap<Row, number>();
  return (row) => {
    const at = now().getTime();
    const began = since.get(row) ?? at;
    since.set(row, began);
    return Math.min(TURN_MS.most, Math.max(TURN_MS.least, (at - began) * TURN_MS.ofWaited));
  };
}
