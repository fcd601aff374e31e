/** `npm run restore`: brings everything back from a backup, then erases again who was erased since. */
import { isDatabaseEmpty, fillFromDump } from '../src/db/restore.ts';
import { moment } from '../src/text/format.ts';
import { openBackup, readBackup } from './backup.ts';
import { refuseInUse } from './bot-stopped.ts';
import { type ScriptCall, type Script, type ScriptOutcome, runScript, withDatabase } from './cli.ts';
import { readErasures, reapplyErasures } from './erase-person.ts';
import { unreadable } from './files.ts';

const flags = {
  replace: { type: 'boolean' },
  ledger: { type: 'string', value: 'FILE' },
  'bot-stopped': { type: 'boolean' },
  yes: { type: 'boolean' },
} as const;

export const restoreScript: Script<typeof flags> = {
  name: 'restore',
  flags,
  help: ({ restore: { summary, usage, options } }) => ({ summary, usage, options }),
  run,
};

async function run(call: ScriptCall<typeof flags>): Promise<ScriptOutcome> {
  const { files, values, words, language } = call;
  const say = words.restore;
  const [file] = files;
  if (file === undefined || files.length > 1) return { exit: 'bad-usage', message: say.needsFile };
  // all of it before anything is changed
  const read = await readBackup(file).catch((error: unknown) => unreadable(call, file, error));
  if ('exit' in read) return read;
  if (!read.ok) return { exit: 'refused', reason: read.reason, lines: [say.fault[read.reason](file)] };
  const at = moment(read.at, language);
  return withDatabase(
    call,
    async (database, config) => {
      const running = await refuseInUse(call, database, config);
      if (running) return running;
      // whom it names must be known before their data come back
      const ledger = await readErasures(call, config);
      if (!ledger.ok) return ledger.outcome;
      if (!values.replace && !(await isDatabaseEmpty(database)))
        return { exit: 'refused', reason: 'not-empty', lines: [say.notEmpty] };
      if (!values.yes) {
        const answer = await call.ask(say.ask(read.documents, at));
        if (answer === null) return { exit: 'refused', reason: 'needs-yes', lines: [say.needsYes] };
        if (!answer) return { exit: 'refused', reason: 'declined', lines: [say.declined] };
      }
      const restored = await fillFromDump(database, openBackup(file));
      if (!restored.ok) return { exit: 'refused', reason: 'broke-off', lines: [say.brokeOff] };
      const erased = await reapplyErasures(call, database, config, ledger.erasures);
      if (erased.exit !== 'ok') return erased;
      return {
        exit: 'ok',
        lines: [say.done(restored.documents, at), ...erased.lines],
        json: { documents: restored.documents, at: restored.at.toISOString(), erasures: erased.json },
      };
    },
    { mixed: 'allowed', halfRestored: 'allowed' },
  );
}

if (import.meta.main) process.exitCode = await runScript(restoreScript);
