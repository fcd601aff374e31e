/** The list that a person has before them: what an answer showed last, or a reminder asked about; the router's follow-up reads it, outcome.ts keeps it. */
import type { Shown } from '../domain/conversation.ts';
import { promptedList } from '../services/prompts.ts';
import type { Answer } from './commands/command.ts';
import type { RequestContext } from './request-context.ts';
import type { Card } from './types.ts';

/** After that nobody means what stood on the screen. */
const REMEMBERED_MS = 30 * 60_000;
/** More are on no card. */
const MOST_ROWS = 50;

/** @returns the list an answer shows, the last of several, without rows where a question came to a sentence; null where it shows none, and where one activity was looked at. */
export function shownBy({ messages, asked, outcome }: Answer, { context }: RequestContext): Shown | null {
  const cards = messages.flatMap((message) => (message.type === 'card' ? [message.card] : []));
  const list = cards.map(rowsOf).findLast((rows) => rows !== null);
  if (outcome?.kind === 'shows' || (!list && !asked)) return null;
  return {
    command: asked?.command ?? null,
    argument: asked?.argument ?? '',
    ...(list ?? { activities: [], members: [] }),
    looked: null,
    at: context.now,
  };
}

function rowsOf(card: Card): Pick<Shown, 'activities' | 'members'> | null {
  const codes = (rows: readonly { code: string }[]): string[] =>
    rows.slice(0, MOST_ROWS).map(({ code }) => code);
  switch (card.kind) {
    case 'work':
    case 'budget':
    case 'branch-status':
    case 'office-summary':
      return { activities: codes(card.rows), members: [] };
    case 'obstacles':
      return { activities: codes(card.rows.map(({ activity }) => activity)), members: [] };
    case 'unreported':
      return { activities: [], members: card.people.map(({ id }) => id) };
    default:
      return null;
  }
}

/** @returns the list that is meant by a place in it; null where none was shown, or too long ago. */
export async function listBefore({ context }: RequestContext): Promise<Shown | null> {
  const { shown } = context.conversation;
  const isFresh = shown !== null && context.now.getTime() - shown.at.getTime() < REMEMBERED_MS;
  const prompted = context.chat.type === 'user' ? await promptedList(context) : null;
  if (prompted && (!isFresh || prompted.at > shown.at))
    return {
      command: null,
      argument: '',
      activities: prompted.codes,
      members: [],
      looked: null,
      at: prompted.at,
    };
  return isFresh ? shown : null;
}
