/** What an event comes to, to be stored together: its answer's writes and the rows by which it is sent. A try at the event makes it. */
import type { BotResult } from '../../bot/bot-result.ts';
import type { Incoming } from '../../bot/types.ts';
import type { Database } from '../../db/connect.ts';
import type { InboxDocument } from '../../db/inbox.ts';
import type { OutboxDocument } from '../../db/outbox.ts';
import type { Write } from '../../db/unit-of-work.ts';
import { type Outgoing, outgoing, waitingFor } from '../outbox/outgoing.ts';

export interface Unit {
  handled: BotResult | null;
  sends: Outgoing | null;
  writes: Write[];
}

type Riders = Promise<OutboxDocument[] | null>;

interface Units {
  /** What waits for a free ride with the answer; nobody has to await it. */
  ridersOf(incoming: Incoming): Riders;
  unitOf(row: InboxDocument, incoming: Incoming, handled: BotResult | null, riders: Riders): Promise<Unit>;
}

/** @param holder whose lease the rows to be sent are stored with. @param now real time. */
export function eventUnits(database: Database, holder: string, now: () => Date): Units {
  const waiting = waitingFor(database);
  return {
    ridersOf({ replyToken, chat }) {
      const riders = replyToken ? waiting(chat.id) : Promise.resolve(null);
      riders.catch(() => undefined);
      return riders;
    },
    async unitOf({ receivedAt }, incoming, handled, riders) {
      const options = { holder, now: now(), receivedAt, riders };
      const sends = handled ? await outgoing(database, incoming, handled, options) : null;
      return { handled, sends, writes: [...(handled?.writes ?? []), ...(sends?.writes ?? [])] };
    },
  };
}
