/** The fake API's endpoints that show rich menus to people (default, links, aliases); part of the API's table. */
import { z } from 'zod';
import { LIMITS } from '../line/limits.ts';
import { accepted, fault, invalidProperty, answerNotFound, ok } from './api-router.ts';
import type { ApiAnswer, ApiParts, ApiRoute } from './api-router.ts';
import { findMenu } from './rich-menus.ts';

const userIds = z.array(z.string()).min(1).max(LIMITS.richMenu.bulkUsers);
const alias = z.object({ richMenuAliasId: z.string().regex(/^[a-z0-9_-]{1,32}$/), richMenuId: z.string() });

const firstBad = (error: z.ZodError): ApiAnswer => invalidProperty(String(error.issues[0]?.path[0] ?? ''));

export function menuLinkRoutes({ world }: ApiParts): ApiRoute[] {
  const { richMenus: menus } = world.data;

  /** @returns why the menu cannot be shown, or null. */
  function unfit(richMenuId: string): ApiAnswer | null {
    const menu = findMenu(menus, richMenuId);
    if (!menu) return fault(404, 'richmenu not found');
    return menu.hasImage ? null : fault(400, 'must upload richmenu image before applying it to user');
  }

  const hasAlias = (id: string): boolean => Object.hasOwn(menus.aliases, id);

  function changed(answer: ApiAnswer): ApiAnswer {
    world.touch();
    return answer;
  }

  return [
    {
      method: 'GET',
      path: '/v2/bot/user/all/richmenu',
      handle: () =>
        menus.fallback === null ? fault(404, 'no default richmenu') : ok({ richMenuId: menus.fallback }),
    },
    {
      method: 'DELETE',
      path: '/v2/bot/user/all/richmenu',
      handle() {
        menus.fallback = null;
        return changed(ok());
      },
    },
    {
      method: 'POST',
      path: '/v2/bot/user/all/richmenu/:richMenuId',
      handle({ params }) {
        const richMenuId = params['richMenuId'] ?? '';
        const refused = unfit(richMenuId);
        if (refused) return refused;
        menus.fallback = richMenuId;
        return changed(ok());
      },
    },
    {
      method: 'GET',
      path: '/v2/bot/user/:userId/richmenu',
      handle({ params }) {
        const richMenuId = world.person(params['userId'] ?? '') && menus.links[params['userId'] ?? ''];
        return !richMenuId ? fault(404, 'the user has no richmenu') : ok({ richMenuId });
      },
    },
    {
      method: 'DELETE',
      path: '/v2/bot/user/:userId/richmenu',
      handle({ params }) {
        delete menus.links[params['userId'] ?? ''];
        return changed(ok());
      },
    },
    {
      method: 'POST',
      path: '/v2/bot/user/:userId/richmenu/:richMenuId',
      handle({ params }) {
        const { userId = '', richMenuId = '' } = params;
        const refused = unfit(richMenuId);
        if (refused) return refused;
        if (!world.person(userId)) return answerNotFound();
        menus.links[userId] = richMenuId;
        return changed(ok());
      },
    },
    {
      method: 'POST',
      path: '/v2/bot/richmenu/bulk/link',
      handle({ body }) {
        const parsed = z.object({ richMenuId: z.string(), userIds }).safeParse(body);
        if (!parsed.success) return firstBad(parsed.error);
        const refused = unfit(parsed.data.richMenuId);
        if (refused) return refused;
        for (const id of parsed.data.userIds) if (world.person(id)) menus.links[id] = parsed.data.richMenuId;
        return changed(accepted());
      },
    },
    {
      method: 'POST',
      path: '/v2/bot/richmenu/bulk/unlink',
      handle({ body }) {
        const parsed = z.object({ userIds }).safeParse(body);
        if (!parsed.success) return firstBad(parsed.error);
        for (const id of parsed.data.userIds) delete menus.links[id];
        return changed(accepted());
      },
    },
    {
      method: 'POST',
      path: '/v2/bot/richmenu/alias',
      handle({ body }) {
        const parsed = alias.safeParse(body);
        if (!parsed.success) return firstBad(parsed.error);
        const { richMenuAliasId, richMenuId } = parsed.data;
        if (hasAlias(richMenuAliasId)) return fault(400, 'conflict richmenu alias id');
        const refused = unfit(richMenuId);
        if (refused) return refused;
        menus.aliases[richMenuAliasId] = richMenuId;
        return changed(ok());
      },
    },
    {
      method: 'GET',
      path: '/v2/bot/richmenu/alias/list',
      handle: () =>
        ok({
          aliases: Object.entries(menus.aliases).map(([richMenuAliasId, richMenuId]) => ({
            richMenuAliasId,
            richMenuId,
          })),
        }),
    },
    {
      method: 'GET',
      path: '/v2/bot/richmenu/alias/:richMenuAliasId',
      handle({ params }) {
        const { richMenuAliasId = '' } = params;
        return hasAlias(richMenuAliasId)
          ? ok({ richMenuAliasId, richMenuId: menus.aliases[richMenuAliasId] })
          : fault(404, 'richmenu alias not found');
      },
    },
    {
      method: 'POST',
      path: '/v2/bot/richmenu/alias/:richMenuAliasId',
      handle({ params, body }) {
        const { richMenuAliasId = '' } = params;
        const parsed = z.object({ richMenuId: z.string() }).safeParse(body);
        if (!parsed.success) return firstBad(parsed.error);
        if (!hasAlias(richMenuAliasId)) return fault(404, 'richmenu alias not found');
        const refused = unfit(parsed.data.richMenuId);
        if (refused) return refused;
        menus.aliases[richMenuAliasId] = parsed.data.richMenuId;
        return changed(ok());
      },
    },
    {
      method: 'DELETE',
      path: '/v2/bot/richmenu/alias/:richMenuAliasId',
      handle({ params }) {
        const { richMenuAliasId = '' } = params;
        if (!hasAlias(richMenuAliasId)) return fault(404, 'richmenu alias not found');
        delete menus.aliases[richMenuAliasId];
        return changed(ok());
      },
    },
  ];
}
