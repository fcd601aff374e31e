/** Photos and files of one activity, newest first: sender, time, whether the same was sent before, and a link to each. */
import { moment } from '../src/text/format.ts';
import { inParts } from './parts/activities.ts';
import { bubble, ruled, stack } from './parts/bubble.ts';
import { chip, footer, tappable } from './parts/buttons.ts';
import { titleStrip } from './parts/strip.ts';
import { note } from './parts/rows.ts';
import { pageButtons } from './parts/taps.ts';
import { body, headline, oneLine, small } from './parts/text.ts';
import { REPORTS_A_CARD } from './theme.ts';
import type { Box, CardOf, Component, Painter, Style } from './types.ts';

type Item = CardOf<'evidence'>['items'][number];

export const evidence: Painter<'evidence'> = (card, style) => {
  const { cards, files, words } = style.texts;
  const parts = inParts(card.items, REPORTS_A_CARD);
  const said = words.command.evidence(oneLine(card.activity.code, 20));
  const linked = card.items.some((item) => item.url !== null);
  return parts.map((items, part) => ({
    altText: files.card.alt(oneLine(card.activity.label, 20), card.items.length),
    contents: bubble(
      titleStrip(files.card.title, card.activity.label),
      [
        headline(card.activity.name),
        ...(card.pages > 1 ? [small(cards.pageOf(card.page, card.pages))] : []),
        ...(items.length === 0 ? [body(files.card.none)] : []),
        ...ruled(items.map((item) => itemBox(item, style))),
        ...(linked ? [small(files.card.expires(card.days))] : []),
      ],
      part === parts.length - 1 ? footer(pageButtons(said, card.page, card.pages, style), style) : null,
    ),
  }));
};

function itemBox(item: Item, style: Style): Box {
  const { files } = style.texts;
  const by = item.by === null ? files.card.someone : oneLine(item.by);
  const contents: Component[] = [
    body(oneLine(item.fileName ?? files.photo), { weight: 'bold', maxLines: 2 }),
    small(files.card.sentBy(by, moment(item.at, style.language))),
  ];
  if (item.bytes !== null && !item.picture) contents.push(small(files.card.size(item.bytes)));
  if (item.state === 'pending') contents.push(small(files.card.pending));
  if (item.again) {
    const { at, label } = item.again;
    const words = at
      ? files.card.again(moment(at, style.language), label === null ? null : oneLine(label, 20))
      : files.card.againUnknown;
    contents.push(note(words, 'overdue'));
  }
  if (item.url !== null) {
    const open = { type: 'link', label: files.card.open, url: item.url } as const;
    contents.push({
      type: 'box',
      layout: 'horizontal',
      justifyContent: 'flex-end',
      contents: [tappable(chip(files.card.open), open, style)],
    });
  }
  return stack(contents, 'xs');
}
