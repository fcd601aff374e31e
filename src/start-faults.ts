/** Sentences for what goes wrong after the settings were read: port, address, directory, database; run.ts and the commands say them. */
import type { Config } from './config.ts';
import type { Connected } from './db/connect.ts';
import { command } from './text/th/admin/command.ts';
import { config as settings } from './text/th/config.ts';
import { demo as says } from './text/th/demo.ts';

/** What an address that this machine does not have, or a name nobody knows, comes to. */
const NO_SUCH_HOST = ['EADDRNOTAVAIL', 'ENOTFOUND', 'EAI_AGAIN', 'EINVAL'];
const NOT_WRITABLE = ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST'];

/** @returns what is wrong and what cures it, or null for a fault of the bot itself. */
export function explainFault(
  error: unknown,
  { host, port, dataDir }: Pick<Config, 'host' | 'port' | 'dataDir'>,
): string | null {
  if (!(error instanceof Error)) return null;
  const { code = '', syscall }: NodeJS.ErrnoException = error;
  if (syscall === 'listen' || syscall === 'getaddrinfo') {
    if (code === 'EADDRINUSE') return says.portTaken(port);
    if (code === 'EACCES') return says.portForbidden(port);
    return NO_SUCH_HOST.includes(code) ? says.hostNotHere(host) : null;
  }
  if (code === 'ENOSPC') return settings.embedded.diskFull(dataDir);
  const onFiles = syscall === 'mkdir' || syscall === 'open';
  return onFiles && NOT_WRITABLE.includes(code)
    ? settings.embedded.notWritable(dataDir, error.message)
    : null;
}

/** @returns why a database cannot be used; one that was named, with the setting that names it. */
export function explainDatabase(
  { reason, detail }: Pick<Extract<Connected, { ok: false }>, 'reason' | 'detail'>,
  { mongodb }: Pick<Config, 'mongodb'>,
  words: typeof command = command,
): string {
  if (reason === 'standalone') return words.databaseStandalone;
  if (reason === 'half-restored') return words.databaseHalfRestored;
  if (reason === 'newer') return words.databaseNewer;
  if (reason === 'none') return words.databaseNone;
  return mongodb.kind === 'uri' ? words.databaseUriUnreachable(detail) : words.databaseUnreachable(detail);
}
