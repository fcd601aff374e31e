/** What a tap on a card's button comes to; a button of an overtaken card is answered and changes nothing. */
import { savedFrom } from '../services/reports.ts';
import { moment } from '../text/format.ts';
import { commands } from './commands/index.ts';
import { answered, passedOver } from './asked.ts';
import { type Answer, matchCommand } from './commands/command.ts';
import { undoUpdate } from './commands/officer.ts';
import { fromForm } from './dialogs/report/begin.ts';
import { drive, open } from './dialogs/report/drive.ts';
import type { Input } from './dialogs/report/machine.ts';
import { showDraft } from './dialogs/report/view.ts';
import { say } from './handled.ts';
import { reminded } from './reminded.ts';
import { runCommand } from './talk.ts';
import { decodeTap } from './tap.ts';
import { refOfCode, type Turn } from './turn.ts';
import type { Tap } from './types.ts';

export async function tapped(data: string, params: { date?: string }, turn: Turn): Promise<Answer> {
  const tap = decodeTap(data);
  if (!tap) return say(turn.texts.chat.draft.gone);
  if (tap.do === 'confirm') return answered(tap.ask, tap.value, turn);
  return passedOver(await effect(tap, params, turn), turn);
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
      return undoUpdate(tap.update, turn);
    case 'report': {
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
  const onTop = drafts.at(-1)!;
  if (draft.rev !== tap.rev) {
    const { chat } = turn.texts;
    return { messages: [{ type: 'text', text: chat.draft.stale }, await showDraft(onTop, turn)], writes: [] };
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
