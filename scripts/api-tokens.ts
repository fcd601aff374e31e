/** `npm run api-tokens`: shows an office's tokens of the API, makes one or revokes one. */
import { systemClock } from '../src/clock.ts';
import { listTokens, makeToken, MOST_TOKENS, revokeToken } from '../src/services/api-tokens.ts';
import { moment } from '../src/text/format.ts';
import { type Script, type ScriptCall, type ScriptOutcome, runScript, withDatabase } from './cli.ts';
import { chooseOffice } from './office-choice.ts';

const flags = {
  make: { type: 'string', value: 'NAME' },
  revoke: { type: 'string', value: 'ID' },
  office: { type: 'string', value: 'ID' },
} as const;

export const apiTokensScript: Script<typeof flags> = {
  name: 'api-tokens',
  flags,
  help: ({ apiTokens: { summary, usage, options } }) => ({ summary, usage, options }),
  run,
};

const BY = 'command';
/** Enough of an id to tell tokens apart. */
const SHORT = 12;

async function run(call: ScriptCall<typeof flags>): Promise<ScriptOutcome> {
  const { values, files, words, language } = call;
  const say = words.apiTokens;
  if (files[0] !== undefined) return { exit: 'bad-usage', message: say.stray(files[0]) };
  if (values.make !== undefined && values.revoke !== undefined)
    return { exit: 'bad-usage', message: say.oneAct };
  return withDatabase(call, async (database) => {
    const chosen = await chooseOffice(database, values.office, words);
    if (!chosen.ok) return chosen.outcome;
    const office = chosen.value.id;
    const act = { by: BY, now: systemClock.now() };
    if (values.make !== undefined) {
      const made = await makeToken(database, office, values.make.slice(0, 100), act);
      if (!made) return { exit: 'refused', reason: 'too-many', lines: [say.tooMany(MOST_TOKENS)] };
      return { exit: 'ok', lines: [say.made(made.token), say.once], json: made };
    }
    const tokens = await listTokens(database, office);
    if (values.revoke === undefined) {
      const lines = tokens.map(({ id, name, createdAt, lastUsedAt }) =>
        say.line(
          id.slice(0, SHORT),
          name,
          moment(createdAt, language),
          lastUsedAt && moment(lastUsedAt, language),
        ),
      );
      return { exit: 'ok', lines: tokens.length === 0 ? [say.none] : lines, json: tokens };
    }
    const given = values.revoke;
    const meant = tokens.filter(({ id }) => given.length >= SHORT && id.startsWith(given));
    const [one] = meant;
    const done = meant.length === 1 && one && (await revokeToken(database, office, one.id, act));
    if (!done) return { exit: 'refused', reason: 'unknown', lines: [say.unknown(given)] };
    return { exit: 'ok', lines: [say.revoked(one.name)], json: { revoked: one.id } };
  });
}

// last, so that everything above is there when it runs
if (import.meta.main) process.exitCode = await runScript(apiTokensScript);
