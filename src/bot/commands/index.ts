/** All commands of members, those of officers first; a new one is a file and a row. */
import type { Command } from './command.ts';
import { announceCommand } from './announce.ts';
import { assignCommand } from './assign.ts';
import { awayCommand, comeBackCommand } from './away.ts';
import { budgetCommand } from './budget.ts';
import { closePeriodCommand } from './close-period.ts';
import { helpCommand, menuCommand } from './everyone.ts';
import { evidenceCommand } from './evidence.ts';
import { historyCommand } from './history.ts';
import { inviteCommand } from './invite.ts';
import { languageCommand } from './language.ts';
import { statusCommand, summaryCommand } from './manager.ts';
import { nudgeCommand } from './nudge.ts';
import { mineCommand, reportCommand, restoreCommand, resumeCommand, undoCommand } from './officer.ts';
import { sixMonthsCommand, twelveMonthsCommand } from './official-report.ts';
import { membersCommand } from './members.ts';
import { missingCommand, unreportedCommand } from './missing.ts';
import { obstaclesCommand } from './obstacles.ts';
import { overdueCommand } from './overview.ts';
import { soonCommand, urgentCommand } from './soon.ts';
import { consolePageCommand, dashboardPageCommand, formPageCommand } from './pages.ts';
import { plannedCommand } from './planned.ts';
import { publishCommand, withdrawCommand } from './publish.ts';
import { quotaCommand } from './quota.ts';
import { snoozeCommand } from './snooze.ts';
import { unitsCommand } from './units.ts';

export const commands: readonly Command[] = [
  reportCommand,
  resumeCommand,
  mineCommand,
  historyCommand,
  evidenceCommand,
  undoCommand,
  restoreCommand,
  snoozeCommand,
  awayCommand,
  comeBackCommand,
  summaryCommand,
  statusCommand,
  overdueCommand,
  plannedCommand,
  soonCommand,
  urgentCommand,
  missingCommand,
  unreportedCommand,
  obstaclesCommand,
  budgetCommand,
  unitsCommand,
  sixMonthsCommand,
  twelveMonthsCommand,
  closePeriodCommand,
  publishCommand,
  withdrawCommand,
  nudgeCommand,
  assignCommand,
  announceCommand,
  quotaCommand,
  formPageCommand,
  dashboardPageCommand,
  membersCommand,
  inviteCommand,
  consolePageCommand,
  languageCommand,
  helpCommand,
  menuCommand,
];
