/** Whose fault it is that an event met MongoDB's absence: nearly always MongoDB's, but one that brings it about must end. The inbox worker asks. */

interface Met {
  /** Events that had come through when it happened last. */
  cameThrough: number;
  /** How often MongoDB answered right afterwards. */
  answered: number;
  /** How often others had come through since the time before. */
  passed: number;
}

/** One election after another may catch anybody. */
const MOST = 3;

/**
 * @param ping whether MongoDB answers now.
 * @returns whether this time counts against the event: three times others came through in between, or MongoDB was there
 * all the while.
 */
export function ownFault<Row extends object>(
  ping: () => Promise<void>,
): (row: Row, cameThrough: number) => Promise<boolean> {
  const met = new WeakMap<Row, Met>();
  return async (row, cameThrough) => {
    const before = met.get(row);
    const answers = await ping().then(
      () => true,
      () => false,
    );
    const answered = (before?.answered ?? 0) + (answers ? 1 : 0);
    const others = before !== undefined && cameThrough > before.cameThrough;
    const passed = (before?.passed ?? 0) + (others ? 1 : 0);
    met.set(row, { cameThrough, answered, passed });
    if (passed < MOST && answered < MOST) return false;
    met.delete(row);
    return true;
  };
}
