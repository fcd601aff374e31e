/** What the settings page's parts share. */
import type { ReminderSettings } from '../../../../domain/reminder-rules.ts';
import type { ReportSettings } from '../../../../reports/settings.ts';
import type { OwnDay } from '../../../../services/reminders-settings.ts';
import type { QuotaChoice } from '../../../../services/quota-settings.ts';
import type { keeping } from '../../../../services/retention.ts';
import type { SettingsPart } from '../../../../services/seen-settings.ts';
import type { Me, Refused } from '../../api.ts';
import type { ConsoleWords } from '../view.ts';

/** In the order of the page. */
export const SECTIONS = [
  'report',
  'reminders',
  'quota',
  'days',
  'assistant',
  'outside',
  'retention',
] as const;
export type SectionName = (typeof SECTIONS)[number];

export interface SettingsData {
  report: ReportSettings & { closeAfterDays: number | null };
  reminders: ReminderSettings;
  days: OwnDay[];
  seen: Record<SettingsPart, string>;
  years: number[];
  holidays: { day: string; name: string; substitute: boolean; expected: boolean }[];
  /** `goesTo` null where the server has none. */
  assistant: { on: boolean; goesTo: { host: string; model: string } | null };
  quota: { limit: number | null; used: number } | null;
  keeping: ReturnType<typeof keeping>;
  spending: QuotaChoice;
}

export interface SettingsProps {
  data: SettingsData;
  say: ConsoleWords['settings'];
  me: Me;
  /** Something was typed that is not stored. */
  touch: () => void;
  done: () => void;
  failed: (error: Refused) => void;
}
