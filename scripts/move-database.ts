/** `npm run move-database`: copies everything from the database in use to an empty one, and compares. */
import { systemClock } from '../src/clock.ts';
import type { Config } from '../src/config.ts';
import { connectDatabase, type Database } from '../src/db/connect.ts';
import { dump, readDump } from '../src/db/dump.ts';
import { isDatabaseEmpty, fillFromDump } from '../src/db/restore.ts';
import { explainDatabase } from '../src/start-faults.ts';
import { refuseInUse } from './bot-stopped.ts';
import {
  type ScriptCall,
  COMMAND_NAME,
  type Script,
  type ScriptOutcome,
  runScript,
  withDatabase,
} from './cli.ts';
import { openServer } from './command-database.ts';

const flags = {
  to: { type: 'string', value: 'URI' },
  'bot-stopped': { type: 'boolean' },
} as const;

type MoveCall = ScriptCall<typeof flags>;

export const moveScript: Script<typeof flags> = {
  name: 'move-database',
  flags,
  help: ({ moveDatabase: { summary, usage, options } }) => ({ summary, usage, options }),
  run,
};

async function run(call: MoveCall): Promise<ScriptOutcome> {
  const { to } = call.values;
  const say = call.words.moveDatabase;
  if (to === undefined) return { exit: 'bad-usage', message: say.needsTo };
  if (to !== 'embedded' && !/^mongodb(\+srv)?:\/\//.test(to))
    return { exit: 'bad-usage', message: say.badTo };
  return withDatabase(
    call,
    async (database, config) => {
      const same = config.mongodb.kind === 'uri' ? config.mongodb.uri === to : to === 'embedded';
      if (same) return { exit: 'refused', reason: 'same', lines: [say.same] };
      const running = await refuseInUse(call, database, config);
      return running ?? moveTo(call, database, config, to);
    },
    { mixed: 'allowed' },
  );
}

async function moveTo(call: MoveCall, from: Database, config: Config, to: string): Promise<ScriptOutcome> {
  const { words, language } = call;
  const say = words.moveDatabase;
  const mongodb: Config['mongodb'] =
    to === 'embedded' ? { kind: 'embedded', dataDir: config.dataDir } : { kind: 'uri', uri: to };
  const opened = await openServer({ mongodb }, language, () => call.say([words.command.databaseSlow]));
  if (!opened.ok) return unusable(call, opened.message);
  try {
    const options = { poolSize: 4, appName: COMMAND_NAME, halfRestored: 'allowed' } as const;
    const connected = await connectDatabase(opened.uri, options);
    if (!connected.ok) {
      // the setting that names a database is not at fault here: --to is
      const { standalone, unreachable } = say;
      const own = { ...words.command, databaseStandalone: standalone, databaseUriUnreachable: unreachable };
      return unusable(call, explainDatabase(connected, { mongodb }, own));
    }
    const target = connected.database;
    try {
      const running = await refuseInUse(call, target, { mongodb });
      if (running) return running;
      if (!(await isDatabaseEmpty(target)))
        return { exit: 'refused', reason: 'target-not-empty', lines: [say.targetNotEmpty] };
      const sent = await fillFromDump(target, dump(from, systemClock.now()));
      const nothing = async (): Promise<void> => undefined;
      const arrived = await readDump(dump(target, systemClock.now()), {
        collection: nothing,
        document: nothing,
      });
      if (!sent.ok || !arrived.ok || sent.sha256 !== arrived.sha256)
        return { exit: 'refused', reason: 'differs', lines: [say.differs] };
      return {
        exit: 'ok',
        lines: [say.done(sent.documents), say.next(to)],
        json: { documents: sent.documents, sha256: sent.sha256, to: to === 'embedded' ? to : 'uri' },
      };
    } finally {
      await target.close();
    }
  } finally {
    await opened.stop();
  }
}

function unusable({ words }: MoveCall, detail: string): ScriptOutcome {
  return { exit: 'refused', reason: 'target-unusable', lines: [words.moveDatabase.targetUnusable(detail)] };
}

if (import.meta.main) process.exitCode = await runScript(moveScript);
