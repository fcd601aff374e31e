/** What an answer sends: its messages as outbox rows in the answer's own transaction, with whatever waits for that person riding along. */
import { randomUUID } from 'node:crypto';
import type { Handled } from '../bot/handled.ts';
import type { Incoming, Reply } from '../bot/types.ts';
import { dayInBangkok } from '../domain/fiscal-year.ts';
import { coalesce } from '../db/coalesce.ts';
import type { Database } from '../db/connect.ts';
import type { OutboxDocument } from '../db/outbox.ts';
import type { Write } from '../db/unit-of-work.ts';
import { renderReply } from '../line/render.ts';
import { LEASE_MS } from './timing.ts';

/** LINE takes at most so many messages in one send. */
const MOST_MESSAGES = 5;

export interface Outgoing {
  rows: OutboxDocument[];
  writes: Write[];
}

const waitingLookups = new WeakMap<Database, (to: string) => Promise<OutboxDocument[] | null>>();

/** Rows that wait for a free ride to that chat; looked up while the answer is being thought of. */
export function waitingFor(database: Database): (to: string) => Promise<OutboxDocument[] | null> {
  let lookup = waitingLookups.get(database);
  if (!lookup) {
    lookup = coalesce(async (people: readonly string[]) => {
      const rows = await database.models.outbox.collection
        .find({ to: { $in: people }, state: 'waiting' } as never)
        .sort({ createdAt: 1 })
        .toArray();
      return Map.groupBy(rows as unknown as OutboxDocument[], (row) => row.to);
    });
    waitingLookups.set(database, lookup);
  }
  return lookup;
}

/** @param options.now real time; rows come leased to `holder`, so that it may send them at once. */
export async function outgoing(
  database: Database,
  incoming: Incoming,
  handled: Handled,
  { holder, now, riders }: { holder: string; now: Date; riders: Promise<OutboxDocument[] | null> },
): Promise<Outgoing> {
  const rows: OutboxDocument[] = [];
  const writes: Write[] = [];
  const lease = { holder, nextAt: new Date(now.getTime() + LEASE_MS), createdAt: now };
  if (handled.reply && incoming.replyToken) {
    const [first, ...more] = render(handled.reply);
    if (first) {
      const answer = row(`${incoming.id}:reply`, handled.office, incoming.chat.id, 'answer', lease);
      answer.kind = 'reply';
      answer.replyToken = incoming.replyToken;
      answer.messages = first;
      answer.about = abouts(handled.reply, first);
      const riding = more.length === 0 ? await riders : null;
      for (const rider of riding ?? []) ride(answer, rider, dayInBangkok(incoming.at), writes);
      rows.push(answer);
      // what does not fit into one answer must still be seen: it follows as a push
      more.forEach((batch, index) => {
        const rest = row(
          `${incoming.id}:reply:${index + 1}`,
          handled.office,
          incoming.chat.id,
          'answer',
          lease,
        );
        rest.messages = batch;
        rest.about = abouts(handled.reply!, batch);
        rest.cost = 1;
        rows.push(rest);
      });
    }
  }
  if (incoming.chat.type === 'user') writes.push(...wroteToday(database, handled.office, incoming));
  for (const push of handled.pushes) rows.push(...pushRows(push, lease));
  writes.push(...rows.map((insert): Write => ({ to: 'outbox', insert })));
  return { rows, writes };
}

/** Days kept of a person's writing: more than the ten working days the quota looks at. */
const DAYS_KEPT = 30;
const notedDays = new WeakMap<Database, Set<string>>();

/** Notes once a day that this person wrote: who writes daily gets reminders free, with an answer. */
function wroteToday(database: Database, office: string, { chat, at }: Incoming): Write[] {
  const day = dayInBangkok(at);
  const noted = notedDays.get(database) ?? new Set<string>();
  notedDays.set(database, noted);
  const key = `${chat.id}@${day}`;
  if (office === '-' || noted.has(key)) return [];
  if (noted.size > 50_000) noted.clear();
  noted.add(key);
  const where = { office, userId: chat.id };
  const change = {
    $set: { lastSeenAt: at },
    $push: { wroteOn: { $each: [day], $slice: -DAYS_KEPT } },
  };
  return [{ to: 'members', updateAll: { where, change } }];
}

/** One push in the bot's words as outbox rows; also used by jobs. */
export function pushRows(
  push: Handled['pushes'][number],
  lease: { holder: string | null; nextAt: Date; createdAt: Date },
): OutboxDocument[] {
  return render(push.reply).map((batch, index) => {
    const one = row(
      index === 0 ? push.key : `${push.key}:${index}`,
      push.office,
      push.to,
      push.purpose,
      lease,
    );
    one.messages = batch;
    one.about = abouts(push.reply, batch);
    one.cost = push.cost;
    return one;
  });
}

function render(reply: Reply): Record<string, unknown>[][] {
  return renderReply(reply) as unknown as Record<string, unknown>[][];
}

/** Activity each message is about: cards in their order, the last one's for a card that was split. */
function abouts(reply: Reply, batch: readonly Record<string, unknown>[]): (string | null)[] {
  const cards = reply.messages.flatMap((message) => (message.type === 'card' ? [message.about ?? null] : []));
  let seen = 0;
  return batch.map((message) =>
    message.type === 'flex' ? (cards[Math.min(seen++, cards.length - 1)] ?? null) : null,
  );
}

/** It counts as arrived once the answer has: the outbox worker marks it then, or lets it wait again. */
function ride(answer: OutboxDocument, rider: OutboxDocument, today: string, writes: Write[]): void {
  const messages = rider.messages ?? [];
  if ((answer.messages?.length ?? 0) + messages.length > MOST_MESSAGES) return;
  const carried = answer.carries ?? 0;
  // LINE shows quick replies of the last message only: the answer's own stay last
  answer.messages = (answer.messages ?? []).toSpliced(carried, 0, ...messages);
  answer.about = answer.about.toSpliced(carried, 0, ...rider.about);
  answer.carries = carried + messages.length;
  const change = {
    $set: {
      state: 'riding',
      ridesWith: answer._id,
      ...(rider.record ? { 'record.reachedOn': today } : {}),
    },
    $unset: { until: 1 },
  };
  writes.push({ to: 'outbox', update: { where: { _id: rider._id, state: 'waiting' }, change } });
}

function row(
  id: string,
  office: string,
  to: string,
  purpose: string,
  lease: { holder: string | null; nextAt: Date; createdAt: Date },
): OutboxDocument {
  return {
    _id: id,
    office,
    kind: 'push',
    purpose,
    to,
    replyToken: null,
    retryKey: randomUUID(),
    messages: null,
    about: [],
    cost: 0,
    state: 'open',
    open: true,
    nextAt: lease.nextAt,
    holder: lease.holder,
    fence: lease.holder ? 1 : 0,
    attempts: 0,
    createdAt: lease.createdAt,
    firstAttemptAt: null,
    expiresAt: null,
    sentAt: null,
    sent: null,
    requestId: null,
    error: null,
  };
}
