/** All commands of members, in the order help would list them; a new one is a file and a row. */
import type { Command } from './command.ts';
import { announce } from './announce.ts';
import { assign } from './assign.ts';
import { away, comeBack } from './away.ts';
import { budget } from './budget.ts';
import { closePeriodCommand } from './close-period.ts';
import { help, menu } from './everyone.ts';
import { evidenceCommand } from './evidence.ts';
import { historyCommand } from './history.ts';
import { invite } from './invite.ts';
import { language } from './language.ts';
import { status, summary } from './manager.ts';
import { nudge } from './nudge.ts';
import { mine, report, restore, resumeCommand, undo } from './officer.ts';
import { sixMonths, twelveMonths } from './official-report.ts';
import { membersCommand } from './members.ts';
import { missing, unreported } from './missing.ts';
import { obstacles } from './obstacles.ts';
import { overdue } from './overview.ts';
import { consolePage, dashboardPage, formPage } from './pages.ts';
import { publishCommand, withdrawCommand } from './publish.ts';
import { snooze } from './snooze.ts';

export const commands: readonly Command[] = [
  report,
  resumeCommand,
  mine,
  historyCommand,
  evidenceCommand,
  undo,
  restore,
  snooze,
  away,
  comeBack,
  summary,
  status,
  overdue,
  missing,
  unreported,
  obstacles,
  budget,
  sixMonths,
  twelveMonths,
  closePeriodCommand,
  publishCommand,
  withdrawCommand,
  nudge,
  assign,
  announce,
  formPage,
  dashboardPage,
  membersCommand,
  invite,
  consolePage,
  language,
  help,
  menu,
];
