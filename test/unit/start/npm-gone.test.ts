/** Whoever ends `npm start` ends the bot: npm ends the shell it started the bot with, and nothing else. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';

const RUNNING = new URL('../../../src/running.ts', import.meta.url).href;
const CONFIG = new URL('../../../src/config.ts', import.meta.url).href;
/** A bot with nothing to stop, which stays until it is told. */
const BOT = `
  import { isUnderNpm } from '${CONFIG}';
  import { stopOnSignal } from '${RUNNING}';
  const say = (event, { signal } = {}) => console.log(event, signal);
  stopOnSignal([], { info: say, warn: say, error: say, debug: say }, isUnderNpm());
  setInterval(() => undefined, 1000);
  console.log('up');
`;

/** As npm does it, with a shell that waits for the bot. */
async function startUnder(event: string) {
  const command = `"${process.execPath}" --input-type=module -e "$BOT"; true`;
  const env = { ...process.env, BOT, npm_lifecycle_event: event };
  const shell = spawn('sh', ['-c', command], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  const up = new Promise<void>((resolve) => {
    shell.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('up')) resolve();
    });
  });
  // the pipe is closed once the bot has gone as well
  const ended = once(shell.stdout, 'close');
  await up;
  return { shell, ended, said: () => said };
}

test.each(['start', 'set-up'])('npm run %s that is ended takes the bot with it', async (event) => {
  const { shell, ended, said } = await startUnder(event);
  shell.kill();
  await ended;
  expect(said()).toContain('stopping npm-gone');
});
