/** Interpreters of what people ask beside their reports: who can help them, more time, and a place where no list was shown. */
import { colleagues } from '../../services/broadcast.ts';
import { ASKS_ADMIN, ASKS_FOR_TIME } from '../../text/asides.ts';
import { arabicDigits } from '../../text/format.ts';
import { ordinalIn } from '../../text/typed.ts';
import { ownLeaves } from '../activity-rows.ts';
import { say } from '../bot-result.ts';
import { fromForm } from '../dialogs/report/begin-form.ts';
import { open } from '../dialogs/report/drive.ts';
import { offerReport } from '../whether-report.ts';
import { interpreter } from './interpreter.ts';

/** "อันที่สอง" after nothing that has places: which activity is asked. */
export const placeInList = interpreter({
  name: 'place-in-list',
  takes: ({ typed, about }, request) =>
    ordinalIn(arabicDigits(typed)) !== null && !about && ownLeaves(request).length > 0 ? true : null,
  async answer(_, _words, request) {
    const begun = await fromForm(null, null, request);
    return begun.ok ? open(begun.draft, request.texts.chat.which, request) : say(begun.why);
  },
});

/** "ใครเป็นผู้ดูแลระบบ": who that is, as the bot sends people there. */
export const adminQuestion = interpreter({
  name: 'admin-question',
  takes: ({ typed }, { context }) => (context.chat.type === 'user' && ASKS_ADMIN.test(typed) ? true : null),
  async answer(_, _words, { context, texts: { chat } }) {
    const all = await colleagues(context);
    const names = all.filter(({ roles }) => roles.includes('admin')).map(({ name }) => name);
    return say(names.length > 0 ? chat.admins(names.join(', ')) : chat.noAdmins);
  },
});

/** "3 ขยายเวลาได้ไหม", where nothing is reported. */
export const moreTime = interpreter({
  name: 'more-time',
  takes: (words) => (words.read().intent !== 'report' && ASKS_FOR_TIME.test(words.typed) ? true : null),
  answer: (_, words, request) => offerReport(say(request.texts.chat.extension), words, request),
});
