/** `npm run invite`: makes a code that lets people register, or a group be linked, with a link and a QR picture of it. */
import { toBuffer } from 'qrcode';
import { systemClock } from '../src/clock.ts';
import type { Config } from '../src/config.ts';
import { simulatorPage } from '../src/simulator-page.ts';
import type { Database } from '../src/db/connect.ts';
import type { Office } from '../src/db/offices.ts';
import { commit } from '../src/db/unit-of-work.ts';
import { ROLES } from '../src/domain/member.ts';
import { cleanName } from '../src/domain/names.ts';
import { chatLink, explainLineError, friendLink, lineAccount } from '../src/line/account.ts';
import { INVITE_LIMITS, leavesOfOwner, makeInvite, type NewInvite } from '../src/services/invites.ts';
import { loadCurrentPlan } from '../src/services/loaders.ts';
import { moment } from '../src/text/format.ts';
import { type ScriptCall, type Script, type ScriptOutcome, runScript, withDatabase } from './cli.ts';
import { writeBytes } from './files.ts';
import { lineOf } from './line-access.ts';
import { chooseOffice, readActivities } from './office-choice.ts';

const flags = {
  role: { type: 'string', value: 'ROLE' },
  owner: { type: 'string', value: 'TEXT' },
  activities: { type: 'string', value: '1.1,2' },
  uses: { type: 'string', value: 'N' },
  expires: { type: 'string', value: '30d' },
  qr: { type: 'string', value: 'FILE.png' },
  yes: { type: 'boolean' },
  office: { type: 'string', value: 'ID' },
} as const;

type InviteCall = ScriptCall<typeof flags>;
type Settings = Pick<NewInvite, 'role' | 'owner' | 'uses' | 'expiresAt'>;

export const inviteScript: Script<typeof flags> = {
  name: 'invite',
  flags,
  help: ({ invite: { summary, usage, options } }) => ({ summary, usage, options }),
  run,
};

const { uses: MOST_USES, days: LONGEST_DAYS, usualDays: USUAL_DAYS } = INVITE_LIMITS;
/** Pixels: prints sharp at 10 cm. */
const QR_WIDTH = 1200;

async function run(call: InviteCall): Promise<ScriptOutcome> {
  const now = systemClock.now();
  const read = readSettings(call, now);
  if (!read.ok) return { exit: 'bad-usage', message: read.message };
  return withDatabase(call, async (database, config) => {
    const office = await chooseOffice(database, call.values.office, call.words);
    if (!office.ok) return office.outcome;
    const activities = await activitiesOf(call, database, office.value);
    if (!activities.ok) return activities.outcome;
    const made = makeInvite(
      { ...read.settings, office: office.value.id, activities: activities.value },
      now,
      'command',
    );
    const { sentence } = call.words.invite;
    const link = await linkFor(
      call,
      database,
      config,
      office.value,
      read.settings.role,
      sentence(read.settings.role, made.code),
    );
    if (call.values.qr !== undefined) {
      // the picture first: an invite whose picture could not be written would be lost
      const text = link.url ?? sentence(read.settings.role, made.code);
      const refusal = await writeBytes(call, call.values.qr, await qrOf(text));
      if (refusal) return refusal;
    }
    const done = await commit(database, made.writes);
    if (!done.ok) return { exit: 'refused', reason: done.reason, lines: [call.words.importPlan.conflict] };
    return said(call, office.value, made.code, link, activities.value, read.settings);
  });
}

type Read = { ok: true; settings: Settings } | { ok: false; message: string };

