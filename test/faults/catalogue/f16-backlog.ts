/** F16: a thousand reports a round lie in the inbox, of fifty people, by nobody held and too old to be answered; others write meanwhile. */
import { setTimeout as pause } from 'node:timers/promises';
import type { InboxDocument } from '../../../src/db/inbox.ts';
import { postWebhook } from '../../helpers/bot-process.ts';
import { drained, leafOf, textEvent } from '../ledger.ts';
import { type Fault, isWhole, unless } from './fault.ts';
import { onGround } from './on-ground.ts';

const PEOPLE = 50;
const A_ROUND = 1_000;
const MOST_MS = 300_000;
const FRESH_MS = 3_000;
const AGO_MS = 10 * 60_000;

export const backlogLeft: Fault = {
  id: 'F16',
  breaks: '1,000 events of 50 people left in the inbox',
  wanted: 'all done in 5 minutes in their order, nothing paid for, others answered within 3 s meanwhile',
  rounds: { short: 1, whole: 50 },
  run: (rounds) =>
    onGround(PEOPLE + 1, async ({ database, line, start }) => {
      const { inbox, updates } = database.models;
      const count = rounds * A_ROUND;
      const begin = Date.now() - AGO_MS - count * 20;
      const rows = Array.from({ length: count }, (_, index) => row(index, begin + index * 20));
      for (let from = 0; from < count; from += 5_000)
        await inbox.collection.insertMany(rows.slice(from, from + 5_000) as never[]);
      const bot = await start();
      const waits: number[] = [];
      let over = false;
      const meanwhile = (async () => {
        for (let turn = 0; !over; turn += 1) {
          const begun = performance.now();
          while ((await postWebhook(bot.url, [textEvent(`fresh-${turn}`, PEOPLE, 'งานของฉัน')])) !== 200);
          while (!line.repliedAt.has(`reply-fresh-${turn}`) && performance.now() - begun < 30_000)
            await pause(10);
          waits.push(performance.now() - begun);
          await pause(500);
        }
      })();
      const left = { open: true as const, receivedAt: { $lt: new Date(Date.now() - AGO_MS / 2) } };
      const begun = performance.now();
      while ((await inbox.countDocuments(left)) > 0 && performance.now() - begun < 2 * MOST_MS)
        await pause(500);
      const took = performance.now() - begun;
      over = true;
      await meanwhile;
      await drained(database, 30_000);
      const stored = await updates.find({ through: 'chat' }).sort({ at: 1, _id: 1 }).lean();
      const own = Map.groupBy(stored, ({ by }) => by.member);
      const disordered = [...own.values()].filter((some) =>
        some.some(({ said }, place) => place > 0 && said.spent! <= some[place - 1]!.said.spent!),
      ).length;
      const done = await inbox.countDocuments({
        state: 'done',
        office: '-',
        _id: { $in: rows.map(({ _id }) => _id) },
      });
      await bot.terminate();
      const longest = Math.max(...waits);
      return {
        figures: `${done} of ${count} done in ${(took / 1000).toFixed(1)} s, ${Math.round((count / took) * 1000)} a second, ${stored.length} reports stored, ${line.pushes.size} pushes; others waited ${Math.round(longest)} ms at most`,
        missed: [
          ...unless(done === count, `${count - done} not done`),
          ...unless(took <= MOST_MS, `it took ${Math.round(took / 1000)} s`),
          ...unless(disordered === 0, `${disordered} people's reports out of their order`),
          ...unless(line.pushes.size === 0, `${line.pushes.size} answers were paid for`),
          ...unless(!isWhole(rounds) || longest <= FRESH_MS, `somebody waited ${Math.round(longest)} ms`),
        ],
      };
    }),
};

/** A sentence and its save by turns, of one person after the other. */
function row(index: number, at: number): InboxDocument {
  const person = index % PEOPLE;
  const turn = Math.floor(index / PEOPLE);
  const text = turn % 2 === 0 ? `${leafOf(person)} ใช้ไป ${Math.floor(turn / 2) * 100 + 100} บาท` : 'บันทึก';
  const event: Record<string, unknown> = {
    ...textEvent(`left-${index}`, person, text),
    timestamp: at,
  };
  return {
    _id: `left-${index}`,
    office: '-',
    key: (event['source'] as { userId: string }).userId,
    at: new Date(at),
    receivedAt: new Date(at),
    event: JSON.stringify(event),
    state: 'open',
    open: true,
    nextAt: new Date(at),
    holder: null,
    fence: 0,
    attempts: 0,
    error: null,
    doneAt: null,
  };
}
