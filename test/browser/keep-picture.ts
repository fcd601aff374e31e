/** Pictures of pages for the guide: with KEEP_PICTURES=1 the tests write them anew, at a phone's width and a desk's. */
import { mkdir, writeFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { palettePng } from './palette-png.ts';

const folder = new URL('../../docs/pictures/guide/', import.meta.url);
const SIZES = { phone: { width: 390, height: 844 }, desk: { width: 1440, height: 900 } } as const;

/** @param name of the file, before its size. Leaves the page at the width it had. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  if (process.env.KEEP_PICTURES !== '1') return;
  const before = page.viewportSize();
  await mkdir(folder, { recursive: true });
  for (const [size, viewport] of Object.entries(SIZES)) {
    await page.setViewportSize(viewport);
    await page.evaluate(() => scrollTo(0, 0));
    await writeFile(new URL(`${name}-${size}.png`, folder), palettePng(await page.screenshot()));
  }
  if (before) await page.setViewportSize(before);
}