function readSettings({ values, files, words }: InviteCall, now: Date): Read {
  const { bad } = words.invite;
  const role = [...ROLES, 'group' as const].find((one) => one === values.role);
  const [stray] = files;
  if (stray !== undefined) return { ok: false, message: bad.stray(stray) };
  if (!role) return { ok: false, message: values.role === undefined ? bad.noRole : bad.role(values.role) };
  if (role === 'group' && values.activities !== undefined) return { ok: false, message: bad.groupActivities };
  const uses = values.uses === undefined ? 1 : /^\d{1,4}$/.test(values.uses) ? Number(values.uses) : 0;
  if (uses < 1 || uses > MOST_USES) return { ok: false, message: bad.uses(values.uses ?? '', MOST_USES) };
  const lasts = durationMs(values.expires ?? `${USUAL_DAYS}d`);
  if (lasts === null) return { ok: false, message: bad.expires(values.expires ?? '', LONGEST_DAYS) };
  if (values.qr !== undefined && !/\.png$/i.test(values.qr)) return { ok: false, message: bad.qr(values.qr) };
  const owner = values.owner === undefined ? null : cleanName(values.owner);
  if (values.owner !== undefined && (owner === null || values.owner.length > 200))
    return { ok: false, message: bad.owner };
  return { ok: true, settings: { role, owner, uses, expiresAt: new Date(now.getTime() + lasts) } };
}

const UNIT_MS: Record<string, number> = { h: 3_600_000, d: 86_400_000, w: 7 * 86_400_000 };

/** @param text `12h`, `30d`, `4w`. @returns milliseconds, or null for anything else and for more than a year. */
function durationMs(text: string): number | null {
  const found = /^([1-9]\d{0,3})([hdw])$/.exec(text);
  const length = found ? Number(found[1]) * UNIT_MS[found[2]!]! : 0;
  return length > 0 && length <= LONGEST_DAYS * UNIT_MS['d']! ? length : null;
}

/** What was asked for; else, for an owner the plan names, what the plan gives that owner. */
async function activitiesOf({ values, words }: InviteCall, database: Database, office: Office) {
  if (values.activities !== undefined) return readActivities(values.activities, database, office, words);
  const plan = values.owner === undefined ? null : await loadCurrentPlan(database, office);
  return { ok: true as const, value: plan ? leavesOfOwner(plan, values.owner!) : [] };
}

interface Link {
  url: string | null;
  /** Why LINE could not be asked for the bot's id. */
  trouble: string | null;
}

/** People get a chat with the words ready; for a group the bot must be a friend first. */
async function linkFor(
  { words }: InviteCall,
  database: Database,
  config: Config,
  office: Office,
  role: NewInvite['role'],
  sentence: string,
): Promise<Link> {
  const access = await lineOf(database, config, office.id);
  const isTrial = config.line.kind === 'simulator' && office.settings?.['trial'] !== undefined;
  if (!access && isTrial) return { url: simulatorPage(config), trouble: null };
  if (!access) return { url: null, trouble: words.invite.notConnected };
  try {
    const { basicId } = await lineAccount(access).bot();
    return { url: role === 'group' ? friendLink(basicId) : chatLink(basicId, sentence), trouble: null };
  } catch (error) {
    return { url: null, trouble: words.invite.noLink(explainLineError(error).detail) };
  }
}

function qrOf(text: string): Promise<Buffer> {
  return toBuffer(text, { type: 'png', width: QR_WIDTH, margin: 4, errorCorrectionLevel: 'M' });
}

function said(
  { values, words, language }: InviteCall,
  office: Office,
  code: string,
  { url, trouble }: Link,
  activities: string[],
  { role, owner, uses, expiresAt }: Settings,
): ScriptOutcome {
  const say = words.invite;
  const lines = [
    say.made(say.role[role], office.name),
    `  ${say.code}: ${code}`,
    ...(url === null ? [] : [`  ${say.link}: ${url}`]),
    `  ${say.type(say.sentence(role, code))}`,
    ...(activities.length > 0 ? [`  ${say.activities(activities.join(', '))}`] : []),
    `  ${say.limits(uses, moment(expiresAt, language))}`,
    ...(role === 'officer' && activities.length === 0 ? [`  ${say.noActivities}`] : []),
    ...(values.qr === undefined ? [] : [`  ${say.wroteQr(values.qr)}`]),
    ...(trouble === null ? [] : [trouble]),
  ];
  const json = { code, url, expiresAt: expiresAt.toISOString(), uses, role, owner, activities };
  return { exit: 'ok', lines, json: { ...json, office: office.id } };
}

// last, so that everything above is there when it runs

if (import.meta.main) process.exitCode = await runScript(inviteScript);
