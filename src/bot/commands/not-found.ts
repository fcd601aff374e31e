/** What commands about one activity answer when their words name none, or several: the ones to choose from. */
import { childrenOf } from '../../domain/plan.ts';
import { shorten, shortenUnits } from '../../text/format.ts';
import type { FoundActivity } from '../find-activity.ts';
import { show } from '../bot-result.ts';
import { ownRows } from '../activity-rows.ts';
import type { RequestContext } from '../request-context.ts';
import type { Action } from '../types.ts';
import { type PagedArgument, paged } from './arguments.ts';
import type { Answer } from './command.ts';

/** Clusters of a button's label, and units of what its tap shows as said. */
const MOST_LABEL = 20;
const MOST_SAID = 250;

/** @param typed the command as it is typed for a code; each row does that. */
export async function notFound(
  found: FoundActivity & { ok: false },
  asked: PagedArgument,
  typed: (argument: string) => string,
  request: RequestContext,
): Promise<Answer> {
  if (found.reason === 'several') return severalActivities(found.candidates, typed, asked, request);
  const { chat, plan } = request.context;
  // in a group nobody's own work is shown
  const own = chat.type === 'user' ? await ownRows(request) : [];
  const offered = own.length > 0 ? own : childrenOf(plan, null);
  const choice = severalActivities(
    offered.map(({ code }) => code),
    typed,
    asked,
    request,
  );
  // who turns the pages was told already
  if (asked.page > 1) return choice;
  const text = request.texts.chat.noSuchActivity(shortenUnits(asked.rest, 60));
  return { ...choice, messages: [{ type: 'text', text }, ...choice.messages] };
}

/** An activity a card was about, and the plan has no more: the others are offered. */
export function goneFromPlan(
  code: string,
  typed: (argument: string) => string,
  request: RequestContext,
): Promise<Answer> {
  return notFound({ ok: false, reason: 'unknown', candidates: [] }, { page: 1, rest: code }, typed, request);
}

/** With the pages they fit on the screen; a code can be typed. */
const ACTIVITIES_A_PAGE = 3;

/**
 * Which of these is meant: a row for each, which types the command with its code.
 * @param asked what followed the command, and the page of it: the others are on further pages.
 */
export function severalActivities(
  codes: readonly string[],
  typed: (argument: string) => string,
  asked: PagedArgument,
  request: RequestContext,
): Answer {
  const { plan } = request.context;
  const { button, command } = request.texts.words;
  const { rows, page, pages } = paged(codes, asked.page, ACTIVITIES_A_PAGE);
  const pageTo = (to: number, label: string): Action => {
    const text = command.page(typed(asked.rest), to);
    return { type: 'tap', label, say: text, tap: { do: 'say', text } };
  };
  const controls = [
    ...(page < pages ? [pageTo(page + 1, button.more)] : []),
    ...(page > 1 ? [pageTo(page - 1, button.earlier)] : []),
  ];
  const options = rows.flatMap((code) => {
    const activity = plan.activities.find((one) => one.code === code);
    if (!activity) return [];
    const text = typed(activity.code);
    return [
      {
        type: 'tap' as const,
        label: shorten(activity.label, MOST_LABEL),
        say: shortenUnits(`${activity.label} ${activity.name}`, MOST_SAID),
        tap: { do: 'say' as const, text },
      },
    ];
  });
  return show({
    type: 'card',
    card: { kind: 'question', ask: 'branch', activity: null, step: null, hint: null, options, controls },
  });
}
