/** Route of the operators' first page: all offices in figures, who needs help first. */
import { readOffices } from '../../services/offices-overview.ts';
import type { Route } from '../route.ts';

export const officesOverview: readonly Route[] = [
  {
    method: 'GET',
    path: '/web/offices',
    may: 'offices-figures',
    async answer({ database, clock, sending, channels, log }) {
      const at = { now: clock.now(), realNow: sending.realNow(), common: channels.common !== null };
      return { json: await readOffices(database, at, (error) => log.error('office-unreadable', { error })) };
    },
  },
];
