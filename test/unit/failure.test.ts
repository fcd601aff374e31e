/** Why something was given up, as the queue keeps it, and the sentence it is told by. */
import { expect, it } from 'vitest';
import { type Failure, failureOf } from '../../src/domain/failure.ts';

it.each<[string, Failure]>([
  ['400 The request body has 1 error(s) to May not be empty', 'refused'],
  ['limits: messages[0].text too long', 'refused'],
  ['gave-up: 429 Too many requests', 'busy'],
  ['gave-up: token 429', 'busy'],
  ['gave-up: 500 ', 'away'],
  ['gave-up: 503', 'away'],
  ['gave-up: ECONNREFUSED', 'away'],
  ['gave-up: UND_ERR_CONNECT_TIMEOUT', 'away'],
  ['gave-up: fetch failed', 'away'],
  ['gave-up: token 401', 'token'],
  ['gave-up: token ECONNRESET', 'away'],
  ['gave-up: token 503', 'away'],
  ['gave-up: no channel', 'token'],
  ['401 Authentication failed', 'token'],
  ['403 Access to this API denied', 'token'],
  ['expired', 'expired'],
  ['reply-token-dead-after-uncertain-try', 'unsure'],
  ['key-too-old', 'unsure'],
  ['gave-up: internal', 'fault'],
  ['Cannot read properties of undefined', 'fault'],
  ['taken up again and again without an end', 'fault'],
])('%s is %s', (code, failure) => {
  expect(failureOf(code)).toBe(failure);
});
