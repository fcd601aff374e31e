/** The actions that several cards offer: typing a command in the person's place, reporting, looking at an activity. */
import type { Action, ActivityRef, Tap } from '../../src/bot/types.ts';
import { nameMark } from '../../src/domain/name-mark.ts';
import type { Style } from '../types.ts';

/** A button that does `tap` and shows its own label as what the person said. */
export function tap(label: string, what: Tap): Action {
  return { type: 'tap', label, tap: what, say: label };
}

/** A command as if it had been typed; as a postback it also reaches the bot from groups, without a mention. */
export function command(label: string, text: string): Action {
  return { type: 'tap', label, tap: { do: 'say', text }, say: text };
}

export function reportOn(activity: ActivityRef, label: string, style: Style): Action {
  return {
    type: 'tap',
    label,
    tap: { do: 'report', code: activity.code, mark: nameMark(activity.name) },
    say: style.texts.words.command.report(activity.label),
  };
}

export function lookAt(activity: ActivityRef, style: Style): Action {
  const { words } = style.texts;
  return {
    type: 'tap',
    label: words.button.status,
    tap: { do: 'say', text: words.command.status(activity.code) },
    say: words.command.status(activity.label),
  };
}

/** "ดูต่อ" first, then "ก่อนหน้า", as far as there are such pages. */
export function pageButtons(text: string, page: number, pages: number, style: Style): Action[] {
  const { button, command: said } = style.texts.words;
  return [
    ...(page < pages ? [command(button.more, said.page(text, page + 1))] : []),
    ...(page > 1 ? [command(button.earlier, said.page(text, page - 1))] : []),
  ];
}
