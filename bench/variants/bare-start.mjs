/** Anchor: a program that imports the packages the bot has loaded by the time it listens, and listens; with a compile cache as the bot has. */
import { enableCompileCache } from 'node:module';

enableCompileCache();
const [{ default: express }, { createServer }] = await Promise.all([import('express'), import('node:http')]);
for (const name of process.argv.slice(2)) await import(name);
const server = createServer(express());
server.listen(0, '127.0.0.1', () => process.send?.({ listening: true }));
process.on('SIGTERM', () => process.exit(0));
