/** Reads the pixels of a PNG; used by the tests of the chart. */
import { createRequire } from 'node:module';

export interface Pixels {
  width: number;
  height: number;
  /** Red, green, blue, alpha, row by row. */
  data: Uint8Array;
}

// The package brings no types of its own.
const { PNG } = createRequire(import.meta.url)('pngjs') as { PNG: { sync: { read(bytes: Buffer): Pixels } } };

export function pixelsOf(bytes: Buffer): Pixels {
  return PNG.sync.read(bytes);
}
