/** Channel access tokens and LINE Login ID tokens of the simulated channel; used by the API and by the page's web-form view. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Channel } from './api-router.ts';
import type { SimPerson } from './types.ts';
import type { World } from './world.ts';

const issued = new WeakMap<World, Map<string, number>>();

/** @param seconds how long the token lives, in real time. */
export function issueToken(world: World, seconds: number): string {
  const token = `sim-${world.ids.token()}`;
  const tokens = issued.get(world) ?? new Map<string, number>();
  tokens.set(token, world.realClock.now().getTime() + seconds * 1000);
  issued.set(world, tokens);
  return token;
}

/** @returns seconds the token still lives; null when it is unknown or over. The channel's own token never ends. */
export function lifeOf(world: World, channel: Channel, token: string): number | null {
  if (token === channel.accessToken) return 30 * 24 * 3600;
  const until = issued.get(world)?.get(token) ?? 0;
  const left = Math.floor((until - world.realClock.now().getTime()) / 1000);
  return left > 0 ? left : null;
}

export function isKnownToken(world: World, channel: Channel, token: string): boolean {
  return token !== '' && lifeOf(world, channel, token) !== null;
}

const base64url = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

function signed(head: string, channel: Channel): string {
  return createHmac('sha256', channel.secret).update(head).digest('base64url');
}

export interface IdTokenClaims {
  iss: string;
  sub: string;
  aud: string;
  exp: number;
  iat: number;
  name: string;
}

/** @returns a signed ID token as `liff.getIDToken()` gives it for that person, good for an hour of real time. */
export function idTokenOf(world: World, channel: Channel, person: SimPerson): string {
  const iat = Math.floor(world.realClock.now().getTime() / 1000);
  const claims: IdTokenClaims = {
    iss: 'https://access.line.me',
    sub: person.userId,
    aud: channel.loginId,
    exp: iat + 3600,
    iat,
    name: person.displayName,
  };
  const head = `${base64url({ alg: 'HS256', typ: 'JWT' })}.${base64url(claims)}`;
  return `${head}.${signed(head, channel)}`;
}

/** @returns the claims of an ID token of ours, or what is wrong with it in LINE's words. */
export function verifyIdToken(
  world: World,
  channel: Channel,
  token: string,
  clientId: string,
): { ok: true; claims: IdTokenClaims } | { ok: false; reason: string } {
  const [header = '', payload = '', signature = ''] = token.split('.');
  const given = Buffer.from(signature, 'base64url');
  const wanted = Buffer.from(signed(`${header}.${payload}`, channel), 'base64url');
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) {
    return { ok: false, reason: 'Invalid IdToken.' };
  }
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as IdTokenClaims;
  if (claims.aud !== clientId) return { ok: false, reason: 'Invalid IdToken Audience.' };
  if (claims.exp * 1000 <= world.realClock.now().getTime()) return { ok: false, reason: 'IdToken expired.' };
  return { ok: true, claims };
}
