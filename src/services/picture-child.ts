/** The process that decodes pictures people sent and makes small copies of them; picture-process.ts forks it and sets its limits. */
import sharp from 'sharp';
import {
  type Copy,
  type CopyKind,
  MOST_PIXELS,
  MOST_SIDE,
  OUT_OF_MEMORY,
  type PictureAnswer,
  type PictureJob,
  READY,
} from './picture-kinds.ts';

const FORMATS = ['jpeg', 'png', 'gif', 'webp'];
/** Of all that the library can open, what phones and screens make. */
const LOADERS = ['JpegBuffer', 'PngBuffer', 'NsgifBuffer', 'WebpBuffer'];

/** Steps to get under so many bytes; the last one is taken as it comes. */
const RECIPES: Record<CopyKind, { most: number; steps: readonly { side: number; quality: number }[] }> = {
  report: {
    most: 200_000,
    steps: [
      { side: 640, quality: 80 },
      { side: 640, quality: 50 },
    ],
  },
  thumb: {
    most: 20_000,
    steps: [
      { side: 240, quality: 60 },
      { side: 240, quality: 40 },
      { side: 160, quality: 30 },
      { side: 100, quality: 20 },
    ],
  },
};

const WATCH_MS = 20;
let mostMemory = Number.POSITIVE_INFINITY;

sharp.cache(false);
sharp.concurrency(1);
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: LOADERS.map((name) => `VipsForeignLoad${name}`) });
// decoding runs beside this thread, so it sees what is being taken
setInterval(() => {
  if (process.memoryUsage.rss() > mostMemory) process.exit(OUT_OF_MEMORY);
}, WATCH_MS);
process.on('message', (job: PictureJob) => {
  ({ mostMemory } = job);
  void shrink(Buffer.from(job.bytes)).then((answer) => process.send?.(answer));
});
process.on('disconnect', () => process.exit(0));
process.send?.(READY);

async function shrink(bytes: Buffer): Promise<PictureAnswer> {
  try {
    const { format, width, height } = await sharp(bytes, { limitInputPixels: false }).metadata();
    if (!FORMATS.includes(format)) return { ok: false, reason: 'unreadable' };
    if (width * height > MOST_PIXELS || Math.max(width, height) > MOST_SIDE)
      return { ok: false, reason: 'too-many-pixels' };
    const report = await fitted(bytes, 'report');
    const thumb = await fitted(Buffer.from(report.bytes), 'thumb');
    return { ok: true, copies: { report, thumb } };
  } catch {
    return { ok: false, reason: 'unreadable' };
  }
}

async function fitted(bytes: Buffer, kind: CopyKind): Promise<Copy> {
  const { most, steps } = RECIPES[kind];
  let source = bytes;
  for (const [at, { side, quality }] of steps.entries()) {
    const { data, info } = await sharp(source, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
      .autoOrient()
      .resize(side, side, { fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .jpeg({ quality })
      .toBuffer({ resolveWithObject: true });
    if (data.length <= most || at === steps.length - 1)
      return { bytes: data, width: info.width, height: info.height };
    // what is large is decoded once
    source = data;
  }
  throw new Error(`no steps for ${kind}`);
}
