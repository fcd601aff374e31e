/** `npm run export-person`: all data of one person as JSON, for the person to have. */
import { stat, writeFile } from 'node:fs/promises';
import { systemClock } from '../src/clock.ts';
import { commit } from '../src/db/unit-of-work.ts';
import { exportPerson, findPerson } from '../src/services/person.ts';
import { writeAudit } from '../src/services/writes.ts';
import { type Call, type Command, type Outcome, runCommand, withDatabase } from './cli.ts';

const flags = {
  out: { type: 'string', value: 'FILE' },
  yes: { type: 'boolean' },
} as const;

export const exportCommand: Command<typeof flags> = {
  name: 'export-person',
  flags,
  help: ({ person }) => person.export,
  run,
};

async function run(call: Call<typeof flags>): Promise<Outcome> {
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
      const refusal = await writePrivately(call, values.out, text);
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

/** Others on the machine must not read it. @returns the refusal, or null. */
async function writePrivately(
  { values, words }: Call<typeof flags>,
  file: string,
  text: string,
): Promise<Outcome | null> {
  const there = await stat(file).then(
    () => true,
    () => false,
  );
  if (there && !values.yes)
    return { exit: 'refused', reason: 'file-exists', lines: [words.command.fileExists(file)] };
  try {
    await writeFile(file, text, { mode: 0o600 });
    return null;
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return {
      exit: 'refused',
      reason: 'unwritable-file',
      lines: [words.command.fileUnwritable(file, detail)],
    };
  }
}

if (import.meta.main) process.exitCode = await runCommand(exportCommand);
