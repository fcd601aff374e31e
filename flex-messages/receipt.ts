/** What was stored, when, and how to take it back; offers the next activity. */
import type { Action } from '../src/bot/types.ts';
import { moment } from '../src/text/format.ts';
import { gist } from './parts/fields.ts';
import { evidenceRow } from './parts/evidence.ts';
import { note } from './parts/rows.ts';
import { saidLines } from './parts/said.ts';
import { nameLine, shortBubble } from './parts/short.ts';
import { statusStrip, titleStrip } from './parts/strip.ts';
import { command, reportOn, tap } from './parts/taps.ts';
import { oneLine, small } from './parts/text.ts';
import { tones } from './theme.ts';
import type { Painter } from './types.ts';

/** Lines of what was stored. */
const MOST_LINES = 4;

export const paintReceipt: Painter<'receipt'> = (card, style) => {
  const { cards, words } = style.texts;
  const saved = cards.receipt.saved(moment(card.at, style.language));
  const { button } = words;
  // a remark and the photos' button take the room of two lines
  const most = MOST_LINES - (card.late || card.asks ? 2 : 0) - (card.evidence > 0 ? 2 : 0);
  const photos = `${words.field.evidence} ${cards.photos(card.evidence)}`;
  const undo: Action = tap(button.undo, { do: 'undo', update: card.update });
  const skip: Action | null = card.asks
    ? tap(button.skip, { do: 'confirm', ask: card.asks, value: 'no' })
    : null;
  const actions: Action[] = skip
    ? [skip, undo]
    : card.next
      ? [reportOn(card.next, button.reportNext, style), undo]
      : [...(card.inGroup ? [] : [command(button.mine, words.command.mine)]), undo];
  return [
    {
      altText: cards.receipt.alt(oneLine(card.activity.label, 20), gist(card.fields, card.activity, style)),
      contents: shortBubble(
        card.fields.status
          ? statusStrip(card.fields.status, card.activity.label, style)
          : titleStrip(words.button.report, card.activity.label),
        [
          small(`${tones.completed.sign} ${saved}`, { weight: 'bold', color: tones.completed.ink }),
          nameLine(card.activity),
          // the card before it showed the texts in full
          ...saidLines({ ...card.fields, status: null }, card.activity, style, most),
          ...(skip && card.evidence > 0 ? [small(photos)] : evidenceRow(card.evidence, card.activity, style)),
          ...(card.late ? [small(`! ${cards.late}`, { color: tones.overdue.ink, maxLines: 2 })] : []),
          ...(skip ? [note(cards.receipt.askResult, 'plain')] : []),
        ],
        actions,
        style,
        card.next !== null && !skip,
      ),
    },
  ];
};
