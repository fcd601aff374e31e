/** One try at one event: its turn, its answer, and the unit of work it ends in; the inbox worker calls it and counts what it failed at. */
import type { BotResult } from '../../bot/bot-result.ts';
import type { Incoming } from '../../bot/types.ts';
import { isDatabaseAway } from '../../db/away.ts';
import { groupCommit } from '../../db/group-commit.ts';
import type { InboxDocument } from '../../db/inbox.ts';
import { readEvent, toIncoming } from '../../line/inbound.ts';
import { WaitOver, within } from '../../waits.ts';
import type { InboxMarks } from './marks.ts';
import type { InboxDeps } from './worker.ts';
import { changedByMany, isState, latestStates } from './latest-states.ts';
import { locks } from './locks.ts';
import type { OutboxRow } from '../outbox/row.ts';
import { EARLY_MS } from '../timing.ts';
import type { RowStep } from '../under-way.ts';
import { eventUnits } from './unit.ts';

/** `contested`: others, in other processes, were quicker each time to change what it changes. */
export type Ended = 'done' | 'ignored' | 'dead' | 'not-its-turn' | 'early' | 'contested' | 'no-longer-ours';

/** Races with other processes are decided anew this often before the event waits. */
const CONFLICT_TRIES = 16;
/** The longest pause after the first of them; twice as long after each next one, up to the most. */
const CONFLICT_MS = { first: 30, most: 250 };

/** @returns the try; it rejects where answering or storing failed, or took too long. */
export function attempts(
  deps: InboxDeps,
  {
    marks,
    isTurn,
    step,
  }: {
    marks: InboxMarks;
    isTurn: (row: InboxDocument) => Promise<boolean>;
    step: (row: InboxDocument, step: RowStep) => void;
  },
): (row: InboxDocument) => Promise<Ended> {
  const { database, holder } = deps;
  const units = eventUnits(database, holder, () => deps.now());
  const commitTogether = groupCommit<InboxDocument>(database, {
    timers: deps.timers,
    ending: (rows) => marks.done(rows, deps.now()),
  });
  const contested = locks();
  const latest = latestStates();
  /** Answers of units whose commit was not answered for: they may be stored. */
  const unanswered = new WeakMap<InboxDocument, readonly OutboxRow[]>();
  /** Those whose turn it was not when they were asked last: nothing is read for them before it is. */
  const waits = new WeakSet<InboxDocument>();

  function attempt(row: InboxDocument): Promise<Ended> {
    const held: Held = { release: null, over: false, conflicts: 0 };
    const deciding = within('event', decide(row, held), deps.timers).catch((error: unknown): Ended => {
      if (error instanceof WaitOver && error.wait === 'event' && held.conflicts > 0) return 'contested';
      throw error;
    });
    return deciding.finally(() => {
      // what hangs must not keep others from what it was about to change
      held.over = true;
      held.release?.();
      held.release = null;
    });
  }

  async function decide(row: InboxDocument, held: Held): Promise<Ended> {
    const event = readEvent(JSON.parse(row.event ?? '{}'));
    const incoming = event && toIncoming(row._id, event, row.receivedAt, deps.now());
    if (!incoming || incoming.content.kind === 'unknown') return ignored(row);
    if (waits.has(row) && !(await isTurn(row))) return 'not-its-turn';
    for (let tries = 0; tries < CONFLICT_TRIES; tries++) {
      const riders = units.ridersOf(incoming);
      const turn = isTurn(row);
      turn.then(
        () => step(row, 'answer'),
        () => undefined,
      );
      const [answered, its] = await Promise.all([deps.answer(incoming, row.office, turn), turn]);
      if (!its) {
        waits.add(row);
        return 'not-its-turn';
      }
      if (answered?.early && isEarly(row)) return 'early';
      step(row, 'riders');
      let unit = await units.unitOf(row, incoming, answered, riders);
      if (held.over) return 'no-longer-ours';
      const changed = changedByMany(unit.writes);
      held.release ??= contested.take(changed);
      if (!held.release) {
        step(row, 'lock');
        const release = await contested.wait(changed);
        if (held.over) {
          release();
          return 'no-longer-ours';
        }
        held.release = release;
        // somebody changed it at this moment: all but an activity's state has to be read again
        if (!changed.every(isState)) continue;
      }
      if (latest.areStale(unit.writes)) {
        // from the same reads: nobody else reports on it meanwhile, so this has to be quick
        unit = await units.unitOf(row, incoming, (await answered?.again?.(latest.of)) ?? null, riders);
        if (latest.areStale(unit.writes)) {
          await latest.settled(unit.writes);
          continue;
        }
      }
      if (held.over) return 'no-longer-ours';
      const { handled, sends, writes } = unit;
      step(row, 'commit');
      const committing = commitTogether(writes, row);
      if (latest.note(writes, committing)) {
        // the next one decides on top of this: both may go in one transaction, in this order
        held.release();
        held.release = null;
      }
      const committed = await committing.catch((error: unknown) => {
        if (isDatabaseAway(error)) unanswered.set(row, sends?.rows ?? []);
        throw error;
      });
      if (committed.ok) {
        sends?.committed();
        deps.outbox.accept(sends?.rows ?? []);
        deps.committed?.(writes);
        return handled?.ignored ? noteIgnored(row, incoming, handled.ignored) : 'done';
      }
      step(row, 'note');
      if (!(await marks.isMine(row))) {
        deps.outbox.lookFor(unanswered.get(row) ?? []);
        return 'no-longer-ours';
      }
      held.conflicts += 1;
      await pause(Math.random() * Math.min(CONFLICT_MS.most, CONFLICT_MS.first * 2 ** tries));
    }
    return 'contested';
  }

  function isEarly({ receivedAt }: InboxDocument): boolean {
    return deps.now().getTime() - receivedAt.getTime() < (deps.earlyMs ?? EARLY_MS);
  }

  async function ignored(row: InboxDocument): Promise<Ended> {
    const committed = await commitTogether([], row);
    if (!committed.ok) return 'no-longer-ours';
    deps.metrics.eventsIgnored('unreadable');
    return 'ignored';
  }

  function noteIgnored(
    row: InboxDocument,
    { redelivered }: Incoming,
    { because, milliseconds }: NonNullable<BotResult['ignored']>,
  ): Ended {
    deps.log.warn('event-ignored', { eventId: row._id, reason: because, milliseconds });
    // LINE delivers at once: either it was away for a day, or this machine's clock is wrong
    if (because === 'too-old' && !redelivered)
      deps.log.error('clock-differs-from-line', { eventId: row._id, milliseconds });
    deps.metrics.eventsIgnored(because);
    return 'ignored';
  }

  function pause(milliseconds: number): Promise<void> {
    return new Promise((resolve) => void deps.timers.after(milliseconds, resolve));
  }

  return attempt;
}

/** What a try keeps others from meanwhile. */
interface Held {
  release: (() => void) | null;
  /** Nobody waits for the try any more. */
  over: boolean;
  conflicts: number;
}
