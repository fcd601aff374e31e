/** Pictures of what each step of the year leaves on a phone, put together to one sheet for each part; only with KEEP_PICTURES. */
import { mkdir, writeFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { fonts } from '../../unit/cards/draw.ts';
import { palettePng } from '../palette-png.ts';
import { openPhones } from '../phones.ts';
import type { Step } from './step.ts';
import { chatOf, type Year } from './walk.ts';

export interface Album {
  add(step: Step): Promise<void>;
  /** Writes the sheets of a part, and each picture by itself where `PICTURES_TO` names a folder. */
  keep(part: string): Promise<void>;
}

const folder = new URL('../../../docs/pictures/year/', import.meta.url);
/** Phones on one sheet. */
const A_SHEET = 12;

export async function album(browser: Browser, year: Year): Promise<Album> {
  const phones = await openPhones(browser, year.office, 1);
  const shots: { png: Buffer; step: Step }[] = [];
  const apart = process.env['PICTURES_TO'];
  let count = 0;
  return {
    async add(step) {
      await phones.turnTo(chatOf(year, step.who));
      const png = await phones.page.screenshot();
      shots.push({ png, step });
      count += 1;
      if (apart) await writeFile(`${apart}/${String(count).padStart(3, '0')}-${step.who}.png`, png);
    },
    async keep(part) {
      await mkdir(folder, { recursive: true });
      const all = shots.splice(0);
      const sheet = await browser.newPage({ viewport: { width: 1640, height: 600 } });
      for (let at = 0; at < all.length; at += A_SHEET) {
        const cells = all.slice(at, at + A_SHEET).map(
          ({ png, step }) => `<figure style="margin:0 0 14px;width:390px">
            <figcaption style="font:600 15px Sarabun,sans-serif;height:44px;overflow:hidden">${step.at?.slice(0, 10) ?? ''} ${step.who}: ${step.does.replaceAll('<', '&lt;')}</figcaption>
            <img src="data:image/png;base64,${png.toString('base64')}" width="390"></figure>`,
        );
        await sheet.setContent(
          `<style>@font-face{font-family:Sarabun;src:url("${fonts.bold}")}</style>
          <body style="margin:14px;display:grid;grid-template-columns:repeat(4,390px);gap:10px">${cells.join('')}</body>`,
        );
        await sheet.evaluate('document.fonts.ready');
        const made = await sheet.screenshot({ fullPage: true });
        await writeFile(new URL(`${part}-${at / A_SHEET + 1}.png`, folder), palettePng(made));
      }
      await sheet.close();
    },
  };
}
