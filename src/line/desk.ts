/** What the console asks of LINE: links into the chat, a person's menu; app hands it to the pages. */
import { chatLink, friendLink, lineAccount } from './account.ts';
import { forgetMenu } from './rich-menu-links.ts';
import type { LineAccess } from './tokens.ts';

/** @param page stands for every chat where there is no real LINE account; null where there is one. */
export function lineDesk(access: LineAccess, page: string | null) {
  let basicId: Promise<string> | null = null;
  /** Asked once; a failed attempt is made again at the next call. */
  const known = (): Promise<string | null> => {
    basicId ??= lineAccount(access)
      .bot()
      .then((bot) => bot.basicId)
      .catch((error: unknown) => {
        basicId = null;
        throw error;
      });
    return basicId.catch(() => null);
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
    quota: () =>
      lineAccount(access)
        .quota()
        .catch(() => null),
    forgetMenu: (userId: string) => forgetMenu(access, userId),
  };
}
