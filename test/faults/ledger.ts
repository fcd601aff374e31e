/** Officers who report without pause, and the ledger of what they were told: kept outside the bot, it judges what was lost, doubled or late. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from '../../src/db/connect.ts';
import { TURN_INDEX } from '../../src/db/inbox.ts';
import { ANY_OFFICE } from '../../src/db/offices-in.ts';
import { findOffices } from '../../src/db/offices.ts';
import { commit, type Write } from '../../src/db/unit-of-work.ts';
import { prepareDemo } from '../../src/demo.ts';
import { NOTICE_VERSION } from '../../src/services/notice.ts';
import { newMember } from '../../src/services/registration.ts';
import { postWebhook } from '../helpers/bot-process.ts';
import type { StandInLine } from '../helpers/stand-in-line.ts';

const LEAVES = ['1.1.1', '1.1.2', '1.1.3', '1.2.1', '1.3.1', '1.3.2', '1.4.1', '2'];
export const userId = (person: number): string => `U${String(person).padStart(32, 'a')}`;

export const personOf = (user: string): number => Number(user.replace(/^Ua*/, ''));

/** Makes the demo office with so many officers, each of one activity. At most eight have one of their own. */
export async function prepareOfficers(database: Database, count: number): Promise<void> {
  const now = new Date('2026-11-20T02:00:00Z');
  await prepareDemo(database, now);
  const [office] = (await findOffices(database.models)).offices;
  const writes = Array.from({ length: count }, (_, person): Write[] => {
    const activities = [leafOf(person)];
    const { id, ...member } = {
      ...newMember(office!, userId(person), `person ${person}`, 'officer', activities, now),
      consent: { version: NOTICE_VERSION, at: now },
    };
    return [
      { to: 'members', insert: { _id: id, ...member } },
      { to: 'links', insert: { _id: userId(person), office: office!.id, kind: 'user', target: id } },
    ];
  });
  const { ok } = await commit(database, writes.flat());
  if (!ok) throw new Error('the officers were not stored');
}

let sequence = 0;
/** What LINE would send of that officer, now and after whatever was made before. */
export function textEvent(id: string, person: number, text: string): Record<string, unknown> {
  sequence += 1;
  return {
    type: 'message',
    webhookEventId: id,
    timestamp: Date.now() + sequence,
    mode: 'active',
    replyToken: `reply-${id}`,
    source: { type: 'user', userId: userId(person) },
    message: { type: 'text', id: `message-${id}`, quoteToken: 'q', text },
  };
}

/** The activity an officer reports on. */
export function leafOf(person: number): string {
  return LEAVES[person % LEAVES.length]!;
}

const MOST_UNANSWERED = 6;
/** A reply token has died by then. */
const GIVES_UP_MS = 60_000;

export interface Officers {
  /** Saves that were answered 200 so far. */
  acknowledged(): number;
  /** Resolves when everybody has had what they sent last acknowledged; nobody sends any more. */
  stop(): Promise<void>;
  /** Sends nothing any more, whatever was acknowledged. */
  abandon(): void;
  /** Of what was acknowledged, once the inbox is empty. */
  judge(database: Database): Promise<Judged>;
}

export interface Judged {
  acknowledged: number;
  lost: number;
  doubled: number;
  dead: number;
  /** Pushes that LINE took more than once, under another key. */
  pushedTwice: number;
  /** Each event that was acknowledged: when, when it was worked off, and when its answer reached LINE; null: never. */
  events: { acknowledgedAt: number; doneAt: number | null; answeredAt: number | null }[];
}

/**
 * Each officer says a sentence and saves it, over and over, each event again until it is answered 200, as LINE does.
 * @param url of the bot, or of one of several, asked each time.
 * @param options.run keeps the ids of several runs on one database apart. @param options.restMs between two reports of one
 * officer. @param options.mostUnanswered of one officer before they wait for an answer.
 */
