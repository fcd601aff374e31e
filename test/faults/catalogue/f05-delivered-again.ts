/** F5: every event delivered one to five times, shuffled, to four instances at once. */
import { type BotProcess, postWebhook } from '../../helpers/bot-process.ts';
import { drained, leafOf, textEvent } from '../ledger.ts';
import { type Fault, isWhole, seconds, unless } from './fault.ts';
import { onGround } from './on-ground.ts';

const OFFICERS = 20;
const INSTANCES = 4;
/** Events of one round: a sentence and its save, of everybody. */
const AT_ONCE = 64;
/** How far apart deliveries may land from where they belong. */
const SHUFFLE = 12;

export const deliveredAgain: Fault = {
  id: 'F5',
  breaks: 'each of 40 events delivered 1 to 5 times, shuffled, to four instances',
  wanted: 'every event done, none takes effect twice',
  rounds: { short: 3, whole: 250 },
  run: (rounds) =>
    onGround(OFFICERS, async ({ database, start }) => {
      const bots: BotProcess[] = [];
      for (let index = 0; index < INSTANCES; index += 1) bots.push(await start());
      const events = Array.from({ length: rounds }, (_, round) =>
        ['say', 'save'].flatMap((what) =>
          Array.from({ length: OFFICERS }, (_unused, person) =>
            textEvent(
              `${what}-f5-${person}-${round}`,
              person,
              what === 'say' ? `${leafOf(person)} ใช้ไป ${round * 100 + 100} บาท` : 'บันทึก',
            ),
          ),
        ),
      ).flat();
      const deliveries = events
        .flatMap((event, place) =>
          Array.from({ length: 1 + Math.floor(Math.random() * 5) }, (_, copy) => ({
            event: { ...event, deliveryContext: { isRedelivery: copy > 0 } },
            at: place + Math.random() * SHUFFLE,
          })),
        )
        .toSorted((a, b) => a.at - b.at);
      let next = 0;
      const sender = async (): Promise<void> => {
        for (let one = deliveries[next++]; one; one = deliveries[next++]) {
          const { url } = bots[Math.floor(Math.random() * bots.length)]!;
          while ((await postWebhook(url, [one.event], 5_000)) !== 200);
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, sender));
      // four processes that change the same few activities at once are slow: what counts here is that nothing takes effect twice
      const took = await drained(database, isWhole(rounds) ? 600_000 : 120_000);
      const { inbox, updates } = database.models;
      const done = await inbox.countDocuments({ state: 'done' });
      const stored = await updates.find({ through: 'chat' }).lean();
      const effects = new Set(stored.map(({ event }) => event)).size;
      for (const bot of bots) await bot.terminate();
      return {
        figures: `${events.length} events in ${deliveries.length} deliveries, ${done} done, ${stored.length} reports stored by ${effects} of them; the last one done ${seconds(took)} after the last delivery`,
        missed: [
          ...unless(done === events.length, `${events.length - done} events not done`),
          ...unless(effects === stored.length, `${stored.length - effects} took effect twice`),
          ...unless(effects > 0, 'no report was stored'),
        ],
      };
    }),
};
