/** The icons of the menus, drawn by hand as strokes in a square of 24; rich-menu-picture.ts places them. */
import type { MenuIcon } from '../text/th/admin/rich-menu.ts';

const ICONS: Record<MenuIcon, string> = {
  report:
    '<rect x="4.5" y="4.5" width="15" height="17" rx="2"/><path d="M9 4.5 V3 H15 V4.5 M8.5 10.5 H15.5 M8.5 14 H15.5 M8.5 17.5 H12.5"/>',
  list: '<path d="M3.5 6 L5.2 7.7 L8 4.5 M11.5 6.3 H20.5 M3.5 12.2 L5.2 13.9 L8 10.7 M11.5 12.5 H20.5 M3.5 18.4 L5.2 20.1 L8 16.9 M11.5 18.7 H20.5"/>',
  history: '<circle cx="12" cy="12" r="9"/><path d="M12 6.8 V12.3 L15.8 14.6"/>',
  undo: '<path d="M8.5 4.5 L4 9 L8.5 13.5 M4.5 9 H14 A5.5 5.5 0 0 1 14 20 H9.5"/>',
  bell: '<path d="M6 16.5 V10.5 A6 6 0 0 1 18 10.5 V16.5 L20 18.8 H4 Z M10 21.5 H14 M12 2.5 V4.5"/>',
  help: '<circle cx="12" cy="12" r="9"/><path d="M9.4 9.6 A2.7 2.7 0 1 1 13.2 12.1 C12.3 12.5 12 13.1 12 14.2 M12 17.1 V17.3"/>',
  summary: '<path d="M3.5 20.5 H20.5 M6.8 20 V12.5 M12 20 V4.5 M17.2 20 V9"/>',
  overdue: '<path d="M12 3.2 L21.5 20.3 H2.5 Z M12 9.8 V14.8 M12 17.4 V17.6"/>',
  missing:
    '<path d="M3.5 4.5 H20.5 V16.5 H11 L6.5 20.8 V16.5 H3.5 Z M8 10.5 H8.2 M11.9 10.5 H12.1 M15.8 10.5 H16"/>',
  budget:
    '<circle cx="12" cy="12" r="9"/><path d="M9.3 7.7 H12.8 A2.1 2.1 0 0 1 12.8 11.9 H9.3 M12.8 11.9 H13.2 A2.2 2.2 0 0 1 13.2 16.3 H9.3 V7.7 M11.8 5.6 V18.4"/>',
  file: '<path d="M5.5 2.8 H14 L18.5 7.3 V21.2 H5.5 Z M14 2.8 V7.3 H18.5 M12 10.3 V17.3 M9 14.5 L12 17.5 L15 14.5"/>',
  lock: '<rect x="4.8" y="10.8" width="14.4" height="10.2" rx="2"/><path d="M8 10.8 V7.5 A4 4 0 0 1 16 7.5 V10.8 M12 14.6 V17.2"/>',
  register:
    '<circle cx="9.5" cy="8" r="4"/><path d="M2.5 20.5 A7 7 0 0 1 16.5 20.5 M18.8 7.5 V13.5 M15.8 10.5 H21.8"/>',
};

/** @returns the icon, `size` pixels square around the middle given. */
export function icon(name: MenuIcon, x: number, y: number, size: number, colour: string): string {
  const place = `translate(${x - size / 2} ${y - size / 2}) scale(${size / 24})`;
  return `<g transform="${place}" fill="none" stroke="${colour}" stroke-width="1.7" stroke-linecap="round" stroke-linejoin="round">${ICONS[name]}</g>`;
}
