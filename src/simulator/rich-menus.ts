/** Rich menus of the simulated channel and which one each person sees; used by the world and by the rich-menu API. */
import type { SimPerson, SimRichMenu } from './types.ts';

export type StoredRichMenu = Omit<SimRichMenu, 'imageUrl'> & { selected: boolean; hasImage: boolean };

export interface RichMenus {
  menus: StoredRichMenu[];
  /** Menu by alias. */
  aliases: Record<string, string>;
  /** The channel's default. */
  fallback: string | null;
  /** Menu by userId. */
  links: Record<string, string>;
}

export function findMenu(menus: RichMenus, id: string): StoredRichMenu | null {
  return menus.menus.find((menu) => menu.richMenuId === id) ?? null;
}

/** @returns the menu of that person: the linked one before the default; only friends see any. */
export function shownMenu(menus: RichMenus, person: SimPerson): SimRichMenu | null {
  if (!person.friend || person.blocked) return null;
  const linked = menus.links[person.userId];
  const menu = (linked && findMenu(menus, linked)) || (menus.fallback && findMenu(menus, menus.fallback));
  if (!menu) return null;
  const { selected: _selected, hasImage, ...shown } = menu;
  return { ...shown, imageUrl: hasImage ? `/simulator/richmenu/${menu.richMenuId}` : null };
}

/** Takes a menu away, with every alias and link that led to it. */
export function dropMenu(menus: RichMenus, id: string): void {
  menus.menus = menus.menus.filter((menu) => menu.richMenuId !== id);
  const without = (map: Record<string, string>): Record<string, string> =>
    Object.fromEntries(Object.entries(map).filter(([, menu]) => menu !== id));
  menus.aliases = without(menus.aliases);
  menus.links = without(menus.links);
  if (menus.fallback === id) menus.fallback = null;
}

/** What a tap on a richmenuswitch action does. @returns LINE's status for the postback. */
export function switchMenu(
  menus: RichMenus,
  userId: string,
  alias: string,
): 'SUCCESS' | 'RICHMENU_ALIAS_ID_NOTFOUND' | 'RICHMENU_NOTFOUND' {
  const id = Object.hasOwn(menus.aliases, alias) ? menus.aliases[alias] : undefined;
  if (id === undefined) return 'RICHMENU_ALIAS_ID_NOTFOUND';
  if (!findMenu(menus, id)) return 'RICHMENU_NOTFOUND';
  menus.links[userId] = id;
  return 'SUCCESS';
}
