/** Routes of the console's plan page: what is stored, a file read and compared, just that stored, forms to fill in. */
import { z } from 'zod';
import { countPlan } from '../../domain/plan.ts';
import { HEAD_FIELDS } from '../../plan-import/raw.ts';
import { PLAN_FIELDS } from '../../plan-import/mapping.ts';
import { MAX_FILE_BYTES } from '../../plan-import/source.ts';
import { writePlanTemplate } from '../../plan-import/template.ts';
import { makeCurrent, previewUse } from '../../services/current-plan.ts';
import { loadCurrentPlan } from '../../services/loaders.ts';
import { plansOf } from '../../services/import-plan.ts';
import { readUpload, storeUpload } from '../../services/plan-upload.ts';
import { dropParts, PART_BYTES, readParts, type Sender } from '../../services/uploads.ts';
import { NO_OFFICE } from '../../services/web-sessions.ts';
import { storeWrites } from '../../services/writes.ts';
import { partRoute } from '../parts.ts';
import { adminOf, languageOf, type Route, SET_UP, type WebAnswer, type WebRequest } from '../route.ts';
import { changeRoute, readRoute } from './change.ts';
import { fieldChoices, planView } from './plan-view.ts';
import { switchView } from './switch-view.ts';

const EXCEL = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const MOST_PARTS = Math.ceil(MAX_FILE_BYTES / PART_BYTES);

const head = z.partialRecord(z.enum(HEAD_FIELDS), z.string().max(500));
const fileSchema = z.object({ id: z.string().max(64), parts: z.number().int().min(0).max(10_000) });
const askedSchema = z.object({
  file: fileSchema,
  name: z.string().max(300),
  choice: z.object({
    overrides: z
      .array(z.object({ heading: z.string().max(2_000), field: z.enum(PLAN_FIELDS).nullable() }))
      .max(300),
    head,
    unit: z.number().int().min(0).max(6).nullable(),
  }),
  plan: z.string().max(64).nullable(),
  consent: z
    .object({
      seen: z.string().max(64),
      accept: z.boolean(),
      remove: z.boolean(),
      otherOffice: z.boolean().default(false),
      use: z.boolean().nullable().default(null),
    })
    .nullable()
    .default(null),
});

export const consolePlan: readonly Route[] = [
  { method: 'GET', path: '/web/console/plan', may: 'console', answer: (request) => stored(request) },
  partRoute('/web/console/plan/parts/:id/:part', {
    may: 'console',
    most: MOST_PARTS,
    sender: senderOf,
    tooLarge: ({ texts }) => texts.web.refused.tooLarge(MAX_FILE_BYTES / 1024 ** 2),
  }),
  { method: 'POST', path: '/web/console/plan/read', may: 'console', takes: 'json', answer: readFile },
  { method: 'POST', path: '/web/console/plan/store', may: 'console', takes: 'json', answer: storeFile },
  readRoute('/web/console/plan/use/:plan', async (request, { office }) => {
    const { database, clock, params, texts } = request;
    const found = await previewUse(database, params['plan'] ?? '', clock.now(), office.id);
    if (!found.ok) return { refused: 404, why: texts.web.refused.unknown };
    const { leaving, seen } = found;
    return { json: { seen, leaving: leaving && switchView(leaving, texts.admin.importPlan) } };
  }),
  changeRoute(
    '/web/console/plan/use',
    z.object({ plan: z.string().max(64), seen: z.string().max(64) }),
    async ({ database, clock, texts }, { office, by }, { plan, seen }) => {
      const { refused } = texts.web;
      const found = await previewUse(database, plan, clock.now(), office.id);
      if (!found.ok) return { refused: 404, why: refused.unknown };
      const done = found.seen === seen && (await makeCurrent(database, found, clock.now(), by));
      return done && done.ok ? { json: {} } : { refused: 409, why: texts.console.plan.notStored.conflict };
    },
  ),
  {
    method: 'GET',
    path: '/web/console/plan/form',
    may: 'console',
    async answer({ texts, visitor }) {
      const file = await writePlanTemplate(null, visitor?.member?.language ?? 'th');
      return { file, contentType: EXCEL, name: texts.console.plan.formName };
    },
  },
  { method: 'GET', path: '/web/console/plan/export', may: 'console', answer: exported },
];

