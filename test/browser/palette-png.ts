/** Makes screenshots small: a PNG of at most 256 colours out of a PNG of any; used by guide-pictures.test.ts. */
import { crc32, deflateSync } from 'node:zlib';
import { pixelsOf } from '../unit/chart/png.ts';

/** @param png as the browser gave it, opaque. @returns the same picture with the 256 colours that stand for it best. */
export function palettePng(png: Buffer): Buffer {
  const { width, height, data } = pixelsOf(png);
  const colours = new Uint32Array(width * height);
  for (let at = 0; at < colours.length; at += 1)
    colours[at] = (data[at * 4]! << 16) | (data[at * 4 + 1]! << 8) | data[at * 4 + 2]!;
  const palette = commonest(colours, 256);
  const entryOf = nearest(palette);
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) rows[y * (width + 1) + 1 + x] = entryOf(colours[y * width + x]!);

  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('PLTE', Buffer.from(palette.flatMap(parts))),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const parts = (colour: number): [number, number, number] => [colour >> 16, (colour >> 8) & 255, colour & 255];

/** The colours seen most often; of those that look alike the commonest alone, so that rare accents keep a place. */
function commonest(colours: Uint32Array, most: number): number[] {
  const counts = new Map<number, number>();
  for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const byCount = [...counts].toSorted((one, other) => other[1] - one[1]).map(([colour]) => colour);
  const seen = new Set<number>();
  const kept: number[] = [];
  for (const colour of byCount) {
    const cell = colour & 0xf0f0f0;
    if (kept.length >= most) break;
    if (seen.has(cell) && kept.length > 64) continue;
    seen.add(cell);
    kept.push(colour);
  }
  return kept;
}

function nearest(palette: readonly number[]): (colour: number) => number {
  const known = new Map(palette.map((colour, entry) => [colour, entry]));
  return (colour) => {
    const before = known.get(colour);
    if (before !== undefined) return before;
    const [red, green, blue] = parts(colour);
    let best = 0;
    let least = Infinity;
    for (const [entry, candidate] of palette.entries()) {
      const [r, g, b] = parts(candidate);
      const distance = (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2;
      if (distance < least) [best, least] = [entry, distance];
    }
    known.set(colour, best);
    return best;
  };
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'ascii'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
