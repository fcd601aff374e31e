/** Asks whether words are a report where the reader is not sure of it, with the activities they may be about, and offers it where it sees none; interpreters of what is left ask, a tap or typed answer ends here. */
import type { Draft } from '../domain/draft.ts';
import { findActivity } from '../domain/plan.ts';
import { shortenUnits } from '../text/format.ts';
import { understand } from '../understand/index.ts';
import type { Understood } from '../understand/types.ts';
import { hasWork, ownRows } from './activity-rows.ts';
import { say } from './bot-result.ts';
import type { Answer } from './commands/command.ts';
import { type About, ask, openConfirmation, waitFor } from './confirmations.ts';
import { fromSentence, reportable } from './dialogs/report/begin.ts';
import { open, openDraft } from './dialogs/report/drive.ts';
import { saysNothing } from './dialogs/report/fill.ts';
import { MOST_TEXT } from './dialogs/report/questions.ts';
import type { RequestContext } from './request-context.ts';
import type { Action } from './types.ts';
import type { MemberWords } from './utterance.ts';

/** Activities shown beside the question; more are behind "อื่นๆ". */
const MOST_SHOWN = 3;
/** Letters of an activity's label and name on its row. */
const MOST_NAME = 250;
/** None of the activities that are shown. */
const ANOTHER = 'another';
/** A report, of whatever activity is read in it. */
const AS_READ = 'as-read';
/** Letters of what may tell something. */
const LEAST_TOLD = 12;

/** @returns the question; null where words are hardly a report, others read along, or there is nothing to report on. */
export async function askWhetherReport(
  read: Understood,
  { text, messageId }: MemberWords,
  request: RequestContext,
): Promise<Answer | null> {
  const { context, texts } = request;
  if (!read.perhaps || context.chat.type !== 'user' || openDraft(request)) return null;
  const likely = reportable(read.candidates, request).filter(
    (code) => findActivity(context.plan, code)?.leaf,
  );
  const own = (await ownRows(request)).map(({ code }) => code);
  const shown = [...new Set([...likely, ...own])].slice(0, MOST_SHOWN);
  if (shown.length === 0) return null;
  const { whetherReport: words } = texts.chat;
  const rows = shown.flatMap((code) => {
    const activity = findActivity(context.plan, code);
    return activity
      ? [{ value: code, label: shortenUnits(`${activity.label} ${activity.name}`, MOST_NAME) }]
      : [];
  });
  const others = own.some((code) => !shown.includes(code)) || own.length === 0;
  return ask(
    { about: 'whether-report', text, message: messageId },
    {
      title: words.title,
      question: words.question,
      quote: null,
      rows: [],
      caution: null,
      options: [...rows, ...(others ? [{ value: ANOTHER, label: words.another }] : [])],
      decline: words.no,
      wide: true,
    },
    request,
  );
}

/** An answer to words that were no report to the reader, with a chip by which they are one after all: nobody has to type them again. */
export function offerReport(
  answer: Answer,
  { text, messageId }: MemberWords,
  request: RequestContext,
): Answer {
  const { context, texts } = request;
  const { kind } = answer.outcome ?? { kind: 'said' };
  const last = answer.messages.at(-1);
  const fits =
    (kind === 'said' || kind === 'missed') &&
    context.chat.type === 'user' &&
    text.replace(/\s/g, '').length >= LEAST_TOLD &&
    !openDraft(request) &&
    !openConfirmation(request) &&
    hasWork(request);
  if (!fits || !last) return answer;
  const { asReport: label } = texts.chat.whetherReport;
  const about: About<'whether-report'> = { about: 'whether-report', text, message: messageId };
  const confirmation = waitFor(about, [{ value: AS_READ, label }], request);
  const chip: Action = {
    type: 'tap',
    label,
    say: label,
    tap: { do: 'confirm', ask: confirmation.id, value: AS_READ },
  };
  const shown = { ...last, quick: [chip, ...(last.quick ?? [])] };
  return {
    ...answer,
    messages: [...answer.messages.slice(0, -1), shown],
    outcome: { kind, confirmation: { ...confirmation, direct: false } },
  };
}

/** The words read as a report on the activity that was chosen; on one still to be chosen. */
export async function takeAsReport(
  { text, message }: About<'whether-report'>,
  value: string,
  request: RequestContext,
): Promise<Answer> {
  const { context, texts } = request;
  if (value === 'no') return say(texts.chat.whetherReport.dropped);
  const activity = findActivity(context.plan, value);
  const read = understand(text, {
    plan: context.plan,
    today: context.today,
    quoted: activity?.code ?? null,
    ...(activity && { own: [activity.code] }),
    isReport: true,
  });
  const about = activity
    ? onOne(read, activity.code)
    : value === AS_READ
      ? read
      : { ...read, activity: null };
  const begun = await fromSentence(about, { text, messageId: message }, request);
  return begun.ok ? open(told(begun.draft, text), begun.note, request, begun.later) : say(begun.why);
}

/** Whoever says that it is a report is not shown an empty card. */
function told(draft: Draft, text: string): Draft {
  const { fields, queue, items } = draft;
  if (!saysNothing(fields) || queue.length > 0 || items.length > 0) return draft;
  return { ...draft, fields: { ...fields, result: text.trim().slice(0, MOST_TEXT) } };
}

/** The person's word counts more than what was read of the activity; several are told of one by one. */
function onOne(read: Understood, code: string): Understood {
  if (read.multiple) return read;
  const { activity: _, ...because } = read.because;
  const unsure = read.unsure.filter((field) => field !== 'activity');
  return { ...read, activity: code, candidates: [], unsure, because };
}
