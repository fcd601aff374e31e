/** Unsending: the words and pictures of a message are taken out of everywhere they are kept, whenever they arrive. */
import type { Conversation } from '../domain/conversation.ts';
import { foldUpdates, type Update } from '../domain/update.ts';
import { activityId, findState, writeState } from '../db/activities.ts';
import type { Database } from '../db/connect.ts';
import { findConversations } from '../db/conversations.ts';
import { findEvidenceOfMessage } from '../db/evidence.ts';
import { findMember } from '../db/members.ts';
import { findUpdates, findUpdatesOfMessage, findUpdatesWithEvidence } from '../db/updates.ts';
import type { Context } from './context.ts';
import { eraseEvidence } from './evidence.ts';
import { forgetOutbox } from './unsend-outbox.ts';
import {
  askedAfter,
  forgetInDraft,
  type Unsent,
  withdrawFrom,
  textsFrom,
  wordsOfDraft,
} from './unsend-words.ts';
import { tellTextsRemoved } from './webhook-events.ts';
import { type Write, writeConversation } from './writes.ts';

/**
 * Drafts lose what that message said, questions asked after it are dropped, updates their words of it (and are marked as withdrawn), activities what followed
 * from them, evidence its bytes, unsent answers their text. A tombstone keeps the message from being read later.
 * @returns the sender's drafts as they are now; storing them, changed or not, makes a message that is being read
 * at the same moment decide anew.
 */
export async function forget(
  context: Context,
  message: string,
): Promise<{ writes: Write[]; conversation: Partial<Conversation> }> {
  const { conversation, office, now, database, chat } = context;
  const own = office?.id ?? '-';
  const writes: Write[] = [tombstone(own, message, now), ...forgetInbox(own, message)];
  if (!office) return { writes, conversation: {} };
  const { models } = database;
  const [said, evidence, others] = await Promise.all([
    findUpdatesOfMessage(models, office.id, message),
    findEvidenceOfMessage(models, office.id, message),
    conversationsOf(database, office.id, message),
  ]);
  const ids = evidence.map((one) => one.id);
  const shown = await findUpdatesWithEvidence(models, office.id, ids);
  const open = [conversation, ...others.filter((one) => one.id !== conversation.id)];
  const words = [
    ...said.flatMap((update) => textsFrom(update, message)),
    ...open.flatMap((one) => one.drafts.flatMap((draft) => wordsOfDraft(draft, message))),
  ];
  const unsent: Unsent = { message, evidence: ids, words: worthBlanking(words) };
  const activities = [...new Set(said.map((update) => update.activity))];
  const touched = [...said, ...shown.filter((one) => !said.some((other) => other.id === one.id))];
  for (const one of open.slice(1)) {
    writes.push(writeConversation(one, { ...one, ...withoutMessage(one, unsent) }, now));
  }
  writes.push(
    ...touched.map((update) => rewrite(withdrawFrom(update, unsent))),
    ...touched.flatMap((update) => tellTextsRemoved(office, update, now)),
    ...(await refold(database, touched, unsent)),
    ...(await forgetAliases(database, said)),
    ...evidence.map(eraseEvidence),
    ...(await forgetOutbox(database, office.id, chat.id, { ...unsent, activities })),
  );
  if (touched.length > 0) writes.push(endReportLinks(office.id, now));
  return { writes, conversation: withoutMessage(conversation, unsent) };
}

/** What is left of what a person is in the middle of. */
function withoutMessage(
  conversation: Conversation,
  unsent: Unsent,
): Pick<Conversation, 'drafts' | 'pending'> {
  const { drafts, pending } = conversation;
  return {
    drafts: drafts.flatMap((draft) => forgetInDraft(draft, unsent) ?? []),
    pending: askedAfter(pending, unsent.message) ? null : pending,
  };
}

/** Blanking every „ok“ in other messages would spoil them and hide nothing. */
const SHORTEST = 4;

