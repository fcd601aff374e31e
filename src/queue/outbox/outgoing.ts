/** What an answer sends: its messages as outbox rows in the answer's own transaction, with whatever waits for that person riding along. */
import { randomUUID } from 'node:crypto';
import type { BotResult } from '../../bot/bot-result.ts';
import type { Incoming, Message, Reply } from '../../bot/types.ts';
import { dayInBangkok } from '../../domain/fiscal-year.ts';
import { LIST_OF_CODES, markedCode } from '../../domain/name-mark.ts';
import { coalesce } from '../../db/coalesce.ts';
import type { Database } from '../../db/connect.ts';
import { ANY_OFFICE } from '../../db/offices-in.ts';
import {
  isGroupChat,
  type LineMessage,
  type OutboxDocument,
  packMessages,
  unpackMessages,
  WAITING_INDEX,
} from '../../db/outbox.ts';
import type { Write } from '../../db/unit-of-work.ts';
import { renderReply } from '../../line/render.ts';
import {
  ifLate,
  isPastMinute,
  isTokenOver,
  lateAnswer,
  MOST_MESSAGES,
  saysNewer,
  SUPERSEDED,
} from './late-answers.ts';
import type { OutboxRow } from './row.ts';
import { LEASE_MS } from '../timing.ts';
import { wroteToday } from './wrote-today.ts';
import { moveRow } from '../states.ts';

export interface OutgoingOptions {
  holder: string;
  now: Date;
  receivedAt: Date;
  riders: Promise<OutboxDocument[] | null>;
}

export interface Outgoing {
  rows: OutboxRow[];
  writes: Write[];
  /** To be called once the writes are stored. */
  committed(): void;
}

/** An answer's messages while riders are put before them. */
interface Said {
  messages: LineMessage[];
  about: (string | null)[];
  carries: number;
}

const waitingLookups = new WeakMap<Database, (to: string) => Promise<OutboxDocument[] | null>>();

/** Rows that wait for a free ride to that chat; looked up while the answer is being thought of. */
export function waitingFor(database: Database): (to: string) => Promise<OutboxDocument[] | null> {
  let lookup = waitingLookups.get(database);
  if (!lookup) {
    lookup = coalesce(async (people: readonly string[]) => {
      const rows = await database.models.outbox.collection
        // the office is not known yet
        .find({ office: ANY_OFFICE, to: { $in: people }, state: 'waiting' } as never)
        .hint(WAITING_INDEX)
        .sort({ createdAt: 1 })
        .toArray();
      return Map.groupBy(rows as unknown as OutboxDocument[], (row) => row.to);
    });
    waitingLookups.set(database, lookup);
  }
  return lookup;
}

/** @param options.now real time, as `receivedAt`; rows come leased to `holder`, so that it may send them at once. */
export async function outgoing(
  database: Database,
  incoming: Incoming,
  handled: BotResult,
  { holder, now, receivedAt, riders }: OutgoingOptions,
): Promise<Outgoing> {
  const rows: OutboxDocument[] = [];
  let spoken: LineMessage[] | null = null;
  const writes: Write[] = [];
  const lease = { holder, nextAt: new Date(now.getTime() + LEASE_MS), createdAt: now };
  if (handled.reply && incoming.replyToken) {
    const { reply, office } = handled;
    const [first, ...more] = render(reply, office);
    if (first) {
      const to = { office, to: incoming.chat.id, purpose: 'answer' };
      const said: Said = { messages: first, about: abouts(reply, first), carries: 0 };
      // what may come too late itself takes nothing along
      const isLate = isPastMinute(receivedAt, now);
      const riding = more.length === 0 && !isLate ? await riders : null;
      for (const rider of riding ?? []) {
        if (rider.expiresAt && rider.expiresAt <= now) continue;
        if (rider.purpose === 'answer' && rider.until && saysNewer(reply)) {
          writes.push({
            to: 'outbox',
            update: { where: { _id: rider._id, ...SUPERSEDED.from }, change: SUPERSEDED.change },
          });
          continue;
        }
        const change = ride(said, rider, answerId(incoming), dayInBangkok(incoming.at));
        if (change) writes.push(change);
      }
      const answer: OutboxDocument = {
        ...row(answerId(incoming), to, said.messages, said.about, lease),
        kind: 'reply',
        replyToken: incoming.replyToken,
        ...(said.carries > 0 && { carries: said.carries }),
        ...(incoming.chat.type === 'user' && { late: ifLate(reply, incoming.at) }),
      };
      if (answer.late && isTokenOver(receivedAt, now)) writes.push(...waitsInPlaceOfOthers(answer, now));
      else {
        spoken = said.messages;
        rows.push(answer);
      }
      // what does not fit into one answer must still be seen: it follows as a push, or free where a push is dear
      for (const [index, batch] of more.entries()) {
        const made = row(`${answerId(incoming)}:${index + 1}`, to, batch, abouts(reply, batch), lease);
        if (isGroupChat(to.to) || isLate) writes.push({ to: 'outbox', insert: waitingRow(made) });
        else rows.push({ ...made, cost: 1 });
      }
    }
  }
  const day = incoming.chat.type === 'user' ? wroteToday(database, handled.office, incoming) : null;
  if (day) writes.push(day.write);
  for (const push of handled.pushes) rows.push(...pushRows(push, lease));
  writes.push(...rows.map((insert): Write => ({ to: 'outbox', insert })));
  // the answer comes first
  const handed = rows.map((one, index) => (index === 0 && spoken ? { ...one, said: spoken } : one));
  return { rows: handed, writes, committed: () => day?.noted() };
}

