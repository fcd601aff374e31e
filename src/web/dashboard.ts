/** Routes of the managers' dashboard: the plan in one view, one activity, its pictures, the official report's files. */
import { halfOf, dayInBangkok } from '../domain/fiscal-year.ts';
import type { Plan } from '../domain/activity.ts';
import { findFormat, makeReport, type ReportFormat } from '../reports/index.ts';
import { DEFAULT_SETTINGS } from '../reports/settings.ts';
import { namesById, readActivity, readOverview, readPictureCopy } from '../services/dashboard.ts';
import { loadCurrentPlan } from '../services/loaders.ts';
import { loadReport } from '../services/official-report.ts';
import { reportPictures } from '../services/official-report-pictures.ts';
import { reportSettingsOf } from '../services/report-settings.ts';
import { memberOf, type Route, type WebAnswer, type WebRequest } from './route.ts';

export const dashboardRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/web/overview',
    may: 'dashboard',
    async answer(request) {
      const now = request.clock.now();
      const read = await readOverview(request.database, memberOf(request).office, now);
      if (!read) return { refused: 404, why: request.texts.web.refused.noPlan };
      const { plan, overview } = read;
      return {
        json: {
          title: plan.title,
          fiscalYear: plan.fiscalYear,
          now: now.toISOString(),
          half: halfOf(dayInBangkok(now)),
          names: namesById(overview.people),
          ...overview,
        },
      };
    },
  },
  {
    method: 'GET',
    path: '/web/activities/:code',
    may: 'dashboard',
    answer: (request) =>
      withPlan(request, async (plan) => {
        const { office } = memberOf(request);
        const { code = '' } = request.params;
        const [detail, read] = await Promise.all([
          readActivity(request.database, office, plan, code),
          readOverview(request.database, office, request.clock.now()),
        ]);
        const row = read?.overview.rows.find((one) => one.code === code);
        return detail && row ? { json: { ...detail, row } } : notFound(request);
      }),
  },
  {
    method: 'GET',
    path: '/web/pictures/:id/:kind',
    may: 'dashboard',
    async answer(request) {
      const { id = '', kind = '' } = request.params;
      if (kind !== 'thumb' && kind !== 'report') return notFound(request);
      const bytes = await readPictureCopy(request.database, memberOf(request).office, id, kind);
      if (!bytes) return notFound(request);
      return { file: Buffer.from(bytes), contentType: 'image/jpeg', name: null };
    },
  },
  {
    method: 'GET',
    path: '/web/report/:half/:format',
    may: 'dashboard',
    answer: (request) => withPlan(request, (plan) => reportFile(plan, request)),
  },
];

async function withPlan(request: WebRequest, answer: (plan: Plan) => Promise<WebAnswer>): Promise<WebAnswer> {
  const plan = await loadCurrentPlan(request.database, memberOf(request).office);
  return plan ? answer(plan) : { refused: 404, why: request.texts.web.refused.noPlan };
}

function notFound({ texts }: WebRequest): WebAnswer {
  return { refused: 404, why: texts.web.refused.unknown };
}

const FORMATS: readonly string[] = ['docx', 'xlsx', 'pdf'];

async function reportFile(plan: Plan, request: WebRequest): Promise<WebAnswer> {
  const { half: wanted = '', format = '' } = request.params;
  const { database, clock, texts } = request;
  const { office } = memberOf(request);
  const half = wanted === '1' ? 1 : wanted === '2' ? 2 : null;
  const kind = FORMATS.includes(format) ? findFormat(format) : null;
  if (!half || !kind) return notFound(request);
  const loaded = await loadReport({ database, office, plan, half, now: clock.now() });
  if (!loaded.ok) return notFound(request);
  const { closeAfterDays: _, ...own } = reportSettingsOf(office);
  const settings = { ...DEFAULT_SETTINGS, ...own };
  const pictures = settings.annex ? await reportPictures(database, office.id, loaded.model) : new Map();
  const file = await makeReport(loaded.model, format as ReportFormat, settings, pictures);
  const name = texts.official.fileName(half, plan.fiscalYear, office.name, kind.extension);
  return { file, contentType: kind.mediaType, name };
}
