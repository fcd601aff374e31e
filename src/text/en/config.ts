/** English sentences: why the bot refuses to start, and what to do about it. */
import type { config as thai } from '../th/config.ts';

export const config: typeof thai = {
  embedded: {
    inUse: (directory, pid) =>
      `The data directory ${directory} is in use by process ${pid}. Stop that program first, or set DATA_DIR to another directory.`,
    noMongod: (tried) =>
      `MongoDB was not found and could not be downloaded. Install MongoDB Community Server 7.0 (the mongod command), ` +
      `or set MONGOMS_SYSTEM_BINARY to where mongod is, or set MONGODB_URI to a database you have.\n` +
      tried.map((line) => `  - ${line}`).join('\n'),
    notWritable: (directory, why) =>
      `The directory ${directory} cannot be written to (${why}). Check its permissions, or set DATA_DIR to another directory.`,
    didNotStart: (directory, why, log) =>
      `The database in ${directory} did not open: ${why}\nDetails are in ${log}`,
  },
};
