/** Asks whether words are a report where the reader is not sure of it, with the activities they may be about; the interpreter of what is left asks, a tap or typed answer ends here. */
import { findActivity } from '../domain/plan.ts';
import { shortenUnits } from '../text/format.ts';
import { understand } from '../understand/index.ts';
import type { Understood } from '../understand/types.ts';
import { ownRows } from './activity-rows.ts';
import { say } from './bot-result.ts';
import type { Answer } from './commands/command.ts';
import { type About, ask } from './confirmations.ts';
import { fromSentence, reportable } from './dialogs/report/begin.ts';
import { open, openDraft } from './dialogs/report/drive.ts';
import type { RequestContext } from './request-context.ts';
import type { MemberWords } from './utterance.ts';

/** Activities shown beside the question; more are behind "อื่นๆ". */
const MOST_SHOWN = 3;
/** Letters of an activity's label and name on its row. */
const MOST_NAME = 250;
/** None of the activities that are shown. */
const ANOTHER = 'another';

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
    aliases: context.member.aliases,
  });
  const about = activity ? onOne(read, activity.code) : { ...read, activity: null };
  const begun = await fromSentence(about, { text, messageId: message }, request);
  return begun.ok ? open(begun.draft, begun.note, request, begun.later) : say(begun.why);
}

/** The person's word counts more than what was read of the activity; several are told of one by one. */
function onOne(read: Understood, code: string): Understood {
  if (read.multiple) return read;
  const { activity: _, ...because } = read.because;
  const unsure = read.unsure.filter((field) => field !== 'activity');
  return { ...read, activity: code, candidates: [], unsure, because };
}
