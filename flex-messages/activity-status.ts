/** Where one activity stands: progress, result against the target, money, last report. */
import type { Action } from '../src/bot/types.ts';
import { moment, quantity, shortDate } from '../src/text/format.ts';
import { budgetRows } from './parts/budget.ts';
import { percentBar } from './parts/bars.ts';
import { evidenceRow } from './parts/evidence.ts';
import { bubble, separator, stack } from './parts/bubble.ts';
import { footer } from './parts/buttons.ts';
import { anyCut, gist } from './parts/fields.ts';
import { paragraph, row } from './parts/rows.ts';
import { saidRows } from './parts/said.ts';
import { overdueStrip, statusStrip } from './parts/strip.ts';
import { command, reportOn } from './parts/taps.ts';
import { body, headline, oneLine, small } from './parts/text.ts';
import { show } from './theme.ts';
import type { CardOf, Component, Painter, Style } from './types.ts';

type Shown = CardOf<'activity-status'>;

export const activityStatus: Painter<'activity-status'> = (card, style) => {
  const { cards, words } = style.texts;
  const { activity } = card;
  const strip = activity.overdue ? overdueStrip : statusStrip;
  const actions: Action[] = [
    ...managing(card, style),
    ...(card.mayReport ? [reportOn(activity, words.button.report, style)] : []),
    ...(card.reportedAt && card.maySeeHistory
      ? [command(words.button.history, words.command.history(oneLine(activity.code, 20)))]
      : []),
  ];
  return [
    {
      altText: oneLine(
        `${oneLine(activity.label, 20)} ${gist({ ...card.fields, status: activity.status }, activity, style)}`,
        300,
      ),
      contents: bubble(
        strip(activity.status, activity.label, style),
        [
          headline(activity.name),
          ...(activity.percent === null ? [] : [percentBar(activity.percent, activity.status)]),
          row(activity.overdue ? words.overdue : cards.activity.due, shortDate(activity.due, style.language)),
          ...measured(card, style),
          ...budgetRows(activity.budget, activity.spent, style),
          ...saidTexts(card, style),
          ...evidenceRow(card.evidence, activity, style),
          separator(),
          ...who(card, style),
          ...(anyCut(card.fields) ? [small(cards.cut)] : []),
        ],
        footer(actions, style, card.mayReport || Boolean(card.manage)),
      ),
    },
  ];
};

/** A manager's next step: asking whose work it is, with its cost; or finding somebody. */
function managing({ activity, manage }: Shown, { texts }: Style): Action[] {
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
            [small(cards.indicator), body(oneLine(activity.indicator, show.name), { maxLines: 3 })],
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

function who({ activity, reportedBy, reportedAt, manage }: Shown, style: Style): Component[] {
  const { cards } = style.texts;
  const last =
    reportedAt === null
      ? cards.activity.never
      : reportedBy === null
        ? moment(reportedAt, style.language)
        : cards.activity.by(oneLine(reportedBy, 80), moment(reportedAt, style.language));
  const responsible = [...(manage?.owners ?? []).slice(0, MOST_OWNERS), activity.ownerGroup ?? '']
    .filter((one) => one !== '')
    .map((one) => oneLine(one, show.rowName));
  return [
    ...(responsible.length > 0 ? [paragraph(cards.activity.owner, responsible.join('\n'))] : []),
    paragraph(cards.activity.reported, last),
  ];
}

const MOST_OWNERS = 4;
