/** "ทำไม 1.2 ช้า": what the last report said of obstacles, since when nothing was heard, when it is due and whose it is; the router's sentence interpreters ask. */
import { dayInBangkok, daysBetween } from '../../domain/fiscal-year.ts';
import { covers } from '../../domain/plan.ts';
import { colleagues } from '../../services/broadcast.ts';
import { openObstacles } from '../../services/obstacles.ts';
import { reasonAsked } from '../../text/questions-why.ts';
import { show } from '../bot-result.ts';
import { permits, type RequestContext } from '../request-context.ts';
import { statusCard } from '../status-card.ts';
import type { Utterance } from '../utterance.ts';
import { leafOf, looksLikeCode } from './arguments.ts';
import type { Answer } from './command.ts';
import { showStatus } from './manager.ts';

/** @returns the code of the leaf whose reasons are asked for; null where none is. */
export function reasonsAsked(words: Utterance, request: RequestContext): string | null {
  const asked = words.draft ? null : reasonAsked(words.typed);
  if (!asked) return null;
  const { named, surely } = asked;
  const { activity, intent } = words.read();
  if (intent === 'report' && !surely && !looksLikeCode(named, request)) return null;
  const last = words.about ?? request.context.conversation.lastActivity;
  const code = activity ?? (named === '' ? last : named);
  const found = code === null ? null : leafOf(code, request);
  return found?.ok && found.activity.leaf ? found.activity.code : null;
}

/** Figures alone for who may not read what was said of it, and where others read along. */
export function answerReasons(code: string, request: RequestContext): Promise<Answer> {
  return permits(request, 'why', code) ? showReasons(code, request) : showStatus(code, request);
}

async function showReasons(code: string, request: RequestContext): Promise<Answer> {
  const { context } = request;
  const [status, stuck, all] = await Promise.all([
    statusCard(code, request),
    openObstacles(context),
    colleagues(context),
  ]);
  const { activity, fields, reportedAt, reportedBy, mayReport, manage = null } = status;
  const obstacle = stuck.find((one) => one.activity.code === code) ?? null;
  const day = (at: Date | null): string | null => at && dayInBangkok(at);
  return {
    ...show({
      type: 'card',
      card: {
        kind: 'why',
        activity: { ...activity, daysLeft: daysBetween(context.today, activity.due) },
        obstacle: obstacle && { text: obstacle.text, day: day(obstacle.at) },
        suggestion: obstacle && fields.suggestion,
        last: reportedAt && {
          by: reportedBy,
          day: dayInBangkok(reportedAt),
          daysAgo: daysBetween(dayInBangkok(reportedAt), context.today),
        },
        owners: permits(request, 'see-person')
          ? all.filter(({ activities }) => covers(activities, code)).map(({ name }) => name)
          : null,
        mayReport,
        manage,
      },
      about: code,
    }),
    outcome: { kind: 'shows', activity: code },
  };
}
