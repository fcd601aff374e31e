/** Routes of the operators' plans: the template from a file, given to offices, compared with theirs; and offices' own plans, one file each. */
import { z } from 'zod';
import { countPlan } from '../../domain/plan.ts';
import { countChanges } from '../../plan-import/diff.ts';
import { MAX_FILE_BYTES } from '../../plan-import/source.ts';
import { bringOwnPlan, type OwnPlanOutcome } from '../../services/own-plans.ts';
import { type PlanReading, readPlanInProcess } from '../../services/plan-reading.ts';
import { isExplained } from '../../services/plan-upload.ts';
import { differencesFrom, giveTemplate, storeTemplate, templatesOf } from '../../services/template-plan.ts';
import { dropParts, PART_BYTES, readParts, type Sender } from '../../services/uploads.ts';
import { NO_OFFICE } from '../../services/web-sessions.ts';
import { storeWrites } from '../../services/writes.ts';
import { placedInWords } from '../console/place-words.ts';
import { activityLine, changesOf } from '../console/plan-words.ts';
import { partRoute } from '../parts.ts';
import { languageOf, operatorOf, type Route, type WebAnswer, type WebRequest } from '../route.ts';
import { operatorRoute } from './change.ts';

const MOST_PARTS = Math.ceil(MAX_FILE_BYTES / PART_BYTES);
const id = z.string().min(1).max(64);
const sentFile = z.object({
  file: z.object({ id, parts: z.int().min(1).max(MOST_PARTS) }),
  name: z.string().min(1).max(300),
});
/** Problems of one file that are told: more help nobody. */
const MOST_TOLD = 20;
/** Offices a request gives to: the page asks again for the next ones, and shows how far it is. */
const AT_ONCE = 20;

const senderOf = (request: WebRequest): Sender => ({ office: NO_OFFICE, member: operatorOf(request).id });

export const officesPlans: readonly Route[] = [
  {
    method: 'GET',
    path: '/web/offices/plans',
    may: 'offices-figures',
    async answer({ database }) {
      const templates = await templatesOf(database);
      return {
        json: {
          templates: templates.map(({ id: plan, title, fiscalYear, activities }) => ({
            id: plan,
            title,
            fiscalYear,
            activities: countPlan(activities).leaves,
          })),
          mostBytes: MAX_FILE_BYTES,
        },
      };
    },
  },
  partRoute('/web/offices/plans/parts/:id/:part', {
    may: 'offices-change',
    most: MOST_PARTS,
    sender: senderOf,
    tooLarge: ({ texts }) => texts.web.refused.tooLarge(MAX_FILE_BYTES / 1024 ** 2),
  }),
  operatorRoute('/web/offices/plans/template', sentFile, async (request, act, { file, name }) => {
    const { database, texts } = request;
    const say = texts.operators.template;
    const bytes = await readParts(database, senderOf(request), file);
    if (!bytes) return { refused: 410, why: texts.console.plan.sendAgain };
    const choice = { overrides: [], head: { office: say.title }, unit: null };
    const reading = await readPlanInProcess({ bytes, name, choice });
    await storeWrites(database, [dropParts(senderOf(request), file.id)]);
    if (!reading.ok || !reading.drafted.ok)
      return { refused: 422, why: say.broken, details: whyNot(reading, request) };
    if (!isExplained(reading)) return { refused: 422, why: say.money };
    const plan = await storeTemplate(database, reading.drafted.plan, act);
    return { json: { plan } };
  }),
  operatorRoute(
    '/web/offices/plans/give',
    z.object({ plan: id, offices: z.array(id).min(1).max(AT_ONCE) }),
    async ({ database, texts }, act, { plan, offices }) => {
      const given = await giveTemplate(database, plan, offices, act);
      return given ? { json: { given } } : { refused: 404, why: texts.web.refused.unknown };
    },
  ),
  operatorRoute('/web/offices/plans/own', sentFile, async (request, act, { file, name }) => {
    const { database, texts } = request;
    const bytes = await readParts(database, senderOf(request), file);
    if (!bytes) return { refused: 410, why: texts.console.plan.sendAgain };
    const done = await bringOwnPlan(database, { bytes, name }, act);
    await storeWrites(database, [dropParts(senderOf(request), file.id)]);
    return { json: { ok: done.ok, ...told(done, request) } };
  }),
  {
    method: 'GET',
    path: '/web/offices/plans/:id/differences',
    may: 'offices-figures',
    async answer({ database, params, texts }) {
      const found = await differencesFrom(database, params['id'] ?? '');
      if (!found) return { refused: 404, why: texts.web.refused.unknown };
      return {
        json: {
          offices: found.map(({ office, name, diff, unreadable }) => ({
            office,
            name,
            has: diff !== null,
            unreadable,
            ...countChanges(diff ?? { added: [], changed: [], removed: [] }),
          })),
        },
      };
    },
  },
  {
    method: 'GET',
    path: '/web/offices/plans/:id/differences/:office',
    may: 'offices-figures',
    answer: (request) => lines(request),
  },
];

async function lines(request: WebRequest): Promise<WebAnswer> {
  const { database, params, texts } = request;
  const language = languageOf(request);
  const [found] = (await differencesFrom(database, params['id'] ?? '', params['office'] ?? '')) ?? [];
  if (!found?.diff) return { refused: 404, why: texts.web.refused.unknown };
  const { added, changed, removed } = found.diff;
  return {
    json: {
      added: added.map((one) => activityLine(one, language)),
      changed: changed.map((one) => changesOf(one, texts.admin.importPlan, language)),
      removed: removed.map((one) => activityLine(one, language)),
    },
  };
}

/** @returns each thing that is wrong with a file, with its place. */
function whyNot(reading: PlanReading, { texts }: WebRequest): string[] {
  const { importPlan } = texts.admin;
  if (!reading.ok) return [importPlan.file[reading.reason]];
  if (reading.drafted.ok) return [];
  const { problems, codes } = reading.drafted;
  return placedInWords(problems.slice(0, MOST_TOLD), codes, importPlan.place).map(
    ({ at, reason, value, more }) => `${at}: ${importPlan.problem[reason](value, more)}`,
  );
}

function told(done: OwnPlanOutcome, request: WebRequest): { text: string; details: string[] } {
  const { own } = request.texts.operators.template;
  if (done.ok)
    return {
      text: !done.changed
        ? own.same(done.office)
        : (done.used ? own.stored : own.kept)(done.office, done.activities),
      details: [],
    };
  if (done.reason === 'file' || done.reason === 'problems')
    return { text: own.broken, details: whyNot(done.reading, request) };
  if (done.reason === 'office-unknown') return { text: own.unknown(done.named), details: [] };
  return { text: own.refused[done.reason](done.office), details: [] };
}
