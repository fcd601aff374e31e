/** All routes above the offices, for operators: figures, never what people wrote; web/routes lists them with the others. */
import type { Route } from '../route.ts';
import { officesMaking } from './make.ts';
import { officesOverview } from './overview.ts';
import { officesPlans } from './plans.ts';
import { officesExport } from './export.ts';
import { officesReport } from './report.ts';

export const officesRoutes: readonly Route[] = [
  ...officesOverview,
  ...officesMaking,
  ...officesPlans,
  ...officesReport,
  ...officesExport,
];