export function startOfficers(
  line: StandInLine,
  url: () => string,
  options: { run: string; count: number; restMs: number; mostUnanswered?: number },
): Officers {
  const { run, count, restMs, mostUnanswered = MOST_UNANSWERED } = options;
  let stopping = false;
  let abandoned = false;
  const saves = new Map<string, number>();
  const events = new Map<string, number>();

  const asked = new Map<number, string[]>();
  /** However impatient, nobody sends on and on into silence: so many are not answered yet, or will not be any more. */
  async function patience(person: number): Promise<void> {
    for (;;) {
      const open = (asked.get(person) ?? []).filter(
        (id) => !line.repliedAt.has(`reply-${id}`) && Date.now() - (events.get(id) ?? 0) < GIVES_UP_MS,
      );
      asked.set(person, open);
      if (open.length < mostUnanswered || stopping) return;
      await pause(20);
    }
  }

  async function deliver(id: string, person: number, text: string): Promise<void> {
    await patience(person);
    const event = textEvent(id, person, text);
    for (let tries = 0; !abandoned; tries += 1) {
      const again = { ...event, deliveryContext: { isRedelivery: tries > 0 } };
      if ((await postWebhook(url(), [again])) === 200) break;
      await pause(50);
    }
    events.set(id, Date.now());
    asked.get(person)!.push(id);
    if (Math.random() < 0.1) void postWebhook(url(), [{ ...event, deliveryContext: { isRedelivery: true } }]);
  }

  async function officer(person: number): Promise<void> {
    for (let round = 1; !stopping; round += 1) {
      const baht = person * 100_000 + round;
      const id = `${run}-${person}-${round}`;
      await deliver(`say-${id}`, person, `${leafOf(person)} ใช้ไป ${baht} บาท`);
      await deliver(`save-${id}`, person, 'บันทึก');
      saves.set(`save-${id}`, baht);
      await pause(restMs);
    }
  }

  const all = Promise.all(Array.from({ length: count }, (_, person) => officer(person)));
  return {
    acknowledged: () => saves.size,
    abandon: () => void (stopping = abandoned = true),
    async stop() {
      stopping = true;
      await all;
    },
    async judge({ models }) {
      // what is open is read first: an event that ends meanwhile must not pass for one that ended without effect
      const rows = await models.inbox
        .find({ _id: { $in: [...events.keys()] } })
        .lean<{ _id: string; open?: true; doneAt: Date | null }[]>();
      const ids = [...saves.keys()];
      const updates = await models.updates
        .find({ event: { $in: ids } })
        .lean<{ event: string; said: { spent: number } }[]>();
      const byEvent = Map.groupBy(updates, (update) => update.event);
      const open = new Set(rows.filter((row) => row.open).map((row) => row._id));
      const doneAt = new Map(rows.map((row) => [row._id, row.doneAt?.getTime() ?? null]));
      return {
        acknowledged: saves.size,
        // what is still open is judged as such
        lost: [...saves].filter(
          ([id, baht]) => !open.has(id) && byEvent.get(id)?.[0]?.said.spent !== baht * 100,
        ).length,
        doubled: [...byEvent.values()].filter((same) => same.length > 1).length,
        dead: await models.inbox.countDocuments({ state: 'dead' }),
        pushedTwice: shownTwice(line),
        events: [...events].map(([id, acknowledgedAt]) => ({
          acknowledgedAt,
          doneAt: doneAt.get(id) ?? null,
          answeredAt: line.repliedAt.get(`reply-${id}`) ?? null,
        })),
      };
    },
  };
}

/** @returns pushes of the same messages to the same person that were taken more than once. */
function shownTwice({ taken }: StandInLine): number {
  const pushes = taken.filter(({ kind }) => kind === 'push').map(({ to, messages }) => `${to} ${messages}`);
  return pushes.length - new Set(pushes).size;
}

/** @returns the milliseconds until no event was open any more. @throws after `mostMs`. */
export async function drained({ models }: Database, mostMs: number): Promise<number> {
  const begun = performance.now();
  // asking for one alone costs nothing, however many there are and were
  const isOpen = () => models.inbox.exists({ office: ANY_OFFICE, open: true }).hint(TURN_INDEX);
  while (performance.now() - begun < mostMs) {
    const left = await isOpen().catch(() => true);
    if (!left) return performance.now() - begun;
    await pause(100);
  }
  throw new Error(`${await models.inbox.countDocuments({ open: true })} events were open after ${mostMs} ms`);
}
