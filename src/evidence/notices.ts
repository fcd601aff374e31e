/** What the sender of a photo or file is told about it later: a row of the outbox that rides along, free, with the next answer. */
import type { Reply } from '../bot/types.ts';
import type { Database } from '../db/connect.ts';
import type { Evidence } from '../db/evidence.ts';
import { findMember } from '../db/members.ts';
import { findPlanHead } from '../db/plans.ts';
import { findActivities } from '../db/activities.ts';
import type { Write } from '../db/unit-of-work.ts';
import type { EvidenceFailure } from '../services/evidence.ts';
import { moment } from '../text/format.ts';
import { texts } from '../text/index.ts';
import { rideRows } from '../queue/outbox/outgoing.ts';

type About = Pick<Evidence, 'id' | 'office' | 'by' | 'fileName' | 'at'>;

/** @param now real time. @returns nothing for a person who is no longer there. */
export async function failureNotice(
  database: Database,
  about: About,
  reason: EvidenceFailure,
  now: Date,
): Promise<Write[]> {
  return notice(database, about, 'failed', now, (language) => {
    const say = texts(language).files;
    return say.failed[reason](about.fileName ?? say.photo, moment(about.at, language));
  });
}

/** Says where the same picture was sent before. */
export async function sameNotice(
  database: Database,
  about: About,
  first: Pick<Evidence, 'at' | 'plan' | 'activity'>,
  now: Date,
): Promise<Write[]> {
  const head = first.plan && (await findPlanHead(database.models, about.office, first.plan));
  const activities = head ? await findActivities(database.models, about.office, head.id) : [];
  const label = activities.find((one) => one.code === first.activity)?.label ?? null;
  return notice(database, about, 'same', now, (language) => {
    const say = texts(language).files;
    return say.same(about.fileName ?? say.photo, moment(first.at, language), label);
  });
}

async function notice(
  database: Database,
  { id, office, by }: About,
  what: 'failed' | 'same',
  now: Date,
  sentence: (language: Reply['language']) => string,
): Promise<Write[]> {
  const member = by ? await findMember(database.models, office, by) : null;
  if (!member || member.state === 'revoked') return [];
  const { language, userId: to } = member;
  const reply: Reply = { language, messages: [{ type: 'text', text: sentence(language) }] };
  const push = { key: `evidence:${id}:${what}`, to, office, purpose: 'evidence', cost: 0, reply };
  return rideRows(push, now);
}
