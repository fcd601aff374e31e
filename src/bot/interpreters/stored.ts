/** Interpreters of words about the report that was just stored: a value that is otherwise, or an activity that is another one; they name nothing else, and no form is open. */
import { latestOwnUpdate } from '../../services/reports.ts';
import type { Update } from '../../domain/update.ts';
import { movedTo, PUTS_RIGHT } from '../../text/typed-instead.ts';
import type { Answer } from '../commands/command.ts';
import { puttingRight } from '../dialogs/report/begin-correction.ts';
import { open } from '../dialogs/report/drive.ts';
import { hasValues } from '../dialogs/report/fill.ts';
import { isJustStored } from '../giving-up.ts';
import { askMove } from '../moving.ts';
import type { RequestContext } from '../request-context.ts';
import type { Utterance } from '../utterance.ts';
import { interpreter } from './interpreter.ts';

/** Longer texts tell something of their own. */
const MOST_TEXT = 80;

/** "ไม่ใช่ 83 ค่ะ 85", "ใช้ 1,250 ต่างหาก", "เพิ่มปัญหา เน็ตช้า", "สถานะยังไม่เสร็จ". */
export const putsStoredRight = interpreter({
  name: 'puts-stored-right',
  async takes(words, request): Promise<Answer | null> {
    if (!PUTS_RIGHT.test(words.typed)) return null;
    // what names its activity, or says all by itself, is taken below
    const read = words.read();
    if (read.because.activity || (read.intent === 'undo' && hasValues(read))) return null;
    const update = await meantUpdate(words, request);
    if (!update) return null;
    const right = await puttingRight(update, words, request);
    return right && open(right.draft, right.why, request);
  },
  answer: (answer) => answer,
});

/** "ผิดกิจกรรม เมื่อกี้ของ 1.2", "ย้ายไป 1.3 1)". */
export const movesStored = interpreter({
  name: 'moves-stored',
  async takes(words, request): Promise<Answer | null> {
    const name = movedTo(words.typed);
    if (name === null) return null;
    const update = await meantUpdate(words, request);
    // what was put right since is more than one report
    return update && !update.corrects ? askMove(update, name, request) : null;
  },
  answer: (answer) => answer,
});

async function meantUpdate(words: Utterance, request: RequestContext): Promise<Update | null> {
  const { chat, conversation } = request.context;
  if (chat.type !== 'user' || conversation.rev === 0) return null;
  if (words.draft || words.typed.length > MOST_TEXT) return null;
  const update = await latestOwnUpdate(request.context, words.about ?? undefined);
  return update && (words.about !== null || isJustStored(update, request)) ? update : null;
}
