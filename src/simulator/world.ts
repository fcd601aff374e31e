/** The simulated LINE as plain data with its transitions; the fake API and the people's acts change it, the page shows it. */
import type { Clock, MovableClock } from '../clock.ts';
import type { Ids } from './ids.ts';
import { shownMenu } from './rich-menus.ts';
import type { RichMenus } from './rich-menus.ts';
import type { SimGroup, SimLogEntry, SimMessage, SimPerson, SimState, SimSwitches } from './types.ts';

/** Oldest lines are dropped, so that a demo may run for days. */
const KEPT_MESSAGES = 2000;
const KEPT_LOG = 300;

export const CALM: SimSwitches = {
  redelivery: false,
  duplicates: 1,
  reorder: false,
  slowApi: 0,
  failApi: 'no',
  quotaLimit: 300,
};

export interface ReplyToken {
  chat: string;
  /** Real time in milliseconds: of the last delivery, and of the event. */
  deliveredAt: number;
  eventAt: number;
  used: boolean;
}

export interface SentMessage {
  id: string;
  quoteToken?: string;
}

export interface Accepted {
  requestId: string;
  sentMessages: SentMessage[] | null;
  /** Real time in milliseconds. */
  at: number;
}

/** All that outlives a restart. */
export interface WorldData {
  format: 1;
  now: string;
  people: SimPerson[];
  groups: SimGroup[];
  messages: SimMessage[];
  switches: SimSwitches;
  /** Messages counted against the quota, by month of the simulator's clock (`2021-02`, Bangkok). */
  used: Record<string, number>;
  /** When each person last wrote one to one: LINE lets a bot push to a non-friend for seven days after. */
  wroteAt: Record<string, string>;
  replyTokens: Record<string, ReplyToken>;
  retryKeys: Record<string, Accepted>;
  richMenus: RichMenus;
}

export interface WorldSeed {
  people: SimPerson[];
  groups: SimGroup[];
  bot: { userId: string; displayName: string };
}

export interface WorldOptions {
  clock: MovableClock;
  /** Reply tokens and retry keys live by real time, whatever the simulator's clock says. */
  realClock: Clock;
  ids: Ids;
  seed: WorldSeed;
  saved: WorldData | null;
  /** What stands below a person's name, by the menu they see now; as it was given, when left out. */
  about?: ((person: SimPerson, menu: string | null) => string) | undefined;
}

export interface World {
  readonly data: WorldData;
  readonly log: SimLogEntry[];
  readonly bot: { userId: string; displayName: string };
  readonly clock: MovableClock;
  readonly realClock: Clock;
  readonly ids: Ids;
  person(id: string): SimPerson | null;
  group(id: string): SimGroup | null;
  message(id: string): SimMessage | null;
  /** Puts a bubble or a system line into a chat. */
  post(message: Pick<SimMessage, 'chat' | 'from' | 'message'> & Partial<SimMessage>): SimMessage;
  /** Opens a line of the log; the caller fills in the outcome with `endLog`. */
  beginLog(direction: SimLogEntry['direction'], what: string, request: unknown): SimLogEntry;
  endLog(entry: SimLogEntry, status: number | string, response: unknown): void;
  /** Shows the loading sign in a chat until that real moment, or takes it away. */
  showLoading(chat: string, until: number | null): void;
  state(): SimState;
  /** Starts anew with the seed's people; rich menus stay, as they belong to the channel. */
  reset(): void;
  /** Tells the listeners that something changed. */
  touch(): void;
  onChange(listener: () => void): () => void;
}

function freshData(seed: WorldSeed, now: Date): WorldData {
  return {
    format: 1,
    now: now.toISOString(),
    people: structuredClone(seed.people),
    groups: structuredClone(seed.groups),
    messages: [],
    switches: { ...CALM },
    used: {},
    wroteAt: {},
    replyTokens: {},
    retryKeys: {},
    richMenus: { menus: [], aliases: {}, fallback: null, links: {} },
  };
}

/** @returns the month the quota counts in. */
export function quotaMonth(now: Date): string {
  return new Date(now.getTime() + 7 * 3_600_000).toISOString().slice(0, 7);
}

export function createWorld(options: WorldOptions): World {
  const { clock, realClock, ids, seed, about } = options;
  const data = options.saved ?? freshData(seed, clock.now());
  const log: SimLogEntry[] = [];
  const begun = new WeakMap<SimLogEntry, number>();
  const loading = new Map<string, number>();
  const listeners = new Set<() => void>();
  let version = 1;
  let lastLogId = 0;

  const touch = (): void => {
    version += 1;
    for (const listener of listeners) listener();
  };
  clock.onMove(touch);

  return {
    data,
    log,
    bot: seed.bot,
    clock,
    realClock,
    ids,
    person: (id) => data.people.find((person) => person.userId === id) ?? null,
    group: (id) => data.groups.find((group) => group.groupId === id) ?? null,
    message: (id) => data.messages.find((message) => message.id === id) ?? null,
    post(message) {
      const posted: SimMessage = {
        id: ids.message(),
        at: clock.now().toISOString(),
        quotes: null,
        unsent: false,
        via: null,
        ...message,
      };
      data.messages.push(posted);
      if (data.messages.length > KEPT_MESSAGES) data.messages.splice(0, data.messages.length - KEPT_MESSAGES);
      touch();
      return posted;
    },
    beginLog(direction, what, request) {
      lastLogId += 1;
      const at = clock.now().toISOString();
      const line: SimLogEntry = {
        id: lastLogId,
        at,
        direction,
        what,
        request,
        status: null,
        milliseconds: null,
        response: null,
      };
      begun.set(line, realClock.now().getTime());
      log.push(line);
      if (log.length > KEPT_LOG) log.shift();
      touch();
      return line;
    },
    endLog(line, status, response) {
      line.status = status;
      line.response = response;
      line.milliseconds = realClock.now().getTime() - (begun.get(line) ?? 0);
      touch();
    },
    showLoading(chat, until) {
      if (until === null && !loading.has(chat)) return;
      if (until === null) loading.delete(chat);
      else loading.set(chat, until);
      touch();
    },
    state: () => ({
      version,
      now: clock.now().toISOString(),
      people: about
        ? data.people.map((one) => ({
            ...one,
            role: about(one, shownMenu(data.richMenus, one)?.name ?? null),
          }))
        : data.people,
      groups: data.groups,
      messages: [...data.messages],
      log: [...log],
      switches: data.switches,
      quota: { limit: data.switches.quotaLimit, used: data.used[quotaMonth(clock.now())] ?? 0 },
      loading: [...loading].filter(([, until]) => until > realClock.now().getTime()).map(([chat]) => chat),
      richMenus: Object.fromEntries(
        data.people.map((person) => [person.userId, shownMenu(data.richMenus, person)]),
      ),
      bot: seed.bot,
    }),
    reset() {
      Object.assign(data, { ...freshData(seed, clock.now()), richMenus: data.richMenus });
      log.length = 0;
      loading.clear();
      touch();
    },
    touch,
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
