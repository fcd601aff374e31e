/** Photos on an open report that belong to another activity: asks whether they alone are meant or all of the report, both named. interpreters/open-drafts.ts and the card's answer call it. */
import type { Draft } from '../domain/draft.ts';
import { coveredLeaves } from '../domain/plan.ts';
import { shortenUnits } from '../text/format.ts';
import { filesOf, photosSpokenOf } from '../text/open-drafts.ts';
import { say } from './bot-result.ts';
import type { Answer } from './commands/command.ts';
import { looksLikeCode } from './commands/arguments.ts';
import { type About, ask } from './confirmations.ts';
import { emptyDraft, on, reportable } from './dialogs/report/begin.ts';
import { saysNothing } from './dialogs/report/fill.ts';
import { drive, open, showAgain } from './dialogs/report/drive.ts';
import { findByWords } from './find-activity.ts';
import { refOfCode, type RequestContext } from './request-context.ts';

/** Activities that fit on the card. */
const MOST_CHOICES = 2;
/** Letters of a button. */
const MOST_LABEL = 20;

/** @param typed plain words. @returns the question; null where they name no activity the photos can be of. */
export function askPhotosOf(draft: Draft, typed: string, request: RequestContext): Answer | null {
  const found =
    draft.evidence.length > 0 && draft.activity !== null ? filesNamed(typed, draft, request) : null;
  if (!found || draft.step.at !== 'review') return null;
  const named = findByWords(request, found.name);
  const codes = reportable(
    coveredLeaves(request.context.plan, named.ok ? [named.activity.code] : named.candidates).map(
      ({ code }) => code,
    ),
    request,
  ).filter((code) => code !== draft.activity);
  if (codes.length === 0 || codes.length > MOST_CHOICES) return null;
  return asked({ draft: draft.id, to: codes, whole: !found.speaksOfFiles }, draft, request);
}

/** Where the draft has photos alone, whatever names an activity says whose they are. */
function filesNamed(typed: string, draft: Draft, request: RequestContext): ReturnType<typeof filesOf> {
  const found = filesOf(typed);
  if (found || draft.items.length > 0 || !saysNothing(draft.fields)) return found;
  const of = photosSpokenOf(typed)?.of ?? (looksLikeCode(typed, request) ? typed : '');
  return of === '' ? null : { name: of, speaksOfFiles: true };
}

function asked(
  { draft: id, to, whole }: Omit<About<'photos-of'>, 'about'>,
  { evidence, activity }: Draft,
  request: RequestContext,
): Answer {
  const { photosOf } = request.texts.chat.draft;
  const options = to.flatMap((code) => {
    const { label } = refOfCode(request, code);
    return [
      { value: `files:${code}`, label: photosOf.files(label) },
      ...(whole ? [{ value: `all:${code}`, label: photosOf.all(label) }] : []),
    ];
  });
  return ask(
    { about: 'photos-of', draft: id, to, whole },
    {
      title: photosOf.title,
      question: photosOf.question(evidence.length, refOfCode(request, activity!).label),
      quote: null,
      rows: [],
      caution: null,
      options: options.map((one) => ({ ...one, label: shortenUnits(one.label, MOST_LABEL) })),
      decline: photosOf.no,
      wide: true,
    },
    request,
  );
}

/** The answer to that question. */
export async function answerPhotosOf(
  { about: _, ...question }: About<'photos-of'>,
  value: string,
  request: RequestContext,
): Promise<Answer> {
  const { chat } = request.texts;
  const { conversation } = request.context;
  const draft = conversation.drafts.find((one) => one.id === question.draft);
  if (!draft || draft.activity === null) return say(chat.draft.gone);
  if (value === 'no') return showAgain(draft, chat.draft.goOn, request);
  const [what = '', code = ''] = value.split(':');
  if (!question.to.includes(code)) return asked(question, draft, request);
  if (what === 'all') {
    const choosing: Draft = { ...draft, step: { at: 'choose', candidates: [code], page: 1 } };
    return (await drive(choosing, { kind: 'answer', value: code }, request)) ?? say(chat.draft.gone);
  }
  const left: Draft = { ...draft, rev: draft.rev + 1, evidence: [] };
  // of photos alone nothing is left
  const rest = saysNothing(draft.fields) && draft.items.length === 0 ? [] : [left];
  const drafts = conversation.drafts.flatMap((one) => (one.id === draft.id ? rest : [one]));
  const changed: RequestContext = {
    ...request,
    context: { ...request.context, conversation: { ...conversation, drafts } },
  };
  const empty = emptyDraft(request, 'chat', null);
  const note = chat.draft.photosOf.done(draft.evidence.length, refOfCode(request, code).label);
  return open(await on({ ...empty, evidence: draft.evidence }, code, request), note, changed);
}
