/** Routes by which an office's administrator has its data made into one file and fetches it, while it is suspended as well; sessions of nobody who is a member are refused, as operators hand those out. */
import { downloadStanding, officesOwn, openDownload } from '../../services/downloads.ts';
import { beginExport } from '../../services/office-export.ts';
import { storeWrites, writeAudit } from '../../services/writes.ts';
import { memberOf, type Route } from '../route.ts';

export const consoleExport: readonly Route[] = [
  {
    method: 'GET',
    path: '/web/console/export',
    may: 'export',
    whileSuspended: true,
    async answer(request) {
      const { office } = memberOf(request);
      return { json: { made: await downloadStanding(request.database, officesOwn(office.id)) } };
    },
  },
  {
    method: 'POST',
    path: '/web/console/export',
    may: 'export',
    whileSuspended: true,
    takes: 'json',
    async answer(request) {
      const { database, clock, sending, downloads, texts } = request;
      const { office, member } = memberOf(request);
      const act = { by: member.id, now: clock.now(), realNow: sending.realNow() };
      const begun = await beginExport(database, office.id, act);
      if (!begun.ok) return { refused: 409, why: texts.web.taking[begun.reason] };
      downloads.wake();
      return { json: {} };
    },
  },
  {
    method: 'GET',
    path: '/web/console/export/:id',
    may: 'export',
    whileSuspended: true,
    async answer(request) {
      const { database, clock, params, sending, texts } = request;
      const { office, member } = memberOf(request);
      const found = await openDownload(
        database,
        officesOwn(office.id),
        params['id'] ?? '',
        sending.realNow(),
      );
      if (!found) return { refused: 410, why: texts.web.taking.gone };
      await storeWrites(database, [writeAudit(office.id, clock.now(), member.id, 'fetch-export', {})]);
      return { stream: found };
    },
  },
];
