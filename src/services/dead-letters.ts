/** Events, messages and notices to webhooks that gave up: finding, trying again, dropping; the dead-letters command calls it. */
import { randomUUID } from 'node:crypto';
import type { Database } from '../db/connect.ts';
import type { DeliveryDocument } from '../db/deliveries.ts';
import type { InboxDocument } from '../db/inbox.ts';
import { findOffice } from '../db/offices.ts';
import { officesIn } from '../db/offices-in.ts';
import { isGroupChat, type OutboxDocument, unpackMessages } from '../db/outbox.ts';
import { commit, type Committed } from '../db/unit-of-work.ts';
import { outsideOf } from './webhooks.ts';
import { type Write, writeAudit } from './writes.ts';
import { moveRow } from '../queue/states.ts';

/** An event or message that gave up, without its words. */
export interface DeadLetter {
  id: string;
  queue: 'inbox' | 'outbox' | 'deliveries';
  office: string;
  /** When it was received, or written. */
  at: Date;
  diedAt: Date | null;
  /** What a message was for, or which event a webhook was to be told of; null for what LINE brought. */
  purpose: string | null;
  attempts: number;
  error: string;
}

/** What trying again comes to, besides that it is tried. */
export type ReplayNote = 'new-key' | 'became-push' | 'rides-along';
export type Replayed =
  { ok: true; notes: ReplayNote[] } | { ok: false; reason: 'too-old' | 'empty' | 'changed' | 'off' };

/** The command line acts in nobody's name. */
const COMMAND = 'command';
/** LINE remembers a retry key for a day. */
const KEY_LIVES_MS = 23 * 3_600_000;
/** The bot does not act on older events. */
const EVENT_LIVES_MS = 24 * 3_600_000;

/** All of one office or of all, oldest first, events before messages before notices. */
export async function findDeadLetters(database: Database, office: string | null): Promise<DeadLetter[]> {
  const { inbox, outbox, deliveries } = database.models;
  const [ofEvents, ofMessages, ofNotices] =
    office === null
      ? await Promise.all([officesIn(inbox), officesIn(outbox), officesIn(deliveries)])
      : [[office], [office], [office]];
  const dead = (offices: string[]): Record<string, unknown> => ({ office: { $in: offices }, state: 'dead' });
  const [events, messages, notices] = await Promise.all([
    inbox.find(dead(ofEvents)).sort({ receivedAt: 1, _id: 1 }).lean<InboxDocument[]>(),
    outbox.find(dead(ofMessages)).sort({ createdAt: 1, _id: 1 }).lean<OutboxDocument[]>(),
    deliveries.find(dead(ofNotices)).sort({ createdAt: 1, _id: 1 }).lean<DeliveryDocument[]>(),
  ]);
  return [
    ...events.map((row): DeadLetter => ({
      ...common(row),
      queue: 'inbox',
      at: row.receivedAt,
      diedAt: row.doneAt,
      purpose: null,
    })),
    ...messages.map((row): DeadLetter => ({
      ...common(row),
      queue: 'outbox',
      at: row.createdAt,
      diedAt: row.sentAt,
      purpose: row.purpose,
    })),
    ...notices.map((row): DeadLetter => ({
      ...common(row),
      queue: 'deliveries',
      at: row.createdAt,
      diedAt: row.doneAt,
      purpose: row.event,
    })),
  ];
}

function common({ _id, office, attempts, error }: InboxDocument | OutboxDocument | DeliveryDocument) {
  return { id: _id, office, attempts, error: error ?? '' };
}

/** Opens one again; whoever works the queue takes it. Its fence stays, so that a late former holder changes nothing. */
export async function replay(
  database: Database,
  letter: DeadLetter,
  now: Date,
  by = COMMAND,
): Promise<Replayed> {
  const again = { inbox: replayEvent, outbox: replayMessage, deliveries: replayNotice };
  return again[letter.queue](database, letter, now, by);
}

async function replayEvent(database: Database, letter: DeadLetter, now: Date, by: string): Promise<Replayed> {
  const row = await database.models.inbox.findOne({ _id: letter.id, state: 'dead' }).lean<InboxDocument>();
  if (!row) return { ok: false, reason: 'changed' };
  if (row.event === null) return { ok: false, reason: 'empty' };
  if (now.getTime() - row.receivedAt.getTime() > EVENT_LIVES_MS) return { ok: false, reason: 'too-old' };
  const opened = moveRow('inbox', 'dead', 'open', { nextAt: now, attempts: 0, error: null, doneAt: null });
  const done = await commit(database, [
    {
      to: 'inbox',
      update: {
        where: { _id: row._id, fence: row.fence, ...opened.from },
        change: opened.change,
      },
    },
    note(letter, 'replay', now, by),
  ]);
  return done.ok ? { ok: true, notes: [] } : { ok: false, reason: 'changed' };
}

