/** What was stored, when, and how to take it back; offers the next activity. */
import type { Action } from '../src/bot/types.ts';
import { moment } from '../src/text/format.ts';
import { bubble } from './parts/bubble.ts';
import { footerLine } from './parts/buttons.ts';
import { gist } from './parts/fields.ts';
import { evidenceRow } from './parts/evidence.ts';
import { note } from './parts/rows.ts';
import { saidRows } from './parts/said.ts';
import { statusStrip, titleStrip } from './parts/strip.ts';
import { command, reportOn, tap } from './parts/taps.ts';
import { body, oneLine, small } from './parts/text.ts';
import { show, tones } from './theme.ts';
import type { Painter } from './types.ts';

export const receipt: Painter<'receipt'> = (card, style) => {
  const { cards, words } = style.texts;
  const saved = cards.receipt.saved(moment(card.at, style.language));
  const { button } = words;
  const undo: Action = tap(button.undo, { do: 'undo', update: card.update });
  const skip: Action | null = card.asks
    ? tap(button.skip, { do: 'confirm', ask: card.asks, value: 'no' })
    : null;
  const actions: Action[] = skip
    ? [skip, undo]
    : card.next
      ? [reportOn(card.next, button.reportNext, style), undo]
      : [command(button.mine, words.command.mine), undo];
  return [
    {
      altText: cards.receipt.alt(oneLine(card.activity.label, 20), gist(card.fields, card.activity, style)),
      contents: bubble(
        card.fields.status
          ? statusStrip(card.fields.status, card.activity.label, style)
          : titleStrip(words.button.report, card.activity.label),
        [
          small(`${tones.completed.sign} ${saved}`, { weight: 'bold', color: tones.completed.ink }),
          body(oneLine(card.activity.name, show.name), { weight: 'bold', maxLines: 1 }),
          // the card before it showed the texts in full
          ...saidRows({ ...card.fields, status: null }, card.activity, style, show.compact, { maxLines: 2 }),
          ...evidenceRow(card.evidence, card.activity, style),
          ...(card.late ? [note(cards.late, 'overdue')] : []),
          ...(skip ? [note(cards.receipt.askResult, 'plain')] : []),
        ],
        footerLine(actions, style, card.next !== null && !skip),
      ),
    },
  ];
};
