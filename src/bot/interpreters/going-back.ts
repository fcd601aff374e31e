/** Interpreters of second thoughts: that nothing is to be cancelled after all, and that what was taken back is to come back. */
import { takenBack } from '../../services/reports.ts';
import type { Update } from '../../domain/update.ts';
import { BRINGS_BACK, KEEPS } from '../../text/typed-undoing.ts';
import { say } from '../bot-result.ts';
import type { Answer } from '../commands/command.ts';
import { drive, showAgain } from '../dialogs/report/drive.ts';
import { isJustStored } from '../giving-up.ts';
import type { RequestContext } from '../request-context.ts';
import { restoreLast } from '../taking-back.ts';
import { interpreter } from './interpreter.ts';

/** "ไม่ๆ ไม่ยกเลิก": the open report goes on, and what was just taken back is shown again. */
export const keepsAll = interpreter({
  name: 'keeps-all',
  takes: ({ typed, draft }) => (KEEPS.test(typed) ? { draft } : null),
  async answer({ draft }, _, request): Promise<Answer> {
    const { chat } = request.texts;
    // it was read of the activity: what holds is asked
    if (draft?.fields.status === 'cancelled' && draft.step.at !== 'choose') {
      const asked = await drive(draft, { kind: 'edit', field: 'status' }, request);
      if (asked) return asked;
    }
    if (draft) return showAgain(draft, chat.draft.goOn, request);
    return (await justTakenBack(request)) ? restoreLast(request) : say(chat.giveUp.kept);
  },
});

/** "คืนเมื่อกี้เถอะ", where something was taken back. */
export const bringsBack = interpreter({
  name: 'brings-back',
  async takes({ typed, draft }, request) {
    const { chat, conversation } = request.context;
    if (chat.type !== 'user' || conversation.rev === 0 || !BRINGS_BACK.test(typed)) return null;
    // beside an open report only what was taken back a moment ago can be meant
    const found = draft ? await justTakenBack(request) : (await takenBack(request.context)).length > 0;
    return found || null;
  },
  answer: (_, _words, request) => restoreLast(request),
});

async function justTakenBack(request: RequestContext): Promise<boolean> {
  if (request.context.conversation.rev === 0) return false;
  const [[last] = []]: Update[][] = await takenBack(request.context);
  return last?.voided ? isJustStored(last.voided, request) : false;
}
