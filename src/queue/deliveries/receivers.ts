/** Which webhooks may be asked now: one message each, a few an origin whoever's webhooks lie there, and rests for what fails or hangs. Pure; the delivery worker asks. */
import type { DeliveryDocument } from '../../db/deliveries.ts';
import type { NotAsked } from './claims.ts';
import { type HookAnswer, TOO_LATE } from './post.ts';

type Destination = Pick<DeliveryDocument, 'hook' | 'origin'>;
type Asked = Destination & Pick<DeliveryDocument, 'event'>;

export interface Receivers {
  begin(to: Destination): void;
  end(to: Destination): void;
  heard(from: Asked, answer: HookAnswer, now: Date): void;
  /** A webhook is asked again, whatever was heard of it. */
  lift(hook: string): void;
  /** Those that are not to be asked now. */
  closed(now: Date): NotAsked;
  /** How many more messages may go to that origin now. */
  room(origin: string): number;
}

const REST_MS = 30_000;
/** So many at once to one origin: all others keep their places. */
const MOST_AN_ORIGIN = 3;
/** So many in a row without an answer in time, and the whole origin rests: one alone may be a fault of that webhook. */
const HANGS = 2;

export function receivers(): Receivers {
  /** Origin of each webhook that is being asked. */
  const asked = new Map<string, string>();
  const restingHooks = new Map<string, number>();
  const restingOrigins = new Map<string, number>();
  /** Of an origin, tries in a row that no answer came to in time. */
  const hung = new Map<string, number>();

  // the longer it hangs the fewer go there, and one at least, until one is answered
  const most = (origin: string): number => Math.max(1, MOST_AN_ORIGIN - (hung.get(origin) ?? 0));
  const underWay = (origin: string): number => [...asked.values()].filter((one) => one === origin).length;
  const room = (origin: string): number => most(origin) - underWay(origin);

  return {
    begin: (to) => void asked.set(to.hook, originOfRow(to)),
    end: (to) => void asked.delete(to.hook),
    heard(from, answer, now) {
      const origin = originOfRow(from);
      const until = now.getTime() + REST_MS;
      // what an administrator tries holds up nothing else
      if (!answer.taken && from.event !== 'test') restingHooks.set(from.hook, until);
      if (answer.taken || answer.status !== null) return void hung.delete(origin);
      if (answer.reason !== TOO_LATE) return;
      const times = (hung.get(origin) ?? 0) + 1;
      hung.set(origin, times);
      if (times >= HANGS) restingOrigins.set(origin, until);
    },
    lift: (hook) => void restingHooks.delete(hook),
    closed(now) {
      const full = [...asked.values()].filter((origin) => room(origin) <= 0);
      return {
        hooks: [...stillResting(restingHooks, now), ...asked.keys()],
        origins: [...stillResting(restingOrigins, now), ...full],
      };
    },
    room,
  };
}

/** A row that is older than the field stands for itself. */
function originOfRow({ origin, hook }: Destination): string {
  return origin ?? hook;
}

function stillResting(until: Map<string, number>, now: Date): string[] {
  for (const [one, moment] of until) if (moment <= now.getTime()) until.delete(one);
  return [...until.keys()];
}
