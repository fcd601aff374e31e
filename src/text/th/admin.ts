/** Thai sentences that administrators read on the command line and in files they fill in. */
import { apiTokens } from './admin/api-tokens.ts';
import { backup, moveDatabase, restore } from './admin/backup.ts';
import { command } from './admin/command.ts';

import { consoleLink } from './admin/console-link.ts';
import { deadLetters } from './admin/dead-letters.ts';
import { doctor } from './admin/doctor.ts';
import { holidays } from './admin/holidays.ts';
import { importPlan } from './admin/import-plan.ts';
import { invite } from './admin/invite.ts';
import { job } from './admin/job.ts';
import { members } from './admin/members.ts';
import { operatorLink } from './admin/operator-link.ts';
import { person } from './admin/person.ts';
import { planPreview } from './admin/plan-preview.ts';
import { planTemplate } from './admin/plan-template.ts';
import { publish } from './admin/publish.ts';
import { report, reportSettings } from './admin/report.ts';
import { richMenu } from './admin/rich-menu.ts';

export const admin = {
  apiTokens,
  backup,
  command,
  consoleLink,
  planPreview,
  deadLetters,
  doctor,
  holidays,
  importPlan,
  invite,
  job,
  members,
  moveDatabase,
  operatorLink,
  person,
  planTemplate,
  publish,
  report,
  reportSettings,
  restore,
  richMenu,
};
