/** People in several offices of one account: where they are, going to another, and what comes from another than theirs; answer.ts asks before anything of an office is looked at. */
import type { Context } from '../services/context.ts';
import { otherOffices } from '../services/context.ts';
import { changeOffice, findOtherOffices, officeOfMessage, type OwnOffice } from '../services/own-offices.ts';
import { texts } from '../text/index.ts';
import { CHANGE_OFFICE, WHICH_OFFICE } from '../text/typed.ts';
import { type Answer, plain } from './commands/command.ts';
import { say, show } from './bot-result.ts';
import { decodeTap, officeOfTap } from './tap.ts';
import type { Action, Content, Message } from './types.ts';

/** A card has room for no more; the others are typed. */
const MOST_SHOWN = 10;
/** Longer words after the command tell of work. */
const LONGEST_NAME = 120;
/** After so long a person may not remember where they were. */
const FORGOTTEN_MS = 3_600_000;

/** @param content said or tapped in a person's own chat. @returns the answer where it is about which office they are in, else null. */
export async function chooseOwnOffice(content: Content, context: Context): Promise<Answer | null> {
  if (!context.member || !context.office) return null;
  if (content.kind === 'postback') return byTap(content.data, context);
  if (content.kind !== 'text') return null;
  const chosen = await byWords(content.text, context);
  return chosen ?? (content.quotedMessageId ? byQuote(content.quotedMessageId, context) : null);
}

async function byWords(text: string, context: Context): Promise<Answer | null> {
  const typed = plain(text);
  const asked = CHANGE_OFFICE.exec(typed)?.[1]?.trim() ?? (WHICH_OFFICE.test(typed) ? '' : null);
  if (asked === null || asked.length > LONGEST_NAME) return null;
  const others = await findOtherOffices(context);
  if (asked !== '' && others.length === 0) return null;
  const named = asked === '' ? [] : namedBy(asked, others);
  if (named.length === 1) return goTo(named[0]!, context);
  const here = nameOf(context);
  if (asked !== '' && plain(here).includes(asked))
    return say(texts(context.language).chat.offices.stays(here));
  return showOffices(named.length > 0 ? named : others, context, asked !== '' && named.length === 0);
}

/** A button that chooses an office, or that another office sent. */
async function byTap(data: string, context: Context): Promise<Answer | null> {
  const tap = decodeTap(data);
  const { offices } = texts(context.language).chat;
  if (tap?.do === 'office') {
    if (tap.office === context.office?.id) return say(offices.stays(nameOf(context)));
    const found = (await findOtherOffices(context)).find(({ office }) => office === tap.office);
    return found ? goTo(found, context) : showOffices(await findOtherOffices(context), context, false);
  }
  const from = officeOfTap(data);
  return from === null || from === context.office?.id ? null : isOfAnother(from, context);
}

async function byQuote(messageId: string, context: Context): Promise<Answer | null> {
  const others = otherOffices(context);
  if (others.length === 0) return null;
  const from = await officeOfMessage(context.database, others, messageId);
  return from === null ? null : isOfAnother(from, context);
}

/** Who belongs to several is told where they are when they come back after a while. */
export function whereTheyAre(context: Context): Message[] {
  const { office, member, conversation, now, chat } = context;
  if (!office || !member || chat.type !== 'user' || otherOffices(context).length === 0) return [];
  const isLately = conversation.rev > 0 && now.getTime() - conversation.touchedAt.getTime() < FORGOTTEN_MS;
  return isLately ? [] : [{ type: 'text', text: texts(context.language).chat.offices.youAreAt(office.name) }];
}

function nameOf({ office }: Context): string {
  return office?.name ?? '';
}

function namedBy(words: string, others: readonly OwnOffice[]): OwnOffice[] {
  const exact = others.filter(({ name }) => plain(name) === words);
  return exact.length > 0 ? exact : others.filter(({ name }) => plain(name).includes(words));
}

/** Nothing of another office is done, whatever the button says: its codes mean something else here. */
async function isOfAnother(from: string, context: Context): Promise<Answer> {
  const { chat } = texts(context.language);
  const found = (await findOtherOffices(context)).find(({ office }) => office === from);
  // of an office the person left
  if (!found) return say(chat.draft.gone);
  const question = chat.offices.ofAnother(found.name, nameOf(context));
  return {
    messages: [{ type: 'text', text: question, quick: [optionOf(found, chat.offices.go)] }],
    writes: [],
  };
}

function goTo(to: OwnOffice, context: Context): Answer {
  const { offices } = texts(context.language).chat;
  const { words } = texts(context.language);
  const mine: Action = {
    type: 'tap',
    label: words.command.mine,
    say: words.command.mine,
    tap: { do: 'say', text: words.command.mine },
  };
  return {
    messages: [{ type: 'text', text: offices.changed(to.name), quick: [mine] }],
    writes: changeOffice(context, to),
    office: to.office,
  };
}

function showOffices(others: readonly OwnOffice[], context: Context, isUnknown: boolean): Answer {
  const { offices } = texts(context.language).chat;
  const here = nameOf(context);
  if (others.length === 0) return say(context.accountOf ? offices.ownAccount(here) : offices.onlyOne(here));
  const shown = others.slice(0, MOST_SHOWN);
  const names = shortNames([here, ...shown.map(({ name }) => name)]).slice(1);
  // a card cuts long names
  const where: Message = { type: 'text', text: offices.here(here) };
  return show(where, {
    type: 'card',
    card: {
      kind: 'confirm',
      title: offices.title,
      question: isUnknown ? offices.unknown : offices.question,
      quote: null,
      rows: [],
      caution: others.length > shown.length ? offices.more : null,
      options: shown.map((one, at) => optionOf(one, names[at]!)),
      wide: true,
    },
  });
}

function optionOf({ office, name }: OwnOffice, label: string): Action {
  return {
    type: 'tap',
    label,
    say: label,
    tap: { do: 'office', office },
    ...(label !== name && { note: { words: name, tone: 'plain' } }),
  };
}

/** Offices of one ministry begin alike: what tells them apart comes first. */
export function shortNames(names: readonly string[]): string[] {
  const [first = '', ...rest] = names;
  let alike = 0;
  while (alike < first.length && rest.every((name) => name[alike] === first[alike])) alike += 1;
  // a mark belongs to the letter before it
  while (alike > 0 && names.some((name) => /^\p{M}/u.test(name.slice(alike)))) alike -= 1;
  return alike < SHORTEST_ALIKE ? [...names] : names.map((name) => name.slice(alike).trim() || name);
}

/** A shorter beginning is no burden. */
const SHORTEST_ALIKE = 8;
