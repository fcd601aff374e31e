/** Taking reports back after a question that says what stands then, and bringing them back one at a time. */
import { coveredLeaves } from '../domain/plan.ts';
import type { Draft } from '../domain/draft.ts';
import { foldUpdates, type Update } from '../domain/update.ts';
import type { Fields } from '../domain/activity.ts';
import {
  type AllUndone,
  readUpdates,
  latestOwnReport,
  latestOwnUpdate,
  savedFrom,
  takenBack,
  undoReports,
} from '../services/reports.ts';
import { moment } from '../text/format.ts';
import type { Answer } from './commands/command.ts';
import { emptyDraft, on } from './dialogs/report/begin.ts';
import { understoodSoFar } from './dialogs/report/choices.ts';
import { open } from './dialogs/report/drive.ts';
import { BROUGHT_BACK } from './dialogs/report/join.ts';
import { say, show } from './bot-result.ts';
import { type About, ask, UNCLEAR } from './confirmations.ts';
import { refOfCode, type RequestContext } from './request-context.ts';
import type { Action } from './types.ts';

/** The command: what was stored last, asked first, as a double tap would take back two. */
export async function undoLatest(request: RequestContext): Promise<Answer> {
  const latest = await latestOwnReport(request.context);
  return latest.length > 0 ? askUndo(idsOf(latest), request) : say(request.texts.chat.undo.nothing);
}

/** Asks before these updates are taken back; says why when they cannot be. */
export async function askUndo(
  updates: readonly string[],
  request: RequestContext,
  caution: string | null = null,
): Promise<Answer> {
  const { undo } = request.texts.chat;
  const { button } = request.texts.words;
  const found = await undoReports(request.context, updates);
  if (!found.ok) return refused(found, request);
  return ask(
    { about: 'undo', updates: [...updates] },
    {
      title: button.undo,
      question: undo.question(labelsOf(found.updates, request), whenOf(found.updates, request)),
      quote: null,
      rows: await whatChanges(found.updates, request),
      caution,
      options: [{ value: 'yes', label: button.undoSure }],
      decline: button.keep,
      wide: false,
      again: true,
    },
    request,
  );
}

/** The same question, for whoever wants to see all of it. */
export function undoAgain({ updates }: About<'undo'>, request: RequestContext): Promise<Answer> {
  return askUndo(updates, request);
}

/** What each report said, and what its activity stands at once it is gone. */
async function whatChanges(
  updates: readonly Update[],
  request: RequestContext,
): Promise<{ heading: string; value: string }[]> {
  const { undo } = request.texts.chat;
  // a group reads along
  if (request.context.chat.type !== 'user') return [];
  const rows = await Promise.all(
    updates.map(async (update) => {
      const all = await readUpdates(request.context, update.activity);
      const left = foldUpdates(all.filter((one) => !one.voided && one.id !== update.id));
      const { label } = refOfCode(request, update.activity);
      const stands = left.reportedAt === null ? undo.nothingLeft : gistOf(left, request);
      return [
        { heading: undo.takesBack(label), value: gistOf(update.said, request) },
        { heading: undo.standsThen(label), value: stands },
      ];
    }),
  );
  return rows.flat();
}

export function gistOf(fields: Fields, request: RequestContext): string {
  return understoodSoFar({ fields, evidence: [] }, request) ?? request.texts.words.unsaid;
}

/** The answer to that question. */
export async function answerUndo(
  { updates }: About<'undo'>,
  value: string,
  request: RequestContext,
): Promise<Answer> {
  const { chat } = request.texts;
  if (value === UNCLEAR) return askUndo(updates, request, chat.undo.sayWhich);
  return value === 'no' ? say(chat.undo.kept) : taken(updates, request);
}

/** Reports that fit on the screen beside the question. */
const MOST_CHOICES = 4;

/**
 * A wish to take something back that was understood from a sentence.
 * @param codes activities it can be about, branches among them; empty for what was stored last.
 */
