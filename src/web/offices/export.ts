/** Routes by which an operator has an office's export made and sees how far it is; the file holds what people wrote, so that its office alone fetches it. */
import { z } from 'zod';
import { downloadStanding, officesOwn } from '../../services/downloads.ts';
import { beginExport } from '../../services/office-export.ts';
import type { Route } from '../route.ts';
import { actOf } from './change.ts';

const formSchema = z.object({ office: z.string().min(1).max(64) });

export const officesExport: readonly Route[] = [
  {
    method: 'POST',
    path: '/web/offices/export',
    may: 'offices-export',
    takes: 'json',
    async answer(request) {
      const { database, sending, downloads, texts } = request;
      const form = formSchema.safeParse(request.body);
      if (!form.success) return { refused: 400, why: texts.web.refused.badForm };
      const act = { ...actOf(request), realNow: sending.realNow() };
      const begun = await beginExport(database, form.data.office, act);
      if (!begun.ok) return { refused: 409, why: texts.web.taking[begun.reason] };
      downloads.wake();
      return { json: {} };
    },
  },
  {
    method: 'GET',
    path: '/web/offices/export/:office',
    may: 'offices-export',
    async answer({ database, params }) {
      return { json: { made: await downloadStanding(database, officesOwn(params['office'] ?? '')) } };
    },
  },
];
