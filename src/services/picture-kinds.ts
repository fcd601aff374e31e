/** Small copies of pictures: their kinds, and what the process that makes them is asked and answers. */

/** What a copy is for: a report's list of evidence, or a row of small pictures on a page. */
export const COPY_KINDS = ['report', 'thumb'] as const;
export type CopyKind = (typeof COPY_KINDS)[number];

/** A JPEG without anything but the picture: no place, time or camera. */
export interface Copy {
  bytes: Uint8Array;
  /** Pixels, as it is to be looked at. */
  width: number;
  height: number;
}

export type Copies = Record<CopyKind, Copy>;

export interface PictureJob {
  bytes: Uint8Array;
  /** Bytes this process may hold while it decodes. */
  mostMemory: number;
}

export type PictureAnswer =
  { ok: true; copies: Copies } | { ok: false; reason: 'too-many-pixels' | 'unreadable' };

/** Told when there is something to hand work to. */
export const READY = 'ready';
/** Exit code of a process that went beyond its memory. */
export const OUT_OF_MEMORY = 70;

export const MOST_PIXELS = 40_000_000;
/** Long before its pixels, a picture of one column takes time by its rows. */
export const MOST_SIDE = 30_000;
