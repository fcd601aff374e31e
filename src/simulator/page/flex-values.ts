/** What a Flex message may put into the page: every value is looked up or matched, never passed on; used by flex-parts.ts. */

/** Flex JSON before anything is known about it. */
export type Json = Record<string, unknown>;

type Scale = Readonly<Record<string, string>>;

export const spacings: Scale = px({ none: 0, xs: 2, sm: 4, md: 8, lg: 12, xl: 16, xxl: 20 });
export const fontSizes: Scale = px({
  xxs: 11,
  xs: 13,
  sm: 14,
  md: 16,
  lg: 19,
  xl: 22,
  xxl: 29,
  '3xl': 35,
  '4xl': 48,
  '5xl': 74,
});
export const imageSizes: Scale = {
  ...px({ xxs: 40, xs: 60, sm: 80, md: 100, lg: 120, xl: 140, xxl: 160, '3xl': 180, '4xl': 200, '5xl': 220 }),
  full: '100%',
};
export const borders: Scale = px({ none: 0, light: 0.5, normal: 1, 'semi-bold': 2, medium: 3, bold: 4 });
export const bubbleWidths: Scale = px({
  nano: 120,
  micro: 160,
  deca: 220,
  hecto: 241,
  kilo: 260,
  mega: 300,
  giga: 386,
});
export const decorations: Scale = { underline: 'underline', 'line-through': 'line-through' };
export const alignments: Scale = { start: 'left', end: 'right', center: 'center' };
export const sides: Scale = { start: 'flex-start', end: 'flex-end', center: 'center' };
export const gravities: Scale = { top: 'flex-start', bottom: 'flex-end', center: 'center' };
export const distributions: Scale = {
  'flex-start': 'flex-start',
  'flex-end': 'flex-end',
  center: 'center',
  'space-between': 'space-between',
  'space-around': 'space-around',
  'space-evenly': 'space-evenly',
};

function px(steps: Record<string, number>): Scale {
  return Object.fromEntries(Object.entries(steps).map(([key, value]) => [key, `${value}px`]));
}

/** The value a keyword stands for, or null when it is none of the scale's own. */
export function pick(scale: Scale, value: unknown): string | null {
  return typeof value === 'string' && Object.hasOwn(scale, value) ? (scale[value] ?? null) : null;
}

/** A keyword of the scale, or pixels or percent of at most four digits; null for all else. */
export function length(value: unknown, scale: Scale = {}): string | null {
  const known = pick(scale, value);
  if (known !== null) return known;
  return typeof value === 'string' && /^\d{1,4}(\.\d{1,4})?(px|%)$/.test(value) ? value : null;
}

/** `#RRGGBB` or `#RRGGBBAA`, else null. */
export function colour(value: unknown): string | null {
  return typeof value === 'string' && /^#([0-9a-f]{6}|[0-9a-f]{8})$/i.test(value) ? value : null;
}

/** A CSS gradient of a Flex `background`, else null. */
export function gradient(value: unknown): string | null {
  const background = record(value);
  if (background.type !== 'linearGradient') return null;
  const angle = background.angle;
  const start = colour(background.startColor);
  const end = colour(background.endColor);
  if (typeof angle !== 'string' || !/^\d{1,3}(\.\d{1,4})?deg$/.test(angle) || !start || !end) return null;
  const centre = colour(background.centerColor);
  const at = length(background.centerPosition);
  const stops = centre ? [start, at ? `${centre} ${at}` : centre, end] : [start, end];
  return `linear-gradient(${angle}, ${stops.join(', ')})`;
}

/**
 * An address a picture may come from: https, http on this machine, this server's own paths, picture data.
 * @returns the address with quotes, brackets and spaces encoded, or null.
 */
export function pictureUrl(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const allowed =
    /^https:\/\//i.test(value) ||
    /^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?\//i.test(value) ||
    /^\/(?![/\\])/.test(value) ||
    /^data:image\/(png|jpeg|gif|webp|svg\+xml)[;,]/i.test(value);
  return allowed ? value.replace(/["'()<>\\\s]/g, (sign) => `%${hex(sign)}`) : null;
}

function hex(sign: string): string {
  return sign.charCodeAt(0).toString(16).padStart(2, '0');
}

/** `16 / 9` from `16:9`; square when it is missing or not a ratio. */
export function ratio(value: unknown): string {
  const match = typeof value === 'string' ? /^(\d{1,5}(?:\.\d+)?):(\d{1,5}(?:\.\d+)?)$/.exec(value) : null;
  return match && Number(match[1]) > 0 && Number(match[2]) > 0 ? `${match[1]} / ${match[2]}` : '1 / 1';
}

/** A whole or broken number from 0 to `max`, else null. */
export function count(value: unknown, max: number): number | null {
  return typeof value === 'number' && value >= 0 && value <= max ? value : null;
}

/** A string as it is; anything else as an empty one. */
export function stringOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** An object as it is; anything else as an empty one. */
export function record(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
}

/** The objects of a list; anything else as an empty one. */
export function records(value: unknown): Json[] {
  return Array.isArray(value) ? value.map(record) : [];
}
