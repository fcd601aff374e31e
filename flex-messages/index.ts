/** All cards by kind; line/render asks here. A new card is one file and one row; what has no room on the screen gets a row of its own. */
import type { Card } from '../src/bot/types.ts';
import { activityStatus, fullActivityStatus } from './activity-status.ts';
import { branchStatus, fullBranchStatus } from './branch-status.ts';
import { budget, fullBudget } from './budget.ts';
import { confirm, fullConfirm } from './confirm.ts';
import { draft, fullDraft } from './draft.ts';
import { drafts, fullDrafts } from './drafts.ts';
import { evidence, fullEvidence } from './evidence.ts';
import { fullGaps, gaps } from './gaps.ts';
import { fullHelp, help } from './help.ts';
import { fullHistory, history } from './history.ts';
import { fullMembers, members } from './members.ts';
import { monthGroup } from './month-group.ts';
import { monthOffice } from './month-office.ts';
import { monthOwn } from './month-own.ts';
import { notice } from './notice.ts';
import { fullOfficeSummary, officeSummary } from './office-summary.ts';
import { fullObstacles, obstacles } from './obstacles.ts';
import { fullOfficialReport, officialReport } from './official-report.ts';
import { fullQuestion, question } from './question.ts';
import { receipt } from './receipt.ts';
import { fullReceipts, receipts } from './receipts.ts';
import { reminder } from './reminder.ts';
import type { CardOf, Painted, Painter, Style } from './types.ts';
import { fullUnreported, unreported } from './unreported.ts';
import { welcome } from './welcome.ts';
import { fullWork, work } from './work.ts';

/** Each ends with a bubble that fits on the screen: the answer and its buttons. */
export const painters: { readonly [K in Card['kind']]: Painter<K> } = {
  draft,
  drafts,
  question,
  receipt,
  receipts,
  work,
  history,
  evidence,
  'office-summary': officeSummary,
  'official-report': officialReport,
  'activity-status': activityStatus,
  'branch-status': branchStatus,
  budget,
  confirm,
  help,
  reminder,
  'month-own': monthOwn,
  'month-office': monthOffice,
  'month-group': monthGroup,
  notice,
  unreported,
  obstacles,
  gaps,
  members,
  welcome,
};

/** Lists and details, shown above that bubble once they are asked for. */
const fullPainters: { readonly [K in Card['kind']]?: Painter<K> } = {
  draft: fullDraft,
  drafts: fullDrafts,
  question: fullQuestion,
  receipts: fullReceipts,
  work: fullWork,
  history: fullHistory,
  evidence: fullEvidence,
  'office-summary': fullOfficeSummary,
  'official-report': fullOfficialReport,
  'activity-status': fullActivityStatus,
  'branch-status': fullBranchStatus,
  budget: fullBudget,
  help: fullHelp,
  unreported: fullUnreported,
  obstacles: fullObstacles,
  confirm: fullConfirm,
  gaps: fullGaps,
  members: fullMembers,
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
