/** Writes what became of sends back to the outbox, many at once; every mark is fenced, so a stale holder marks nothing. */
import type { mongo } from 'mongoose';
import type { Database } from '../../db/connect.ts';
import { type OutboxDocument, packMessages, unpackMessages } from '../../db/outbox.ts';
import { commit, type Write } from '../../db/unit-of-work.ts';
import type { Timers } from '../../clock.ts';
import { within } from '../../waits.ts';
import { addDays, dayInBangkok, daysBetween } from '../../domain/fiscal-year.ts';
import type { SendOutcome } from '../../line/send-outcome.ts';
import { type SentMark, markSent } from './sent-marks.ts';
import { lateAnswer, SUPERSEDED } from './late-answers.ts';
import type { OutboxRow } from './row.ts';
import { moveRow } from '../states.ts';

type Sent = Extract<SendOutcome, { outcome: 'sent' }>;

export interface OutboxMarks {
  sent(row: OutboxDocument, outcome: Sent, now: Date): Promise<void>;
  /** Its riders wait again, unless they arrived with it; what stays in the row is the answer's own. */
  dead(row: OutboxDocument, reason: string, now: Date): Promise<void>;
  cancelled(row: OutboxDocument, reason: string): Promise<void>;
  /** Waits for a free ride with the next answer to that chat, until `until` where a moment is given. */
  waiting(row: OutboxDocument, reason: string, until: Date | null): Promise<void>;
  /** Waits for a free ride till the morning, when it is pushed; what may have arrived rests under its key instead. */
  overnight(row: OutboxRow, morning: Date, now: Date): Promise<void>;
  /** LINE refused an answer with its riders: it goes without them. A rider refused twice is given up. */
  alone(row: OutboxDocument, reason: string, now: Date): Promise<boolean>;
  tried(row: OutboxDocument, reason: string): Promise<void>;
  postponed(row: OutboxRow, reason: string, now: Date, until: Date): Promise<void>;
  /** An answer to a person that came too late for its token: it waits in place of the ones before it, as a message of its own. */
  late(row: OutboxDocument, now: Date): Promise<void>;
}

/** A token refused after a try that may have arrived was used by that try, as long as it could not be too old. */
const TOKEN_LIVES_MS = 50_000;
export const TOKEN_USED = 'reply-token-dead-after-uncertain-try';

function ridersArrived(answer: OutboxDocument, now: Date): mongo.AnyBulkWriteOperation {
  const { from, change } = moveRow('outbox', 'riding', 'sent', { sentAt: now, cost: 0 }, ['late']);
  const filter = { office: answer.office, ridesWith: answer._id, ...from };
  return { updateMany: { filter, update: change } };
}

/** The office's day of arrival: its clock may be moved, but the days that passed since are real ones. */
function reachedOn(day: string, createdAt: Date, now: Date): string {
  return addDays(day, Math.max(0, daysBetween(dayInBangkok(createdAt), dayInBangkok(now))));
}

/** What an answer says by itself, without what rode along before it. */
function withoutFirst({ messages, about }: OutboxDocument, riding: number) {
  return {
    messages: messages === null ? null : packMessages(unpackMessages(messages).slice(riding)),
    about: about.slice(riding),
  };
}

/** The stored row without its riders, and the one in hand once that is done: what fails is done again, with them. */
function ownAlone(row: OutboxDocument) {
  const own = withoutFirst(row, row.carries ?? 0);
  const change = { $set: own, $unset: { carries: 1 } };
  return { change, done: () => void (Object.assign(row, own), delete row.carries) };
}

interface Waiting {
  operations?: mongo.AnyBulkWriteOperation[];
  mark?: SentMark;
  resolve(): void;
  reject(error: unknown): void;
}