function worthBlanking(words: readonly string[]): string[] {
  const kept = words.map((one) => one.trim()).filter((one) => one.length >= SHORTEST);
  return [...new Set(kept)].toSorted((a, b) => b.length - a.length);
}

function tombstone(office: string, message: string, at: Date): Write {
  const change = { $setOnInsert: { office, at } };
  return { to: 'tombstones', update: { where: { _id: message }, change, upsert: true } };
}

/** Events that were given up, or still wait, keep their text in the inbox. */
function forgetInbox(office: string, message: string): Write[] {
  const event = { $regex: `"id":"${message.replace(/\W/g, String.raw`\$&`)}"` };
  const offices = { $in: [...new Set(['-', office])] };
  const change = { $set: { event: null, error: null } };
  return [
    { to: 'inbox', updateAll: { where: { office: offices, state: 'dead', event }, change } },
    { to: 'inbox', updateAll: { where: { office: offices, open: true, event }, change } },
  ];
}

/** Conversations with something of that message in a draft: in groups LINE does not always say whose it was. */
async function conversationsOf(database: Database, office: string, message: string): Promise<Conversation[]> {
  const { models } = database;
  const activities = await models.updates.distinct('activity', {
    office,
    $or: [{ message }, { 'sources.message': message }],
  });
  const evidence = await models.evidence.distinct('_id', { office, message });
  const found = await models.conversations
    .find(
      {
        office,
        $or: [
          { 'pending.messages': message },
          { 'drafts.message': message },
          { 'drafts.sources.message': message },
          { 'drafts.evidence': { $in: evidence } },
          // a correction shows what stood before
          { 'drafts.activity': { $in: activities } },
        ],
      },
      { _id: 1 },
    )
    .lean<{ _id: string }[]>();
  return [
    ...(
      await findConversations(
        models,
        found.map((one) => one._id),
      )
    ).values(),
  ];
}

function rewrite({ id, office, said, evidence, withdrawn }: Update): Write {
  const change = { $set: { said, evidence, withdrawn } };
  return { to: 'updates', update: { where: { _id: id, office }, change } };
}

/** Activities those updates are of, folded again from what is left. */
async function refold(database: Database, touched: readonly Update[], unsent: Unsent): Promise<Write[]> {
  const { models } = database;
  const byActivity = Map.groupBy(touched, (one) => activityId(one.plan, one.activity));
  const writes: Write[] = [];
  for (const [id, [first]] of byActivity) {
    const { office, plan, activity } = first!;
    // before its updates: one that comes between is a conflict then, and not lost
    const before = await findState(models, id);
    if (!before) continue;
    const all = await findUpdates(models, office, plan, activity);
    const state = foldUpdates(all.map((one) => withdrawFrom(one, unsent)));
    writes.push(writeState(id, office, before, state));
  }
  return writes;
}

/** A name that was learned from the message is a piece of it. */
async function forgetAliases(database: Database, said: readonly Update[]): Promise<Write[]> {
  const writes: Write[] = [];
  for (const [id, updates] of Map.groupBy(said, (one) => one.by.member)) {
    const { office } = updates[0]!;
    const member = id ? await findMember(database.models, office, id) : null;
    if (!member) continue;
    const codes = new Set(updates.map((one) => one.activity));
    const aliases = Object.fromEntries(Object.entries(member.aliases).filter(([, code]) => !codes.has(code)));
    if (Object.keys(aliases).length === Object.keys(member.aliases).length) continue;
    writes.push({ to: 'members', updateAll: { where: { _id: id, office }, change: { $set: { aliases } } } });
  }
  return writes;
}

/** Reports that were made hold the words too: they are made again when somebody asks. */
function endReportLinks(office: string, now: Date): Write {
  const where = { office, 'target.kind': 'report', expiresAt: { $gt: now } };
  return { to: 'filelinks', updateAll: { where, change: { $set: { expiresAt: now } } } };
}
