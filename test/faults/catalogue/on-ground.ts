/** A MongoDB of one member, a stand-in for LINE and officers, for faults that send what they like; under-stream.ts is for those under a stream of reports. */
import { connectDatabase, type Database } from '../../../src/db/connect.ts';
import { type BotProcess, startBot } from '../../helpers/bot-process.ts';
import { freePort } from '../../helpers/demo-process.ts';
import { startSet } from '../../helpers/mongo-set.ts';
import { standInLine, type StandInLine } from '../../helpers/stand-in-line.ts';
import { prepareOfficers } from '../ledger.ts';
import type { Found } from './fault.ts';

export interface Ground {
  database: Database;
  line: StandInLine;
  start: () => Promise<BotProcess>;
}

/** Cleans up whatever happens. */
export async function onGround(officers: number, run: (ground: Ground) => Promise<Found>): Promise<Found> {
  const set = await startSet(1);
  const line = await standInLine();
  const bots: BotProcess[] = [];
  let open: Database | null = null;
  try {
    const connected = await connectDatabase(set.uri);
    if (!connected.ok) throw new Error(connected.detail);
    const { database } = connected;
    open = database;
    await prepareOfficers(database, officers);
    const start = async (): Promise<BotProcess> => {
      const bot = await startBot({ mongoUri: set.uri, lineUrl: line.url, port: await freePort() });
      bots.push(bot);
      return bot;
    };
    return await run({ database, line, start });
  } finally {
    await Promise.all(bots.map((bot) => bot.kill()));
    await open?.close();
    await line.close();
    await set.stop();
  }
}
