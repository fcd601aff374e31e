/** What the rows of the queues can be, who moves them and which fields count meanwhile; every change of state anywhere is written by `moveRow`. Pure. */

interface State {
  /** For people who look at a row. */
  means: string;
  /** The states that may follow, each with who brings it about. */
  next: Record<string, string>;
  /** Fields that mean nothing in this state, and what they are set to on the way in; the others stay as they were. */
  set: Record<string, null | true>;
  /** Fields that are not there in this state: indexes hold rows by their presence. */
  unset: readonly string[];
}

const OPEN = { open: true } as const;
/** Nobody holds it, and it is due at no time. */
const AT_REST = { nextAt: null, holder: null } as const;
const WORKER = 'the worker';

const INBOX = {
  open: {
    means:
      'to be answered: held by `holder` until `nextAt`, or free from then on; `attempts` failed so far, the last by `error`, `fence` is of who took it up last',
    next: { done: 'the unit of work of its answer', dead: `${WORKER}, when all its tries failed` },
    set: OPEN,
    unset: [],
  },
  done: {
    means: 'answered, or dropped, at `doneAt`; its words are gone',
    next: {},
    set: { ...AT_REST, event: null },
    unset: ['open'],
  },
  dead: {
    means: 'gave up at `doneAt` because of `error`, with its words, to be looked at',
    next: { open: 'an administrator who tries it again', done: 'an administrator who drops it' },
    set: AT_REST,
    unset: ['open'],
  },
} as const satisfies Record<string, State>;

const OUTBOX = {
  open: {
    means:
      'to be sent: held by `holder` until `nextAt`, or free from then on; tried `attempts` times since `firstAttemptAt`, the last ended in `error`, `fence` is of who took it up last',
    next: {
      sent: `${WORKER}, once LINE took it`,
      waiting: `${WORKER}, where it can still be said with a later answer`,
      dead: `${WORKER}, when all its tries failed`,
      cancelled: `${WORKER} where its time is over; whoever takes its person or its words away, or suspends its office`,
    },
    set: OPEN,
    unset: ['until', 'ridesWith'],
  },
  waiting: {
    means: 'rides along, free, with the next answer to that chat; pushed from `until` on, where that is set',
    next: {
      riding: 'the answer it goes with',
      open: 'the job of free rides, at `until`',
      cancelled:
        'what takes its place, the end of its time, whoever takes its person or its words away, or suspends its office',
    },
    set: AT_REST,
    unset: ['open', 'ridesWith'],
  },
  riding: {
    means: 'under way with the answer `ridesWith`; its own moment `until` stays',
    next: {
      sent: 'the answer, once LINE took it; the job of free rides, where that was not noted',
      waiting: 'the answer, where it could not be given; the same job',
      dead: `${WORKER}, when LINE refused an answer with it twice`,
    },
    set: {},
    unset: [],
  },
  sent: {
    means: 'LINE has it since `sentAt`, at `cost` messages; its words are gone',
    next: {},
    set: { ...AT_REST, messages: null, replyToken: null },
    unset: ['open', 'until'],
  },
  dead: {
    means: 'gave up at `sentAt` because of `error`, with its words, to be looked at',
    next: {
      open: 'an administrator who sends it again',
      waiting: 'the same, where a push would be paid for each member of a group',
      cancelled: 'an administrator who drops it',
    },
    set: AT_REST,
    unset: ['open', 'until'],
  },
  cancelled: {
    means: 'not to be sent any more because of `error`; its words are gone',
    next: {},
    set: { ...AT_REST, messages: null },
    unset: ['open', 'until', 'late'],
  },
} as const satisfies Record<string, State>;

const DELIVERIES = {
  open: {
    means:
      'to be told to a webhook: held by `holder` until `nextAt`, or free from then on, of a suspended office at no time; `attempts` failed so far, the last by `status` and `error`, `fence` is of who took it up last',
    next: {
      sent: `${WORKER}, once it was taken`,
      dead: `${WORKER}, when all its tries failed`,
      cancelled: `${WORKER} where the webhook is off; whoever removes it`,
    },
    set: OPEN,
    unset: [],
  },
  sent: {
    means: 'the other program has it since `doneAt`; what it says is gone',
    next: {},
    set: { ...AT_REST, payload: null, member: null },
    unset: ['open'],
  },
  dead: {
    means: 'gave up at `doneAt` because of `error`, with what it says, to be looked at',
    next: { open: 'an administrator who sends it again', cancelled: 'an administrator who drops it' },
    set: AT_REST,
    unset: ['open'],
  },
  cancelled: {
    means: 'not to be told any more because of `error`; what it says is gone',
    next: {},
    set: { ...AT_REST, payload: null, member: null },
    unset: ['open'],
  },
} as const satisfies Record<string, State>;

export const QUEUE_STATES = { inbox: INBOX, outbox: OUTBOX, deliveries: DELIVERIES };

export type QueueName = keyof typeof QUEUE_STATES;
export type StateOf<Name extends QueueName> = keyof (typeof QUEUE_STATES)[Name] & string;
type NextOf<Name extends QueueName, From> = From extends keyof (typeof QUEUE_STATES)[Name]
  ? (typeof QUEUE_STATES)[Name][From] extends { next: infer Next }
    ? keyof Next
    : never
  : never;
/** Those of the states from which it does not go there. */
type Barred<Name extends QueueName, From, To> = From extends unknown
  ? To extends NextOf<Name, From>
    ? never
    : From
  : never;

/** What a move writes, for a unit of work or a bulk write. */
export interface Move {
  /** The state it is in before, for the condition of the write. */
  from: { state: string | { $in: string[] } };
  change: { $set: Record<string, unknown>; $unset?: Record<string, 1> };
}

/**
 * A change of state: what may not follow does not compile, and is refused where types were cast away.
 * @param from the state the row is in, or several it may be in.
 * @param set what else is noted; it wins over what the state itself sets. @param unset further fields that go.
 * @throws for a move that the table does not have.
 */
export function moveRow<
  Name extends QueueName,
  const From extends StateOf<Name>,
  const To extends StateOf<Name>,
>(
  queue: Name,
  from: From | readonly From[],
  to: To & ([Barred<Name, From, To>] extends [never] ? unknown : never),
  set: Record<string, unknown> = {},
  unset: readonly string[] = [],
): Move {
  const states: Record<string, State> = QUEUE_STATES[queue];
  const all: readonly string[] = typeof from === 'string' ? [from] : from;
  const barred = all.find((one) => states[one]?.next[to] === undefined);
  const into = states[to];
  if (barred !== undefined || !into) throw new Error(`${queue}: no way from ${String(barred)} to ${to}`);
  const gone = [...into.unset, ...unset].filter((field) => !(field in set));
  return {
    from: { state: all.length === 1 ? all[0]! : { $in: [...all] } },
    change: {
      $set: { state: to, ...into.set, ...set },
      ...(gone.length > 0 && { $unset: Object.fromEntries(gone.map((field) => [field, 1 as const])) }),
    },
  };
}
