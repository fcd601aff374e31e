/** What a tap on a card's button comes to; a button of an overtaken card is answered and changes nothing. */
import { savedFrom } from '../services/reports.ts';
import { moment } from '../text/format.ts';
import { commands } from './commands/index.ts';
import { answered, passedOver } from './asked.ts';
import { type Answer, matchCommand } from './commands/command.ts';
import { fromForm } from './dialogs/report/begin.ts';
import { drive, open, showAgain } from './dialogs/report/drive.ts';
import type { Input } from './dialogs/report/machine.ts';
import { say } from './handled.ts';
import { withDrafts } from './left-behind.ts';
import { reminded } from './reminded.ts';
import { askUndo } from './taking-back.ts';
import { runCommand } from './talk.ts';
import { decodeTap } from './tap.ts';
import { isSameActivity, refOfCode, type Turn } from './turn.ts';
import type { Tap } from './types.ts';

export function tapped(data: string, params: { date?: string }, turn: Turn): Promise<Answer> {
  return withDrafts(turn, async (current) => {
    const tap = decodeTap(data);
    if (!tap) return say(current.texts.chat.draft.gone);
    if (tap.do === 'confirm') return answered(tap.ask, tap.value, current);
    return passedOver(await effect(tap, params, current), current);
  });
}

async function effect(
  tap: Exclude<Tap, { do: 'confirm' }>,
  params: { date?: string },
  turn: Turn,
): Promise<Answer> {
  switch (tap.do) {
    case 'save':
    case 'cancel':
    case 'back':
    case 'skip':
      return onDraft(tap, { kind: 'control', do: tap.do }, turn);
    case 'edit':
      return onDraft(tap, { kind: 'edit', field: tap.field }, turn);
    case 'answer':
      return onDraft(tap, { kind: 'answer', value: params.date ?? tap.value }, turn);
    case 'undo':
      return askUndo([tap.update], turn);
    case 'report': {
      if (!isSameActivity(tap, turn)) return say(turn.texts.chat.planChanged);
      const begun = await fromForm(tap.code, tap.status ?? null, turn);
      if (!begun.ok) return say(begun.why);
      const { said, conversation } = await open(begun.draft, begun.note, turn);
      return { ...said, conversation };
    }
    case 'reminded':
      return reminded(tap, turn);
    case 'accept-notice':
      return say(turn.texts.chat.accepted);
    case 'say': {
      const found = matchCommand(tap.text, commands, turn);
      return found ? runCommand(found.command, found.argument, turn) : say(turn.texts.chat.draft.gone);
    }
  }
}

async function onDraft(tap: Extract<Tap, { draft: string }>, input: Input, turn: Turn): Promise<Answer> {
  const { drafts } = turn.context.conversation;
  const draft = drafts.find((one) => one.id === tap.draft);
  if (!draft) return gone(tap.draft, turn);
  if (draft.rev !== tap.rev) {
    const { said, conversation } = await showAgain(draft, turn.texts.chat.draft.stale, turn);
    return { ...said, conversation };
  }
  const result = await drive(draft, input, turn);
  if (!result.taken) return say(turn.texts.chat.draft.gone);
  return { ...result.said, conversation: { misses: 0, ...result.conversation } };
}

/** The draft is no more: saved, then it says when; cancelled or forgotten, then that nothing was stored. */
async function gone(id: string, turn: Turn): Promise<Answer> {
  const { chat } = turn.texts;
  const saved = await savedFrom(turn.context, id);
  if (!saved) return say(chat.draft.gone);
  return say(
    chat.draft.alreadySaved(refOfCode(turn, saved.activity).label, moment(saved.at, turn.context.language)),
  );
}
