/** One try at one event: its turn, its answer, and the unit of work it ends in; the inbox worker calls it and counts what it failed at. */
import type { BotResult } from '../../bot/bot-result.ts';
import type { Incoming } from '../../bot/types.ts';
import { isDatabaseAway } from '../../db/away.ts';
import { groupCommit } from '../../db/group-commit.ts';
import type { InboxDocument } from '../../db/inbox.ts';
import type { Write } from '../../db/unit-of-work.ts';
import { readEvent, toIncoming } from '../../line/inbound.ts';
import { WaitOver, within } from '../../waits.ts';
import type { InboxMarks } from './marks.ts';
import type { InboxDeps } from './worker.ts';
import { changedByMany, isState, latestStates } from './latest-states.ts';
import { type LockHold, lockHold, locks } from './locks.ts';
import type { OutboxRow } from '../outbox/row.ts';
import { EARLY_MS } from '../timing.ts';
import type { RowStep } from '../under-way.ts';
import { eventUnits, type Unit } from './unit.ts';

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
    const trial: Trial = { row, hold: lockHold(contested), conflicts: 0 };
    return (
      within('event', decide(trial), deps.timers)
        .catch((error: unknown): Ended => {
          if (error instanceof WaitOver && error.wait === 'event' && trial.conflicts > 0) return 'contested';
          throw error;
        })
        // what hangs must not keep others from what it was about to change
        .finally(() => trial.hold.end())
    );
  }

  /** Decides anew as long as others are quicker. */
  async function decide(trial: Trial): Promise<Ended> {
    const { row } = trial;
    const event = readEvent(JSON.parse(row.event ?? '{}'));
    const incoming = event && toIncoming(row._id, event, row.receivedAt, deps.now());
    if (!incoming || incoming.content.kind === 'unknown') return ignored(row);
    if (waits.has(row) && !(await isTurn(row))) return 'not-its-turn';
    for (let tries = 0; tries < CONFLICT_TRIES; tries++) {
      const came = await decideOnce(trial, incoming);
      if (came === 'conflict') {
        trial.conflicts += 1;
        await pause(Math.random() * Math.min(CONFLICT_MS.most, CONFLICT_MS.first * 2 ** tries));
      } else if (came !== 'out-of-date') return came;
    }
    return 'contested';
  }

  /** Answers, keeps others from what the answer changes, and stores it where it was decided on what is newest. */
  async function decideOnce(trial: Trial, incoming: Incoming): Promise<Ended | Anew> {
    const { row } = trial;
    const riders = units.ridersOf(incoming);
    const answered = await answerInTurn(row, incoming);
    if (answered === 'not-its-turn' || answered === 'early') return answered;
    step(row, 'riders');
    const unit = await units.unitOf(row, incoming, answered, riders);
    const kept = await keepOthersOff(trial, unit.writes);
    if (kept !== 'kept') return kept;
    if (!latest.areStale(unit.writes)) return store(trial, incoming, unit);
    // from the same reads: nobody else reports on it meanwhile, so this has to be quick
    const again = (await answered?.again?.(latest.of)) ?? null;
    const onTop = await units.unitOf(row, incoming, again, riders);
    if (!latest.areStale(onTop.writes)) return store(trial, incoming, onTop);
    await latest.settled(onTop.writes);
    return 'out-of-date';
  }

  /** Reads what the answer needs while its turn is still asked for. */
  async function answerInTurn(
    row: InboxDocument,
    incoming: Incoming,
  ): Promise<BotResult | null | 'not-its-turn' | 'early'> {
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
    return answered?.early && isEarly(row) ? 'early' : answered;
  }

  /** Keeps others from what the writes change, until the try ends or is as good as stored. */
  async function keepOthersOff(
    { row, hold }: Trial,
    writes: readonly Write[],
  ): Promise<'kept' | 'out-of-date' | 'no-longer-ours'> {
    if (hold.ended()) return 'no-longer-ours';
    const changed = changedByMany(writes);
    if (hold.take(changed)) return 'kept';
    step(row, 'lock');
    await hold.wait(changed);
    if (hold.ended()) return 'no-longer-ours';
    // somebody changed it at this moment: all but an activity's state has to be read again
    return changed.every(isState) ? 'kept' : 'out-of-date';
  }

  /** Called at once after the look at what is newest, it notes at once what becomes so: nothing may come between. */
  async function store({ row, hold }: Trial, incoming: Incoming, unit: Unit): Promise<Ended | Anew> {
    if (hold.ended()) return 'no-longer-ours';
    const { handled, sends, writes } = unit;
    step(row, 'commit');
    const committing = commitTogether(writes, row);
    // the next one decides on top of this: both may go in one transaction, in this order
    if (latest.note(writes, committing)) hold.giveBack();
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
    if (await marks.isMine(row)) return 'conflict';
    deps.outbox.lookFor(unanswered.get(row) ?? []);
    return 'no-longer-ours';
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

/** One try, as far as it has come. */
interface Trial {
  row: InboxDocument;
  /** What it keeps others from changing; it is ended when nobody waits for the try any more. */
  hold: LockHold;
  conflicts: number;
}

/** Why it is decided once more: another process was quicker, or something has to be read again. */
type Anew = 'conflict' | 'out-of-date';
