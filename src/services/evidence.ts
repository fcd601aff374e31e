/** Photos and files as evidence: noted with the event they came in, fetched from LINE by the evidence worker. */
import { newId } from '../db/ids.ts';
import type { MemberContext } from './context.ts';
import type { Write } from './writes.ts';

export interface ReceivedFile {
  kind: 'image' | 'file';
  messageId: string;
  fileName: string | null;
}

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
        work: { nextAt: context.now, attempts: 0, fence: 0 },
      },
    },
  };
}
