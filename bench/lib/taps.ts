/** A ministry's people tap on their reminders, at a steady rate; the sections of the ministry post them and wait for the answers. */
import { setTimeout as pause } from 'node:timers/promises';
import { signedRequest, tapEvent } from './bodies.ts';
import type { FakeLine } from './fake-line.ts';
import { closedLoop } from './load.ts';
import { OFFICERS, OFFICES, officerOf } from './ministry.ts';

/** 10,000 taps in ten minutes. */
const TAPS_A_SECOND = 10_000 / 600;
/** A reply token lives no longer: who was not answered by then has to be told in another way. */
export const PATIENCE_MS = 60_000;

interface Tapped {
  /** When it was posted, by `performance.now()`. */
  at: number;
  /** Milliseconds until it was answered, `PATIENCE_MS` where it was not. */
  wait: number;
}

/** At their rate, whatever becomes of them, to each bot in turn. @param until ends them before the seconds are over. */
export async function taps(
  line: FakeLine,
  ports: readonly number[],
  seconds: number,
  until?: AbortSignal,
): Promise<Tapped[]> {
  const count = Math.round(seconds * TAPS_A_SECOND);
  const begun = performance.now();
  const answers: Promise<Tapped>[] = [];
  for (let index = 0; index < count && !until?.aborted; index += 1) {
    await pause(Math.max(0, begun + (index * 1000) / TAPS_A_SECOND - performance.now()));
    // by turns in all offices but the noisy one
    const office = 1 + (index % (OFFICES - 1));
    const officer = Math.floor(index / (OFFICES - 1)) % OFFICERS;
    answers.push(answered(line, ports[index % ports.length]!, office, officer));
  }
  return Promise.all(answers);
}

async function answered(line: FakeLine, port: number, office: number, officer: number): Promise<Tapped> {
  const event = tapEvent({
    user: officerOf(office, officer),
    data: `do=reminded&code=${officer + 1}&answer=working`,
  });
  const answer = line.answered(event.replyToken);
  const at = performance.now();
  // as LINE does: again until it is taken
  await closedLoop({
    port,
    connections: 1,
    milliseconds: PATIENCE_MS,
    requests: [signedRequest([event])],
    again: true,
  });
  await Promise.race([answer, pause(PATIENCE_MS, undefined, { ref: false })]);
  return { at, wait: Math.min(performance.now() - at, PATIENCE_MS) };
}

export function waitsOf(all: readonly Tapped[]): number[] {
  return all.map(({ wait }) => wait);
}
