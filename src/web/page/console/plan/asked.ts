/** What the plan page sends with a file, and what it gets back. */
import type { PlanField } from '../../../../plan-import/mapping.ts';
import type { HeadField } from '../../../../plan-import/raw.ts';

/** What has to be said before it is stored; `use` is null where it is not asked. */
export interface PlanConsent {
  accept: boolean;
  remove: boolean;
  otherOffice: boolean;
  use: boolean | null;
}

export type { SwitchView } from '../../../console/switch-view.ts';
export type { ColumnView, ChangeView, PlanView } from '../../../console/plan-view.ts';

export interface StoredPlans {
  office: string | null;
  plans: { id: string; title: string; fiscalYear: number; activities: number; current: boolean }[];
  fields: { field: PlanField; name: string }[];
  mostBytes: number;
}

/** What a person said of the file so far. */
export interface PlanChoices {
  choice: {
    overrides: { heading: string; field: PlanField | null }[];
    head: Partial<Record<HeadField, string>>;
    unit: number | null;
  };
  plan: 'new' | null;
}

export const NO_PLAN_CHOICES: PlanChoices = { choice: { overrides: [], head: {}, unit: null }, plan: null };
