/** The process that looks at pictures: what it makes of real ones, of odd ones, and what becomes of it at its limits. */
import fc from 'fast-check';
import sharp, { type Sharp } from 'sharp';
import { describe, expect, test } from 'vitest';
import { pictureQueue } from '../../../src/services/picture-process.ts';
import { headOf, picture } from '../../helpers/evidence-files.ts';

const look = pictureQueue();
const plain = (width: number, height: number, channels: 3 | 4 = 3): Sharp =>
  sharp({ create: { width, height, channels, background: { r: 90, g: 140, b: 60, alpha: 0.5 } } });

describe('a picture', () => {
  test.each<[string, () => Promise<Buffer>, [number, number]]>([
    ['JPEG', () => plain(1600, 1200).jpeg().toBuffer(), [640, 480]],
    ['progressive JPEG', () => plain(800, 1600).jpeg({ progressive: true }).toBuffer(), [320, 640]],
    ['PNG with holes', () => plain(300, 200, 4).png().toBuffer(), [300, 200]],
    ['GIF', () => plain(40, 30).gif().toBuffer(), [40, 30]],
    ['WebP', () => plain(700, 700).webp().toBuffer(), [640, 640]],
    ['JPEG for print', () => plain(200, 100).toColourspace('cmyk').jpeg().toBuffer(), [200, 100]],
    ['PNG of one pixel', () => plain(1, 1, 4).png().toBuffer(), [1, 1]],
  ])('%s gets its small copies', async (_what, make, [width, height]) => {
    const seen = await look(await make());
    if (!seen.ok) throw new Error(seen.reason);
    const { report, thumb } = seen.copies;
    expect([report.width, report.height]).toEqual([width, height]);
    expect(await sharp(report.bytes).metadata()).toMatchObject({
      format: 'jpeg',
      width,
      height,
      space: 'srgb',
    });
    expect(Math.max(thumb.width, thumb.height)).toBeLessThanOrEqual(240);
    expect(thumb.bytes.length).toBeLessThanOrEqual(20_000);
  });

  test('is turned upright, and loses place, time and camera', async () => {
    const bytes = await plain(400, 300)
      .withExif({
        IFD0: { Make: 'KuebnaCam', DateTime: '2026:11:28 10:00:00' },
        IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '16/1 26/1 0/1' },
      })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const before = await sharp(bytes).metadata();
    expect(before.exif?.includes('KuebnaCam')).toBe(true);
    const seen = await look(bytes);
    if (!seen.ok) throw new Error(seen.reason);
    for (const { bytes: copy, width, height } of Object.values(seen.copies)) {
      expect(height).toBeGreaterThan(width);
      const { exif, icc, xmp, iptc, orientation } = await sharp(copy).metadata();
      expect([exif, icc, xmp, iptc, orientation ?? 1]).toEqual([
        undefined,
        undefined,
        undefined,
        undefined,
        1,
      ]);
      expect(Buffer.from(copy).includes('KuebnaCam')).toBe(false);
    }
  });

  test('of the noisiest kind still has a thumbnail of at most 20 KB', async () => {
    const noise = { type: 'gaussian' as const, mean: 128, sigma: 90 };
    const bytes = await sharp({
      create: { width: 1200, height: 1200, channels: 3, background: '#888', noise },
    })
      .jpeg({ quality: 95 })
      .toBuffer();
    const seen = await look(bytes);
    expect(seen.ok && seen.copies.thumb.bytes.length).toBeLessThanOrEqual(20_000);
  });
});

describe('is refused', () => {
  test('by its size alone, before anything is decoded', async () => {
    expect(await look(headOf(30_000, 30_000))).toEqual({ ok: false, reason: 'too-many-pixels' });
    expect(await look(headOf(8_000, 5_001))).toEqual({ ok: false, reason: 'too-many-pixels' });
    expect(await look(headOf(1, 30_001))).toEqual({ ok: false, reason: 'too-many-pixels' });
    const jpegHead = Buffer.from(await plain(8, 8).jpeg().toBuffer());
    const frame = jpegHead.indexOf(Buffer.from([0xff, 0xc0]));
    jpegHead.writeUInt16BE(65_500, frame + 5);
    jpegHead.writeUInt16BE(65_500, frame + 7);
    expect(await look(jpegHead)).toEqual({ ok: false, reason: 'too-many-pixels' });
  });

  test.each<[string, () => Buffer | Promise<Buffer>]>([
    ['a head without a picture', () => headOf(4000, 3000)],
    ['half a photo', async () => (await noisy().jpeg().toBuffer()).subarray(0, 20_000)],
    ['a drawing that runs programs', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['a format nobody’s phone makes', () => plain(9, 9).tiff().toBuffer()],
    ['nothing', () => Buffer.alloc(0)],
  ])('%s', async (_what, make) => {
    expect(await look(await make())).toEqual({ ok: false, reason: 'unreadable' });
  });

  test('or shown, but never fatal: bytes changed anywhere', async () => {
    const originals = await Promise.all([
      noisy().jpeg().toBuffer(),
      noisy().png().toBuffer(),
      noisy().webp().toBuffer(),
      noisy().gif().toBuffer(),
    ]);
    const change = fc.tuple(fc.nat(), fc.nat(255));
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...originals),
        fc.array(change, { minLength: 1, maxLength: 20 }),
        async (original, changes) => {
          const bytes = Buffer.from(original);
          for (const [at, to] of changes) bytes[at % bytes.length] = to;
          const seen = await look(bytes);
          expect(seen.ok || ['unreadable', 'too-many-pixels'].includes(seen.reason)).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });
});

function noisy(): Sharp {
  const noise = { type: 'gaussian' as const, mean: 128, sigma: 30 };
  return sharp({ create: { width: 320, height: 240, channels: 3, background: '#888', noise } });
}

describe('the process', () => {
  test('that takes too much memory is ended, and the next picture finds another', async () => {
    const narrow = pictureQueue({ memory: 1 });
    const large = await plain(6000, 6000).png().toBuffer();
    expect(await narrow(large)).toEqual({ ok: false, reason: 'unreadable' });
    expect(await look(picture())).toMatchObject({ ok: true });
  });

  test('that takes too long, or dies, is ended; many who ask at once are answered one after the other', async () => {
    const stuck = pictureQueue({ time: 300, child: new URL('./picture-stuck.mjs', import.meta.url) });
    const asked = ['hang', 'die', 'answer', 'hang'].map((what) => stuck(Buffer.from(what)));
    const bad = { ok: false, reason: 'unreadable' };
    expect(await Promise.all(asked)).toEqual([bad, bad, { ok: false, reason: 'too-many-pixels' }, bad]);
  });

  test('that cannot be started decides nothing', async () => {
    const none = pictureQueue({ child: new URL('./no-such-program.mjs', import.meta.url) });
    await expect(none(picture())).rejects.toThrow('no pictures can be read');
  });
});