export function outboxMarks(database: Database, timers: Timers): OutboxMarks {
  const { collection } = database.models.outbox;
  let waiting: Waiting[] = [];
  let busy = false;

  async function run(): Promise<void> {
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      try {
        // losing such a mark repeats a send under its own key, so it need not wait for a majority
        const operations = [
          ...batch.flatMap((one) => one.operations ?? []),
          ...markSent(batch.flatMap((one) => one.mark ?? [])),
        ];
        const writing = collection.bulkWrite(operations as never, { ordered: false, writeConcern: { w: 1 } });
        await within('mark', writing, timers);
        for (const one of batch) one.resolve();
      } catch (error) {
        for (const one of batch) one.reject(error);
      }
    }
    busy = false;
  }

  function join(what: Pick<Waiting, 'operations' | 'mark'>): Promise<void> {
    return new Promise((resolve, reject) => {
      waiting.push({ ...what, resolve, reject });
      if (busy) return;
      busy = true;
      setImmediate(() => void run());
    });
  }

  function mark(
    row: OutboxDocument,
    change: Record<string, unknown>,
    before: mongo.AnyBulkWriteOperation[] = [],
  ): Promise<void> {
    const own = { updateOne: { filter: fenced(row) as never, update: change } };
    return join({ operations: [...before, own] });
  }

  const fenced = (row: OutboxDocument) => ({ _id: row._id, fence: row.fence, open: true });
  const tries = (row: OutboxDocument) => ({ attempts: row.attempts, firstAttemptAt: row.firstAttemptAt });

  /** Its riders wait again for the next answer; a holder that lost the row changes nothing. */
  async function withoutRiders(row: OutboxDocument, change: Record<string, unknown>): Promise<void> {
    const again = moveRow('outbox', 'riding', 'waiting');
    const riding = { office: row.office, ridesWith: row._id, ...again.from };
    const writes: Write[] = [
      { to: 'outbox', update: { where: fenced(row), change } },
      { to: 'outbox', updateAll: { where: riding, change: again.change } },
    ];
    await commit(database, writes, timers);
  }

  return {
    sent(row, outcome, now) {
      const { record } = row;
      const sent = outcome.sentMessageIds.map((id, index) => ({ id, about: row.about[index] ?? null }));
      const own = { sentAt: now, sent, requestId: outcome.requestId, ...tries(row) };
      if (!record)
        return join({ mark: { row, own }, operations: row.carries ? [ridersArrived(row, now)] : [] });
      const reached = { 'record.reachedOn': reachedOn(record.day, row.createdAt, now) };
      const { change } = moveRow('outbox', 'open', 'sent', { ...own, ...reached });
      return mark(row, change, row.carries ? [ridersArrived(row, now)] : []);
    },
    dead(row, reason, now) {
      const set = { error: reason, sentAt: now, ...tries(row) };
      if (!row.carries) return mark(row, moveRow('outbox', 'open', 'dead', set).change);
      const own = withoutFirst(row, row.carries);
      const { change } = moveRow('outbox', 'open', 'dead', { ...set, ...own }, ['carries']);
      return reason === TOKEN_USED && now.getTime() - row.createdAt.getTime() < TOKEN_LIVES_MS
        ? mark(row, change, [ridersArrived(row, now)])
        : withoutRiders(row, change);
    },
    cancelled: (row, reason) =>
      mark(row, moveRow('outbox', 'open', 'cancelled', { error: reason, ...tries(row) }).change),
    waiting(row, reason, until) {
      const set = { error: reason, replyToken: null, expiresAt: until, ...tries(row) };
      if (!row.carries) return mark(row, moveRow('outbox', 'open', 'waiting', set).change);
      const own = withoutFirst(row, row.carries);
      return withoutRiders(row, moveRow('outbox', 'open', 'waiting', { ...set, ...own }, ['carries']).change);
    },
    overnight(row, morning, now) {
      const rests = { error: 'quiet-hours', expiresAt: null, holder: null };
      // an answer has no retry key: riding along it could be shown a second time
      if (row.uncertain || row.firstAttemptAt !== null)
        return mark(row, { $set: { ...rests, ...tries(row), nextAt: morning }, $unset: { again: 1 } });
      const untried = { fence: row.fence, at: now };
      const set = { ...rests, until: morning, attempts: 0, untried };
      return mark(row, moveRow('outbox', 'open', 'waiting', set).change);
    },
    async alone(row, reason, now) {
      const { office } = row;
      const own = ownAlone(row);
      const gaveUp = moveRow('outbox', 'riding', 'dead', { error: reason, sentAt: now }).change;
      const { from, change } = moveRow('outbox', 'riding', 'waiting');
      const riding = { office, ridesWith: row._id, ...from };
      const again = { ...change, $inc: { refusals: 1 } };
      const writes: Write[] = [
        { to: 'outbox', update: { where: fenced(row), change: own.change } },
        { to: 'outbox', updateAll: { where: { ...riding, refusals: { $gte: 1 } }, change: gaveUp } },
        { to: 'outbox', updateAll: { where: riding, change: again } },
      ];
      const committed = await commit(database, writes, timers);
      own.done();
      return committed.ok;
    },
    tried: (row, reason) => mark(row, { $set: { error: reason, ...tries(row) } }),
    postponed: (row, reason, now, until) =>
      mark(row, {
        $set: {
          error: reason,
          nextAt: until,
          holder: null,
          ...tries(row),
          ...(!row.uncertain && row.firstAttemptAt === null
            ? { untried: { fence: row.fence, at: now } }
            : {}),
        },
      }),
    async late(row, now) {
      if (row.carries) {
        const own = ownAlone(row);
        await withoutRiders(row, own.change);
        own.done();
      }
      const { office, to, createdAt } = row;
      const before = { office, to, purpose: 'answer', createdAt: { $lt: createdAt }, ...SUPERSEDED.from };
      const set = { ...lateAnswer(row, now), ...tries(row) };
      await mark(row, moveRow('outbox', 'open', 'waiting', set, ['late']).change, [
        { updateMany: { filter: before, update: SUPERSEDED.change } },
      ]);
    },
  };
}
