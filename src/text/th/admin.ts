/** Thai sentences that administrators read on the command line and in files they fill in. */
import { command } from './admin/command.ts';
import { convertPlan } from './admin/convert-plan.ts';
import { importPlan } from './admin/import-plan.ts';
import { planTemplate } from './admin/plan-template.ts';

export const admin = { command, convertPlan, importPlan, planTemplate };
