/** Shares the event loop out: what takes long in itself, as reading a long text does, lets everybody else in between; app.ts has events wait for it. */

/** After so long in one go others are let in. */
const LONG_MS = 10;
const MOST = 64;

/**
 * @param now milliseconds, growing steadily.
 * @returns what resolves when it is the caller's turn: one at a time where each takes long, many where they are quick. In
 * between the loop looks for what came in from outside.
 */
export function shareLoop(now: () => number = () => performance.now()): () => Promise<void> {
  let waiting: (() => void)[] = [];
  let atOnce = 1;
  let begunAt: number | null = null;

  function turn(): void {
    if (begunAt !== null) atOnce = now() - begunAt > LONG_MS ? 1 : Math.min(MOST, atOnce * 2);
    begunAt = waiting.length > 0 ? now() : null;
    if (begunAt === null) return;
    const next = waiting.slice(0, atOnce);
    waiting = waiting.slice(atOnce);
    for (const begin of next) begin();
    setImmediate(turn);
  }

  return () =>
    new Promise((begin) => {
      waiting.push(begin);
      if (waiting.length === 1 && begunAt === null) setImmediate(turn);
    });
}

/** @returns the same, but what it found is handed out in shares: what many asked for together comes at once. */
export function handedOut<Asked extends unknown[], Found>(
  find: (...asked: Asked) => Promise<Found>,
): (...asked: Asked) => Promise<Found> {
  const share = shareLoop();
  return async (...asked) => {
    const found = await find(...asked);
    await share();
    return found;
  };
}
