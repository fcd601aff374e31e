/** Taking reports back, and bringing them back: at once for the exact command, after a question for words that were only understood. */
import { coveredLeaves } from '../domain/plan.ts';
import type { Draft } from '../domain/draft.ts';
import type { Update } from '../domain/update.ts';
import {
  type AllUndone,
  lastTakenBack,
  latestOwnReport,
  latestOwnUpdate,
  savedFrom,
  undoReports,
} from '../services/reports.ts';
import { moment } from '../text/format.ts';
import type { Answer } from './commands/command.ts';
import { emptyDraft, on } from './dialogs/report/begin.ts';
import { drive, labelOf, open } from './dialogs/report/drive.ts';
import { BROUGHT_BACK } from './dialogs/report/join.ts';
import { say, show } from './handled.ts';
import { type About, ask, UNCLEAR } from './pending.ts';
import { refOfCode, type Turn } from './turn.ts';
import type { Action } from './types.ts';

/** The exact command: what was stored last goes at once; the answer tells how to get it back. */
export async function undoLatest(turn: Turn): Promise<Answer> {
  const latest = await latestOwnReport(turn.context);
  return latest.length > 0 ? taken(idsOf(latest), turn) : say(turn.texts.chat.undo.nothing);
}

/** Asks before these updates are taken back; says why when they cannot be. */
export async function askUndo(
  updates: readonly string[],
  turn: Turn,
  caution: string | null = null,
): Promise<Answer> {
  const { undo } = turn.texts.chat;
  const { button } = turn.texts.words;
  const found = await undoReports(turn.context, updates);
  if (!found.ok) return refused(found, turn);
  return ask(
    { about: 'undo', updates: [...updates] },
    {
      title: button.undo,
      question: undo.question(labelsOf(found.updates, turn), whenOf(found.updates, turn)),
      quote: null,
      rows: [],
      caution,
      options: [{ value: 'yes', label: button.undoSure }],
      decline: button.keep,
      wide: false,
    },
    turn,
  );
}

/** The answer to that question. */
export async function undone({ updates }: About<'undo'>, value: string, turn: Turn): Promise<Answer> {
  const { chat } = turn.texts;
  if (value === UNCLEAR) return askUndo(updates, turn, chat.undo.sayWhich);
  return value === 'no' ? say(chat.undo.kept) : taken(updates, turn);
}

/**
 * A wish to take something back that was understood from a sentence.
 * @param codes activities it can be about, branches among them; empty for what was stored last.
 */
export async function askUndoOf(codes: readonly string[], turn: Turn): Promise<Answer> {
  const { chat, words } = turn.texts;
  if (codes.length === 0) {
    const latest = await latestOwnReport(turn.context);
    return latest.length > 0 ? askUndo(idsOf(latest), turn) : say(chat.undo.nothing);
  }
  const leaves = coveredLeaves(turn.context.plan, codes);
  const found = await Promise.all(leaves.map((leaf) => latestOwnUpdate(turn.context, leaf.code)));
  const updates = found.filter((one) => one !== null);
  const [only, ...others] = updates;
  if (!only) return say(chat.undo.noneOf(leaves.map((leaf) => leaf.label).join(', ')));
  if (others.length === 0) return askUndo([only.id], turn);
  const options = updates.map(({ id, activity }): Action => {
    const { label } = refOfCode(turn, activity);
    return { type: 'tap', label, say: words.command.undoOf(label), tap: { do: 'undo', update: id } };
  });
  return show({
    type: 'card',
    card: {
      kind: 'confirm',
      title: words.button.undo,
      question: chat.undo.which,
      quote: null,
      rows: [],
      caution: null,
      options,
      wide: true,
    },
  });
}

async function taken(updates: readonly string[], turn: Turn): Promise<Answer> {
  const { chat, words } = turn.texts;
  const found = await undoReports(turn.context, updates);
  if (!found.ok) return refused(found, turn);
  const { restore } = words.command;
  const back: Action = {
    type: 'tap',
    label: words.button.restore,
    say: restore,
    tap: { do: 'say', text: restore },
  };
  const text = chat.undo.done(labelsOf(found.updates, turn), whenOf(found.updates, turn));
  return { messages: [{ type: 'text', text, quick: [back] }], writes: found.writes };
}

function refused({ reason }: AllUndone & { ok: false }, turn: Turn): Answer {
  const { undo } = turn.texts.chat;
  const why = {
    'no-such-update': undo.nothing,
    'not-yours': undo.notYours,
    already: undo.already,
    closed: undo.closed,
  };
  return say(why[reason]);
}

/** What was taken back last, on a card again: stored anew with บันทึก, once. */
export async function restoreLast(turn: Turn): Promise<Answer> {
  const { chat } = turn.texts;
  const updates = await lastTakenBack(turn.context);
  const [first] = updates;
  if (!first) return say(chat.undo.nothingBack);
  const id = `${BROUGHT_BACK}${first.id}`;
  if (await savedFrom(turn.context, id)) return say(chat.undo.backAlready(labelsOf(updates, turn)));
  const { said, conversation } = await open(await draftOf(id, updates, turn), chat.undo.back, turn);
  return { ...said, conversation };
}

async function draftOf(id: string, updates: readonly Update[], turn: Turn): Promise<Draft> {
  const [{ activity, said: fields, message, sources, evidence, through }] = updates as [Update];
  const empty = emptyDraft(turn, through === 'form' ? 'form' : 'chat', message);
  if (updates.length === 1)
    return on({ ...empty, id, fields, evidence, ...(sources && { sources }) }, activity, turn);
  const items = await Promise.all(
    updates.map(async (one) => {
      const { seq } = await turn.context.state(one.activity);
      return { activity: one.activity, fields: one.said, baseSeq: seq };
    }),
  );
  return { ...empty, id, step: { at: 'review-many' }, items };
}

/** Asks before an unfinished report is given up, when the words may have meant something else. */
export function askCancel(draft: Draft, turn: Turn): Answer {
  const { draft: words } = turn.texts.chat;
  const { button } = turn.texts.words;
  return ask(
    { about: 'cancel-draft', draft: draft.id },
    {
      title: words.cancelTitle,
      question: words.cancelQuestion(labelOf(draft, turn)),
      quote: null,
      rows: [],
      caution: null,
      options: [{ value: 'yes', label: button.discard }],
      decline: button.goOn,
      wide: false,
    },
    turn,
  );
}

/** The answer to that question. */
export async function cancelled(
  { draft: id }: About<'cancel-draft'>,
  _: string,
  turn: Turn,
): Promise<Answer> {
  const draft = turn.context.conversation.drafts.find((one) => one.id === id);
  const given = draft && (await drive(draft, { kind: 'control', do: 'cancel' }, turn));
  if (!given?.taken) return say(turn.texts.chat.draft.gone);
  return { ...given.said, conversation: given.conversation };
}

function idsOf(updates: readonly Update[]): string[] {
  return updates.map((one) => one.id);
}

function labelsOf(updates: readonly Update[], turn: Turn): string {
  return updates.map((one) => refOfCode(turn, one.activity).label).join(', ');
}

function whenOf([first]: readonly Update[], { context }: Turn): string {
  return first ? moment(first.at, context.language) : '';
}
