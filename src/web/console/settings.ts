/** Routes of the console's settings page: the report's form with its preview, reminding, the office's own days; each against what it was filled from. */
import { z } from 'zod';
import type { Act } from '../../domain/acts.ts';
import { HOLIDAYS, HOLIDAY_YEARS } from '../../domain/holidays.ts';
import { dayInBangkok, fiscalYearOf, halfOf } from '../../domain/fiscal-year.ts';
import { reportContent } from '../../reports/content.ts';
import { DEFAULT_SETTINGS, type ReportSettings } from '../../reports/settings.ts';
import { storeAssistant, wantsAssistant } from '../../services/assistant-settings.ts';
import { loadCurrentPlan } from '../../services/loaders.ts';
import { loadReport } from '../../services/official-report.ts';
import {
  changeOwnDay,
  checkReminderSettings,
  ownDays,
  reminderSettings,
  storeReminderSettings,
} from '../../services/reminders-settings.ts';
import {
  checkReportSettings,
  reportSettingsOf,
  type ReportSettingsStored,
  storeReportSettings,
} from '../../services/report-settings.ts';
import { checkQuotaChoice, quotaChoice } from '../../services/quota-settings.ts';
import { checkKeeping, keeping } from '../../services/retention.ts';
import { markOfSettings, type SettingsPart, storeSettings } from '../../services/seen-settings.ts';
import type { Route, WebAnswer, WebRequest } from '../route.ts';
import { type Admin, changeRoute, readRoute } from './change.ts';

const seen = z.string().max(64);
const anything = z.record(z.string(), z.unknown());
const PREVIEW_ROWS = 6;

export const consoleSettings: readonly Route[] = [
  readRoute('/web/console/settings', async ({ texts, clock, line, assistant }, { office }) => {
    const { closeAfterDays = null, ...report } = reportSettingsOf(office);
    const year = fiscalYearOf(dayInBangkok(clock.now()));
    return {
      json: {
        report: { ...DEFAULT_SETTINGS, ...report, closeAfterDays },
        reminders: reminderSettings(office),
        days: ownDays(office),
        seen: {
          report: markOfSettings(office, 'report'),
          reminders: markOfSettings(office, 'reminders'),
          days: markOfSettings(office, 'days'),
          assistant: markOfSettings(office, 'assistant'),
          retention: markOfSettings(office, 'retention'),
          quota: markOfSettings(office, 'quota'),
        },
        years: [year, year + 1].filter((one) => one >= HOLIDAY_YEARS.first && one <= HOLIDAY_YEARS.last),
        holidays: HOLIDAYS.filter(({ day }) => [year, year + 1].includes(fiscalYearOf(day))).map(
          ({ day, name, kind, certainty }) => ({
            day,
            name: texts.reminders.holiday[name],
            substitute: kind === 'substitute',
            expected: certainty === 'expected',
          }),
        ),
        quota: await line(office.id).quota(),
        assistant: { on: wantsAssistant(office), goesTo: assistant },
        keeping: keeping(office),
        spending: quotaChoice(office),
      },
    };
  }),
  changeRoute('/web/console/settings/report/preview', z.object({ settings: anything }), preview),
  changeRoute(
    '/web/console/settings/report',
    z.object({ seen, settings: anything }),
    async (request, admin, form) => {
      const checked = checkReportSettings(form.settings);
      if (!checked.ok) return { refused: 422, why: request.texts.console.settings.badReport };
      return storing(request, admin, 'report', form.seen, () =>
        storeReportSettings(request.database, admin.office, checked.settings, request.clock.now(), admin.by),
      );
    },
  ),
  changeRoute(
    '/web/console/settings/reminders',
    z.object({ seen, settings: anything }),
    async (request, admin, form) => {
      const settings = checkReminderSettings(form.settings);
      if (!settings) return { refused: 422, why: request.texts.console.settings.badReminders };
      return storing(request, admin, 'reminders', form.seen, () =>
        storeReminderSettings(request.database, admin.office, settings, request.clock.now(), admin.by),
      );
    },
  ),
  changeRoute(
    '/web/console/settings/assistant',
    z.object({ seen, on: z.boolean() }),
    async (request, admin, { seen: mark, on }) => {
      // nobody is to accept a notice of what is not there
      if (on && !request.assistant)
        return { refused: 422, why: request.texts.console.settings.assistant.absent };
      return storing(request, admin, 'assistant', mark, () =>
        storeAssistant(request.database, admin.office, on, request.clock.now(), admin.by),
      );
    },
  ),
  changeRoute(
    '/web/console/settings/keeping',
    z.object({ seen, settings: anything }),
    (request, admin, form) =>
      storingPart(request, admin, form, { part: 'retention', check: checkKeeping, act: 'keeping-settings' }),
  ),
  changeRoute('/web/console/settings/quota', z.object({ seen, settings: anything }), (request, admin, form) =>
    storingPart(request, admin, form, { part: 'quota', check: checkQuotaChoice, act: 'quota-settings' }),
  ),
  changeRoute(
    '/web/console/settings/days',
    z.object({
      seen,
      day: z.iso.date(),
      name: z.string().trim().max(200).nullable(),
      kind: z.enum(['closed', 'open']),
    }),
    async (request, admin, { seen: mark, ...change }) => {
      const say = request.texts.console.settings;
      const year = fiscalYearOf(change.day);
      // 2569-12-04 is meant as B.E., and far from any plan
      if (year < HOLIDAY_YEARS.first || year > HOLIDAY_YEARS.last) return { refused: 422, why: say.badDay };
      if (change.name === '') return { refused: 422, why: say.needsName };
      return storing(request, admin, 'days', mark, async () => {
        const now = request.clock.now();
        return (await changeOwnDay(request.database, admin.office.id, change, now, admin.by)).ok;
      });
    },
  ),
];

