/** Ids in the forms LINE gives them; the simulator's only source of randomness, so that a test may replace it. */
import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import type { Clock } from '../clock.ts';

export interface Ids {
  /** `U` and 32 hexadecimal digits. */
  user(): string;
  /** 18 digits, growing. */
  message(): string;
  /** ULID, as webhookEventId. */
  event(): string;
  /** 32 hexadecimal digits: reply tokens and parts of other ids. */
  token(): string;
  /** x-line-request-id. */
  request(): string;
}

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

function base32(value: bigint, length: number): string {
  let rest = value;
  let text = '';
  for (let at = 0; at < length; at += 1) {
    text = `${CROCKFORD[Number(rest & 31n)]}${text}`;
    rest >>= 5n;
  }
  return text;
}

/** @param clock real time: ids must not repeat after the simulated clock was moved back. */
export function randomIds(clock: Clock): Ids {
  let counter = randomInt(10_000);
  const token = (): string => randomBytes(16).toString('hex');
  return {
    user: () => `U${token()}`,
    message() {
      counter = (counter + 1) % 100_000;
      return `${clock.now().getTime()}${String(counter).padStart(5, '0')}`;
    },
    event: () =>
      base32(BigInt(clock.now().getTime()), 10) + base32(BigInt(`0x${randomBytes(10).toString('hex')}`), 16),
    token,
    request: () => randomUUID(),
  };
}
