/** Personal links to the pages, typed in private: the form of officers, the dashboard of managers, the console of administrators. */
import { may } from '../../domain/policy.ts';
import type { Context, MemberContext } from '../../services/context.ts';
import { makeWebLink, WEB_LINK_MS } from '../../services/web-sessions.ts';
import { texts } from '../../text/index.ts';
import { commandWords } from '../../text/command-words.ts';
import { say, show } from '../bot-result.ts';
import { leafOf, looksLikeCode } from './arguments.ts';
import { type Answer, type Command, plain } from './command.ts';

/** What is not found, or no leaf, is chosen on the page. */
export const formPageCommand: Command = {
  name: 'form',
  asks: true,
  words: commandWords.form,
  argument: 'optional',
  accepts: (argument, request) => looksLikeCode(argument, request),
  run(argument, request) {
    const found = argument === '' ? null : leafOf(argument, request);
    const code = found?.ok && found.activity.leaf ? found.activity.code : null;
    return Promise.resolve(linkTo('form', request.context, code ? `#activity=${code}` : ''));
  },
};

export const dashboardPageCommand: Command = {
  name: 'dashboard',
  asks: true,
  words: commandWords.dashboard,
  argument: 'none',
  run: (_, { context }) => Promise.resolve(linkTo('dashboard', context)),
};

export const consolePageCommand: Command = {
  name: 'console',
  words: commandWords.console,
  argument: 'none',
  run: (_, { context }) => Promise.resolve(linkTo('console', context)),
};

/** Before there is a plan an administrator can bring it in; all else needs one. */
export function beforePlan(typed: string | null, context: Context): Answer {
  const who = asksForConsole(typed) ? whoMay('console', context) : null;
  return who ? linkTo('console', who) : say(texts(context.language).chat.noPlan);
}

/** While an office is suspended its administrator fetches its data. @returns null where that is not asked for. */
export function whileSuspended(typed: string | null, context: Context): Answer | null {
  const who = asksForConsole(typed) ? whoMay('export', context) : null;
  return who && linkTo('console', who, '', 'ownData');
}

/** @returns who asks with their office, null where they may not, or not in this chat. */
export function whoMay(action: 'console' | 'export', context: Context): Linking | null {
  const { office, member, chat } = context;
  if (!office || !member || !may({ roles: member.roles, works: [] }, action, chat.type)) return null;
  return { ...context, office, member };
}

function asksForConsole(typed: string | null): boolean {
  return typed !== null && commandWords.console.some((word) => word === plain(typed));
}

type Page = 'form' | 'dashboard' | 'console';
type Linking = Context & Pick<MemberContext, 'office' | 'member'>;

/** The link is made for this person, opens once, and lives half an hour. @param place within the page. @param about what the card says of it. */
function linkTo(page: Page, context: Linking, place = '', about: Page | 'ownData' = page): Answer {
  const { chat } = texts(context.language);
  const { token, write } = makeWebLink(context.office.id, context.member.id, `/${page}${place}`, context.now);
  const { title, question, open } = chat.pages[about];
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
