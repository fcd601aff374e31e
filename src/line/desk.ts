/** What the console asks of LINE for an office: links into the chat, what is left of the month, a person's menu; app hands it to the pages. */
import { chatLink, friendLink } from './account.ts';
import type { Line } from './channels.ts';
import { forgetMenu } from './rich-menu-links.ts';

/** Of each account's channel, since the answer never changes. */
const basicIds = new WeakMap<Line, Promise<string>>();

/**
 * @param ask for the office's channel; null where it has none.
 * @param page stands for every chat where there is no real LINE account; null where there is one.
 */
export function lineDesk(ask: () => Promise<Line | null>, page: string | null) {
  /** Asked once a channel; a failed attempt is made again at the next call. */
  const known = async (): Promise<string | null> => {
    const line = await ask();
    if (!line) return null;
    const asked = basicIds.get(line) ?? line.account.bot().then(({ basicId }) => basicId);
    basicIds.set(line, asked);
    return asked.catch(() => {
      basicIds.delete(line);
      return null;
    });
  };
  return {
    async chatLink(words: string): Promise<string | null> {
      if (page !== null) return page;
      const id = await known();
      return id && chatLink(id, words);
    },
    async friendLink(): Promise<string | null> {
      if (page !== null) return page;
      const id = await known();
      return id && friendLink(id);
    },
    quota: async () => (await ask())?.account.quota().catch(() => null) ?? null,
    async forgetMenu(userId: string): Promise<void> {
      const line = await ask();
      if (line) await forgetMenu(line.access, userId);
    },
  };
}
