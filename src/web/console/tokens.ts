/** Routes of the console for tokens of the API: made, shown once, revoked. */
import { z } from 'zod';
import { listTokens, makeToken, MOST_TOKENS, revokeToken } from '../../services/api-tokens.ts';
import type { Route } from '../route.ts';
import { changeRoute, readRoute } from './change.ts';

export const consoleTokens: readonly Route[] = [
  readRoute('/web/console/tokens', async ({ database }, { office }) => ({
    json: { tokens: await listTokens(database, office.id) },
  })),
  changeRoute(
    '/web/console/tokens',
    z.object({ name: z.string().trim().min(1).max(100) }),
    async ({ database, clock, texts }, { office, by }, { name }) => {
      const made = await makeToken(database, office.id, name, { by, now: clock.now() });
      return made ? { json: made } : { refused: 422, why: texts.console.outside.tooMany(MOST_TOKENS) };
    },
  ),
  changeRoute(
    '/web/console/tokens/revoke',
    z.object({ id: z.string().max(64) }),
    async ({ database, clock, texts }, { office, by }, { id }) => {
      const done = await revokeToken(database, office.id, id, { by, now: clock.now() });
      return done ? { json: {} } : { refused: 404, why: texts.web.refused.unknown };
    },
  ),
];
