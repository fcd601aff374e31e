/** F17: one of two instances killed, the clock of the other ten minutes ahead: what it held is the other's, whatever it was. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from '../../../src/db/connect.ts';
import { type Fault, type Found, isWhole, seconds, unless } from './fault.ts';
import { SHIPPED, type UnderStream, underStream } from './under-stream.ts';

const OFFICERS = 8;
const WANTED_MS = 10_000;
/** In a test beside many others; what is held for longer than that by its time alone is seen all the same. */
const SHORT_MS = 20_000;
/** Longer than any lease: what an instance holds of evidence, and of the clockwork. */
const HELD_MS = 120_000;

export const instanceKilled: Fault = {
  id: 'F17',
  breaks:
    'one of two instances killed with SIGKILL under a stream, by turns; one of their clocks is ten minutes ahead',
  wanted: 'what it held is done, or free, within 10 s, nothing lost, nothing doubled',
  rounds: { short: 1, whole: 20 },
  run,
};

async function run(rounds: number): Promise<Found> {
  const waits: number[] = [];
  let heldSum = 0;
  let tooSoon = 0;
  return underStream(
    {
      members: 1,
      bots: 2,
      officers: OFFICERS,
      restMs: 20,
      more: SHIPPED,
      before: (bot) => (bot === 1 ? new URL('../../helpers/clock-ahead.mjs', import.meta.url) : undefined),
    },
    async (stream) => {
      for (let round = 0; round < rounds; round += 1) {
        const { waited, held, othersFreed } = await killOne(stream, round);
        waits.push(...waited);
        heldSum += held;
        tooSoon += othersFreed;
      }
      const longest = Math.max(...waits);
      const limit = isWhole(rounds) ? WANTED_MS : SHORT_MS;
      return {
        figures: `${heldSum} events in the killed one's hand, all it held done or free after ${seconds(longest)} at most`,
        missed: [
          ...unless(longest <= limit, `one waited ${seconds(longest)}`),
          ...unless(heldSum > 0, 'nothing was held'),
          ...unless(tooSoon === 0, `${tooSoon} were taken from who lived`),
        ],
      };
    },
  );
}

/** @returns how long each thing it held waited from the kill on, and how many of those that the living one holds were freed. */
async function killOne(
  { again, bots, database, moreReports }: UnderStream,
  round: number,
): Promise<{ waited: number[]; held: number; othersFreed: number }> {
  const { inbox, evidence } = database.models;
  await moreReports(OFFICERS);
  const holders = await livingHolders(database, bots.length);
  await holdFor(database, holders, round);
  const waited: number[] = [];
  let dead = '';
  let held: string[] = [];
  await again(
    (bot) => bot.kill(),
    round % bots.length,
    async () => {
      const killedAt = Date.now();
      const open = await inbox.find({ open: true, holder: { $in: holders } }, { holder: 1 }).lean();
      const freed = await firstFreed(database, holders, round);
      dead = freed.dead;
      waited.push(...freed.at.map((at) => at - killedAt));
      held = open.flatMap(({ _id, holder }) => (holder === dead ? _id : []));
      const left = { _id: { $in: held }, open: true as const };
      while ((await inbox.countDocuments(left)) > 0 && Date.now() - killedAt < HELD_MS) await pause(20);
      const done = await inbox.find({ _id: { $in: held } }, { doneAt: 1 }).lean();
      waited.push(...done.map(({ doneAt }) => (doneAt?.getTime() ?? Infinity) - killedAt));
    },
  );
  const living = holders.filter((holder) => holder !== dead).map((holder) => `${round}:${holder}`);
  const untouched = await evidence.collection.countDocuments({
    _id: { $in: living },
    'work.fence': 1,
    'work.nextAt': { $gt: new Date() },
  } as never);
  return { waited, held: held.length, othersFreed: living.length - untouched };
}

async function livingHolders({ connection }: Database, count: number): Promise<string[]> {
  for (;;) {
    const row = await connection.collection('instances').findOne({});
    const holders = Object.keys((row?.['beats'] ?? {}) as object);
    if (holders.length === count) return holders;
    await pause(100);
  }
}

/** Evidence and a slot of the clockwork, of which each instance has one in hand for long. */
async function holdFor({ models }: Database, holders: readonly string[], round: number): Promise<void> {
  const until = new Date(Date.now() + HELD_MS);
  await models.evidence.collection.insertMany(
    holders.map((holder) => ({
      _id: `${round}:${holder}`,
      office: 'held',
      message: `${round}:${holder}`,
      work: { nextAt: until, attempts: 0, fence: 1, holder },
    })) as never,
  );
  await models.slots.collection.insertMany(
    holders.map((holder) => ({
      _id: `-|held|${round}:${holder}`,
      office: '-',
      job: 'held',
      slot: `${round}:${holder}`,
      at: new Date(),
      outcome: { state: 'running', holder, until },
    })) as never,
  );
}

/** Waits until the slot and the evidence of one instance are free, or taken up. @returns whose they were, and when that was seen of each. */
async function firstFreed(
  { models }: Database,
  holders: readonly string[],
  round: number,
): Promise<{ dead: string; at: number[] }> {
  for (const until = Date.now() + HELD_MS; Date.now() < until; await pause(20)) {
    const soon = new Date(Date.now() + HELD_MS / 4);
    const slots = { office: '-', job: 'held', 'outcome.until': { $lte: soon } };
    const mine = { $in: holders.map((holder) => `${round}:${holder}`) };
    const slot = await models.slots.collection.findOne({ ...slots, slot: mine } as never);
    if (!slot) continue;
    const slotAt = Date.now();
    const dead = String(slot['slot']).split(':')[1]!;
    const freed = { $or: [{ 'work.nextAt': { $lte: soon } }, { 'work.fence': { $gt: 1 } }] };
    const row = { _id: `${round}:${dead}`, ...freed };
    while (!(await models.evidence.collection.findOne(row as never)) && Date.now() < until) await pause(20);
    return { dead, at: [slotAt, Date.now()] };
  }
  return { dead: '', at: [Infinity] };
}
