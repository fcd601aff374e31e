/** Webhooks as an administrator adds, tries, renews and removes them; web/console calls it. */
import type { Act } from '../domain/acts.ts';
import type { Database } from '../db/connect.ts';
import { type DeliveryDocument, findOutcomes } from '../db/deliveries.ts';
import { newId } from '../db/ids.ts';
import type { Office } from '../db/offices.ts';
import { commit } from '../db/unit-of-work.ts';
import type { Sealer } from './sealing.ts';
import { storeSettings } from './seen-settings.ts';
import { deliveryTo, type Hook, newSecret, type Outside, outsideOf } from './webhooks.ts';
import type { Write } from './writes.ts';
import { moveRow } from '../queue/states.ts';

interface By {
  by: string;
  now: Date;
}

/** An office needs one, and one beside it while it moves. */
export const MOST_HOOKS = 5;
/** How long an old secret signs beside the new one. */
export const OVERLAP_MS = 24 * 3_600_000;
const MOST_OUTCOMES = 10;

export type DeliveryOutcome = Pick<
  DeliveryDocument,
  'event' | 'state' | 'attempts' | 'status' | 'error' | 'nextAt'
> & {
  id: string;
  at: Date;
};

export interface ShownHook {
  id: string;
  url: string;
  gone: boolean;
  /** Until when the secret before signs too, ISO; null when it does not. */
  overlapUntil: string | null;
  outcomes: DeliveryOutcome[];
}

/** @param real real time, by which secrets end. */
export async function shownHooks({ models }: Database, office: Office, real: Date): Promise<ShownHook[]> {
  return Promise.all(
    outsideOf(office).hooks.map(async ({ id, url, gone, secrets }) => {
      const old = secrets.find(({ until }) => until !== null && new Date(until) > real);
      const rows = await findOutcomes(models, office.id, id, MOST_OUTCOMES);
      return { id, url, gone, overlapUntil: old?.until ?? null, outcomes: rows.map(outcomeOf) };
    }),
  );
}

export function outcomeOf(row: Omit<DeliveryDocument, 'payload'>): DeliveryOutcome {
  const { _id: id, event, state, attempts, status, error, nextAt, createdAt: at } = row;
  return { id, event, at, state, attempts, status, error, nextAt: state === 'open' ? nextAt : null };
}

/** @returns the secret, which is shown this once; null when somebody changed the office meanwhile. */
export async function addHook(
  database: Database,
  sealer: Sealer,
  office: Office,
  url: string,
  act: By,
): Promise<{ id: string; secret: string } | null> {
  const id = newId();
  const { secret, sealed } = newSecret(sealer, office.id, id);
  const createdAt = act.now.toISOString();
  const hook: Hook = { id, url, secrets: [{ sealed, until: null }], gone: false, createdAt };
  const stored = await store(database, office, (hooks) => [...hooks, hook], { ...act, act: 'add-webhook' });
  return stored ? { id, secret } : null;
}

/** A new secret; the one before signs beside it for a day. @param real real time. */
export async function rotateSecret(
  database: Database,
  sealer: Sealer,
  office: Office,
  hook: Hook,
  { real, ...act }: By & { real: Date },
): Promise<{ secret: string } | null> {
  const { secret, sealed } = newSecret(sealer, office.id, hook.id);
  const until = new Date(real.getTime() + OVERLAP_MS).toISOString();
  // of two rotations within a day only the last one's overlap is kept: a leaked secret must not live on
  const [newest] = hook.secrets;
  const secrets = [{ sealed, until: null }, ...(newest ? [{ ...newest, until }] : [])];
  const changed = { ...hook, secrets };
  const stored = await store(database, office, replaced(changed), { ...act, act: 'rotate-webhook' });
  return stored ? { secret } : null;
}

/** Takes it up again after its receiver wanted no more. */
export function switchOn(database: Database, office: Office, hook: Hook, act: By): Promise<boolean> {
  return store(database, office, replaced({ ...hook, gone: false }), { ...act, act: 'switch-on-webhook' });
}

/** Removes it with whatever was still to go there. */
export async function removeHook(
  database: Database,
  office: Office,
  { id }: Hook,
  act: By,
): Promise<boolean> {
  const left = (hooks: Hook[]): Hook[] => hooks.filter((one) => one.id !== id);
  if (!(await store(database, office, left, { ...act, act: 'remove-webhook' }))) return false;
  await commit(database, [cancelAll(office.id, id, act.now)]);
  return true;
}

/** Whether who reported is told by name. */
export function storeNames(database: Database, office: Office, names: boolean, act: By): Promise<boolean> {
  const chosen: Outside = { ...outsideOf(office), names };
  return storeSettings(database, office, 'outside', chosen, { ...act, act: 'outside-names' });
}

/** @returns the id of a delivery that tries the address. */
export async function sendTest(database: Database, office: Office, hook: Hook, at: Date): Promise<string> {
  const row = deliveryTo(office, hook, { event: 'test', at, by: null, data: {} }, false);
  await commit(database, [row]);
  return row.insert._id;
}

/** The receiver answered 410: nothing goes there until somebody switches it on. */
export function switchOff(office: string, hook: string, now: Date): Write[] {
  const where = { _id: office, 'settings.outside.hooks.id': hook };
  const gone = { $set: { 'settings.outside.hooks.$.gone': true } };
  return [{ to: 'offices', update: { where, change: gone } }, cancelAll(office, hook, now)];
}

function cancelAll(office: string, hook: string, doneAt: Date): Write {
  const ended = moveRow('deliveries', 'open', 'cancelled', { error: 'off', doneAt });
  return { to: 'deliveries', updateAll: { where: { office, hook, ...ended.from }, change: ended.change } };
}

const replaced =
  (hook: Hook) =>
  (hooks: Hook[]): Hook[] =>
    hooks.map((one) => (one.id === hook.id ? hook : one));

function store(
  database: Database,
  office: Office,
  change: (hooks: Hook[]) => Hook[],
  how: By & { act: Act },
): Promise<boolean> {
  const outside = outsideOf(office);
  return storeSettings(database, office, 'outside', { ...outside, hooks: change(outside.hooks) }, how);
}
