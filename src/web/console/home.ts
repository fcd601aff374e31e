/** The console's first page: what is there and what is still to come. */
import { readHome } from '../../services/console.ts';
import { adminOf, type Route } from '../route.ts';

export const consoleHome: readonly Route[] = [
  {
    method: 'GET',
    path: '/web/console',
    may: 'console',
    async answer(request) {
      const admin = adminOf(request);
      return { json: { home: admin && (await readHome(request.database, admin.office)) } };
    },
  },
];
