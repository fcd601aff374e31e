/** All routes of the pages, the only ones there are; a new one is a row in its file, with the right it needs. */
import { OPERATORS_PAGE } from '../services/operators.ts';
import { assetFile } from './assets.ts';
import { consoleChecks } from './console/checks.ts';
import { consoleConnection } from './console/connection.ts';
import { consoleExport } from './console/export.ts';
import { consoleHome } from './console/home.ts';
import { consoleOperation } from './console/operation.ts';
import { consoleOutside } from './console/outside.ts';
import { consolePeople } from './console/people.ts';
import { consolePlan } from './console/plan.ts';
import { consoleSettings } from './console/settings.ts';
import { consoleTokens } from './console/tokens.ts';
import { dashboardRoutes } from './dashboard.ts';
import { formRoutes } from './form.ts';
import { nudgeRoutes } from './nudge.ts';
import { officesRoutes } from './offices/routes.ts';
import { publicationRoutes } from './publication.ts';
import type { Route } from './route.ts';
import { signIn } from './sign-in.ts';

const shells: readonly Route[] = [
  { method: 'GET', path: '/form', may: 'form', answer: () => ({ page: 'form' }) },
  { method: 'GET', path: '/dashboard', may: 'dashboard', answer: () => ({ page: 'dashboard' }) },
  {
    method: 'GET',
    path: '/console',
    may: 'console',
    whileSuspended: true,
    answer: () => ({ page: 'console' }),
  },
  { method: 'GET', path: '/offices', may: 'offices-figures', answer: () => ({ page: 'offices' }) },
  {
    method: 'GET',
    path: '/operators',
    may: 'offices-figures',
    answer: () => ({ redirect: OPERATORS_PAGE }),
  },
  {
    method: 'GET',
    path: '/web/assets/:name',
    may: 'anyone',
    async answer({ params, texts }) {
      const file = await assetFile(params['name'] ?? '');
      if (!file) return { refused: 404, why: texts.web.refused.unknown };
      return { file: file.bytes, contentType: file.contentType, name: null, keep: 'immutable' };
    },
  },
];

export const routes: readonly Route[] = [
  ...shells,
  ...signIn,
  ...formRoutes,
  ...dashboardRoutes,
  ...nudgeRoutes,
  ...publicationRoutes,
  ...consoleHome,
  ...consoleChecks,
  ...consoleConnection,
  ...consolePlan,
  ...consolePeople,
  ...consoleSettings,
  ...consoleOutside,
  ...consoleTokens,
  ...consoleOperation,
  ...consoleExport,
  ...officesRoutes,
];
