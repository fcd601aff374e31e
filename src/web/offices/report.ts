/** Routes of the joint report: it is made in the background; the page asks how far it is, then fetches the file. */
import { z } from 'zod';
import { JOINT_FORMATS } from '../../reports/joint-file.ts';
import { beginDownload, downloadStanding, openDownload, operatorsOwn } from '../../services/downloads.ts';
import { languageOf, operatorOf, type Route } from '../route.ts';

const wishSchema = z.object({
  fiscalYear: z.int().min(2500).max(2700),
  half: z.union([z.literal(1), z.literal(2)]),
  format: z.enum(JOINT_FORMATS),
});

export const officesReport: readonly Route[] = [
  {
    method: 'POST',
    path: '/web/offices/report',
    may: 'offices-report',
    takes: 'json',
    async answer(request) {
      const { database, clock, sending, downloads } = request;
      const say = request.texts.operators.report.page;
      const form = wishSchema.safeParse(request.body);
      if (!form.success) return { refused: 400, why: say.badYear };
      const { id: by } = operatorOf(request);
      const moments = { now: clock.now(), realNow: sending.realNow() };
      const wish = { ...form.data, language: languageOf(request) };
      const id = await beginDownload(database, operatorsOwn(by), { by, ...moments, wish });
      if (id === null) return { refused: 409, why: say.busy };
      downloads.wake();
      return { json: {} };
    },
  },
  {
    method: 'GET',
    path: '/web/offices/report',
    may: 'offices-report',
    async answer(request) {
      const own = operatorsOwn(operatorOf(request).id);
      return { json: { made: await downloadStanding(request.database, own) } };
    },
  },
  {
    method: 'GET',
    path: '/web/offices/report/:id/file',
    may: 'offices-report',
    async answer(request) {
      const { database, params, sending, texts } = request;
      const own = operatorsOwn(operatorOf(request).id);
      const found = await openDownload(database, own, params['id'] ?? '', sending.realNow());
      return found ? { stream: found } : { refused: 410, why: texts.operators.report.page.gone };
    },
  },
];