function answerId({ id }: Incoming): string {
  return `${id}:reply`;
}

/** One push in the bot's words as outbox rows; also used by jobs. */
export function pushRows(
  push: BotResult['pushes'][number],
  lease: { holder: string | null; nextAt: Date; createdAt: Date },
): OutboxDocument[] {
  return render(push.reply, push.office).map((batch, index) => {
    const id = index === 0 ? push.key : `${push.key}:${index}`;
    const made = row(id, push, batch, abouts(push.reply, batch), lease);
    const { lastsMs, again, names } = push;
    const expiresAt = lastsMs === undefined ? null : new Date(lease.createdAt.getTime() + lastsMs);
    return { ...made, cost: push.cost, expiresAt, ...(again && { again }), ...(names && { names }) };
  });
}

/** One message that waits for the person's next answer, at no cost. */
export function rideRows(push: BotResult['pushes'][number], now: Date): Write[] {
  return pushRows(push, { holder: null, nextAt: now, createdAt: now }).map((made): Write => ({
    to: 'outbox',
    insert: waitingRow(made),
  }));
}

function render(reply: Reply, office: string): LineMessage[][] {
  return renderReply(reply, reply.office ?? (office === '-' ? '' : office)) as unknown as LineMessage[][];
}

/** The activity's code, or those of a list that is asked about and answered by its places, marked with the name the card shows: next year's plan may give the code to another. */
function aboutOf({ about, card }: Extract<Message, { type: 'card' }>): string | null {
  const asked = card.kind === 'reminder' || (card.kind === 'work' && card.own) ? card.rows : [];
  if (!about && asked.length > 1) return [...new Set(asked.map(markedCode))].join(LIST_OF_CODES);
  const shown = card.kind === 'reminder' ? card.rows[0] : 'activity' in card ? card.activity : null;
  return about && shown?.code === about ? markedCode(shown) : (about ?? null);
}

/** Activity each message is about: cards in their order, the last one's for a card that was split. */
function abouts(reply: Reply, batch: readonly LineMessage[]): (string | null)[] {
  const cards = reply.messages.flatMap((message) => (message.type === 'card' ? [aboutOf(message)] : []));
  let seen = 0;
  return batch.map((message) =>
    message.type === 'flex' ? (cards[Math.min(seen++, cards.length - 1)] ?? null) : null,
  );
}

/**
 * Puts a rider's messages before the answer's own, as far as they fit.
 * It counts as arrived once the answer has: the outbox worker marks it then, or lets it wait again.
 * @returns what becomes of the rider, null when there is no room.
 */
function ride(said: Said, rider: OutboxDocument, answer: string, today: string): Write | null {
  if (said.messages.length >= MOST_MESSAGES) return null;
  const messages = unpackMessages(rider.messages);
  if (said.messages.length + messages.length > MOST_MESSAGES) return null;
  // LINE shows quick replies of the last message only: the answer's own stay last
  said.messages = said.messages.toSpliced(said.carries, 0, ...messages);
  said.about = said.about.toSpliced(said.carries, 0, ...rider.about);
  said.carries += messages.length;
  // its own moment stays: should the answer fail, it is pushed then after all
  const reached = rider.record ? { 'record.reachedOn': today } : {};
  const { from, change } = moveRow('outbox', 'waiting', 'riding', { ridesWith: answer, ...reached });
  return { to: 'outbox', update: { where: { _id: rider._id, ...from }, change } };
}

/** The same message waiting for a free ride. */
function waitingRow({ open: _, ...row }: OutboxDocument): OutboxDocument {
  return { ...row, state: 'waiting', nextAt: null, holder: null, fence: 0 };
}

/** An answer nobody can be given by its token any more; those that waited before it are out of date. */
function waitsInPlaceOfOthers(answer: OutboxDocument, now: Date): Write[] {
  const { office, to, createdAt } = answer;
  const before = { office, to, purpose: 'answer', createdAt: { $lt: createdAt }, ...SUPERSEDED.from };
  const { late: _, ...row } = waitingRow({ ...answer, ...lateAnswer(answer, now) });
  return [
    { to: 'outbox', updateAll: { where: before, change: SUPERSEDED.change } },
    { to: 'outbox', insert: row },
  ];
}

function row(
  id: string,
  { office, to, purpose }: Pick<OutboxDocument, 'office' | 'to' | 'purpose'>,
  messages: readonly LineMessage[],
  about: (string | null)[],
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
    messages: packMessages(messages),
    about,
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
