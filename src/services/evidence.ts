/** Photos and files as evidence: noted with the event they came in, shown by activity; the evidence worker fetches them. */
import { type Evidence, type EvidenceFailure, findEvidence } from '../db/evidence.ts';
import { newId } from '../db/ids.ts';
import { findMembers } from '../db/members.ts';
import type { MemberContext } from './context.ts';
import type { CopyKind } from './picture-kinds.ts';
import type { Write } from './writes.ts';

export type { EvidenceFailure } from '../db/evidence.ts';

export interface ReceivedFile {
  kind: 'image' | 'file';
  messageId: string;
  fileName: string | null;
}

/** Due at once, whatever the office's clock says. */
const AT_ONCE = new Date(0);

/** @returns the new evidence's id and the write that notes it; its bytes follow. */
export function noteEvidence(
  context: MemberContext,
  file: ReceivedFile,
  activity: string | null,
): { id: string; write: Write } {
  const id = newId();
  return {
    id,
    write: {
      to: 'evidence',
      insert: {
        _id: id,
        office: context.office.id,
        plan: context.plan.id,
        activity,
        message: file.messageId,
        by: context.member.id,
        at: context.now,
        kind: file.kind,
        fileName: file.fileName,
        state: 'pending',
        contentType: null,
        bytes: null,
        hash: null,
        sameAs: null,
        error: null,
        file: null,
        copies: null,
        work: { nextAt: AT_ONCE, attempts: 0, fence: 0 },
      },
    },
  };
}

/** One photo or file as people see it on a card. */
export interface ShownEvidence {
  id: string;
  fileName: string | null;
  kind: 'image' | 'file';
  contentType: string | null;
  bytes: number | null;
  /** Name of the sender, null when the person was erased. */
  by: string | null;
  at: Date;
  state: 'pending' | 'stored';
  /** Where the same bytes were sent before; null when they were not. */
  again: { at: Date | null; activity: string | null } | null;
}

/** Evidence of an activity's reports that count, newest first; what failed or was taken back is left out. */
export async function evidenceOf(context: MemberContext, code: string): Promise<ShownEvidence[]> {
  const { models } = context.database;
  const { evidence } = await context.state(code);
  const rows = await findEvidence(models, context.office.id, evidence);
  const [firsts, members] = await Promise.all([
    findEvidence(
      models,
      context.office.id,
      rows.flatMap((row) => row.sameAs ?? []),
    ),
    findMembers(models, context.office.id),
  ]);
  const counting = new Set((await context.states()).flatMap(({ state }) => state.evidence));
  const names = new Map(members.map((member) => [member.id, member.name]));
  return rows
    .flatMap(({ id, fileName, kind, contentType, bytes, by, at, state, sameAs }) => {
      if (state !== 'pending' && state !== 'stored') return [];
      const first = firsts.find((one) => one.id === sameAs);
      const again = sameAs ? usedBefore(first, by, code, counting) : null;
      const name = (by && names.get(by)) ?? null;
      return [{ id, fileName, kind, contentType, bytes, by: name, at, state, again }];
    })
    .toSorted((a, b) => b.at.getTime() - a.at.getTime() || (a.id < b.id ? 1 : -1));
}

/** Sent again for the same activity by the same person, or after the first was taken back, it is used once. */
function usedBefore(
  first: Pick<Evidence, 'id' | 'at' | 'by' | 'activity' | 'state'> | undefined,
  by: string | null,
  code: string,
  counting: ReadonlySet<string>,
): ShownEvidence['again'] {
  if (!first) return { at: null, activity: null };
  const sameUse = first.by !== null && first.by === by && first.activity === code;
  if (sameUse || first.state !== 'stored' || !counting.has(first.id)) return null;
  return { at: first.at, activity: first.activity };
}

/** Takes evidence out of whatever it was part of: drafts, reports, and what activities have come to. */
export function detachEvidence(office: string, id: string): Write[] {
  return [
    {
      to: 'conversations',
      updateAll: {
        where: { office, 'drafts.evidence': id },
        // a higher rev: whoever is just saving such a draft decides anew
        change: { $pull: { 'drafts.$[].evidence': id }, $inc: { rev: 1 } },
      },
    },
    { to: 'updates', updateAll: { where: { office, evidence: id }, change: { $pull: { evidence: id } } } },
    {
      to: 'activities',
      updateAll: {
        where: { office, 'state.evidence': id },
        change: { $pull: { 'state.evidence': id }, $inc: { 'state.rev': 1 } },
      },
    },
  ];
}

/** The row stays as a sign that there was something; its bytes are cleared away by the evidence worker. */
export function eraseEvidence({ id, office, work }: Evidence): Write {
  const nothing = { fileName: null, contentType: null, bytes: null, hash: null, sameAs: null, error: null };
  const due = { nextAt: new Date(0), attempts: 0, fence: (work?.fence ?? 0) + 1 };
  const change = { $set: { ...nothing, state: 'erased', file: null, copies: null, work: due } };
  return { to: 'evidence', update: { where: { _id: id, office }, change } };
}

interface Held {
  id: string;
  office: string;
  fence: number;
}

const held = ({ id, office, fence }: Held, state: string) => ({
  _id: id,
  office,
  state,
  'work.fence': fence,
});

/** What was fetched is kept; work goes on with looking for the same bytes elsewhere. */
export function markStored(
  row: Held,
  facts: {
    file: string;
    contentType: string;
    bytes: number;
    hash: string;
    copies: readonly CopyKind[] | null;
  },
): Write {
  const change = { $set: { state: 'stored', ...facts } };
  return { to: 'evidence', update: { where: held(row, 'pending'), change } };
}

/** What cannot be had or is not taken: it counts nowhere any more; bytes of earlier tries are cleared away later. */
export function markFailed(row: Held, error: EvidenceFailure, clearAt: Date): Write[] {
  const work = { nextAt: clearAt, attempts: 0, fence: row.fence };
  const change = { $set: { state: 'failed', error, work } };
  return [
    { to: 'evidence', update: { where: held(row, 'pending'), change } },
    ...detachEvidence(row.office, row.id),
  ];
}

export function markSame(office: string, id: string, first: string): Write {
  const where = { _id: id, office, state: 'stored', sameAs: null };
  return { to: 'evidence', update: { where, change: { $set: { sameAs: first } } } };
}

/** @param again when the rest of the work is due, and who has it in hand until then; null when it is done. */
export function markWorked(row: Held, again: { at: Date; attempts: number; holder?: string } | null): Write {
  const work = again && {
    nextAt: again.at,
    attempts: again.attempts,
    fence: row.fence,
    ...(again.holder && { holder: again.holder }),
  };
  const where = { _id: row.id, office: row.office, 'work.fence': row.fence };
  return { to: 'evidence', update: { where, change: { $set: { work } } } };
}
