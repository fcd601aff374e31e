/** Who may be asked now: a few messages an origin, rests for a webhook that failed and for an origin that hangs. */
import { beforeEach, expect, it } from 'vitest';
import { originOf } from '../../../../src/domain/webhook.ts';
import { TOO_LATE } from '../../../../src/queue/deliveries/post.ts';
import { receivers, type Receivers } from '../../../../src/queue/deliveries/receivers.ts';

const START = new Date('2026-03-02T02:00:00Z').getTime();
const at = (seconds: number): Date => new Date(START + seconds * 1000);
const to = (hook: string, origin: string | null = 'https://shared.example') =>
  ({ hook, origin, event: 'period.closed' }) as const;
const LATE = { taken: false, status: null, reason: TOO_LATE } as const;
const WRONG = { taken: false, status: 404, reason: 'http-404' } as const;
const FINE = { taken: true, status: 204 } as const;
let asked: Receivers;
beforeEach(() => (asked = receivers()));

it('so many are under way to one origin, whichever webhooks they are for, and no fewer to another', () => {
  for (const hook of ['a', 'b', 'c']) asked.begin(to(hook));
  expect(asked.room('https://shared.example')).toBe(0);
  expect(asked.room('https://other.example')).toBe(3);
  expect(asked.closed(at(0)).origins).toContain('https://shared.example');
  asked.end(to('b'));
  expect(asked.closed(at(0))).toEqual({ hooks: ['a', 'c'], origins: [] });
});

it('two in a row without an answer rest the origin; then one at a time goes there until one is answered', () => {
  for (const hook of ['a', 'b']) asked.heard(to(hook), LATE, at(0));
  expect(asked.closed(at(29))).toEqual({ hooks: ['a', 'b'], origins: ['https://shared.example'] });
  expect(asked.closed(at(31))).toEqual({ hooks: [], origins: [] });
  expect(asked.room('https://shared.example')).toBe(1);
  asked.heard(to('c'), LATE, at(31));
  expect(asked.closed(at(60)).origins).toEqual(['https://shared.example']);
  // what was not sent says nothing of whoever is there; any answer shows that somebody is
  asked.heard(to('b'), { taken: false, status: null, reason: 'secret-unreadable' }, at(61));
  expect(asked.room('https://shared.example')).toBe(1);
  asked.heard(to('a'), WRONG, at(62));
  expect(asked.room('https://shared.example')).toBe(3);
});

it('a webhook that answers wrongly, or hangs alone among others that answer, rests alone', () => {
  for (let times = 0; times < 5; times++) {
    asked.heard(to('wrong'), WRONG, at(0));
    asked.heard(to('hangs'), LATE, at(0));
    asked.heard(to('fine'), FINE, at(0));
  }
  expect(asked.closed(at(1))).toEqual({ hooks: ['wrong', 'hangs'], origins: [] });
  asked.lift('wrong');
  expect(asked.closed(at(1)).hooks).toEqual(['hangs']);
});

it('what an administrator tries in vain holds up nothing else', () => {
  asked.heard({ ...to('tried'), event: 'test' }, WRONG, at(0));
  expect(asked.closed(at(1))).toEqual({ hooks: [], origins: [] });
});

it('a row without an origin stands for its webhook', () => {
  asked.begin(to('old', null));
  expect([asked.room('old'), asked.room('https://shared.example')]).toEqual([2, 3]);
});

it.each([
  ['https://Hooks.Example.go.th/a?b=c', 'https://hooks.example.go.th'],
  ['https://hooks.example.go.th.:443/', 'https://hooks.example.go.th'],
  ['https://hooks.example.go.th.:8443/x', 'https://hooks.example.go.th:8443'],
  ['https://hooks.example.go.th:8443/x', 'https://hooks.example.go.th:8443'],
  ['https://[2001:DB8::1]/x', 'https://[2001:db8::1]'],
  ['http://127.0.0.1:3000/', 'http://127.0.0.1:3000'],
  ['no address', 'no address'],
])('%s is received at %s', (address, origin) => {
  expect(originOf(address)).toBe(origin);
});
