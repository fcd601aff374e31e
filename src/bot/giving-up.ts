/** What "ยกเลิก" is said of where it may be more than one thing: an open report, one that waits, the one just stored, or the activity itself; interpreters/form.ts asks. */
import { NO_FIELDS } from '../domain/activity.ts';
import { type Draft, isFresh } from '../domain/draft.ts';
import { latestOwnReport, latestOwnUpdate } from '../services/reports.ts';
import type { Update } from '../domain/update.ts';
import { moment, shortenUnits } from '../text/format.ts';
import type { Answer } from './commands/command.ts';
import { type About, ask, UNCLEAR } from './confirmations.ts';
import { emptyDraft, on } from './dialogs/report/begin.ts';
import { understoodSoFar } from './dialogs/report/choices.ts';
import { drive, labelOf, open, showAgain } from './dialogs/report/drive.ts';
import { isIdle } from './dialogs/report/join.ts';
import { say } from './bot-result.ts';
import { refOfCode, type RequestContext } from './request-context.ts';
import { askUndo, gistOf, idsOf, labelsOf } from './taking-back.ts';

/** So long after it was stored a report is still the one that is meant by words that name none. */
const JUST_STORED_MS = 30 * 60_000;

/** @returns whether it was stored a moment ago. */
export function isJustStored(update: Pick<Update, 'at'> | undefined, { context }: RequestContext): boolean {
  return update !== undefined && context.now.getTime() - update.at.getTime() < JUST_STORED_MS;
}

/** @returns this person's last report where it was stored a moment ago: one update, or those of one text; else none. */
export async function justStored(request: RequestContext): Promise<Update[]> {
  // who never spoke here stored nothing a moment ago
  const { chat, conversation } = request.context;
  if (chat.type !== 'user' || conversation.rev === 0) return [];
  const latest = await latestOwnReport(request.context);
  return isJustStored(latest[0], request) ? latest : [];
}

/** @returns the unfinished reports, the newest last; a choice that was opened and left says nothing. */
export function waitingDrafts({ context }: RequestContext): Draft[] {
  return context.conversation.drafts.filter((one) => !isIdle(one));
}

/** "ยกเลิก" while nothing is open: of what waits, or of what was just stored; null where there is nothing to give up. */
export async function askGivingUp(request: RequestContext): Promise<Answer | null> {
  const waiting = waitingDrafts(request);
  const saved = await justStored(request);
  const [only, ...others] = waiting;
  if (!only) return saved.length > 0 ? askUndo(idsOf(saved), request) : null;
  if (saved.length === 0 && others.length === 0) return askCancel(only, request);
  return askWhich({ saved: idsOf(saved), drafts: waiting.map(({ id }) => id), activity: null }, request);
}

/** The same as a reply to a card: of the report on its activity, or of the activity; null where nobody reported on it. */
export async function askGivingUpOn(code: string, request: RequestContext): Promise<Answer | null> {
  const drafts = waitingDrafts(request).filter((one) => one.activity === code);
  const stored = drafts.length > 0 ? null : await latestOwnUpdate(request.context, code);
  if (drafts.length === 0 && !stored) return null;
  const saved = stored ? [stored.id] : [];
  return askWhich({ saved, drafts: drafts.map(({ id }) => id), activity: code }, request);
}

/** Reports that fit on the card beside the other answers. */
const MOST_DRAFTS_SHOWN = 3;
/** Letters of a button. */
const MOST_LABEL = 20;
const OF_DRAFT = 'draft:';

