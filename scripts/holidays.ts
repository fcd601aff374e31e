/** `npm run holidays`: an office's own days off, and holidays on which it works all the same. */
import { systemClock } from '../src/clock.ts';
import type { Database } from '../src/db/connect.ts';
import type { Office } from '../src/db/offices.ts';
import { holidaysOn } from '../src/domain/holidays.ts';
import { changeOwnDay, type OwnDay, ownDays } from '../src/services/reminders-settings.ts';
import { shortDate } from '../src/text/format.ts';
import { type ScriptCall, type Script, type ScriptOutcome, runScript, withDatabase } from './cli.ts';
import { chooseOffice } from './office-choice.ts';
import { flagDay } from './typed-moment.ts';

const flags = {
  add: { type: 'string', value: 'YYYY-MM-DD' },
  open: { type: 'string', value: 'YYYY-MM-DD' },
  remove: { type: 'string', value: 'YYYY-MM-DD' },
  name: { type: 'string', value: 'TEXT' },
  list: { type: 'boolean' },
  office: { type: 'string', value: 'ID' },
} as const;

type HolidaysCall = ScriptCall<typeof flags>;

export const holidaysScript: Script<typeof flags> = {
  name: 'holidays',
  flags,
  help: ({ holidays: { summary, usage, options } }) => ({ summary, usage, options }),
  run,
};

if (import.meta.main) process.exitCode = await runScript(holidaysScript);

async function run(call: HolidaysCall): Promise<ScriptOutcome> {
  const words = call.words.holidays;
  const { add, open, remove, list, name } = call.values;
  const actions = [add, open, remove, list ? 'list' : undefined].filter((one) => one !== undefined);
  if (actions.length !== 1 || call.files.length > 0) return { exit: 'bad-usage', message: words.oneAction };
  const [flag = 'list', typed] =
    Object.entries({ add, open, remove }).find(([, value]) => value !== undefined) ?? [];
  const read = typed === undefined ? null : flagDay(flag, typed, call.words.command);
  if (read && !read.ok) return { exit: 'bad-usage', message: read.message };
  const day = read?.day;
  if (add !== undefined && name === undefined) return { exit: 'bad-usage', message: words.needsName };
  return withDatabase(call, async (database) => {
    const chosen = await chooseOffice(database, call.values.office, call.words);
    if (!chosen.ok) return chosen.outcome;
    if (day === undefined) return listed(call, chosen.value, ownDays(chosen.value));
    const kind = open === undefined ? 'closed' : 'open';
    const change = { day, name: remove === undefined ? (name ?? '') : null, kind } as const;
    return changed(call, database, chosen.value, change);
  });
}

async function changed(
  call: HolidaysCall,
  database: Database,
  office: Office,
  change: Parameters<typeof changeOwnDay>[2],
): Promise<ScriptOutcome> {
  const words = call.words.holidays;
  const result = await changeOwnDay(database, office.id, change, systemClock.now());
  if (result.ok) return listed(call, office, result.days);
  const line = result.reason === 'no-such-day' ? words.noSuchDay(change.day) : words.conflict;
  return { exit: 'refused', reason: result.reason, lines: [line] };
}

function listed(call: HolidaysCall, office: Office, days: readonly OwnDay[]): ScriptOutcome {
  const words = call.words.holidays;
  const lines = days.map((one) => {
    const kind = one.kind === 'closed' ? words.closed : words.open;
    const known = one.kind === 'closed' && holidaysOn(one.day).length > 0 ? ` ${words.alreadyPublic}` : '';
    return `  ${one.day}  ${shortDate(one.day, call.language)}  ${kind}  ${one.name}${known}`;
  });
  return {
    exit: 'ok',
    lines: [words.of(office.name), ...(lines.length > 0 ? lines : [`  ${words.none}`])],
    json: { office: office.id, days },
  };
}
