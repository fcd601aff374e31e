/** Signals to stop: one Ctrl+C drains, even where it arrives twice; a second one, meant, does not wait. */
import { beforeEach, expect, test } from 'vitest';
import { quietLog } from '../../../src/log.ts';
import { onSignal, type Stoppable, stopAll } from '../../../src/stopping.ts';

let at: number;
let did: string[];
let signal: (name: string) => void;
beforeEach(() => {
  at = 5_000;
  did = [];
  signal = onSignal({
    drain: (name) => did.push(`drain ${name}`),
    leave: () => did.push('leave'),
    now: () => at,
  });
});

test('the same Ctrl+C, handed on by npm, drains once', () => {
  signal('SIGINT');
  at += 3;
  signal('SIGINT');
  at += 1_990;
  signal('SIGTERM');
  expect(did).toEqual(['drain SIGINT']);
});

test('a second one, two seconds later, does not wait', () => {
  signal('SIGTERM');
  at += 2_000;
  signal('SIGINT');
  expect(did).toEqual(['drain SIGTERM', 'leave']);
});

test('parts are stopped the last one first, also one that is only there once the stop has begun', async () => {
  const stopped: string[] = [];
  const parts: Stoppable[] = [];
  const part = (name: string, meanwhile = (): void => undefined): Stoppable => ({
    stop() {
      stopped.push(name);
      meanwhile();
      return name === 'listener' ? Promise.reject(new Error('it would not')) : Promise.resolve();
    },
  });
  parts.push(
    part('database'),
    part('listener', () => parts.push(part('app'))),
  );
  await stopAll(parts, quietLog);
  expect(stopped).toEqual(['listener', 'app', 'database']);
});