async function stored(request: WebRequest): Promise<WebAnswer> {
  const admin = adminOf(request);
  const plans = admin ? await plansOf(request.database, admin.office.id) : [];
  return {
    json: {
      office: admin?.office.name ?? null,
      plans: plans.map(({ id, title, fiscalYear, activities }) => ({
        id,
        title,
        fiscalYear,
        activities: countPlan(activities).leaves,
        current: id === admin?.office.currentPlan,
      })),
      fields: fieldChoices(request.texts.admin.planPreview),
      mostBytes: MAX_FILE_BYTES,
    },
  };
}

/** Before there is an office whoever sets up sends for the one that will be. */
function senderOf(request: WebRequest): Sender {
  const admin = adminOf(request);
  return { office: admin?.office.id ?? NO_OFFICE, member: admin?.by ?? SET_UP };
}

async function understood(request: WebRequest) {
  const { texts } = request;
  const parsed = askedSchema.safeParse(request.body);
  if (!parsed.success)
    return { ok: false, answer: { refused: 400, why: texts.web.refused.badForm } } as const;
  const { file, ...choices } = parsed.data;
  if (file.parts > MOST_PARTS) {
    const why = texts.web.refused.tooLarge(MAX_FILE_BYTES / 1024 ** 2);
    return { ok: false, answer: { refused: 413, why } } as const;
  }
  // an empty file has none
  const bytes =
    file.parts === 0 ? Buffer.alloc(0) : await readParts(request.database, senderOf(request), file);
  if (!bytes) return { ok: false, answer: { refused: 410, why: texts.console.plan.sendAgain } } as const;
  const asked = { ...choices, file: file.id, bytes };
  const upload = await readUpload(
    request.database,
    adminOf(request)?.office ?? null,
    asked,
    request.clock.now(),
  );
  if (upload.ok) return { ok: true, asked, upload } as const;
  const { reason, place, detail } = upload;
  const { importPlan, command } = texts.admin;
  const more = place ? command.jsonPlace(place.line, place.column) : detail;
  const why = `${importPlan.file[reason]}${more ? ` (${more})` : ''}`;
  return { ok: false, answer: { refused: 422, why } } as const;
}

async function readFile(request: WebRequest): Promise<WebAnswer> {
  const found = await understood(request);
  if (!found.ok) return found.answer;
  return { json: planView(found.upload, request.texts, languageOf(request)) };
}

async function storeFile(request: WebRequest): Promise<WebAnswer> {
  const found = await understood(request);
  if (!found.ok) return found.answer;
  const { asked, upload } = found;
  const { texts, clock, trial, database } = request;
  if (!asked.consent) return { refused: 400, why: texts.web.refused.badForm };
  const by = adminOf(request)?.by ?? SET_UP;
  const done = await storeUpload(database, upload, asked.consent, { by, now: clock.now(), trial });
  if (done.ok) {
    await storeWrites(database, [dropParts(senderOf(request), asked.file)]);
    return { json: { plan: done.plan } };
  }
  const why = texts.console.plan.notStored[done.reason];
  return { refused: 409, why, details: planView(upload, texts, languageOf(request)) };
}

async function exported(request: WebRequest): Promise<WebAnswer> {
  const { database, texts } = request;
  const office = adminOf(request)?.office;
  const plan = office ? await loadCurrentPlan(database, office) : null;
  if (!office || !plan) return { refused: 404, why: texts.web.refused.noPlan };
  const { name: officeName, parentAgencies } = office;
  const file = await writePlanTemplate({ officeName, parentAgencies, ...plan }, languageOf(request));
  return { file, contentType: EXCEL, name: texts.console.plan.exportName(plan.fiscalYear) };
}