/** What was saved since the form was filled is not overwritten. */
async function storing(
  { texts }: WebRequest,
  { office }: Admin,
  part: SettingsPart,
  mark: string,
  store: () => Promise<boolean>,
): Promise<WebAnswer> {
  const fresh = markOfSettings(office, part) === mark;
  return fresh && (await store()) ? { json: {} } : { refused: 409, why: texts.web.refused.conflict };
}

/** A part that is stored as it was checked. */
async function storingPart(
  request: WebRequest,
  admin: Admin,
  form: { seen: string; settings: Record<string, unknown> },
  { part, check, act }: { part: SettingsPart; check: (value: unknown) => object | null; act: Act },
): Promise<WebAnswer> {
  const chosen = check(form.settings);
  if (!chosen) return { refused: 422, why: request.texts.console.settings.badNumbers };
  const { by, office } = admin;
  return storing(request, admin, part, form.seen, () =>
    storeSettings(request.database, office, part, chosen, { by, now: request.clock.now(), act }),
  );
}

/** The report as it would be printed now with these settings: its titles, the head of its table and who signs. */
async function preview(
  request: WebRequest,
  { office }: Admin,
  { settings }: { settings: Record<string, unknown> },
): Promise<WebAnswer> {
  const { database, clock, texts } = request;
  const checked = checkReportSettings(settings);
  if (!checked.ok) return { refused: 422, why: texts.console.settings.badReport };
  const plan = await loadCurrentPlan(database, office);
  if (!plan) return { refused: 404, why: texts.web.refused.noPlan };
  const now = clock.now();
  const loaded = await loadReport({ database, office, plan, half: halfOf(dayInBangkok(now)), now });
  if (!loaded.ok) return { refused: 404, why: texts.web.refused.unknown };
  const { item, heading, partTwo, signatures } = reportContent(loaded.model, wholeOf(checked.settings));
  const rows = partTwo.table.rows.slice(0, PREVIEW_ROWS);
  return {
    json: {
      item,
      heading,
      title: partTwo.title,
      heads: partTwo.table.heads.map(({ text }) => text),
      rows: rows.map(({ cells }) => cells.map(({ text, span }) => ({ text, span }))),
      signatures,
    },
  };
}

function wholeOf({ closeAfterDays: _, ...own }: ReportSettingsStored): ReportSettings {
  return { ...DEFAULT_SETTINGS, ...own };
}