export async function askUndoOf(codes: readonly string[], request: RequestContext): Promise<Answer> {
  const { chat, words } = request.texts;
  if (codes.length === 0) {
    const latest = await latestOwnReport(request.context);
    return latest.length > 0 ? askUndo(idsOf(latest), request) : say(chat.undo.nothing);
  }
  const leaves = coveredLeaves(request.context.plan, codes);
  const found = await Promise.all(leaves.map((leaf) => latestOwnUpdate(request.context, leaf.code)));
  const updates = found.filter((one) => one !== null);
  const [only, ...others] = updates;
  if (!only) return say(chat.undo.noneOf(leaves.map((leaf) => leaf.label).join(', ')));
  if (others.length === 0) return askUndo([only.id], request);
  const newest = updates.toSorted((a, b) => b.at.getTime() - a.at.getTime());
  const options = newest.map(({ id, activity }): Action => {
    const { label } = refOfCode(request, activity);
    return { type: 'tap', label, say: words.command.undoOf(label), tap: { do: 'undo', update: id } };
  });
  const shown = options.slice(0, MOST_CHOICES);
  const [next] = options.slice(MOST_CHOICES);
  const typed = next?.type === 'tap' ? next.say : undefined;
  return show({
    type: 'card',
    card: {
      kind: 'confirm',
      title: words.button.undo,
      question: chat.undo.which,
      quote: null,
      rows: [],
      caution: typed === undefined ? null : chat.undo.others(shown.length, options.length, typed),
      options: shown,
      wide: true,
    },
  });
}

async function taken(updates: readonly string[], request: RequestContext): Promise<Answer> {
  const { chat, words } = request.texts;
  const found = await undoReports(request.context, updates);
  if (!found.ok) return refused(found, request);
  const { restore } = words.command;
  const back: Action = {
    type: 'tap',
    label: words.button.restore,
    say: restore,
    tap: { do: 'say', text: restore },
  };
  const text = chat.undo.done(labelsOf(found.updates, request), whenOf(found.updates, request));
  return { messages: [{ type: 'text', text, quick: [back] }], writes: found.writes };
}

/** Why a report cannot be taken back. */
export function refused({ reason }: AllUndone & { ok: false }, request: RequestContext): Answer {
  const { undo } = request.texts.chat;
  const why = {
    'no-such-update': undo.nothing,
    'not-yours': undo.notYours,
    already: undo.already,
    closed: undo.closed,
  };
  return say(why[reason]);
}

/** What was taken back last and is not back yet, on a card again: stored anew with บันทึก, each once. */
export async function restoreLast(request: RequestContext): Promise<Answer> {
  const { undo } = request.texts.chat;
  const all = await takenBack(request.context);
  if (all.length === 0) return say(undo.nothingBack);
  for (const updates of all) {
    const id = `${BROUGHT_BACK}${updates[0]!.id}`;
    if (await savedFrom(request.context, id)) continue;
    return open(await draftOf(id, updates, request), undo.back, request);
  }
  return say(undo.backAlready(labelsOf(all[0]!, request)));
}

async function draftOf(id: string, updates: readonly Update[], request: RequestContext): Promise<Draft> {
  const [{ activity, said: fields, message, sources, evidence, through }] = updates as [Update];
  const empty = emptyDraft(request, through === 'import' ? 'chat' : through, message);
  if (updates.length === 1)
    return on({ ...empty, id, fields, evidence, ...(sources && { sources }) }, activity, request);
  const items = await Promise.all(
    updates.map(async (one) => {
      const { seq } = await request.context.state(one.activity);
      return { activity: one.activity, fields: one.said, baseSeq: seq };
    }),
  );
  return { ...empty, id, step: { at: 'review-many' }, items };
}

export function idsOf(updates: readonly Update[]): string[] {
  return updates.map((one) => one.id);
}

export function labelsOf(updates: readonly Update[], request: RequestContext): string {
  return updates.map((one) => refOfCode(request, one.activity).label).join(', ');
}

function whenOf([first]: readonly Update[], { context }: RequestContext): string {
  return first ? moment(first.at, context.language) : '';
}
