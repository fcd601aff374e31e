/** Where one activity stands: progress, money, last report; in full also the result against the target and all that was said. */
import type { ManagerStep } from '../src/bot/manager-cards.ts';
import type { Action, ActivityRef } from '../src/bot/types.ts';
import { calledBriefly, moment, quantity, shortDate } from '../src/text/format.ts';
import { budgetRows } from './parts/budget.ts';
import { percentBar } from './parts/bars.ts';
import { evidenceRow } from './parts/evidence.ts';
import { bubble, separator, stack } from './parts/bubble.ts';
import { anyCut, gist } from './parts/fields.ts';
import { paragraph, row } from './parts/rows.ts';
import { saidRows } from './parts/said.ts';
import { inFull, moneyRow, nameLine, shortBubble } from './parts/short.ts';
import { overdueStrip, statusStrip } from './parts/strip.ts';
import { command, reportOn } from './parts/taps.ts';
import { body, headline, oneLine, small } from './parts/text.ts';
import { SHOWN_UNITS, tones } from './theme.ts';
import type { Box, CardOf, Component, Painter, Style } from './types.ts';

type Shown = CardOf<'activity-status'>;

export const paintActivityStatus: Painter<'activity-status'> = (card, style) => {
  const { cards, words } = style.texts;
  const { activity } = card;
  const code = oneLine(activity.code, 20);
  return [
    {
      altText: altOf(card, style),
      contents: shortBubble(
        stripOf(card, style),
        [
          nameLine(activity),
          // a manager's step takes a line of its own: the number stands beside the day then
          ...(activity.percent === null || card.manage
            ? []
            : [percentBar(activity.percent, activity.status)]),
          ...(card.full ? [] : standing(card, style)),
          small(`${cards.activity.reported} ${lastReport(card, style)}`, { maxLines: 1 }),
        ],
        [
          ...managerStep(card, style),
          ...(card.mayReport ? [reportOn(activity, words.button.report, style)] : []),
          ...inFull(card, words.command.status(code), style),
          ...(card.full && card.reportedAt && card.maySeeHistory
            ? [command(words.button.history, words.command.history(code))]
            : []),
        ],
        style,
        card.mayReport || Boolean(card.manage),
      ),
    },
  ];
};

/** What is in the way stands in the place of when it is due. */
function standing(card: Shown, style: Style): Component[] {
  const { obstacle } = card.fields;
  const { budget, spent } = card.activity;
  const trouble = `! ${style.texts.words.field.obstacle}: ${oneLine(obstacle ?? '')}`;
  return [
    obstacle ? body(trouble, { color: tones.overdue.ink, maxLines: 2 }) : dueRow(card, style, card.manage),
    // where there is no money, none can be missing
    ...(budget || spent !== null ? [moneyRow(budget, spent, style)] : []),
  ];
}

function altOf({ activity, fields }: Shown, style: Style): string {
  return oneLine(
    `${calledBriefly(activity)} ${gist({ ...fields, status: activity.status }, activity, style)}`,
    300,
  );
}

function stripOf({ activity }: Shown, style: Style): Box {
  return (activity.overdue ? overdueStrip : statusStrip)(activity.status, activity.label, style);
}

/** @param manage with somebody to ask, the percent stands in it too. */
function dueRow({ activity }: Shown, style: Style, manage: Shown['manage'] = null): Component {
  const { cards, words } = style.texts;
  const day = shortDate(activity.due, style.language);
  const percent = manage && activity.percent !== null ? ` · ${Math.round(activity.percent)}%` : '';
  return row(activity.overdue ? words.overdue : cards.activity.due, day + percent);
}

export const paintFullActivityStatus: Painter<'activity-status'> = (card, style) => {
  const { cards } = style.texts;
  const { activity } = card;
  return [
    {
      altText: altOf(card, style),
      contents: bubble(
        stripOf(card, style),
        [
          headline(activity.name),
          dueRow(card, style),
          ...measured(card, style),
          ...budgetRows(activity.budget, activity.spent, style),
          ...saidTexts(card, style),
          ...evidenceRow(card.evidence, activity, style),
          separator(),
          ...who(card, style),
          ...(anyCut(card.fields) ? [small(cards.cut)] : []),
        ],
        null,
      ),
    },
  ];
};

/** A manager's next step: asking whose work it is, with its cost; or finding somebody. */
/** What a manager does next about an activity: asking, or finding somebody. */
export function managerStep(
  { activity, manage }: { activity: ActivityRef; manage?: ManagerStep | null },
  { texts }: Style,
): Action[] {
  const { button, command: typed } = texts.words;
  const code = oneLine(activity.code, 20);
  if (!manage) return [];
  if (manage.owners.length === 0) return [command(button.assign, typed.assign(code))];
  return [command(texts.managing.withCost(button.nudge, manage.messages), typed.nudge(code))];
}

/** The indicator, its target, and what was reached. */
function measured({ activity, fields }: Shown, style: Style): Component[] {
  const { cards, words } = style.texts;
  const unit = oneLine(activity.unit ?? '', 30);
  return [
    ...(activity.indicator
      ? [
          stack(
            [small(cards.indicator), body(oneLine(activity.indicator, SHOWN_UNITS.name), { maxLines: 3 })],
            'none',
          ),
        ]
      : []),
    ...(activity.target === null ? [] : [row(cards.target, quantity(activity.target, unit))]),
    ...(fields.actual
      ? [row(words.field.actual, quantity(fields.actual.value, oneLine(fields.actual.unit, 30)))]
      : []),
  ];
}

/** Date and texts; the rest of the fields has rows of its own above. */
function saidTexts({ activity, fields }: Shown, style: Style): Component[] {
  return saidRows({ ...fields, status: null, percent: null, actual: null, spent: null }, activity, style);
}

function lastReport({ reportedBy, reportedAt }: Shown, style: Style): string {
  const { cards } = style.texts;
  if (reportedAt === null) return cards.activity.never;
  const at = moment(reportedAt, style.language);
  return reportedBy === null ? at : cards.activity.by(oneLine(reportedBy, 80), at);
}

function who(card: Shown, style: Style): Component[] {
  const { cards } = style.texts;
  const responsible = [...(card.manage?.owners ?? []).slice(0, MOST_OWNERS), card.activity.ownerGroup ?? '']
    .filter((one) => one !== '')
    .map((one) => oneLine(one, SHOWN_UNITS.rowName));
  return [
    ...(responsible.length > 0 ? [paragraph(cards.activity.owner, responsible.join('\n'))] : []),
    paragraph(cards.activity.reported, lastReport(card, style)),
  ];
}

const MOST_OWNERS = 4;
