/** The signs and the ring of the chart: each status has a shape of its own, so that colour never stands alone. */
import type { Status } from '../domain/activity.ts';

export type SignName = Status | 'overdue';

/** Fills on which white (on amber: black) reaches 4.5 : 1; the same tones as on the cards. */
export const SIGN_COLOURS: Record<SignName, string> = {
  completed: '#17703A',
  in_progress: '#1D5DB3',
  not_started: '#5A6472',
  cancelled: '#981B1E',
  overdue: '#F4B223',
};

/** Drawn in a square of 24 around the middle: the font has none of these signs. */
const SHAPES: Record<SignName, string> = {
  completed: '<path d="M-6 0 L-2 5 L7 -5" fill="none" stroke="#FFFFFF" stroke-width="3"/>',
  in_progress: '<path d="M-4 -6 L7 0 L-4 6 Z" fill="#FFFFFF"/>',
  not_started: '<circle r="5.5" fill="none" stroke="#FFFFFF" stroke-width="2.5"/>',
  cancelled: '<path d="M-5 -5 L5 5 M5 -5 L-5 5" fill="none" stroke="#FFFFFF" stroke-width="3"/>',
  overdue: '<path d="M0 -8 V2 M0 5 V8" fill="none" stroke="#2B1D00" stroke-width="3"/>',
};

/** @returns a disc of that radius with its sign. */
export function sign(name: SignName, x: number, y: number, radius: number): string {
  return `<g transform="translate(${x} ${y}) scale(${radius / 12})"><circle r="12" fill="${SIGN_COLOURS[name]}"/>${SHAPES[name]}</g>`;
}

const RADIUS = 122;
const THICK = 46;

/** @returns a ring of the counts, clockwise from the top, each part with its sign where there is room. */
export function donut(x: number, y: number, parts: readonly { name: Status; count: number }[]): string {
  const total = parts.reduce((sum, { count }) => sum + count, 0);
  const round = 2 * Math.PI * RADIUS;
  let svg = `<circle cx="${x}" cy="${y}" r="${RADIUS}" fill="none" stroke="#DFE4EA" stroke-width="${THICK}"/>`;
  let start = 0;
  for (const { name, count } of parts.filter((part) => part.count > 0)) {
    const share = count / total;
    // A thin gap keeps neighbours apart; a single part closes the ring.
    const length = Math.max(2, share * round - (share < 1 ? 5 : 0));
    svg += `<circle cx="${x}" cy="${y}" r="${RADIUS}" fill="none" stroke="${SIGN_COLOURS[name]}" stroke-width="${THICK}" stroke-dasharray="${length.toFixed(1)} ${round.toFixed(1)}" transform="rotate(${(start * 360 - 90).toFixed(2)} ${x} ${y})"/>`;
    if (share >= 0.07) {
      const angle = (start + share / 2) * 2 * Math.PI - Math.PI / 2;
      const place = `translate(${(x + Math.cos(angle) * RADIUS).toFixed(1)} ${(y + Math.sin(angle) * RADIUS).toFixed(1)})`;
      svg += `<g transform="${place} scale(1.6)">${SHAPES[name]}</g>`;
    }
    start += share;
  }
  return svg;
}
