/** Interpreters of words about reports that are not stored yet: all of them at once, whether they are stored, and whose their photos are. */
import { moment } from '../../text/format.ts';
import { IF_SAVED, IF_SEEN, saidOfAll, SAVES_ALL } from '../../text/open-drafts.ts';
import { isFresh } from '../../domain/draft.ts';
import { say } from '../bot-result.ts';
import { plain, type Answer } from '../commands/command.ts';
import { labelOf, showAgain } from '../dialogs/report/drive.ts';
import { questions } from '../dialogs/report/questions.ts';
import { justStored, waitingDrafts } from '../giving-up.ts';
import { askPhotosOf } from '../moving-photos.ts';
import type { RequestContext } from '../request-context.ts';
import { askSaveAll, setOnAll } from '../saving-all.ts';
import { labelsOf } from '../taking-back.ts';
import { interpreter } from './interpreter.ts';

/** "บันทึกทั้งสองอันเลย", where several reports wait; one card of several has a button of that name. */
export const savesAll = interpreter({
  name: 'saves-all',
  takes({ typed, draft }, request) {
    if (request.context.chat.type !== 'user' || !SAVES_ALL.test(typed)) return null;
    const isButton = draft?.step.at === 'review-many' && typed === plain(request.texts.words.button.saveAll);
    return isButton ? null : askSaveAll(request);
  },
  answer: (answer) => answer,
});

/** "ทั้งสองเรื่องเสร็จหมดแล้ว": of those that are told of. */
export const saysOfAll = interpreter({
  name: 'says-of-all',
  takes({ typed, about }, request): Promise<Answer | null> | null {
    const said = request.context.chat.type === 'user' && !about ? saidOfAll(typed) : null;
    const read = said === null ? null : questions.status.read(said, request, null);
    return read?.ok && read.set.status ? setOnAll(read.set.status, request) : null;
  },
  answer: (answer) => answer,
});

/** "มันบันทึกให้หรือยัง", while something is not. */
export const asksIfSaved = interpreter({
  name: 'asks-if-saved',
  async takes({ typed }, request): Promise<Answer | null> {
    if (request.context.chat.type !== 'user' || !IF_SAVED.test(typed)) return null;
    const { context, texts } = request;
    const waiting = waitingDrafts(request).filter((one) => isFresh(one, context.now));
    const top = waiting.at(-1);
    if (top) {
      const labels = waiting.map((one) => labelOf(one, request)).join(', ');
      return showAgain(top, texts.chat.draft.notSavedYet(labels), request);
    }
    const stored = IF_SEEN.test(typed) ? await justStored(request) : [];
    if (stored.length === 0) return null;
    return say(texts.chat.draft.seen(labelsOf(stored, request), moment(stored[0]!.at, context.language)));
  },
  answer: (answer) => answer,
});

/** "ของ ITA online ค่ะ", with photos on the card. */
export const photosElsewhere = interpreter({
  name: 'photos-elsewhere',
  takes: ({ typed, draft, about }, request) => (draft && !about ? askPhotosOf(draft, typed, request) : null),
  answer: (answer: Answer, _words, _request: RequestContext) => answer,
});
