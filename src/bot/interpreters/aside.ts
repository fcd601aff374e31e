/** Interpreters of what people ask beside their reports: who can help them, more time, and a place where no list was shown. */
import { colleagues } from '../../services/broadcast.ts';
import { ASKS_ADMIN, ASKS_FOR_TIME } from '../../text/asides.ts';
import { arabicDigits } from '../../text/format.ts';
import { photosSpokenOf } from '../../text/open-drafts.ts';
import { ordinalIn } from '../../text/typed.ts';
import { ownLeaves } from '../activity-rows.ts';
import { say } from '../bot-result.ts';
import { leafOf } from '../commands/arguments.ts';
import { fromForm } from '../dialogs/report/begin-form.ts';
import { open } from '../dialogs/report/drive.ts';
import { lastTalkedOf } from '../obvious-activity.ts';
import { permits } from '../request-context.ts';
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

/** "เดี๋ยวส่งรูปงาน 1.3 1) นะคะ": what comes next is of that activity; in a group no photo is heard of. */
export const photosToCome = interpreter({
  name: 'photos-to-come',
  takes(words, request) {
    const spoken = words.read().intent === 'report' ? null : photosSpokenOf(words.typed);
    if (!spoken || ownLeaves(request).length === 0) return null;
    if (request.context.chat.type !== 'user') return { awaited: null };
    if (words.draft || spoken.sentBefore) return null;
    const found = leafOf(spoken.of === '' ? (lastTalkedOf(request) ?? '') : spoken.of, request);
    const isOwn = found.ok && found.activity.leaf && permits(request, 'report', found.activity.code);
    return { awaited: isOwn ? found.activity : null };
  },
  answer({ awaited }, _words, { context, texts: { chat } }) {
    if (context.chat.type !== 'user') return say(chat.group.photos);
    const said = say(chat.photoAwaited(awaited && awaited.label));
    return { ...said, outcome: { kind: 'shows', activity: awaited && awaited.code } };
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
