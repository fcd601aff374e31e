/** Draws every card as a PNG, as a phone of ordinary width shows it, into docs/pictures/cards; run by hand: `node scripts/card-pictures.ts [FOLDER]`. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import type { Language } from '../src/domain/member.ts';
import { paint } from '../src/line/render.ts';
import { renderFlexDocument } from '../src/simulator/page/flex.ts';
import { openBrowser } from '../test/helpers/browser.ts';
import { samples } from '../test/unit/cards/sample-cards.ts';

/** A `mega` bubble is 300 px wide; 12 px of chat stand on either side. */
const PAGE_WIDTH = 324;
/** Both languages are drawn for these; for the rest Thai is enough. */
const IN_ENGLISH = ['draft', 'question-status', 'receipt', 'office-summary', 'activity-status', 'help'];

async function font(weight: string): Promise<string> {
  const file = new URL(
    `../node_modules/@expo-google-fonts/sarabun/${weight}/Sarabun_${weight}.ttf`,
    import.meta.url,
  );
  return `data:font/ttf;base64,${(await readFile(file)).toString('base64')}`;
}

async function draw(page: Page, html: string, path: string): Promise<number> {
  await page.setContent(html);
  await page.evaluate('document.fonts.ready');
  const png = await page.screenshot({ fullPage: true });
  await writeFile(path, png);
  return png.length;
}

const { positionals } = parseArgs({ allowPositionals: true });
const folder = positionals[0] ?? new URL('../docs/pictures/cards', import.meta.url).pathname;
await mkdir(folder, { recursive: true });
const fonts = { regular: await font('400Regular'), bold: await font('700Bold') };
const browser = await openBrowser();
try {
  const page = await browser.newPage({
    viewport: { width: PAGE_WIDTH, height: 200 },
    deviceScaleFactor: 2,
  });
  for (const [name, card] of Object.entries(samples)) {
    const languages: Language[] = IN_ENGLISH.includes(name) ? ['th', 'en'] : ['th'];
    for (const language of languages) {
      const html = paint(card, language)
        .map(({ altText, contents }) =>
          renderFlexDocument({ type: 'flex', altText, contents }, { width: PAGE_WIDTH, fonts }),
        )
        .join('');
      const file = language === 'th' ? `${name}.png` : `${name}-${language}.png`;
      const bytes = await draw(page, html, `${folder}/${file}`);
      console.log(`${file} ${Math.round(bytes / 1024)} KB`);
    }
  }
} finally {
  await browser.close();
}