async function askWhich(
  which: Omit<About<'cancel-which'>, 'about'>,
  request: RequestContext,
): Promise<Answer> {
  const { giveUp } = request.texts.chat;
  const saved = (await latestOwnReport(request.context)).filter(({ id }) => which.saved.includes(id));
  const one = which.activity === null ? null : await latestOwnUpdate(request.context, which.activity);
  const stored = saved.length > 0 ? saved : one && which.saved.includes(one.id) ? [one] : [];
  const drafts = waitingDrafts(request)
    .filter(({ id }) => which.drafts.includes(id))
    .slice(-MOST_DRAFTS_SHOWN);
  const answers = [
    ...(stored.length > 0
      ? [
          {
            value: 'saved',
            label: giveUp.saved(labelsOf(stored, request)),
            gist: stored.map(({ said }) => gistOf(said, request)).join(', '),
          },
        ]
      : []),
    ...drafts.toReversed().map((draft) => ({
      value: `${OF_DRAFT}${draft.id}`,
      label: giveUp.draft(labelOf(draft, request)),
      gist: understoodSoFar(draft, request) ?? request.texts.words.unsaid,
    })),
  ];
  const activity = which.activity === null ? [] : [{ value: 'activity', label: giveUp.activity }];
  return ask(
    { about: 'cancel-which', ...which },
    {
      title: giveUp.title,
      question:
        which.activity === null ? giveUp.which : giveUp.ofActivity(refOfCode(request, which.activity).label),
      quote: null,
      rows: answers.map(({ label, gist }) => ({ heading: label, value: gist })),
      caution: null,
      options: [...answers, ...activity].map(({ value, label }) => ({
        value,
        label: shortenUnits(label, MOST_LABEL),
      })),
      decline: giveUp.nothing,
      wide: true,
    },
    request,
  );
}

/** The answer to that question. */
export async function answerGivingUp(
  { about: _, ...which }: About<'cancel-which'>,
  value: string,
  request: RequestContext,
): Promise<Answer> {
  if (value === 'no') return say(request.texts.chat.giveUp.kept);
  if (value === 'saved') return askUndo(which.saved, request);
  if (value.startsWith(OF_DRAFT))
    return answerCancel({ about: 'cancel-draft', draft: value.slice(OF_DRAFT.length) }, 'yes', request);
  if (value === 'activity' && which.activity !== null) return calledOff(which.activity, request);
  return askWhich(which, request);
}

/** A card that says so of the activity: stored with บันทึก, as any other. */
async function calledOff(code: string, request: RequestContext): Promise<Answer> {
  const empty = emptyDraft(request, 'chat', request.context.message);
  const draft = await on({ ...empty, fields: { ...NO_FIELDS, status: 'cancelled' } }, code, request);
  return open(draft, null, request);
}

/** Asks before an unfinished report is given up, when the words may have meant something else. */
export function askCancel(draft: Draft, request: RequestContext): Answer {
  const { draft: words } = request.texts.chat;
  const { button } = request.texts.words;
  const told = understoodSoFar(draft, request);
  return ask(
    { about: 'cancel-draft', draft: draft.id },
    {
      title: words.cancelTitle,
      question: words.cancelQuestion(labelOf(draft, request)),
      quote: null,
      rows: told === null ? [] : [{ heading: sinceWhen(draft, request), value: told }],
      caution: null,
      options: [{ value: 'yes', label: button.discard }],
      decline: button.goOn,
      wide: false,
    },
    request,
  );
}

function sinceWhen(draft: Draft, { context, texts }: RequestContext): string {
  const { draft: words } = texts.chat;
  return isFresh(draft, context.now)
    ? words.toldSoFar
    : words.leftAt(moment(draft.changedAt, context.language));
}

/** The answer to that question: given up, or gone on with. */
export async function answerCancel(
  { draft: id }: About<'cancel-draft'>,
  value: string,
  request: RequestContext,
): Promise<Answer> {
  const { chat } = request.texts;
  const draft = request.context.conversation.drafts.find((one) => one.id === id);
  if (!draft) return say(chat.draft.gone);
  if (value === 'no' || value === UNCLEAR) return showAgain(draft, chat.draft.goOn, request);
  return (await drive(draft, { kind: 'control', do: 'cancel' }, request)) ?? say(chat.draft.gone);
}
