/** Personal links to the pages, typed in private: the dashboard of managers. */
import { makeWebLink, WEB_LINK_MS } from '../../services/web-sessions.ts';
import { commandWords } from '../../text/typed.ts';
import { show } from '../bot-result.ts';
import type { RequestContext } from '../request-context.ts';
import type { Answer, Command } from './command.ts';

export const dashboardPage: Command = {
  name: 'dashboard',
  asks: true,
  words: commandWords.dashboard,
  argument: 'none',
  run: (_, request) => Promise.resolve(linkTo('dashboard', request)),
};

type Page = 'dashboard';

/** The link is made for this person, opens once, and lives half an hour. */
function linkTo(page: Page, { context, texts: { chat } }: RequestContext): Answer {
  const { token, write } = makeWebLink(context.office.id, context.member.id, `/${page}`, context.now);
  const { title, question, open } = chat.pages[page];
  const card = {
    kind: 'confirm',
    title,
    question,
    quote: null,
    rows: [],
    caution: chat.pages.once(WEB_LINK_MS / 60_000),
    options: [{ type: 'link', label: open, url: `${context.publicUrl}/open/${token}` }],
    wide: false,
  } as const;
  return {
    ...show({ type: 'card', card: { ...card, rows: [], options: [...card.options] } }),
    writes: [write],
  };
}
