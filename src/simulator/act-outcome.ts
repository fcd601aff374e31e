/** What an act needs and answers; shared by acts and talk. */
import type { MediaStore } from './media.ts';
import type { Webhook } from './webhook.ts';
import type { World } from './world.ts';

/** `reason` is a short code such as `blocked` or `not-a-member`. */
export type ActOutcome = { ok: true } | { ok: false; reason: string };

export interface ActParts {
  world: World;
  media: MediaStore;
  webhook: Webhook;
}

export const done: ActOutcome = { ok: true };

export function refuseAct(reason: string): ActOutcome {
  return { ok: false, reason };
}
