/** F8: the lines to MongoDB and to LINE dead by turns, with their connections open: nothing comes back, and nothing says so. */
import { setTimeout as pause } from 'node:timers/promises';
import { halfOpenProxy, type HalfOpenProxy } from '../../helpers/half-open-proxy.ts';
import { type Fault, type Found, isWhole, percentile, seconds, sideBySide, unless } from './fault.ts';
import { SHIPPED, underStream } from './under-stream.ts';

const GROUNDS = 5;
const [SHORT_MS, LONG_MS] = [6_000, 30_000];
/** From the line's return until a report is answered. */
const BACK_MS = 10_000;

export const halfOpen: Fault = {
  id: 'F8',
  breaks: 'the line to MongoDB, then to LINE, swallows everything for up to 30 s with its connections open',
  wanted: 'nothing lost, nothing doubled, reports answered within 10 s of its return',
  rounds: { short: 2, whole: 50 },
  run: (rounds) => (isWhole(rounds) ? sideBySide(rounds, GROUNDS, dead(LONG_MS)) : dead(SHORT_MS)(rounds)),
};

const dead =
  (deadMs: number) =>
  async (rounds: number): Promise<Found> => {
    const lines: Record<'MongoDB' | 'LINE', HalfOpenProxy | null> = { MongoDB: null, LINE: null };
    const back: Record<keyof typeof lines, number[]> = { MongoDB: [], LINE: [] };
    try {
      return await underStream(
        {
          members: 1,
          officers: 5,
          restMs: 200,
          more: SHIPPED,
          async way(set, line) {
            lines.MongoDB = await halfOpenProxy(set.members[0]!.port);
            lines.LINE = await halfOpenProxy(Number(new URL(line.url).port));
            // the set's own address would lead around the dead line
            const mongoUri = `mongodb://127.0.0.1:${lines.MongoDB.port}/?directConnection=true`;
            return { mongoUri, lineUrl: `http://127.0.0.1:${lines.LINE.port}` };
          },
        },
        async ({ line, moreReports }) => {
          for (let round = 0; round < rounds; round += 1) {
            const which = round % 2 === 0 ? 'MongoDB' : 'LINE';
            await moreReports(5);
            lines[which]!.swallow();
            await pause(deadMs * (0.5 + Math.random() / 2));
            lines[which]!.pass();
            const [begun, before] = [Date.now(), line.repliedAt.size];
            while (line.repliedAt.size < before + 1) await pause(20);
            back[which].push(Date.now() - begun);
          }
          const told = Object.entries(back).map(
            ([name, times]) =>
              `answered ${seconds(Math.max(0, ...times))} after ${name}'s return at most (median ${seconds(percentile(times, 0.5))})`,
          );
          const longest = Math.max(...back.MongoDB, ...back.LINE);
          return {
            figures: told.join(', '),
            missed: unless(longest <= BACK_MS, `answered after ${seconds(longest)}`),
          };
        },
      );
    } finally {
      await lines.MongoDB?.close();
      await lines.LINE?.close();
    }
  };
