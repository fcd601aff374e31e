/** Pictures of pages for the guide: with KEEP_PICTURES=1 the tests write them anew, at a phone's width and a desk's. */
import { mkdir, writeFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { palettePng } from './palette-png.ts';

const folderOf = (name: string): URL => new URL(`../../docs/pictures/${name}/`, import.meta.url);
/** What is below is more of the same. */
const TALLEST = 1_800;
const SIZES = { phone: { width: 390, height: 844 }, desk: { width: 1440, height: 900 } } as const;

/** @param name of the file, before its size. Leaves the page at the width it had. */
export async function keepPicture(
  page: Page,
  name: string,
  under: 'guide' | 'pages' = 'guide',
): Promise<void> {
  if (process.env.KEEP_PICTURES !== '1') return;
  const before = page.viewportSize();
  const folder = folderOf(under);
  await mkdir(folder, { recursive: true });
  for (const [size, viewport] of Object.entries(SIZES)) {
    await page.setViewportSize(viewport);
    await page.evaluate(() => scrollTo(0, 0));
    const whole = await page.evaluate(() => document.documentElement.scrollHeight);
    const clip = { x: 0, y: 0, width: viewport.width, height: Math.min(whole, TALLEST) };
    const shot = under === 'pages' ? { fullPage: true, clip } : {};
    await writeFile(new URL(`${name}-${size}.png`, folder), palettePng(await page.screenshot(shot)));
  }
  if (before) await page.setViewportSize(before);
}
