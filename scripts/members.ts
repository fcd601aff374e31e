/** `npm run members`: who is linked, and what an administrator changes about it. */
import { systemClock } from '../src/clock.ts';
import type { Config } from '../src/config.ts';
import type { Database } from '../src/db/connect.ts';
import { findOffice } from '../src/db/offices.ts';
import type { Member } from '../src/domain/member.ts';
import { forgetMenu } from '../src/line/rich-menu-links.ts';
import {
  type MemberChanged,
  findMemberships,
  handOver,
  listMembers,
  mainRole,
  revokeMember,
  setActivities,
} from '../src/services/members.ts';
import { moment } from '../src/text/format.ts';
import { type ScriptCall, type Script, type ScriptOutcome, runScript, withDatabase } from './cli.ts';
import { lineOf } from './line-access.ts';
import { readActivities, readableOffices } from './office-choice.ts';

const flags = {
  office: { type: 'string', value: 'ID' },
  all: { type: 'boolean' },
  revoke: { type: 'string', value: 'ID' },
  'hand-over': { type: 'string', value: 'ID' },
  to: { type: 'string', value: 'ID' },
  'set-activities': { type: 'string', value: 'ID' },
  activities: { type: 'string', value: '1.1,2|none' },
} as const;

type MembersCall = ScriptCall<typeof flags>;

export const membersScript: Script<typeof flags> = {
  name: 'members',
  flags,
  help: ({ members: { summary, usage, options } }) => ({ summary, usage, options }),
  run,
};

async function run(call: MembersCall): Promise<ScriptOutcome> {
  const message = misused(call);
  if (message !== null) return { exit: 'bad-usage', message };
  const { revoke, 'hand-over': from, to, 'set-activities': whose, activities } = call.values;
  return withDatabase(call, async (database, config) => {
    if (revoke !== undefined) return takeOut(call, database, config, revoke);
    if (from !== undefined) return passOn(call, database, from, to ?? '');
    if (whose !== undefined) return assign(call, database, whose, activities ?? '');
    return list(call, database);
  });
}

/** @returns what is wrong with the flags as a whole, or null. */
function misused({ values, files, words }: MembersCall): string | null {
  const { bad } = words.members;
  const acts = [values.revoke, values['hand-over'], values['set-activities']].filter(Boolean);
  if (files[0] !== undefined) return bad.stray(files[0]);
  if (acts.length > 1) return bad.oneAct;
  if ((values['hand-over'] === undefined) !== (values.to === undefined)) return bad.needsTo;
  if ((values['set-activities'] === undefined) !== (values.activities === undefined))
    return bad.needsActivities;
  return null;
}

type Found = { ok: true; member: Member } | { ok: false; outcome: ScriptOutcome };

async function find({ values, words }: MembersCall, database: Database, id: string): Promise<Found> {
  const found = await findMemberships(database, id, values.office ?? null);
  const [member] = found;
  if (member && found.length === 1) return { ok: true, member };
  const line = member ? words.members.manyMemberships(id) : words.members.unknown(id);
  const reason = member ? 'many-memberships' : 'member-unknown';
  const known = found.map((one) => ({ id: one.id, office: one.office }));
  const lines = [line, ...known.map((one) => `  ${one.id}  ${one.office}`)];
  return { ok: false, outcome: { exit: 'refused', reason, lines, more: { known } } };
}

async function list(call: MembersCall, database: Database): Promise<ScriptOutcome> {
  const { values, words, language } = call;
  const offices = (await readableOffices(call, database)).filter(({ id }) => id === (values.office ?? id));
  if (values.office !== undefined && offices.length === 0)
    return { exit: 'refused', reason: 'office-unknown', lines: [words.members.officeUnknown(values.office)] };
  const say = words.members;
  const lines: string[] = [];
  const json: unknown[] = [];
  for (const office of offices) {
    const people = await listMembers(database, office.id, values.all ?? false);
    lines.push(say.heading(office.name, office.id, people.length));
    for (const one of people) {
      const seen = one.lastSeenAt ? say.seen(moment(one.lastSeenAt, language)) : say.neverSeen;
      const roles = one.roles.map((role) => say.role[role]).join(', ');
      const state = one.state === 'active' ? '' : ` · ${say.state[one.state]}`;
      const work = one.activities.length > 0 ? one.activities.join(', ') : say.noActivities;
      lines.push(`  ${one.id}  ${one.name} · ${roles} · ${work} · ${seen}${state}`);
    }
    json.push(...people.map(asJson));
  }
  return { exit: 'ok', lines: lines.length > 0 ? lines : [say.noOffice], json };
}

function asJson(member: Member): Record<string, unknown> {
  const { id, name, position, roles, activities, userId, lastSeenAt, state, office } = member;
  const lastSeen = lastSeenAt?.toISOString() ?? null;
  return { id, name, role: mainRole(roles), activities, userId, lastSeen, roles, position, state, office };
}

async function takeOut(
  call: MembersCall,
  database: Database,
  config: Config,
  id: string,
): Promise<ScriptOutcome> {
  const found = await find(call, database, id);
  if (!found.ok) return found.outcome;
  const { member } = found;
  const done = await revokeMember(database, member, systemClock.now());
  if (!done.ok) return refused(call, done, member);
  // the bot would do it with the next word of that person; LINE being away is no reason to fail
  const line = await lineOf(database, config, member.office);
  if (line) await forgetMenu(line, member.userId);
  return {
    exit: 'ok',
    lines: [call.words.members.revoked(member.name)],
    json: { revoked: member.id, name: member.name },
  };
}

async function passOn(
  call: MembersCall,
  database: Database,
  fromId: string,
  toId: string,
): Promise<ScriptOutcome> {
  const from = await find(call, database, fromId);
  if (!from.ok) return from.outcome;
  const to = await find(call, database, toId);
  if (!to.ok) return to.outcome;
  const done = await handOver(database, from.member, to.member, systemClock.now());
  if (!done.ok) return refused(call, done, done.reason === 'revoked' ? to.member : from.member);
  const { activities } = from.member;
  return {
    exit: 'ok',
    lines: [call.words.members.handedOver(activities.join(', '), from.member.name, to.member.name)],
    json: { from: from.member.id, to: to.member.id, activities },
  };
}

async function assign(
  call: MembersCall,
  database: Database,
  id: string,
  text: string,
): Promise<ScriptOutcome> {
  const found = await find(call, database, id);
  if (!found.ok) return found.outcome;
  const { member } = found;
  const office = await findOffice(database.models, member.office);
  const read =
    text === 'none' || !office
      ? { ok: true as const, value: [] }
      : await readActivities(text, database, office, call.words);
  if (!read.ok) return read.outcome;
  const done = await setActivities(database, member, read.value, systemClock.now());
  if (!done.ok) return refused(call, done, member);
  const say = call.words.members;
  const line =
    read.value.length > 0 ? say.assigned(member.name, read.value.join(', ')) : say.cleared(member.name);
  return { exit: 'ok', lines: [line], json: { id: member.id, activities: read.value } };
}

function refused(
  { words }: MembersCall,
  { reason }: Extract<MemberChanged, { ok: false }>,
  member: Member,
): ScriptOutcome {
  const lines = [words.members.cannot[reason](member.name)];
  return { exit: 'refused', reason, lines, more: { member: member.id } };
}

if (import.meta.main) process.exitCode = await runScript(membersScript);
