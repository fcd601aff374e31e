/** Several activities understood from one text: each with what would be stored, one บันทึกทั้งหมด. */
import { inParts } from './parts/activities.ts';
import { bubble, ruled } from './parts/bubble.ts';
import { footer } from './parts/buttons.ts';
import { anyCut } from './parts/fields.ts';
import { saidItem } from './parts/said.ts';
import { titleStrip } from './parts/strip.ts';
import { tap } from './parts/taps.ts';
import { oneLine, small } from './parts/text.ts';
import { REPORTS_A_CARD, show } from './theme.ts';
import type { Painter } from './types.ts';

export const drafts: Painter<'drafts'> = (card, style) => {
  const { cards, words } = style.texts;
  const parts = inParts(card.items, REPORTS_A_CARD);
  const labels = card.items.map((item) => oneLine(item.activity.label, 20)).join(', ');
  const of = { draft: card.draft, rev: card.rev };
  return parts.map((items, part) => {
    const last = part === parts.length - 1;
    const which = parts.length > 1 ? cards.partOf(part + 1, parts.length) : null;
    const cut = items.some((item) => anyCut(item.fields, show.compact));
    return {
      altText: oneLine(cards.drafts.alt(card.items.length, labels), 400),
      contents: bubble(
        titleStrip(cards.drafts.title(card.items.length), which),
        [
          small(cards.drafts.check),
          ...ruled(items.map((item) => saidItem(item.activity, item.fields, [], style))),
          ...(cut ? [small(cards.cut)] : []),
        ],
        last
          ? footer(
              [
                tap(words.button.saveAll, { do: 'save', ...of }),
                tap(words.button.cancel, { do: 'cancel', ...of }),
              ],
              style,
            )
          : null,
      ),
    };
  });
};