async function replayMessage(
  database: Database,
  letter: DeadLetter,
  now: Date,
  by: string,
): Promise<Replayed> {
  const row = await database.models.outbox.findOne({ _id: letter.id, state: 'dead' }).lean<OutboxDocument>();
  if (!row) return { ok: false, reason: 'changed' };
  if (unpackMessages(row.messages).length === 0) return { ok: false, reason: 'empty' };
  const { note: noted, state, ...change } = sentAnew(row, now);
  const untried = { fence: row.fence, at: now };
  const set = { attempts: 0, error: null, sentAt: null, expiresAt: null, untried, ...change };
  const again = moveRow('outbox', 'dead', state, set);
  const done = await commit(database, [
    {
      to: 'outbox',
      update: { where: { _id: row._id, fence: row.fence, ...again.from }, change: again.change },
    },
    note(letter, 'replay', now, by),
  ]);
  return done.ok ? { ok: true, notes: noted ? [noted] : [] } : { ok: false, reason: 'changed' };
}

/** Under its own id: a receiver that had it after all knows it. */
async function replayNotice(
  database: Database,
  letter: DeadLetter,
  now: Date,
  by: string,
): Promise<Replayed> {
  const { models } = database;
  const row = await models.deliveries.findOne({ _id: letter.id, state: 'dead' }).lean<DeliveryDocument>();
  if (!row) return { ok: false, reason: 'changed' };
  if (row.payload === null) return { ok: false, reason: 'empty' };
  const office = await findOffice(models, row.office);
  const hook = office && outsideOf(office).hooks.find(({ id }) => id === row.hook);
  if (!hook || hook.gone) return { ok: false, reason: 'off' };
  const set = { nextAt: new Date(0), attempts: 0, error: null, doneAt: null };
  const again = moveRow('deliveries', 'dead', 'open', set);
  const where = { _id: row._id, fence: row.fence, ...again.from };
  const done = await commit(database, [
    { to: 'deliveries', update: { where, change: again.change } },
    note(letter, 'replay', now, by),
  ]);
  return done.ok ? { ok: true, notes: [] } : { ok: false, reason: 'changed' };
}

/** By which way a message goes that gave up, and what has to be said about it. */
function sentAnew(
  row: OutboxDocument,
  now: Date,
): Partial<OutboxDocument> & { state: 'open' | 'waiting'; note?: ReplayNote } {
  const opened = { state: 'open', nextAt: now } as const;
  // the token of an answer is dead for sure; its key was never used
  const push = { kind: 'push', replyToken: null, firstAttemptAt: null } as const;
  if (row.kind === 'reply') {
    // to a group a push is paid for each member, so an answer goes with the next one, which is free
    if (isGroupChat(row.to)) return { ...push, state: 'waiting', note: 'rides-along' };
    return { ...opened, ...push, cost: 1, note: 'became-push' };
  }
  const age = now.getTime() - (row.firstAttemptAt ?? now).getTime();
  return age > KEY_LIVES_MS
    ? { ...opened, retryKey: randomUUID(), firstAttemptAt: null, note: 'new-key' }
    : opened;
}

/** Gives one up for good; its words go at once, the row when its time is over. */
export function drop(database: Database, letter: DeadLetter, now: Date, by = COMMAND): Promise<Committed> {
  const gone = { error: 'dropped', doneAt: now };
  const dropped = {
    inbox: moveRow('inbox', 'dead', 'done', gone),
    outbox: moveRow('outbox', 'dead', 'cancelled', { error: 'dropped' }),
    deliveries: moveRow('deliveries', 'dead', 'cancelled', gone),
  }[letter.queue];
  const where = { _id: letter.id, ...dropped.from };
  const write: Write = { to: letter.queue, update: { where, change: dropped.change } };
  return commit(database, [write, note(letter, 'drop', now, by)]);
}

function note(letter: DeadLetter, act: 'replay' | 'drop', now: Date, by: string): Write {
  return writeAudit(letter.office, now, by, `${act}-${letter.queue}`, { id: letter.id });
}
