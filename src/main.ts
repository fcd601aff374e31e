/** Starts the server: reads the environment, opens the database, connects to LINE or to the simulator, stops cleanly; start.mjs loads it. */
import { enableCompileCache } from 'node:module';

// everything below is loaded after this, so that its compiled form is kept for the next start
enableCompileCache();
const { run } = await import('./run.ts');
await run(() => import('./simulator/index.ts'), { ownOffice: process.argv.includes('--own-office') });
