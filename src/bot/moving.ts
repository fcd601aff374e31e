/** A report that was stored on the wrong activity: asks to which it belongs, then takes it back there and stores it anew in one go. interpreters/stored.ts and the card's answer call it. */
import type { Fields } from '../domain/activity.ts';
import { coveredLeaves, findActivity } from '../domain/plan.ts';
import type { Update } from '../domain/update.ts';
import { latestOwnUpdate, mayReport, saveReport, undoReports } from '../services/reports.ts';
import { quantity, shortenUnits } from '../text/format.ts';
import { ownRows } from './activity-rows.ts';
import { say } from './bot-result.ts';
import type { Answer } from './commands/command.ts';
import { type About, ask, UNCLEAR } from './confirmations.ts';
import { findByWords } from './find-activity.ts';
import { refOfCode, type RequestContext } from './request-context.ts';
import { gistOf, refused } from './taking-back.ts';

/** Activities that fit on the card. */
const MOST_CHOICES = 4;
/** Letters of a name that are repeated to say that it was not found. */
const MOST_REPEATED = 60;

/** @param name of the right activity as it was typed, '' for none. */
export async function askMove(update: Update, name: string, request: RequestContext): Promise<Answer> {
  const { chat } = request.texts;
  const named = name === '' ? [] : namedBy(name, request);
  if (name !== '' && named.length === 0) return say(chat.noSuchActivity(shortenUnits(name, MOST_REPEATED)));
  const all = named.length > 0 ? named : await alike(update.activity, request);
  const codes = all.filter((code) => code !== update.activity && mayReport(request.context, code));
  if (codes.length === 0) return say(chat.notYours(shortenUnits(name, MOST_REPEATED)));
  return asked(update, codes.slice(0, MOST_CHOICES), null, request);
}

function namedBy(name: string, request: RequestContext): string[] {
  const found = findByWords(request, name);
  const codes = found.ok ? [found.activity.code] : found.candidates;
  return coveredLeaves(request.context.plan, codes).map(({ code }) => code);
}

/** This person's own, those of the same part of the plan first. */
async function alike(code: string, request: RequestContext): Promise<string[]> {
  const { plan } = request.context;
  const parent = findActivity(plan, code)?.parent;
  const own = (await ownRows(request)).map((row) => row.code);
  const isNear = (one: string): boolean => findActivity(plan, one)?.parent === parent;
  return [...own.filter(isNear), ...own.filter((one) => !isNear(one))];
}

function asked(
  update: Update,
  codes: readonly string[],
  caution: string | null,
  request: RequestContext,
): Answer {
  const { move } = request.texts.chat;
  const { label } = refOfCode(request, update.activity);
  const labels = codes.map((code) => refOfCode(request, code).label);
  const [only, ...others] = labels;
  return ask(
    { about: 'move', update: update.id, activity: update.activity, to: [...codes] },
    {
      title: move.title,
      question: only !== undefined && others.length === 0 ? move.question(label, only) : move.which(label),
      quote: null,
      rows: [{ heading: move.what, value: gistOf(update.said, request) }],
      caution,
      options: codes.map((code, at) => ({ value: code, label: move.to(labels[at]!) })),
      decline: request.texts.words.button.keep,
      wide: codes.length > 1,
    },
    request,
  );
}

/** The answer to that question: moved as it stands, photos too. */
export async function answerMove(
  { update: id, activity, to }: About<'move'>,
  value: string,
  request: RequestContext,
): Promise<Answer> {
  const { context, texts } = request;
  const { move, undo } = texts.chat;
  if (value === 'no') return say(undo.kept);
  const update = await latestOwnUpdate(context, activity);
  if (update?.id !== id) return say(undo.already);
  const [only, ...others] = to;
  const code = value === 'yes' && others.length === 0 ? only : value;
  if (code === undefined || value === UNCLEAR || !to.includes(code))
    return asked(update, to, undo.sayWhich, request);
  const taken = await undoReports(context, [id]);
  if (!taken.ok) return refused(taken, request);
  const { said, left } = fitting(update.said, activity, code, request);
  const { evidence, message, sources, through } = update;
  const draft = `moved-${id}`;
  const saved = await saveReport(context, {
    activity: code,
    said,
    evidence,
    draft,
    message,
    sources,
    through,
  });
  if (!saved.ok) return say(texts.chat.notYours(refOfCode(request, code).label));
  const where = { _id: { $in: evidence }, office: context.office.id };
  const files =
    evidence.length === 0
      ? []
      : [{ to: 'evidence' as const, updateAll: { where, change: { $set: { activity: code } } } }];
  const [from, there] = [activity, code].map((one) => refOfCode(request, one).label) as [string, string];
  const note = left === null ? [] : [texts.chat.draft.countedOtherwise(left)];
  return {
    ...say([move.done(from, there, gistOf(said, request)), ...note].join('\n')),
    writes: [...taken.writes, ...saved.writes, ...files],
    outcome: { kind: 'shows', activity: code },
  };
}

/** What was said, without a number that is counted in another unit there. */
function fitting(
  said: Fields,
  from: string,
  to: string,
  { context: { plan } }: RequestContext,
): { said: Fields; left: string | null } {
  const unitOf = (code: string): string | null | undefined => findActivity(plan, code)?.unit;
  const { actual } = said;
  if (actual === null || unitOf(from) === unitOf(to)) return { said, left: null };
  return { said: { ...said, actual: null }, left: quantity(actual.value, actual.unit) };
}
