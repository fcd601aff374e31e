/** Anchor: a program that imports the packages it is told to, as the bot imports them, and listens; with a compile cache as the bot has. */
import { createServer } from 'node:http';
import { enableCompileCache } from 'node:module';

enableCompileCache();
for (const name of process.argv.slice(2)) await import(name);
const server = createServer((_request, response) => response.end());
server.listen(0, '127.0.0.1', () => process.send?.({ listening: true }));
process.on('SIGTERM', () => process.exit(0));
