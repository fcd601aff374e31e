/** A process with an embedded database, for tests that kill it: prints where it is, then waits, or exits when told to. */
import { startEmbedded } from '../../src/db/embedded.ts';
import { quietLog } from '../../src/log.ts';

const [dataDir = '', then] = process.argv.slice(2);
const started = await startEmbedded({ dataDir, log: quietLog });
if (!started.ok) throw new Error(started.message);
process.stdout.write(`${JSON.stringify({ uri: started.uri, pid: started.pid })}\n`);
if (then === 'exit') process.exit(0);
setInterval(() => undefined, 60_000);
