/** `npm run export-person`: all data of one person as JSON, for the person to have. */
import { systemClock } from '../src/clock.ts';
import { commit } from '../src/db/unit-of-work.ts';
import { exportPerson, findPerson } from '../src/services/person.ts';
import { writeAudit } from '../src/services/writes.ts';
import { type ScriptCall, type Script, type ScriptOutcome, runScript, withDatabase } from './cli.ts';
import { writeBytes } from './files.ts';

const flags = {
  out: { type: 'string', value: 'FILE' },
  yes: { type: 'boolean' },
} as const;

/** Others on the machine must not read it. */
const PRIVATE = 0o600;

export const exportScript: Script<typeof flags> = {
  name: 'export-person',
  flags,
  help: ({ person }) => person.export,
  run,
};

async function run(call: ScriptCall<typeof flags>): Promise<ScriptOutcome> {
  const { files, values, words } = call;
  const [id] = files;
  if (id === undefined || files.length > 1) return { exit: 'bad-usage', message: words.person.needsId };
  return withDatabase(call, async (database) => {
    const person = await findPerson(database, id);
    if (!person) return { exit: 'refused', reason: 'person-unknown', lines: [words.person.unknown(id)] };
    const now = systemClock.now();
    const data = await exportPerson(database, person, now);
    const text = `${JSON.stringify(data, null, 2)}\n`;
    if (values.out !== undefined) {
      const refusal = await writeBytes(call, values.out, text, PRIVATE);
      if (refusal) return refusal;
    }
    const noted = person.members.map(({ id: member, office }) =>
      writeAudit(office, now, 'command', 'export-person', { member }),
    );
    await commit(database, noted);
    const name = person.members[0]?.name ?? person.userId;
    const lines = values.out === undefined ? [text.trimEnd()] : [words.person.export.wrote(name, values.out)];
    return { exit: 'ok', lines, json: data };
  });
}

if (import.meta.main) process.exitCode = await runScript(exportScript);
