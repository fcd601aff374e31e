/** Tells managers, free with their next answer, what the month's quota held back; jobs call it after they queued. */
import { createHash } from 'node:crypto';
import { dayInBangkok } from '../domain/fiscal-year.ts';
import type { Member } from '../domain/member.ts';
import { findGroups } from '../db/groups.ts';
import { findMembers } from '../db/members.ts';
import { findHeldBack, type HeldBack, unpackMessages } from '../db/outbox.ts';
import { commit } from '../db/unit-of-work.ts';
import type { QuotaState } from '../services/quota.ts';
import type { Write } from '../services/writes.ts';
import { shorten } from '../text/format.ts';
import { texts } from '../text/index.ts';
import type { JobDeps } from './job.ts';
import { moveRow } from '../queue/states.ts';

const PURPOSE = 'held';

/**
 * Names each waiting message once: the same list is not told twice, a changed one takes its place.
 * @param quotaOf an office's account. @returns how many messages wait.
 */
export async function tellHeld(
  deps: JobDeps,
  offices: readonly string[],
  quotaOf: (office: string) => Promise<QuotaState | null>,
  now: Date,
): Promise<number> {
  const held = await findHeldBack(deps.database.models, offices);
  // what tells of it is not itself held back
  const real = held.filter((one) => one.purpose !== PURPOSE);
  for (const [office, rows] of Map.groupBy(real, (one) => one.office))
    await tellOffice(deps, office, rows, await quotaOf(office), now);
  return real.length;
}

async function tellOffice(
  deps: JobDeps,
  office: string,
  rows: readonly HeldBack[],
  quota: QuotaState | null,
  now: Date,
): Promise<void> {
  const { models } = deps.database;
  const [members, groups] = await Promise.all([findMembers(models, office), findGroups(models, office)]);
  const managers = members.filter((one) => one.state === 'active' && one.roles.includes('manager'));
  const names = new Map([
    ...members.map((one): [string, string] => [one.userId, one.name]),
    ...groups.map((one): [string, string] => [one.groupId, one.name]),
  ]);
  const list = createHash('sha256').update(
    rows
      .map((row) => row._id)
      .toSorted()
      .join('\n'),
  );
  const key = `held:${office}:${dayInBangkok(now)}:${list.digest('hex').slice(0, 12)}`;
  for (const manager of managers) {
    const id = `${key}:${manager.id}`;
    const text = wordsOf(rows, names, quota, manager);
    const push = {
      key: id,
      to: manager.userId,
      office,
      purpose: PURPOSE,
      cost: 1,
      names: members.flatMap((one) => (rows.some((row) => row.to === one.userId) ? one.id : [])),
      reply: { language: manager.language, messages: [{ type: 'text' as const, text }] },
    };
    const [row] = deps.rows(push, deps.realNow());
    if (!row) continue;
    const { open: _, ...rest } = row;
    const replaced = moveRow('outbox', 'waiting', 'cancelled', { error: 'replaced' });
    const old = { office, to: manager.userId, purpose: PURPOSE, _id: { $ne: id }, ...replaced.from };
    const writes: Write[] = [
      { to: 'outbox', insert: { ...rest, state: 'waiting', nextAt: null } },
      {
        to: 'outbox',
        updateAll: { where: old, change: replaced.change },
      },
    ];
    // a conflict says that the same list was told already
    await commit(deps.database, writes);
  }
}

function wordsOf(
  rows: readonly HeldBack[],
  names: ReadonlyMap<string, string>,
  quota: QuotaState | null,
  manager: Member,
): string {
  const { held } = texts(manager.language).reminders;
  const lines = rows.map((row) => {
    const what = altText(row) ?? held.ownSummary;
    return `• ${held.line(names.get(row.to) ?? '-', what)}`;
  });
  const lead = held.lead(quota?.used ?? 0, quota?.limit ?? quota?.used ?? 0);
  return [held.title, lead, ...lines].join('\n');
}

/** What the lock screen would have shown of its card. */
function altText({ messages }: Pick<HeldBack, 'messages'>): string | null {
  const found = unpackMessages(messages).find((message) => message['altText']);
  return found ? String(found['altText']) : null;
}

const GIST_GRAPHEMES = 80;

/** What the lock screen would show, of a card or of words. */
export function wordsOfRow(row: Pick<HeldBack, 'messages'>): string | null {
  const said = unpackMessages(row.messages).find((message) => message['text']);
  const gist = altText(row) ?? (said ? String(said['text']) : null);
  return gist === null ? null : shorten(gist.replace(/\s+/g, ' ').trim(), GIST_GRAPHEMES);
}
