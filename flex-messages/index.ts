/** All cards by kind; line/render asks here. A new card is one file and one row. */
import type { Card } from '../src/bot/types.ts';
import { activityStatus } from './activity-status.ts';
import { branchStatus } from './branch-status.ts';
import { budget } from './budget.ts';
import { confirm } from './confirm.ts';
import { draft } from './draft.ts';
import { drafts } from './drafts.ts';
import { evidence } from './evidence.ts';
import { gaps } from './gaps.ts';
import { withGist } from './gist.ts';
import { help } from './help.ts';
import { history } from './history.ts';
import { members } from './members.ts';
import { monthGroup } from './month-group.ts';
import { monthOffice } from './month-office.ts';
import { monthOwn } from './month-own.ts';
import { notice } from './notice.ts';
import { officeSummary } from './office-summary.ts';
import { obstacles } from './obstacles.ts';
import { officialReport } from './official-report.ts';
import { question } from './question.ts';
import { receipt } from './receipt.ts';
import { receipts } from './receipts.ts';
import { reminder } from './reminder.ts';
import type { Painted, Painter, Style } from './types.ts';
import { unreported } from './unreported.ts';
import { welcome } from './welcome.ts';
import { work } from './work.ts';

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

/** @returns the card as Flex messages in order: one, or several when its list is long; never none. */
export function paintCard<K extends Card['kind']>(card: Extract<Card, { kind: K }>, style: Style): Painted[] {
  const painter: Painter<K> = painters[card.kind as K];
  return withGist(card.kind, painter(card, style));
}
