/** Channel access tokens of the simulated channel; used by the API. */
import type { Channel } from './api-router.ts';
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
