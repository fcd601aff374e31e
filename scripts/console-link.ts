/** `npm run console-link`: a one-time link to the console for whoever has the terminal. */
import { systemClock } from '../src/clock.ts';
import { findOffices } from '../src/db/offices.ts';
import { makeSetUpLink, NO_OFFICE } from '../src/services/web-sessions.ts';
import { moment } from '../src/text/format.ts';
import { type ScriptCall, type Script, type ScriptOutcome, runScript, withDatabase } from './cli.ts';
import { chooseOffice } from './office-choice.ts';

const flags = { office: { type: 'string', value: 'ID' } } as const;

export const consoleLinkScript: Script<typeof flags> = {
  name: 'console-link',
  flags,
  help: ({ consoleLink: { summary, usage, options } }) => ({ summary, usage, options }),
  run,
};

async function run(call: ScriptCall<typeof flags>): Promise<ScriptOutcome> {
  const { values, files, words, language } = call;
  const say = words.consoleLink;
  if (files[0] !== undefined) return { exit: 'bad-usage', message: say.stray(files[0]) };
  return withDatabase(call, async (database, { publicUrl }) => {
    const { offices, unreadable } = await findOffices(database.models);
    let office = NO_OFFICE;
    // the first plan that is imported makes the office
    if (offices.length + unreadable.length > 0 || values.office !== undefined) {
      const chosen = await chooseOffice(database, values.office, words);
      if (!chosen.ok) return chosen.outcome;
      office = chosen.value.id;
    }
    const { token, expiresAt } = await makeSetUpLink(database, office, systemClock.now());
    const url = `${publicUrl}/open/${token}`;
    return {
      exit: 'ok',
      lines: [say.made(url), say.limits(moment(expiresAt, language))],
      json: { url, expiresAt: expiresAt.toISOString() },
    };
  });
}

// last, so that everything above is there when it runs
if (import.meta.main) process.exitCode = await runScript(consoleLinkScript);
