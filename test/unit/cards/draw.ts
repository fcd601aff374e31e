/** Draws cards in a real browser as a phone of ordinary width shows them, as small PNGs; used by pictures.test.ts. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { crc32, deflateSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import type { Painted } from '../../../flex-messages/types.ts';
import { renderFlexDocument } from '../../../src/simulator/page/flex.ts';

/** A `mega` bubble is 300 px wide; 12 px of chat stand on either side. */
export const PAGE_WIDTH = 324;

// pngjs comes without types.
const { PNG } = createRequire(import.meta.url)('pngjs') as {
  PNG: { sync: { read: (png: Buffer) => { width: number; height: number; data: Buffer } } };
};

async function font(weight: string): Promise<string> {
  const file = `../../../node_modules/@expo-google-fonts/sarabun/${weight}/Sarabun_${weight}.ttf`;
  const bytes = await readFile(new URL(file, import.meta.url));
  return `data:font/ttf;base64,${bytes.toString('base64')}`;
}

/** The letters of the cards, as addresses: what a machine has installed is not looked at. */
export const fonts = { regular: await font('400Regular'), bold: await font('700Bold') };

/** Shows the card's bubbles one below the other and waits for the letters. */
export async function show(page: Page, painted: readonly Painted[]): Promise<void> {
  const html = painted.map(({ altText, contents }) =>
    renderFlexDocument({ type: 'flex', altText, contents }, { width: PAGE_WIDTH, fonts }),
  );
  await page.setContent(html.join(''));
  await page.evaluate('document.fonts.ready');
}

/** @returns what the page shows as a PNG. */
export async function picture(page: Page): Promise<Buffer> {
  return indexed(await page.screenshot({ fullPage: true }));
}

/** Steps of a colour channel that are told apart: enough for flat grounds and smooth letters. */
const STEP = 17;
const PALETTE = 48;

/** The picture with few colours, a quarter of the size; cards are flat, so no eye sees a difference. */
function indexed(png: Buffer): Buffer {
  const { width, height, data } = PNG.sync.read(png);
  const keyAt = (at: number): number =>
    [0, 1, 2].reduce((key, channel) => key * 16 + Math.round((data[at + channel] ?? 0) / STEP), 0);
  const found = new Map<number, { count: number; sums: [number, number, number] }>();
  for (let at = 0; at < data.length; at += 4) {
    const entry = found.get(keyAt(at)) ?? { count: 0, sums: [0, 0, 0] };
    entry.count += 1;
    for (const channel of [0, 1, 2] as const) entry.sums[channel] += data[at + channel] ?? 0;
    found.set(keyAt(at), entry);
  }
  const ranked = [...found].toSorted(([, a], [, b]) => b.count - a.count);
  const palette = ranked
    .slice(0, PALETTE)
    .map(([, { count, sums }]) => sums.map((sum) => Math.round(sum / count)));
  const indexOf = new Map(
    ranked.map(([key, { count, sums }]) => {
      const mean = sums.map((sum) => sum / count);
      return [key, nearest(palette, mean)];
    }),
  );
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      rows[y * (width + 1) + x + 1] = indexOf.get(keyAt((y * width + x) * 4)) ?? 0;
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  // Eight bits a pixel, colours from a palette.
  head.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    chunk('IHDR', head),
    chunk('PLTE', Buffer.from(palette.flat())),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function nearest(palette: number[][], colour: number[]): number {
  const distances = palette.map((entry) =>
    entry.reduce((sum, part, channel) => sum + (part - (colour[channel] ?? 0)) ** 2, 0),
  );
  return distances.indexOf(Math.min(...distances));
}

function chunk(type: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body]);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(body.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([size, named, sum]);
}
