/** Keeps each person's menu in step with their role while the bot runs: with the first thing they say after a change. The server makes one; members asks it to let go. */
import type { Log } from '../log.ts';
import { menuPrefix, ourMenus } from './rich-menu.ts';
import type { LineAccess } from './tokens.ts';

export interface MenuKeeper {
  /** Returns at once. @param role null for somebody who belongs to no office. */
  keep(userId: string, role: string | null, language: string): void;
  /** Resolves when nothing is under way. */
  idle(): Promise<void>;
}

/** Menus are installed by hand now and then: seen after this long at the latest. */
const LIST_MS = 10 * 60_000;
const PEOPLE_KEPT = 20_000;

/**
 * A person's menu is set once a role and process; failures do not matter, the next event tries again.
 * Strangers see the channel's default, so they cost no request.
 * @param now real time.
 */
export function menuKeeper(access: LineAccess, now: () => Date, log: Log): MenuKeeper {
  const shown = new Map<string, string>();
  const running = new Set<Promise<void>>();
  let list: { menus: Promise<Map<string, string>>; until: number } | null = null;

  function menus(): Promise<Map<string, string>> {
    const at = now().getTime();
    if (list && list.until > at) return list.menus;
    const found = ourMenus(access).then(
      (all) =>
        new Map(all.map(({ name, richMenuId }) => [name.slice(0, name.lastIndexOf('/') + 1), richMenuId])),
    );
    list = { menus: found, until: at + LIST_MS };
    return found;
  }

  async function change(userId: string, prefix: string): Promise<void> {
    try {
      const richMenuId = prefix === '' ? null : (await menus()).get(prefix);
      if (richMenuId === null)
        await access.call(({ api }) => api.unlinkRichMenuIdFromUser(userId), 'rich-menu');
      else if (richMenuId !== undefined)
        await access.call(({ api }) => api.linkRichMenuIdToUser(userId, richMenuId), 'rich-menu');
    } catch (error) {
      // a menu may have been replaced since the list was read
      list = null;
      shown.delete(userId);
      log.debug('rich-menu-not-linked', { error });
    }
  }

  return {
    keep(userId, role, language) {
      const prefix = role === null ? '' : menuPrefix(language, role);
      if ((shown.get(userId) ?? '') === prefix) return;
      shown.set(userId, prefix);
      if (shown.size > PEOPLE_KEPT) shown.delete(shown.keys().next().value!);
      const work = change(userId, prefix).finally(() => running.delete(work));
      running.add(work);
    },
    async idle() {
      await Promise.all(running);
    },
  };
}

/** Gives a person the channel's default again, if LINE can be asked now. */
export async function forgetMenu(access: LineAccess, userId: string): Promise<void> {
  await access.call(({ api }) => api.unlinkRichMenuIdFromUser(userId), 'rich-menu').catch(() => undefined);
}
