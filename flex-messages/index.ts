/** All cards by kind; line/render asks here. A new card is one file and one row; what has no room on the screen gets a row of its own. */
import type { Card } from '../src/bot/types.ts';
import { paintActivityStatus, paintFullActivityStatus } from './activity-status.ts';
import { paintBranchStatus, paintFullBranchStatus } from './branch-status.ts';
import { paintBudget, paintFullBudget } from './budget.ts';
import { paintConfirm, paintFullConfirm } from './confirm.ts';
import { paintDraft, paintFullDraft } from './draft.ts';
import { paintDrafts, paintFullDrafts } from './drafts.ts';
import { paintEvidence, paintFullEvidence } from './evidence.ts';
import { paintFullGaps, paintGaps } from './gaps.ts';
import { paintFullHelp, paintHelp } from './help.ts';
import { paintFullHistory, paintHistory } from './history.ts';
import { paintFullMembers, paintMembers } from './members.ts';
import { paintMonthGroup } from './month-group.ts';
import { paintMonthOffice } from './month-office.ts';
import { paintMonthOwn } from './month-own.ts';
import { paintNotice } from './notice.ts';
import { paintFullOfficeSummary, paintOfficeSummary } from './office-summary.ts';
import { paintFullObstacles, paintObstacles } from './obstacles.ts';
import { paintFullOfficialReport, paintOfficialReport } from './official-report.ts';
import { paintFullQuestion, paintQuestion } from './question.ts';
import { paintReceipt } from './receipt.ts';
import { paintFullReceipts, paintReceipts } from './receipts.ts';
import { paintReminder } from './reminder.ts';
import type { CardOf, Painted, Painter, Style } from './types.ts';
import { paintFullUnits, paintUnits } from './units.ts';
import { paintFullUnreported, paintUnreported } from './unreported.ts';
import { paintWelcome } from './welcome.ts';
import { paintWhy } from './why.ts';
import { paintFullWork, paintWork } from './work.ts';

/** Each ends with a bubble that fits on the screen: the answer and its buttons. */
export const painters: { readonly [K in Card['kind']]: Painter<K> } = {
  draft: paintDraft,
  drafts: paintDrafts,
  question: paintQuestion,
  receipt: paintReceipt,
  receipts: paintReceipts,
  work: paintWork,
  history: paintHistory,
  evidence: paintEvidence,
  'office-summary': paintOfficeSummary,
  'official-report': paintOfficialReport,
  'activity-status': paintActivityStatus,
  'branch-status': paintBranchStatus,
  budget: paintBudget,
  confirm: paintConfirm,
  help: paintHelp,
  reminder: paintReminder,
  'month-own': paintMonthOwn,
  'month-office': paintMonthOffice,
  'month-group': paintMonthGroup,
  notice: paintNotice,
  unreported: paintUnreported,
  units: paintUnits,
  obstacles: paintObstacles,
  gaps: paintGaps,
  members: paintMembers,
  welcome: paintWelcome,
  why: paintWhy,
};

/** Lists and details, shown above that bubble once they are asked for. */
const fullPainters: { readonly [K in Card['kind']]?: Painter<K> } = {
  draft: paintFullDraft,
  drafts: paintFullDrafts,
  question: paintFullQuestion,
  receipts: paintFullReceipts,
  work: paintFullWork,
  history: paintFullHistory,
  evidence: paintFullEvidence,
  'office-summary': paintFullOfficeSummary,
  'official-report': paintFullOfficialReport,
  'activity-status': paintFullActivityStatus,
  'branch-status': paintFullBranchStatus,
  budget: paintFullBudget,
  help: paintFullHelp,
  unreported: paintFullUnreported,
  units: paintFullUnits,
  obstacles: paintFullObstacles,
  confirm: paintFullConfirm,
  gaps: paintFullGaps,
  members: paintFullMembers,
};

/** @returns the card as Flex messages in order: one, or several when its list is long; never none. */
export function paintCard<K extends Card['kind']>(
  given: Extract<Card, { kind: K }>,
  style: Style,
): Painted[] {
  // further pages are of the whole list
  const isFull = given.full || ('page' in given && given.page > 1);
  const card = (isFull ? { ...given, full: true } : given) as CardOf<K>;
  const painter: Painter<K> = painters[card.kind as K];
  const above: Painter<K> | undefined = card.full ? fullPainters[card.kind as K] : undefined;
  return [...(above?.(card, style) ?? []), ...painter(card, style)];
}
