/** Whether this machine lets the bot listen where it is to; run.ts asks before any database is opened. */
import { createServer } from 'node:net';
import { type Config, embeddedIn } from './config.ts';
import { lockHolder } from './db/embedded-lock.ts';
import { explainFault } from './start-faults.ts';
import { config as settings } from './text/th/config.ts';

/** @returns why not and what cures it, or null. @throws a fault of the bot itself. */
export async function refusedPort(config: Config): Promise<string | null> {
  const error = await tryPort(config);
  if (error === null) return null;
  // the same bot, started twice: it is known by name
  const directory = embeddedIn(config);
  const pid = directory === null ? null : await lockHolder(directory);
  if (directory !== null && pid !== null) return settings.embedded.inUse(directory, pid);
  const why = explainFault(error, config);
  if (why === null) throw error;
  return why;
}

function tryPort({ host, port }: Pick<Config, 'host' | 'port'>): Promise<Error | null> {
  const { promise, resolve } = Promise.withResolvers<Error | null>();
  const server = createServer();
  server.once('error', resolve);
  server.listen(port, host, () => server.close(() => resolve(null)));
  return promise;
}
