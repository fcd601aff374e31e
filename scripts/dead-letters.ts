/** `npm run dead-letters`: shows what gave up, tries it again or drops it. */
import { systemClock } from '../src/clock.ts';
import type { Database } from '../src/db/connect.ts';
import { type DeadLetter, drop, findDeadLetters, replay } from '../src/services/dead-letters.ts';
import { moment } from '../src/text/format.ts';
import { type ScriptCall, type Script, type ScriptOutcome, runScript, withDatabase } from './cli.ts';

const flags = {
  replay: { type: 'string', value: 'ID|all' },
  drop: { type: 'string', value: 'ID|all' },
  office: { type: 'string', value: 'ID' },
  yes: { type: 'boolean' },
} as const;

type LettersCall = ScriptCall<typeof flags>;

export const deadLettersScript: Script<typeof flags> = {
  name: 'dead-letters',
  flags,
  help: ({ deadLetters: { summary, usage, options } }) => ({ summary, usage, options }),
  run,
};

/** More would scroll the first ones off the screen. */
const SHOWN = 50;

async function run(call: LettersCall): Promise<ScriptOutcome> {
  const { values, files, words } = call;
  const { bad } = words.deadLetters;
  if (files[0] !== undefined) return { exit: 'bad-usage', message: bad.stray(files[0]) };
  if (values.replay !== undefined && values.drop !== undefined)
    return { exit: 'bad-usage', message: bad.oneAct };
  return withDatabase(call, async (database) => {
    const letters = await findDeadLetters(database, values.office ?? null);
    const id = values.replay ?? values.drop;
    if (id === undefined) return list(call, letters);
    const chosen = id === 'all' ? letters : letters.filter((one) => one.id === id);
    if (chosen.length === 0 && id !== 'all')
      return { exit: 'refused', reason: 'unknown', lines: [words.deadLetters.unknown(id)] };
    return values.drop === undefined ? replayAll(call, database, chosen) : dropAll(call, database, chosen);
  });
}

function list({ words, language }: LettersCall, letters: readonly DeadLetter[]): ScriptOutcome {
  const say = words.deadLetters;
  const lines = letters.slice(0, SHOWN).map(({ id, at, purpose, attempts, error }) => {
    const when = moment(at, language);
    return purpose === null
      ? say.event(id, when, attempts, error)
      : say.message(id, when, purpose, attempts, error);
  });
  const counts = count(letters);
  const more = letters.length > SHOWN ? [say.more(letters.length - SHOWN)] : [];
  return {
    exit: 'ok',
    lines: letters.length === 0 ? [say.none] : [say.heading(counts), ...lines, ...more],
    json: letters,
  };
}

/** How many of each kind, as the sentences count them. */
function count(letters: readonly DeadLetter[]): { events: number; messages: number; notices: number } {
  const of = (name: DeadLetter['queue']): number => letters.filter(({ queue }) => queue === name).length;
  return { events: of('inbox'), messages: of('outbox'), notices: of('deliveries') };
}

async function replayAll(
  { words }: LettersCall,
  database: Database,
  letters: DeadLetter[],
): Promise<ScriptOutcome> {
  const say = words.deadLetters;
  const opened: DeadLetter[] = [];
  const left: { id: string; reason: string }[] = [];
  const notes: { id: string; note: string }[] = [];
  const lines: string[] = [];
  const refusal = { 'too-old': say.tooOld, empty: say.empty, changed: say.changed, off: say.off };
  const noted = { 'new-key': say.newKey, 'became-push': say.becamePush, 'rides-along': say.ridesAlong };
  for (const letter of letters) {
    const { id } = letter;
    const done = await replay(database, letter, systemClock.now());
    if (!done.ok) {
      left.push({ id, reason: done.reason });
      lines.push(refusal[done.reason](id));
      continue;
    }
    opened.push(letter);
    for (const note of done.notes) {
      notes.push({ id, note });
      lines.push(noted[note](id));
    }
  }
  const json = { replayed: opened.map(({ id }) => id), left, notes };
  if (opened.length === 0 && left.length > 0)
    return { exit: 'refused', reason: 'nothing-replayed', lines, more: json };
  return { exit: 'ok', lines: [say.replayed(count(opened)), ...lines], json };
}

async function dropAll(call: LettersCall, database: Database, letters: DeadLetter[]): Promise<ScriptOutcome> {
  const say = call.words.deadLetters;
  if (letters.length > 0 && !call.values.yes) {
    const answer = await call.ask(say.askDrop(letters.length));
    if (answer === null) return { exit: 'refused', reason: 'needs-yes', lines: [say.needsYes] };
    if (!answer) return { exit: 'refused', reason: 'declined', lines: [say.declined] };
  }
  const dropped: DeadLetter[] = [];
  const changed: string[] = [];
  for (const letter of letters) {
    const done = await drop(database, letter, systemClock.now());
    if (done.ok) dropped.push(letter);
    else changed.push(letter.id);
  }
  return {
    exit: 'ok',
    lines: [say.dropped(count(dropped)), ...changed.map(say.changed)],
    json: { dropped: dropped.map(({ id }) => id), left: changed.map((id) => ({ id, reason: 'changed' })) },
  };
}

// last, so that everything above is there when it runs

if (import.meta.main) process.exitCode = await runScript(deadLettersScript);
