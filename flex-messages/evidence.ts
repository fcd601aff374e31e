/** Photos and files of one activity: how many and the newest; in full each with sender, time, whether it was sent before, and a link. */
import { moment } from '../src/text/format.ts';
import { inParts } from './parts/activities.ts';
import { bubble, ruled, stack } from './parts/bubble.ts';
import { chip, tappable } from './parts/buttons.ts';
import { inFull, nameLine, shortBubble } from './parts/short.ts';
import { titleStrip } from './parts/strip.ts';
import { note } from './parts/rows.ts';
import { pageButtons } from './parts/taps.ts';
import { body, headline, oneLine, small } from './parts/text.ts';
import { REPORTS_A_CARD, tones } from './theme.ts';
import type { Box, CardOf, Component, Painter, Style } from './types.ts';

type Item = CardOf<'evidence'>['items'][number];

export const paintEvidence: Painter<'evidence'> = (card, style) => {
  const { cards, files, words } = style.texts;
  const said = words.command.evidence(oneLine(card.activity.code, 20));
  const newest = card.full ? undefined : card.items[0];
  const alt = files.card.alt(oneLine(card.activity.label, 20), card.total);
  const url = newest?.url ?? null;
  return [
    {
      altText: alt,
      contents: shortBubble(
        titleStrip(files.card.title, card.activity.label),
        [
          nameLine(card.activity),
          body(card.total === 0 ? files.card.none : alt),
          ...(card.full && card.pages > 1 ? [small(cards.pageOf(card.page, card.pages))] : []),
          ...(newest ? newestParts(newest, style) : []),
        ],
        [
          ...(url === null ? [] : [{ type: 'link', label: files.card.open, url } as const]),
          ...(card.total > 1 || newest?.again ? inFull(card, said, style) : []),
          ...(card.full ? pageButtons(said, card.page, card.pages, style) : []),
        ],
        style,
      ),
    },
  ];
};

function newestParts(item: Item, style: Style): Component[] {
  const { files } = style.texts;
  return [
    body(oneLine(item.fileName ?? files.photo), { maxLines: 1 }),
    small(sentBy(item, style), { maxLines: 1 }),
    ...(item.state === 'pending' ? [small(files.card.pending)] : []),
    ...(item.again ? [small(againWords(item.again, style), { color: tones.overdue.ink, maxLines: 2 })] : []),
  ];
}

function sentBy(item: Item, style: Style): string {
  const { card } = style.texts.files;
  return card.sentBy(item.by === null ? card.someone : oneLine(item.by), moment(item.at, style.language));
}

function againWords({ at, label }: NonNullable<Item['again']>, style: Style): string {
  const { card } = style.texts.files;
  return at
    ? card.again(moment(at, style.language), label === null ? null : oneLine(label, 20))
    : card.againUnknown;
}

export const paintFullEvidence: Painter<'evidence'> = (card, style) => {
  const { files } = style.texts;
  const parts = inParts(card.items, REPORTS_A_CARD);
  const linked = card.items.some((item) => item.url !== null);
  return parts.map((items) => ({
    altText: files.card.alt(oneLine(card.activity.label, 20), card.total),
    contents: bubble(
      titleStrip(files.card.title, card.activity.label),
      [
        headline(card.activity.name),
        ...(items.length === 0 ? [body(files.card.none)] : []),
        ...ruled(items.map((item) => itemBox(item, style))),
        ...(linked ? [small(files.card.expires(card.days))] : []),
      ],
      null,
    ),
  }));
};

function itemBox(item: Item, style: Style): Box {
  const { files } = style.texts;
  const contents: Component[] = [
    body(oneLine(item.fileName ?? files.photo), { weight: 'bold', maxLines: 2 }),
    small(sentBy(item, style)),
  ];
  if (item.bytes !== null && !item.picture) contents.push(small(files.card.size(item.bytes)));
  if (item.state === 'pending') contents.push(small(files.card.pending));
  if (item.again) contents.push(note(againWords(item.again, style), 'overdue'));
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
