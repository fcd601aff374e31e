/** Which office and which activities an administrator means; invite and members ask here. */
import type { Database } from '../src/db/connect.ts';
import { findOffices, type Office } from '../src/db/offices.ts';
import type { Plan } from '../src/domain/activity.ts';
import { findActivity } from '../src/domain/plan.ts';
import { loadCurrentPlan } from '../src/services/loaders.ts';
import { arabicDigits } from '../src/text/format.ts';
import type { Texts } from '../src/text/index.ts';
import type { Flags, ScriptCall, ScriptOutcome } from './cli.ts';

type Words = Texts['admin'];
type Chosen<T> = { ok: true; value: T } | { ok: false; outcome: ScriptOutcome };

/** @param id of `--office`; without it there must be exactly one. */
export async function chooseOffice(
  database: Database,
  id: string | undefined,
  words: Words,
): Promise<Chosen<Office>> {
  const { offices, unreadable } = await findOffices(database.models);
  const all = [...offices, ...unreadable];
  const meant = (office: { id: string }): boolean => (id === undefined ? all.length === 1 : office.id === id);
  const office = offices.find(meant);
  if (office) return { ok: true, value: office };
  const broken = unreadable.find(meant);
  const { noOffice, officeUnknown, manyOffices } = words.members;
  const reason = broken
    ? 'office-unreadable'
    : all.length === 0
      ? 'no-office'
      : id === undefined
        ? 'many-offices'
        : 'office-unknown';
  const line = {
    'office-unreadable': words.command.unreadable(broken?.name ?? ''),
    'no-office': noOffice,
    'many-offices': manyOffices,
    'office-unknown': officeUnknown(id ?? ''),
  }[reason];
  const known = all.map(({ id: one, name }) => ({ id: one, name }));
  return {
    ok: false,
    outcome: {
      exit: 'refused',
      reason,
      lines: [line, ...known.map((one) => `  ${one.id}  ${one.name}`)],
      more: { known },
    },
  };
}

/** @returns all that can be read, and says on standard error which cannot: a command over all offices goes on without them. */
export async function readableOffices(
  { words, say }: Pick<ScriptCall<Flags>, 'words' | 'say'>,
  database: Database,
): Promise<Office[]> {
  const { offices, unreadable } = await findOffices(database.models);
  if (unreadable.length > 0) say(unreadable.map(({ name }) => words.command.unreadable(name)));
  return offices;
}

/**
 * Reads `1.1,2` against the office's plan: codes of leaves or branches, or labels as the plan prints them.
 * @returns codes without repetitions, or a refusal that names what the plan does not have.
 */
export async function readActivities(
  text: string,
  database: Database,
  office: Office,
  words: Words,
): Promise<Chosen<string[]>> {
  const named = text
    .split(/[,，]/)
    .map((one) => one.trim())
    .filter((one) => one !== '');
  const refuse = (reason: string, line: string, unknown: string[]): Chosen<string[]> => ({
    ok: false,
    outcome: { exit: 'refused', reason, lines: [line], more: { unknown } },
  });
  if (named.length === 0) return refuse('bad-activities', words.members.badActivities(text), []);
  const plan = await loadCurrentPlan(database, office);
  if (!plan) return refuse('no-plan', words.members.noPlan, named);
  const codes = named.map((one) => ({ one, code: codeOf(one, plan) }));
  const unknown = codes.flatMap(({ one, code }) => (code === null ? [one] : []));
  if (unknown.length > 0)
    return refuse('activity-unknown', words.members.activityUnknown(unknown.join(', ')), unknown);
  return { ok: true, value: [...new Set(codes.flatMap(({ code }) => code ?? []))] };
}

function codeOf(text: string, plan: Plan): string | null {
  const plain = (one: string): string => arabicDigits(one).replace(/\s/g, '').replace(/\.$/, '');
  const typed = plain(text);
  if (findActivity(plan, typed)) return typed;
  return plan.activities.find(({ label }) => plain(label) === typed)?.code ?? null;
}
