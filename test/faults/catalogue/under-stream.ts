/** A bot under a stream of reports on members of MongoDB of its own, judged by the ledger at the end; several faults break it each in their way. */
import { setTimeout as pause } from 'node:timers/promises';
import { connectDatabase, type Database } from '../../../src/db/connect.ts';
import { type BotProcess, startBot } from '../../helpers/bot-process.ts';
import { freePort } from '../../helpers/demo-process.ts';
import { type MongoSet, startSet } from '../../helpers/mongo-set.ts';
import { standInLine, type StandInLine } from '../../helpers/stand-in-line.ts';
import { drained, type Judged, type Officers, prepareOfficers, startOfficers } from '../ledger.ts';
import { type Found, unless } from './fault.ts';

export interface UnderStream {
  set: MongoSet;
  line: StandInLine;
  bot: BotProcess;
  /** All of them, where there are several. */
  bots: readonly BotProcess[];
  database: Database;
  officers: Officers;
  /** Ends the first one, or the one at that place, as asked, and starts another at its address. @param meanwhile waited for before it starts. */
  again: (
    end: (bot: BotProcess) => Promise<unknown>,
    place?: number,
    meanwhile?: () => Promise<unknown>,
  ) => Promise<void>;
  /** Resolves when so many more have been acknowledged. */
  moreReports: (count: number) => Promise<void>;
  /**
   * Resolves when the bot, just started, is in the middle of its work: it has answered somebody. Every fourth time it does
   * not wait for that; then the bot mostly still loads.
   */
  atWork: (round: number) => Promise<void>;
}

/** So often it is met while it loads. */
const EVERY = 4;

/** As the embedded mongod and the one of compose.yaml are started: what the open transaction of a dead or stopped bot holds is free again before its lease is over. */
export const SHIPPED = ['--setParameter', 'transactionLifetimeLimitSeconds=5'];

/** The longest anything may stay open once all is well again. */
const DRAINED_MS = 20_000;

/**
 * @param options.way where the bot finds MongoDB and LINE, when not at their own addresses.
 * @param breaks does its worst while reports come in.
 * @param after judges what only shows once the stream has ended.
 */
export async function underStream(
  options: {
    members: number;
    /** On the same database; webhooks come to any of them. */
    bots?: number;
    officers: number;
    /** A module loaded before that one of them, which breaks something in it. */
    before?: (bot: number) => URL | undefined;
    /** Further members of the office, who report nothing. */
    audience?: number;
    restMs: number;
    /** Of one officer before they wait for an answer; six when left out. */
    mostUnanswered?: number;
    electionMs?: number;
    /** Further arguments of each mongod. */
    more?: readonly string[];
    way?: (set: MongoSet, line: StandInLine) => Promise<{ mongoUri: string; lineUrl: string }>;
  },
  breaks: (stream: UnderStream) => Promise<Found>,
  after: (judged: Judged) => Found = () => ({ figures: '', missed: [] }),
): Promise<Found> {
  const { members, electionMs, more } = options;
  const set = await startSet(members, { ...(electionMs && { electionMs }), ...(more && { more }) });
  const line = await standInLine();
  const bots: BotProcess[] = [];
  let officers: Officers | null = null;
  let open: Database | null = null;
  try {
    const connected = await connectDatabase(set.uri);
    if (!connected.ok) throw new Error(connected.detail);
    const { database } = connected;
    open = database;
    await prepareOfficers(database, options.officers + (options.audience ?? 0));
    const way = (await options.way?.(set, line)) ?? { mongoUri: set.uri, lineUrl: line.url };
    const start = async (place: number, port: number): Promise<BotProcess> => {
      const before = options.before?.(place);
      return startBot({ ...way, port, ...(before && { before }) });
    };
    while (bots.length < (options.bots ?? 1)) bots.push(await start(bots.length, await freePort()));
    const bot = bots[0]!;
    officers = startOfficers(line, () => bots[Math.floor(Math.random() * bots.length)]!.url, {
      run: 'r',
      count: options.officers,
      restMs: options.restMs,
      ...(options.mostUnanswered !== undefined && { mostUnanswered: options.mostUnanswered }),
    });
    const moreReports = async (count: number): Promise<void> => {
      const before = officers!.acknowledged();
      while (officers!.acknowledged() < before + count) await pause(20);
    };
    const atWork = async (round: number): Promise<void> => {
      const before = line.repliedAt.size;
      await moreReports(3);
      while (round % EVERY !== EVERY - 1 && line.repliedAt.size === before) await pause(20);
      await pause(Math.random() * 300);
    };
    const again: UnderStream['again'] = async (end, place = 0, meanwhile) => {
      const { url } = bots[place]!;
      await end(bots[place]!);
      await meanwhile?.();
      bots[place] = await start(place, Number(new URL(url).port));
    };
    const broken = await breaks({ set, line, bot, bots, again, database, officers, moreReports, atWork });
    await officers.stop();
    const emptied = await drained(database, DRAINED_MS).catch(() => null);
    const judged = await officers.judge(database);
    const further = after(judged);
    const codes = await Promise.all(bots.map((one) => one.terminate()));
    const { acknowledged, lost, doubled, dead, pushedTwice } = judged;
    return {
      figures: [
        `${acknowledged} reports acknowledged, ${lost} lost, ${doubled} doubled, ${dead} given up`,
        broken.figures,
        further.figures,
      ]
        .filter((part) => part !== '')
        .join('; '),
      missed: [
        ...unless(lost === 0, `${lost} lost`),
        ...unless(doubled === 0, `${doubled} doubled`),
        ...unless(dead === 0, `${dead} given up`),
        ...unless(pushedTwice === 0, `${pushedTwice} pushed twice`),
        ...unless(emptied !== null, 'events stayed open'),
        ...unless(
          codes.every((code) => code === 0),
          `the bot ended with ${codes.join(', ')}: ${bots.map((one, at) => (codes[at] === 0 ? '' : one.said())).join(' ')}`,
        ),
        ...broken.missed,
        ...further.missed,
      ],
    };
  } finally {
    officers?.abandon();
    await Promise.all(bots.map((one) => one.kill()));
    await open?.close();
    await line.close();
    await set.stop();
  }
}
