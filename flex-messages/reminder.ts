/** The day's reminder: the most urgent activity with its reason and three answers to tap, the next one below it, the rest behind a button; a manager's shows overdue work of others. */
import type { Action, ReminderRow } from '../src/bot/types.ts';
import { nameMark } from '../src/domain/name-mark.ts';
import { isFinished } from '../src/domain/status.ts';
import { calledBriefly } from '../src/text/format.ts';
import { signDot } from './parts/bars.ts';
import { stack } from './parts/bubble.ts';
import { chip, tappable } from './parts/buttons.ts';
import { shortBubble, twoLineRow } from './parts/short.ts';
import { titleStrip } from './parts/strip.ts';
import { command, reportOn } from './parts/taps.ts';
import { body, oneLine, small } from './parts/text.ts';
import { SHOWN_UNITS, type ToneName, tones } from './theme.ts';
import type { Box, Component, Painter, Style } from './types.ts';

export const paintReminder: Painter<'reminder'> = (card, style) => {
  const { digest, escalation, button, command: said } = style.texts.reminders;
  const { words } = style.texts;
  const others = card.rows.every((row) => row.reason === 'escalation');
  const late = card.rows.some((row) => isLate(row));
  const title = others ? escalation.title : digest.title;
  const count = card.rows.length + card.more;
  const [first, second] = card.rows;
  const altText = first
    ? digest.alt(calledBriefly(first), whyOf(first, style), count - 1)
    : digest.lead(count);
  const contents = shortBubble(
    titleStrip(title, count > 1 ? String(count) : null, late ? 'overdue' : 'plain'),
    [
      ...(first ? [item(first, others || count === 1, style)] : []),
      // whose work it is takes the room of the next one
      ...(second && !others ? [nextItem(second, style)] : []),
      ...(others || count > 1 || first?.last ? [] : [small(digest.howTo, { maxLines: 1 })]),
    ],
    others
      ? [command(count > 1 ? digest.all(count) : words.button.overdue, words.command.overdue)]
      : [
          command(count > 1 ? digest.all(count) : words.button.mine, words.command.mine),
          command(button.tomorrow, said.tomorrow),
        ],
    style,
    false,
  );
  return [{ altText: oneLine(altText, 300), contents }];
};

/** The one after the most urgent: tapped as a whole, the rest stands in the list behind the button. */
function nextItem(row: ReminderRow, style: Style): Box {
  const { reason } = style.texts.reminders;
  const tone: ToneName = isLate(row) ? 'overdue' : 'plain';
  const action = reportOn(row, style.texts.words.button.report, style);
  return twoLineRow(row, tone, reason[row.reason](row), action, style);
}

/** On a lock screen: the reason, and for whom it is told where it is not the reader's own. */
function whyOf(row: ReminderRow, style: Style): string {
  const why = style.texts.reminders.reason[row.reason](row);
  const owners = whose(row, style);
  return owners === null ? why : `${why} · ${owners}`;
}

function isLate({ reason }: ReminderRow): boolean {
  return reason === 'overdue' || reason === 'escalation';
}

/** @param told whether there is room for what was reported last. */
function item(row: ReminderRow, told: boolean, style: Style): Box {
  const { reason } = style.texts.reminders;
  const tone: ToneName = isLate(row) ? 'overdue' : 'plain';
  const owners = whose(row, style);
  const last = told ? lastReport(row, style) : null;
  const words: Box = {
    type: 'box',
    layout: 'horizontal',
    spacing: 'md',
    contents: [
      signDot(tone),
      stack(
        [
          body(`${oneLine(row.label, 20)} ${oneLine(row.name, SHOWN_UNITS.rowName)}`, {
            maxLines: 1,
            weight: 'bold',
          }),
          small(reason[row.reason](row), { color: tones[tone].ink }),
          ...(owners === null ? [] : [small(owners, { maxLines: 1 })]),
          ...(last === null ? [] : [small(last, { maxLines: 1 })]),
        ],
        'none',
        { flex: 1 },
      ),
    ],
  };
  return stack([words, answers(row, style)], 'sm');
}

/** So that nobody has to look up what they said. */
function lastReport({ last }: ReminderRow, { texts }: Style): string | null {
  if (last === null) return null;
  const far = last.percent === null || isFinished(last.status) ? '' : ` ${last.percent}%`;
  return texts.reminders.digest.last(last.day, `${texts.words.statusShort[last.status]}${far}`);
}

function whose(row: ReminderRow, style: Style): string | null {
  const { digest, escalation } = style.texts.reminders;
  const names = row.owners.map((name) => oneLine(name, 60)).join(', ');
  if (row.reason === 'escalation') return names ? digest.forOthers(names) : escalation.nobody;
  return names ? digest.standIn(names) : null;
}

/** The answers side by side, the likeliest in the colour of buttons. */
function answers(row: ReminderRow, style: Style): Component {
  const { button } = style.texts.reminders;
  const { words } = style.texts;
  const answer = (label: string, what: 'done' | 'working' | 'problem'): Action => ({
    type: 'tap',
    label,
    tap: { do: 'reminded', code: row.code, mark: nameMark(row.name), answer: what },
    say: `${row.label} ${label}`,
  });
  const actions: Action[] =
    row.reason === 'escalation'
      ? [
          command(words.button.status, words.command.status(row.code)),
          ...(row.owners.length > 0 ? [command(button.nudge, words.command.nudge(row.code))] : []),
        ]
      : [answer(button.done, 'done'), answer(button.working, 'working'), answer(button.problem, 'problem')];
  const boxes = actions.map((action) =>
    tappable(chip(action.label, { flex: 1, paddingStart: '4px', paddingEnd: '4px' }), action, style),
  );
  return { type: 'box', layout: 'horizontal', spacing: 'sm', contents: boxes };
}
