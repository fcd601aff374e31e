/** Draws the menus under the chat: one picture a role, with the places that can be tapped; rich-menu and the demo call it. */
import type { Language } from '../domain/member.ts';
import { texts } from '../text/index.ts';
import type { MenuRole, MenuTile } from '../text/th/admin/rich-menu.ts';
import { svgText, widthOf } from './chart-text.ts';
import { pngOf } from './picture.ts';
import { icon } from './rich-menu-icons.ts';

export interface DrawnMenu {
  role: MenuRole;
  language: Language;
  chatBarText: string;
  /** Pixels of the picture. */
  size: { width: number; height: number };
  areas: { bounds: Bounds; label: string; says: string }[];
  png: Buffer;
}

interface Bounds {
  x: number;
  y: number;
  width: number;
  height: number;
}

export const MENU_ROLES: readonly MenuRole[] = ['stranger', 'officer', 'manager', 'admin'];

/** LINE's widest; a row is 843 high in its own templates. */
const WIDTH = 2500;
const ROW = 843;
const COLOUR = {
  ground: '#E6EAF0',
  paper: '#FFFFFF',
  ink: '#1A2129',
  dim: '#4F5965',
  accent: '#0F5560',
} as const;
const GAP = 14;

/** The menus of all roles in one language. @returns them in the order of `MENU_ROLES`. */
export function drawMenus(language: Language): Promise<DrawnMenu[]> {
  const { menus, bar } = texts(language).admin.richMenu;
  return Promise.all(
    MENU_ROLES.map(async (role): Promise<DrawnMenu> => {
      const tiles = menus[role];
      const places = placesOf(tiles.length);
      const size = { width: WIDTH, height: Math.max(...places.map(({ y, height }) => y + height)) };
      const areas = tiles.map(({ label, says }, at) => ({ bounds: places[at]!, label, says }));
      const png = await pngOf(menuSvg(tiles, places, size), WIDTH);
      return { role, language, chatBarText: bar, size, areas, png };
    }),
  );
}

/** @returns places that fill the picture without a gap: one row for up to three tiles, two for more. */
export function placesOf(tiles: number): Bounds[] {
  const rows = tiles <= 3 ? 1 : 2;
  const columns = Math.ceil(tiles / rows);
  const edge = (at: number): number => Math.round((WIDTH * at) / columns);
  return Array.from({ length: tiles }, (_, at) => {
    const column = at % columns;
    const x = edge(column);
    return { x, y: Math.floor(at / columns) * ROW, width: edge(column + 1) - x, height: ROW };
  });
}

/** Letters in the picture's pixels, six of which are one on a phone: 19 px, and 14 below. */
const LABEL = 124;
const HINT = 92;

function menuSvg(
  tiles: readonly MenuTile[],
  places: readonly Bounds[],
  { width, height }: DrawnMenu['size'],
): string {
  // labels of one menu are alike: the longest says how large they are
  const size = Math.min(...tiles.map(({ label }, at) => fitting(label, LABEL, roomIn(places[at]!.width))));
  const drawn = tiles.map((one, at) => tile(one, places[at]!, size, at === 0)).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="Sarabun"><rect width="100%" height="100%" fill="${COLOUR.ground}"/>${drawn}</svg>`;
}

/** The first tile is the likely one and stands out. */
function tile(
  { icon: name, label, hint }: MenuTile,
  { x, y, width, height }: Bounds,
  size: number,
  first: boolean,
): string {
  const middle = x + width / 2;
  const [ground, ink, dim] = first
    ? [COLOUR.accent, COLOUR.paper, COLOUR.paper]
    : [COLOUR.paper, COLOUR.ink, COLOUR.dim];
  const room = roomIn(width);
  const box = `<rect x="${x + GAP}" y="${y + GAP}" width="${width - 2 * GAP}" height="${height - 2 * GAP}" rx="36" fill="${ground}"/>`;
  return (
    box +
    icon(name, middle, y + 270, 250, first ? COLOUR.paper : COLOUR.accent) +
    line(label, middle, y + 560, size, room, ink, true) +
    line(hint, middle, y + 710, HINT, room, dim, false)
  );
}

/** One line in the middle, drawn smaller where it would be too wide for its tile. */
function line(
  text: string,
  middle: number,
  y: number,
  size: number,
  room: number,
  fill: string,
  bold: boolean,
): string {
  const fitted = fitting(text, size, room);
  return `<text x="${middle}" y="${y}" font-size="${fitted}"${bold ? ' font-weight="700"' : ''} text-anchor="middle" fill="${fill}">${svgText(text)}</text>`;
}

function roomIn(width: number): number {
  return width - 2 * GAP - 30;
}

function fitting(text: string, size: number, room: number): number {
  return Math.min(size, Math.floor((size * room) / widthOf(text, size)));
}
