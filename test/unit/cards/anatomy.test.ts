import { describe, expect, test } from 'vitest';
import { checkMessages, graphemes } from '../../../src/line/limits.ts';
import { paint } from '../../../src/line/render.ts';
import { painters } from '../../../flex-messages/index.ts';
import { STATUSES } from '../../../src/domain/activity.ts';
import { texts } from '../../../src/text/index.ts';
import { tones } from '../../../flex-messages/theme.ts';
import { actionsOf, footerOf, nodes, textsOf, wordsOf } from './read-flex.ts';
import { full, sample, samples } from './sample-cards.ts';

const all = Object.entries(samples).flatMap(([name, card]) =>
  (['th', 'en'] as const).map((language) => ({ name, card, language })),
);

test('there is a sample of every kind of card', () => {
  const kinds = new Set(Object.values(samples).map((card) => card.kind));
  expect([...kinds].toSorted()).toEqual(Object.keys(painters).toSorted());
});

describe.each(all)('$name in $language', ({ card, language }) => {
  const painted = paint(card, language);

  test('is within LINE’s limits', () => {
    const messages = painted.map(({ altText, contents }) => ({ type: 'flex', altText, contents }));
    expect(checkMessages(messages)).toEqual([]);
  });

  test('has a coloured strip with words and a one-line gist for the lock screen', () => {
    for (const { altText, contents } of painted) {
      expect(contents.header?.backgroundColor).toMatch(/^#/);
      expect(nodes(contents.header).some((node) => node['type'] === 'text')).toBe(true);
      expect(altText).not.toMatch(/flex|\n|undefined|null|NaN/i);
      expect(altText.length).toBeGreaterThan(5);
    }
  });

  test('shows no text smaller than sm and none without a word', () => {
    for (const node of painted.flatMap(({ contents }) => nodes(contents))) {
      if (node['type'] !== 'text') continue;
      expect(['sm', 'md', 'lg']).toContain(node['size']);
      // LINE's large letters are large on cards too
      expect(node['scaling']).toBe(true);
      expect(String(node['text'])).not.toMatch(/undefined|null|NaN|Invalid/);
    }
  });

  test('has at most three buttons below, only the first of them primary, labels of at most 20', () => {
    const buttons = footerOf(painted);
    expect(buttons.length).toBeLessThanOrEqual(3);
    expect(buttons.slice(1).every((button) => button.style === 'secondary')).toBe(true);
    for (const action of actionsOf(painted)) expect(graphemes(action.label ?? '')).toBeLessThanOrEqual(20);
  });

  test('shows names of activities bold and cut at three lines at most', () => {
    for (const node of painted.flatMap(({ contents }) => nodes(contents))) {
      if (node['size'] === 'lg') {
        expect(node).toMatchObject({ weight: 'bold', wrap: true, maxLines: 3 });
      }
    }
  });
});

test.each(STATUSES)('a card of a %s activity shows its colour, sign and word', (status) => {
  const painted = paint({ ...sample('draft', 'draft'), fields: { ...full, status } }, 'th');
  expect(painted[0]?.contents.header?.backgroundColor).toBe(tones[status].fill);
  expect(textsOf(painted).slice(0, 2)).toEqual([
    `${tones[status].sign} ${texts('th').words.status[status]}`,
    '1.1 2)',
  ]);
});

test('an overdue activity has the amber strip, its sign and both words', () => {
  const painted = paint(sample('activity-overdue', 'activity-status'), 'th');
  expect(painted[0]?.contents.header?.backgroundColor).toBe(tones.overdue.fill);
  expect(wordsOf(painted)).toContain('! เลยกำหนด · ยังไม่ดำเนินการ');
});
