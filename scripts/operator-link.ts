/** `npm run operator-link`: a one-time link for an operator of all offices; who there are, and taking one out. */
import { systemClock } from '../src/clock.ts';
import { cleanName } from '../src/domain/names.ts';
import { findOperators, makeOperatorLink, withdrawOperator } from '../src/services/operators.ts';
import { moment } from '../src/text/format.ts';
import { type ScriptCall, type Script, type ScriptOutcome, runScript, withDatabase } from './cli.ts';

const flags = {
  name: { type: 'string', value: 'NAME' },
  list: { type: 'boolean' },
  withdraw: { type: 'string', value: 'NAME' },
} as const;

export const operatorLinkScript: Script<typeof flags> = {
  name: 'operator-link',
  flags,
  help: ({ operatorLink: { summary, usage, options } }) => ({ summary, usage, options }),
  run,
};

async function run(call: ScriptCall<typeof flags>): Promise<ScriptOutcome> {
  const { values, files, words, language } = call;
  const say = words.operatorLink;
  if (files[0] !== undefined) return { exit: 'bad-usage', message: say.stray(files[0]) };
  const { name: typed, list, withdraw } = values;
  if ([typed, list, withdraw].filter(Boolean).length !== 1) return { exit: 'bad-usage', message: say.oneAct };
  const name = cleanName(typed ?? '');
  if (typed !== undefined && name === null) return { exit: 'bad-usage', message: say.badName };
  return withDatabase(call, async (database, { publicUrl }) => {
    if (withdraw !== undefined) {
      const done = await withdrawOperator(database, withdraw, systemClock.now());
      return done
        ? { exit: 'ok', lines: [say.withdrawn(withdraw)], json: { withdrawn: withdraw } }
        : { exit: 'refused', reason: 'operator-unknown', lines: [say.unknown(withdraw)] };
    }
    if (name === null) {
      const operators = await findOperators(database.models);
      const lines = operators.length > 0 ? operators.map((one) => one.name) : [say.none];
      return { exit: 'ok', lines, json: operators };
    }
    const { token, expiresAt } = await makeOperatorLink(database, name, systemClock.now(), language);
    const url = `${publicUrl}/open/${token}`;
    return {
      exit: 'ok',
      lines: [say.made(url, name), say.limits(moment(expiresAt, language))],
      json: { url, expiresAt: expiresAt.toISOString() },
    };
  });
}

// last, so that everything above is there when it runs
if (import.meta.main) process.exitCode = await runScript(operatorLinkScript);
