/** `npm run erase-person`: erases a person's data, and erases them again after a backup was restored. */
import { systemClock } from '../src/clock.ts';
import { type Config, ledgerIn } from '../src/config.ts';
import type { Database } from '../src/db/connect.ts';
import { forgetMenu } from '../src/line/rich-menu-links.ts';
import {
  type Erasure,
  erasePersonSurely,
  erasureOf,
  erasuresIn,
  findErased,
} from '../src/services/erase-person.ts';
import { exportPerson, findPerson, type Person } from '../src/services/person.ts';
import { type ScriptCall, type Script, type ScriptOutcome, runScript, withDatabase } from './cli.ts';
import { unreadable } from './files.ts';
import { allLines } from './line-access.ts';
import { addToLedger, readLedger } from '../src/services/erasure-ledger.ts';

const flags = {
  reapply: { type: 'boolean' },
  ledger: { type: 'string', value: 'FILE' },
  yes: { type: 'boolean' },
} as const;

type EraseCall = ScriptCall<typeof flags>;

export const eraseScript: Script<typeof flags> = {
  name: 'erase-person',
  flags,
  help: ({ person }) => person.erase,
  run,
};

async function run(call: EraseCall): Promise<ScriptOutcome> {
  const { values, files, words } = call;
  const [id] = files;
  if (values.reapply && id !== undefined) return { exit: 'bad-usage', message: words.person.reapplyAlone };
  if (!values.reapply && (id === undefined || files.length > 1))
    return { exit: 'bad-usage', message: words.person.needsId };
  return withDatabase(call, async (database, config) => {
    if (id === undefined) {
      const read = await readErasures(call, config);
      return read.ok ? reapplyErasures(call, database, config, read.erasures) : read.outcome;
    }
    const ledger = ledgerOf(call, config);
    const person = await findPerson(database, id);
    if (!person) return { exit: 'refused', reason: 'person-unknown', lines: [words.person.unknown(id)] };
    return erase(call, database, config, person, ledger);
  });
}

async function erase(
  call: EraseCall,
  database: Database,
  config: Config,
  person: Person,
  ledger: string,
): Promise<ScriptOutcome> {
  const say = call.words.person.erase;
  const now = systemClock.now();
  if (!call.values.yes) {
    const { updates } = await exportPerson(database, person, now);
    const answer = await call.ask(say.ask(person.members[0]?.name ?? person.userId, updates.length));
    if (answer === null) return { exit: 'refused', reason: 'needs-yes', lines: [say.needsYes] };
    if (!answer) return { exit: 'refused', reason: 'declined', lines: [say.declined] };
  }
  // the ledger first: an erasure that is not in it would come back with a backup
  const fault = await addToLedger(ledger, erasureOf(person, now));
  if (fault !== null)
    return { exit: 'refused', reason: 'ledger-unwritable', lines: [say.ledgerUnwritable(ledger, fault)] };
  const done = await eraseSurely(call, database, config, person.userId);
  if (!done.ok) return { exit: 'refused', reason: done.reason, lines: [say.conflict] };
  const { rows, mentions } = done;
  return {
    exit: 'ok',
    lines: [
      say.done(rows),
      ...(mentions.length > 0 ? [say.mentions(mentions.join(', '))] : []),
      say.keep(ledger),
    ],
    json: { erased: person.members.map(({ id }) => id), rows, mentions, ledger },
  };
}

async function eraseSurely(
  { words }: Pick<EraseCall, 'words'>,
  database: Database,
  config: Config,
  userId: string,
) {
  const now = (): Date => systemClock.now();
  const done = await erasePersonSurely(database, userId, words.person.anonymous, now);
  if (done.ok) for (const { access } of await allLines(database, config)) await forgetMenu(access, userId);
  return done;
}

function ledgerOf({ values }: Pick<EraseCall, 'values'>, { dataDir }: Config): string {
  return values.ledger ?? ledgerIn({ dataDir });
}

type ErasuresRead = { ok: true; erasures: Erasure[] } | { ok: false; outcome: ScriptOutcome };

/** The whole ledger, before anything is changed. Only the usual one may be missing: there is none before the first erasure. */
export async function readErasures(
  call: Pick<EraseCall, 'words' | 'values'>,
  config: Config,
): Promise<ErasuresRead> {
  const say = call.words.person.erase;
  const ledger = ledgerOf(call, config);
  const refused = (reason: string, line: string): ErasuresRead => ({
    ok: false,
    outcome: { exit: 'refused', reason, lines: [line] },
  });
  try {
    const read = await readLedger(ledger);
    return read.ok ? read : refused('ledger-broken', say.ledgerBroken(ledger, read.line));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT')
      return { ok: false, outcome: unreadable(call, ledger, error) };
    return call.values.ledger === undefined
      ? { ok: true, erasures: [] }
      : refused('ledger-missing', say.ledgerMissing(ledger));
  }
}

/** Erases once more whoever stands in the ledger or in the database's own list of erasures, and came back with a backup. */
export async function reapplyErasures(
  call: Pick<EraseCall, 'words' | 'values'>,
  database: Database,
  config: Config,
  fromLedger: readonly Erasure[],
): Promise<ScriptOutcome> {
  const say = call.words.person.erase;
  const all = [...fromLedger, ...(await erasuresIn(database))];
  const back = await findErased(database, all);
  for (const userId of back) {
    const done = await eraseSurely(call, database, config, userId);
    if (!done.ok) return { exit: 'refused', reason: done.reason, lines: [say.conflict] };
  }
  const people = new Set(all.map(({ person }) => person)).size;
  return {
    exit: 'ok',
    lines: [say.reapplied(people, back.length)],
    json: { people, erasedAgain: back.length, ledger: ledgerOf(call, config) },
  };
}

// last, so that everything above is there when it runs

if (import.meta.main) process.exitCode = await runScript(eraseScript);
