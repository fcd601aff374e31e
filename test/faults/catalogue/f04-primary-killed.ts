/** F4: the primary of three members killed under a stream of reports and started again, over and over. */
import { setTimeout as pause } from 'node:timers/promises';
import { connectDatabase } from '../../../src/db/connect.ts';
import { standInLine, startBot } from '../../helpers/bot-process.ts';
import { freePort } from '../../helpers/demo-process.ts';
import { startSet } from '../../helpers/mongo-set.ts';
import { drained, prepareOfficers, startOfficers } from '../ledger.ts';
import { type Fault, type Found, percentile, unless } from './fault.ts';

const OFFICERS = 5;
/** Between two kills, beyond what it takes to report once each. */
const UP_MS = 6_000;
/** The longest anybody may wait once there is a primary again. */
const WAIT_MS = 20_000;

export const primaryKilled: Fault = {
  id: 'F4',
  breaks: 'the primary of three members killed under a stream, started again 3 to 5 s later',
  wanted: 'nothing lost, nothing doubled, nobody waits more than 20 s after an election',
  rounds: { short: 1, whole: 30 },
  run,
};

async function run(rounds: number): Promise<Found> {
  const set = await startSet(3, { electionMs: rounds < 10 ? 2_000 : 10_000 });
  const line = await standInLine();
  try {
    const connected = await connectDatabase(set.uri);
    if (!connected.ok) throw new Error(connected.detail);
    const { database } = connected;
    await prepareOfficers(database, OFFICERS);
    const bot = await startBot({ mongoUri: set.uri, lineUrl: line.url, port: await freePort() });
    const officers = startOfficers(line, bot.url, { run: 'f4', count: OFFICERS, restMs: 100 });
    /** Times during which there was no primary. */
    const away: { from: number; to: number }[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const before = officers.acknowledged();
      while (officers.acknowledged() < before + OFFICERS) await pause(50);
      await pause(Math.random() * UP_MS);
      const primary = await set.primary();
      const from = Date.now();
      await primary.kill();
      const again = pause(3_000 + Math.random() * 2_000).then(() => primary.start());
      await set.primary(primary);
      away.push({ from, to: Date.now() });
      await again;
    }
    await officers.stop();
    const emptied = await drained(database, WAIT_MS).catch(() => null);
    const judged = await officers.judge(database);
    const code = await bot.terminate();
    await database.close();
    /** Time during which somebody could have worked on it. */
    const waits = judged.events.map(({ acknowledgedAt, doneAt }) => {
      const until = doneAt ?? Date.now();
      const without = away.map(({ from, to }) => Math.min(to, until) - Math.max(from, acknowledgedAt));
      return until - acknowledgedAt - without.reduce((sum, one) => sum + Math.max(0, one), 0);
    });
    const longest = Math.max(...waits);
    const unanswered = judged.events.filter(({ answeredAt }) => answeredAt === null).length;
    const elections = away.map(({ from, to }) => to - from);
    return {
      figures: [
        `${judged.acknowledged} reports acknowledged, ${judged.lost} lost, ${judged.doubled} doubled, ${judged.dead} given up`,
        `${judged.events.length} events, waited with a primary there ${seconds(longest)} at most (p99 ${seconds(percentile(waits, 0.99))})`,
        `${unanswered} answered later than their reply token lives`,
        `elections ${seconds(percentile(elections, 0.5))} in the middle, ${seconds(Math.max(...elections))} at most`,
      ].join('; '),
      missed: [
        ...unless(judged.lost === 0, `${judged.lost} lost`),
        ...unless(judged.doubled === 0, `${judged.doubled} doubled`),
        ...unless(judged.dead === 0, `${judged.dead} given up`),
        ...unless(emptied !== null, 'events stayed open'),
        ...unless(longest <= WAIT_MS, `one waited ${seconds(longest)}`),
        ...unless(code === 0, `the bot ended with ${code}`),
      ],
    };
  } finally {
    await line.close();
    await set.stop();
  }
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}
