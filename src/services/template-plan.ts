/** The plan all offices have in common, kept as one of no office; operators give it, the joint report goes by its codes. */
import type { Plan } from '../domain/activity.ts';
import type { Database } from '../db/connect.ts';
import { planOfYear } from './official-report.ts';
import { NO_OFFICE } from './web-sessions.ts';

/** @returns the template of that fiscal year (B.E.) given last, or null. */
export function templateOfYear(database: Database, fiscalYear: number): Promise<Plan | null> {
  return planOfYear(database, NO_OFFICE, fiscalYear);
}
