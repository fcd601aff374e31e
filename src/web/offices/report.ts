/** Routes of the joint report: it is made in the background, one at a time an instance; the page asks how far it is, then fetches the file. */
import { z } from 'zod';
import { JOINT_FORMATS, makeJointFile } from '../../reports/joint-file.ts';
import { JOINT_SETTINGS } from '../../reports/joint-content.ts';
import { findFormat } from '../../reports/index.ts';
import { collectJointReport } from '../../services/joint-report.ts';
import {
  beginJointReport,
  endJointReport,
  jointReportFile,
  type JointWish,
  jointReportStanding,
  moveJointReport,
} from '../../services/joint-report-rows.ts';
import { languageOf, operatorOf, type Route, type WebRequest } from '../route.ts';

const wishSchema = z.object({
  fiscalYear: z.int().min(2500).max(2700),
  half: z.union([z.literal(1), z.literal(2)]),
  format: z.enum(JOINT_FORMATS),
});
/** Written down at most so often, and at least so often while nothing else is told. */
const MOVES_MS = 1_000;
const ALIVE_MS = 15_000;

/** Whether this instance is at one. */
let busy = false;

export const officesReport: readonly Route[] = [
  {
    method: 'POST',
    path: '/web/offices/report',
    may: 'offices-report',
    takes: 'json',
    async answer(request) {
      const say = request.texts.operators.report.page;
      const form = wishSchema.safeParse(request.body);
      if (!form.success) return { refused: 400, why: say.badYear };
      if (busy) return { refused: 409, why: say.busy };
      busy = true;
      const wish = { ...form.data, operator: operatorOf(request).id };
      try {
        const id = await beginJointReport(request.database, wish, moments(request));
        void make(request, wish, id).finally(() => (busy = false));
        return { json: { id } };
      } catch (error) {
        busy = false;
        throw error;
      }
    },
  },
  {
    method: 'GET',
    path: '/web/offices/report/:id',
    may: 'offices-report',
    async answer(request) {
      const { database, params, sending, texts } = request;
      const { id: operator } = operatorOf(request);
      const found = await jointReportStanding(database, params['id'] ?? '', operator, sending.realNow());
      return found ? { json: found } : { refused: 404, why: texts.web.refused.unknown };
    },
  },
  {
    method: 'GET',
    path: '/web/offices/report/:id/file',
    may: 'offices-report',
    async answer(request) {
      const { database, params, texts } = request;
      const found = await jointReportFile(database, params['id'] ?? '', operatorOf(request).id);
      if (!found) return { refused: 410, why: texts.operators.report.page.gone };
      const { bytes: file, name, contentType } = found;
      return { file, contentType, name };
    },
  },
];

const moments = ({ clock, sending }: WebRequest) => ({ now: clock.now(), realNow: sending.realNow() });

/** Never rejects: what became of it stands in its row. */
async function make(
  request: WebRequest,
  { fiscalYear, half, format }: Omit<JointWish, 'format'> & z.infer<typeof wishSchema>,
  id: string,
): Promise<void> {
  const { database, clock, sending, log, texts } = request;
  const real = (): Date => sending.realNow();
  const move = (change: Parameters<typeof moveJointReport>[2]): Promise<void> =>
    moveJointReport(database, id, change, real()).catch((error: unknown) =>
      log.warn('joint-report-not-moved', { error }),
    );
  let told = 0;
  const tell = (state: 'reading' | 'laying', done: number, of: number): void => {
    if (performance.now() - told < MOVES_MS && done > 0) return;
    told = performance.now();
    void move({ state, done, of });
  };
  const alive = setInterval(() => void move({}), ALIVE_MS);
  try {
    const scope = { fiscalYear, half, now: clock.now() };
    const report = await collectJointReport(
      database,
      scope,
      (error) => log.error('office-unreadable', { error }),
      (done, of) => tell('reading', done, of),
    );
    const settings = { ...JOINT_SETTINGS, language: languageOf(request) };
    const bytes = await makeJointFile({ report, format, settings }, (done, of) => tell('laying', done, of));
    const { extension = '', mediaType: contentType = '' } = findFormat(format) ?? {};
    const name = texts.operators.report.fileName(half, fiscalYear, extension);
    await endJointReport(database, id, { name, contentType, bytes }, moments(request));
  } catch (error) {
    log.error('joint-report-failed', { error });
    await move({ state: 'failed' });
  } finally {
    clearInterval(alive);
  }
}
