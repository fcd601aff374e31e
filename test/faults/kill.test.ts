/** kill -9 of the bot and of mongod under a stream of reports with LINE's redelivery, judged by a ledger kept outside the bot. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connectDatabase, type Database } from '../../src/db/connect.ts';
import { type Embedded, startEmbedded } from '../../src/db/embedded.ts';
import { commit, type Write } from '../../src/db/unit-of-work.ts';
import { prepareDemo } from '../../src/demo.ts';
import { quietLog } from '../../src/log.ts';
import { newMember, NOTICE_VERSION } from '../../src/services/registration.ts';
import { findOffices } from '../../src/db/offices.ts';
import {
  type BotProcess,
  postWebhook,
  standInLine,
  type StandInLine,
  startBot,
} from '../helpers/bot-process.ts';
import { freePort } from '../helpers/demo-process.ts';

const BOT_KILLS = 20;
const MONGOD_KILLS = 5;
const PEOPLE = 8;
const LEAVES = ['1.1.1', '1.1.2', '1.1.3', '1.2.1', '1.3.1', '1.3.2', '1.4.1', '2'];

let dataDir: string;
let mongod: Embedded;
let line: StandInLine;
let database: Database;
let port: number;
const people = Array.from({ length: PEOPLE }, (_, index) => `U${String(index).padStart(32, '5')}`);

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'kuebna-fault-'));
  const started = await startEmbedded({ dataDir, log: quietLog });
  if (!started.ok) throw new Error(started.message);
  mongod = started;
  const connected = await connectDatabase(mongod.uri);
  if (!connected.ok) throw new Error(connected.detail);
  database = connected.database;
  const now = new Date('2026-11-20T02:00:00Z');
  await prepareDemo(database, now);
  const [office] = await findOffices(database.models);
  const writes = people.flatMap((userId, index): Write[] => {
    const member = {
      ...newMember(office!, userId, `person ${index}`, 'officer', [LEAVES[index]!], now),
      consent: { version: NOTICE_VERSION, at: now },
    };
    const { id, ...document } = member;
    return [
      { to: 'members', insert: { _id: id, ...document } },
      { to: 'links', insert: { _id: userId, office: office!.id, kind: 'user', target: id } },
    ];
  });
  await commit(database, writes);
  line = await standInLine();
  port = await freePort();
});

afterAll(async () => {
  await database.close();
  await line.close();
  await mongod.stop();
  await rm(dataDir, { recursive: true, force: true });
});

test(
  'every acknowledged event takes effect once, none twice, none is lost',
  { timeout: 900_000 },
  async () => {
    let bot: BotProcess = await startBot({ mongoUri: mongod.uri, lineUrl: line.url, port });
    let stopping = false;
    const url = bot.url;
    /** Save events that were answered 200, with the sum their sentence named. */
    const acknowledged = new Map<string, { person: number; baht: number }>();
    let redelivered = 0;

    /** Sends until it is answered 200, as LINE does; sometimes once more after that. */
    async function deliver(event: Record<string, unknown>): Promise<void> {
      for (let tries = 0; ; tries++) {
        const again = { ...event, deliveryContext: { isRedelivery: tries > 0 } };
        if ((await postWebhook(url, [again])) === 200) break;
        redelivered++;
        await pause(50);
      }
      if (Math.random() < 0.2) void postWebhook(url, [{ ...event, deliveryContext: { isRedelivery: true } }]);
    }

    async function officer(person: number): Promise<void> {
      for (let round = 1; !stopping; round++) {
        const baht = person * 10_000 + round;
        const save = `save-${person}-${round}`;
        await deliver(textEvent(`say-${person}-${round}`, person, `${LEAVES[person]} ใช้ไป ${baht} บาท`));
        await deliver(textEvent(save, person, 'บันทึก'));
        acknowledged.set(save, { person, baht });
        await pause(20);
      }
    }

    const officers = people.map((_, person) => officer(person));
    const every = Math.floor(BOT_KILLS / MONGOD_KILLS);
    for (let kill = 1; kill <= BOT_KILLS; kill++) {
      // however slow the machine, something was taken between two kills; the moment itself is left to chance
      const before = acknowledged.size;
      await expect.poll(() => acknowledged.size).toBeGreaterThan(before + 2);
      await pause(Math.random() * 400);
      await bot.kill();
      if (kill % every === 0) {
        // it serves a moment before its keeper knows it by its new number
        await expect.poll(() => isAlive(mongod.pid), { timeout: 60_000 }).toBe(true);
        process.kill(mongod.pid, 'SIGKILL');
        await pause(200);
      }
      bot = await startBot({ mongoUri: mongod.uri, lineUrl: line.url, port });
    }
    stopping = true;
    await Promise.all(officers);
    await drained(database);
    expect(await bot.terminate()).toBe(0);

    const updates = await database.models.updates
      .find({})
      .lean<{ event: string; said: { spent: number } }[]>();
    const byEvent = Map.groupBy(updates, (update) => update.event);
    const lost = [...acknowledged].filter(
      ([event, { baht }]) => byEvent.get(event)?.[0]?.said.spent !== baht * 100,
    );
    const doubled = [...byEvent.values()].filter((same) => same.length > 1);
    expect(acknowledged.size).toBeGreaterThan(PEOPLE * 5);
    expect(redelivered).toBeGreaterThan(0);
    expect({ lost, doubled: doubled.length }).toEqual({ lost: [], doubled: 0 });
    expect(await database.models.inbox.countDocuments({ state: 'dead' })).toBe(0);
    expect([...line.pushes.values()].filter((push) => push.times > 1)).toEqual([]);
  },
);

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

let sequence = 0;
function textEvent(id: string, person: number, text: string): Record<string, unknown> {
  sequence += 1;
  return {
    type: 'message',
    webhookEventId: id,
    timestamp: Date.now() + sequence,
    mode: 'active',
    replyToken: `reply-${id}`,
    source: { type: 'user', userId: people[person] },
    message: { type: 'text', id: `message-${id}`, quoteToken: 'q', text },
  };
}

async function drained(open: Database): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    const left = await open.models.inbox.countDocuments({ state: 'open' }).catch(() => 1);
    if (left === 0) return;
    await pause(100);
  }
  throw new Error('the inbox did not run empty');
}
