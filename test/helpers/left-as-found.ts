/** Vitest runs this around each test file: files share a process, so each has to leave what all use as it found it. */
import http from 'node:http';
import { Socket } from 'node:net';
import { afterAll, expect } from 'vitest';

const SHARED: [of: object, name: string][] = [
  // While a faker of LINE is on, the driver's connections to MongoDB run through it too, and some hang.
  [Socket.prototype, 'connect'],
  [http, 'request'],
  [process, 'nextTick'],
  ...['fetch', 'Date', 'setTimeout', 'setImmediate'].map((name): [object, string] => [globalThis, name]),
];
const now = () => SHARED.map(([of, name]): unknown => Reflect.get(of, name));

const found = now();
// Hooks end in the reverse order of their beginning: this one comes after those of the file.
afterAll(() => {
  const left = now();
  const changed = SHARED.flatMap(([, name], at) => (left[at] === found[at] ? [] : [name]));
  expect(changed, 'still changed at the end of this file').toEqual([]);
});
