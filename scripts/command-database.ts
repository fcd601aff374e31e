/** The database server of a command: the one that was named, the one a running bot has open, else one started here; cli.ts asks. */
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { realTimers, type Timers } from '../src/clock.ts';
import type { Config } from '../src/config.ts';
import { startEmbedded } from '../src/db/embedded.ts';
import { lockHolder } from '../src/db/embedded-lock.ts';
import { uriOf } from '../src/db/embedded-process.ts';
import type { Language } from '../src/domain/member.ts';
import { createLog } from '../src/log.ts';

type Opened = { ok: true; uri: string; stop(): Promise<void> } | { ok: false; message: string };

/** After so many milliseconds people ask themselves whether it hangs. */
const SLOW_MS = 4_000;

/** @returns whether opening it would make no database of our own. */
export async function isServerThere({ mongodb }: Pick<Config, 'mongodb'>): Promise<boolean> {
  if (mongodb.kind === 'uri') return true;
  return stat(join(mongodb.dataDir, 'mongo')).then(
    () => true,
    () => false,
  );
}

/** @param slow called when this takes a while: the first start fetches a database program, 60 to 100 MB. */
export async function openServer(
  { mongodb }: Pick<Config, 'mongodb'>,
  language: Language,
  slow: () => void,
): Promise<Opened> {
  const nothing = async (): Promise<void> => undefined;
  if (mongodb.kind === 'uri') return { ok: true, uri: mongodb.uri, stop: nothing };
  if ((await lockHolder(mongodb.dataDir)) !== null) {
    // A running server has the directory: its database takes us too.
    const note = await readFile(join(mongodb.dataDir, 'embedded.json'), 'utf8').catch(() => null);
    if (note !== null)
      return { ok: true, uri: uriOf((JSON.parse(note) as { port: number }).port), stop: nothing };
  }
  const log = createLog({ level: 'error', to: process.stderr });
  const started = await tellWhenSlow(startEmbedded({ dataDir: mongodb.dataDir, log, language }), slow);
  return started.ok
    ? { ok: true, uri: started.uri, stop: () => started.stop() }
    : { ok: false, message: started.message };
}

/** @returns what `work` comes to. @param slow called once when it is not there after a few seconds. */
export async function tellWhenSlow<T>(
  work: Promise<T>,
  slow: () => void,
  timers: Timers = realTimers,
): Promise<T> {
  const cancel = timers.after(SLOW_MS, slow);
  return work.finally(cancel);
}
