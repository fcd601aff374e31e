/** Looks at every card in a real browser; `KEEP_PICTURES=1 npm run test:only -- test/unit/cards/pictures.test.ts` redraws docs/pictures/cards. */
import { mkdir, writeFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { paint } from '../../../src/line/render.ts';
import { openBrowser } from '../../helpers/browser.ts';
import { PAGE_WIDTH, picture, show } from './draw.ts';
import { samples } from './sample-cards.ts';

const folder = new URL('../../../docs/pictures/cards/', import.meta.url);
/** Pictures are kept of these in English too; for the rest Thai is enough. */
const IN_ENGLISH = ['draft', 'receipt', 'office-summary'];

/** Runs in the page: words that are cut or stick out, and letters under 14 px. Names cut at their third line are meant to be. */
const findFaults = `[...document.querySelectorAll('.fx-bubble')].flatMap((bubble) => {
  const edge = bubble.getBoundingClientRect();
  return [...bubble.querySelectorAll('p, .fx-label')].flatMap((node) => {
    const { left, right } = node.getBoundingClientRect();
    const clamped = node.classList.contains('fx-clamp');
    const cut = !clamped && node.scrollWidth > node.clientWidth + 1;
    const out = left < edge.left || right > edge.right;
    const small = parseFloat(getComputedStyle(node).fontSize) < 14;
    const words = node.textContent;
    return [...(cut ? ['cut: ' + words] : []), ...(out ? ['out: ' + words] : []), ...(small ? ['small: ' + words] : [])];
  });
})`;

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  page = await browser.newPage({ viewport: { width: PAGE_WIDTH, height: 200 }, deviceScaleFactor: 1.75 });
});

afterAll(async () => {
  await browser.close();
});

const all = Object.entries(samples).flatMap(([name, card]) =>
  (['th', 'en'] as const).map((language) => ({ name, card, language })),
);

describe('every card on a phone', () => {
  test.each(all)('$name in $language: no word cut off, sticking out or too small', async (one) => {
    const { name, card, language } = one;
    await show(page, paint(card, language));
    expect(await page.evaluate<number>(`document.querySelectorAll('.fx-bubble').length`)).toBeGreaterThan(0);
    expect(await page.evaluate(findFaults)).toEqual([]);
    if (process.env['KEEP_PICTURES'] && (language === 'th' || IN_ENGLISH.includes(name))) {
      await mkdir(folder, { recursive: true });
      await writeFile(new URL(`${name}${language === 'th' ? '' : '-en'}.png`, folder), await picture(page));
    }
  });

  /** What LINE shows of a chat above an open menu on a phone of 390 × 844. */
  const VISIBLE = 300;
  const both = all.flatMap((one) => [
    { ...one, form: 'short' },
    { ...one, form: 'full', card: { ...one.card, full: true } },
  ]);
  test.each(both)(
    '$name in $language, $form: the last bubble is on the screen',
    async ({ card, language }) => {
      await show(page, paint(card, language).slice(-1));
      const height = await page.evaluate<number>(
        `document.querySelector('.fx-bubble').getBoundingClientRect().height`,
      );
      expect(Math.round(height)).toBeLessThanOrEqual(VISIBLE);
    },
  );

  test('the look finds a word that is cut', async () => {
    const label = { type: 'message', label: 'ก'.repeat(60), text: 'x' } as const;
    await show(page, [
      {
        altText: 'x',
        contents: {
          type: 'bubble',
          body: { type: 'box', layout: 'vertical', contents: [{ type: 'button', action: label }] },
        },
      },
    ]);
    expect(await page.evaluate(findFaults)).toEqual([`cut: ${label.label}`]);
  });
});
