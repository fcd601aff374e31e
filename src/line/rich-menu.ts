/** Installs the menus under the chat at LINE: what is there already stays, what is new is made, what is old goes; rich-menu and the demo call it. */
import { createHash } from 'node:crypto';
import { HTTPFetchError, type messagingApi } from '@line/bot-sdk';
import { checkRichMenu } from './limits.ts';
import type { LineAccess } from './tokens.ts';

/** A menu as it was drawn. */
export interface MenuToInstall {
  role: string;
  language: string;
  chatBarText: string;
  size: { width: number; height: number };
  areas: {
    bounds: { x: number; y: number; width: number; height: number };
    label: string;
    says: string;
  }[];
  png: Buffer;
}

/** Who is to see which menu; a role of null takes a person's own menu away, so that the default shows. */
export interface MenuPerson {
  userId: string;
  role: string | null;
  language: string;
}

export interface Installed {
  created: string[];
  kept: string[];
  deleted: number;
  linked: number;
}

/** Menus of others on the same channel are left alone. */
const OURS = 'kuebna/';
/** LINE takes so many people in one request. */
const PEOPLE_A_REQUEST = 500;

/** @returns the menu as LINE takes it; its name tells language, role and a hash of words, places and picture. */
export function menuRequest(menu: MenuToInstall): messagingApi.RichMenuRequest & { name: string } {
  const content = {
    size: menu.size,
    selected: true,
    chatBarText: menu.chatBarText,
    areas: menu.areas.map(({ bounds, label, says }) => ({
      bounds,
      action: { type: 'message' as const, label, text: says },
    })),
  };
  const hash = createHash('sha256').update(JSON.stringify(content)).update(menu.png).digest('hex');
  return { ...content, name: `${menuPrefix(menu.language, menu.role)}${hash.slice(0, 16)}` };
}

/** @returns what the names of a role's menu begin with. */
export function menuPrefix(language: string, role: string): string {
  return `${OURS}${language}/${role}/`;
}

/** @returns why LINE would refuse a menu, in one line, or null. */
export function menuFault(menu: MenuToInstall): string | null {
  const { name: _, ...request } = menuRequest(menu);
  const [problem] = checkRichMenu({ ...request, name: 'menu' });
  if (problem) return `${problem.property} ${problem.message}`;
  return menu.png.length > 1_000_000 ? `picture of ${menu.png.length} bytes` : null;
}

/**
 * Brings the channel's menus to what was drawn. Nobody is without a menu meanwhile: old ones go last.
 * Broken off anywhere, the next run goes on.
 * @param fallback the menu of those who have none of their own.
 * @throws what the SDK throws when LINE refuses or cannot be reached.
 */
export async function installMenus(
  access: LineAccess,
  menus: readonly MenuToInstall[],
  people: readonly MenuPerson[],
  fallback: MenuToInstall,
): Promise<Installed> {
  const there = await ourMenus(access);
  const used = new Set<string>();
  const ids = new Map<string, string>();
  const result: Installed = { created: [], kept: [], deleted: 0, linked: 0 };
  for (const menu of menus) {
    const { id, made } = await putMenu(access, there, menu);
    (made ? result.created : result.kept).push(`${menu.language}/${menu.role}`);
    used.add(id);
    ids.set(menuPrefix(menu.language, menu.role), id);
  }
  await setDefault(access, ids.get(menuPrefix(fallback.language, fallback.role))!);
  result.linked = await linkPeople(access, people, (language, role) => ids.get(menuPrefix(language, role)));
  for (const { richMenuId } of there) {
    if (used.has(richMenuId)) continue;
    await access.call(({ api }) => api.deleteRichMenu(richMenuId));
    result.deleted += 1;
  }
  return result;
}

/** Makes a menu unless just that one is there. @param there our menus at LINE. */
export async function putMenu(
  access: LineAccess,
  there: readonly { richMenuId: string; name: string }[],
  menu: MenuToInstall,
): Promise<{ id: string; made: boolean }> {
  const request = menuRequest(menu);
  const same = there.find(({ name }) => name === request.name);
  if (same && (await hasPicture(access, same.richMenuId))) return { id: same.richMenuId, made: false };
  return { id: await create(access, request, menu.png), made: true };
}

/** Takes all menus of ours away. @returns how many there were. */
export async function removeMenus(access: LineAccess): Promise<number> {
  const there = await ourMenus(access);
  for (const { richMenuId } of there) await access.call(({ api }) => api.deleteRichMenu(richMenuId));
  return there.length;
}

/** @returns the menus this program installed on the channel. */
export async function ourMenus({ call }: LineAccess): Promise<{ richMenuId: string; name: string }[]> {
  const { richmenus } = await call(({ api }) => api.getRichMenuList());
  return richmenus.filter(({ name }) => name.startsWith(OURS));
}

/** A run that broke off between making a menu and its picture leaves one that cannot be shown. */
async function hasPicture({ call }: LineAccess, id: string): Promise<boolean> {
  try {
    const picture = await call(({ blob }) => blob.getRichMenuImage(id));
    picture.destroy();
    return true;
  } catch (error) {
    if (error instanceof HTTPFetchError && error.status === 404) return false;
    throw error;
  }
}

async function create(
  { call }: LineAccess,
  request: messagingApi.RichMenuRequest,
  png: Buffer,
): Promise<string> {
  await call(({ api }) => api.validateRichMenuObject(request));
  const { richMenuId } = await call(({ api }) => api.createRichMenu(request));
  const picture = new Blob([new Uint8Array(png)], { type: 'image/png' });
  await call(({ blob }) => blob.setRichMenuImage(richMenuId, picture));
  return richMenuId;
}

async function setDefault({ call }: LineAccess, id: string): Promise<void> {
  const current = await call(({ api }) => api.getDefaultRichMenuId()).catch((error: unknown) => {
    if (error instanceof HTTPFetchError && error.status === 404) return null;
    throw error;
  });
  if (current?.richMenuId !== id) await call(({ api }) => api.setDefaultRichMenu(id));
}

async function linkPeople(
  { call }: LineAccess,
  people: readonly MenuPerson[],
  idOf: (language: string, role: string) => string | undefined,
): Promise<number> {
  const groups = Map.groupBy(people, ({ language, role }) => (role === null ? null : idOf(language, role)));
  let linked = 0;
  for (const [richMenuId, group] of groups) {
    if (richMenuId === undefined) continue;
    for (let at = 0; at < group.length; at += PEOPLE_A_REQUEST) {
      const userIds = group.slice(at, at + PEOPLE_A_REQUEST).map(({ userId }) => userId);
      if (richMenuId === null) await call(({ api }) => api.unlinkRichMenuIdFromUsers({ userIds }));
      else await call(({ api }) => api.linkRichMenuIdToUsers({ richMenuId, userIds }));
      if (richMenuId !== null) linked += userIds.length;
    }
  }
  return linked;
}
