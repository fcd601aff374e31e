/**
 * What groups are shown: only sentences and cards that are named here. All others answer that it is done in private,
 * so that a new sentence, or a new card, tells a group nobody's business until somebody has thought of it.
 */
import type { Texts } from '../text/index.ts';
import type { Card, Message } from './types.ts';

/** Sentences by their place; true opens a sentence or all below it. */
type Opened<T> = true | { readonly [K in keyof T]?: Opened<T[K]> };

const OPENED: Opened<Texts['chat']> = {
  botName: true,
  group: true,
  accepted: true,
  noPlan: true,
  noRight: true,
  adminOnly: true,
  inPrivate: true,
  noSuchActivity: true,
  branchNeedsLeaf: true,
  which: true,
  byCode: true,
  planChanged: true,
  draft: {
    none: true,
    cancelled: true,
    stale: true,
    alreadySaved: true,
    nextPart: true,
    lost: true,
    nothingToSave: true,
    chooseFirst: true,
    cannotSkip: true,
    firstStep: true,
    goOn: true,
    bothKept: true,
    leftSince: true,
    joinedSince: true,
    waiting: true,
    otherPlan: true,
    planNow: true,
    otherWork: true,
    activityGone: true,
    over: true,
    cancelTitle: true,
    cancelQuestion: true,
  },
  answer: true,
  edited: true,
  unsure: true,
  undo: {
    question: true,
    which: true,
    others: true,
    kept: true,
    sayWhich: true,
    done: true,
    back: true,
    backAlready: true,
    already: true,
    closed: true,
  },
  correct: { what: true },
  multiple: { unclear: true, later: true },
  notUnderstood: true,
  greeting: true,
  thanks: true,
  acknowledged: true,
  later: true,
  lists: {
    overdue: true,
    noOverdue: true,
    missing: true,
    noMissing: true,
    planned: true,
    thisMonth: true,
    quarter: true,
    month: true,
    months: true,
    quarterOf: true,
    nothingFor: true,
    soon: true,
    urgent: true,
    pastDue: true,
    nothingSoon: true,
    next: true,
    pastToo: true,
  },
  nothingSent: true,
  photoAwaited: true,
  askedBefore: true,
  nearest: true,
};

/** All that is not named here, a room of sentences that comes one day included, is closed. */
const OPENED_ROOMS: Opened<Texts> = {
  words: true,
  cards: true,
  chat: OPENED,
  managing: {
    units: true,
    obstacles: { none: true, noneOf: true, open: true },
    part: {
      which: true,
      choose: true,
      noOther: true,
      more: true,
      unknown: true,
      titled: true,
      nothing: true,
      told: true,
    },
  },
};

const inGroups = new WeakMap<Texts, Texts>();

/** @returns the sentences as a group may read them. */
export function textsInGroup(all: Texts): Texts {
  const known = inGroups.get(all) ?? closed(all);
  inGroups.set(all, known);
  return known;
}

function closed(all: Texts): Texts {
  const { refused, notYourCard, partly } = all.chat.group;
  const shown = close(all, OPENED_ROOMS, refused);
  const { chat } = shown;
  return {
    ...shown,
    chat: {
      ...chat,
      noWork: all.chat.inPrivate,
      multiple: { ...chat.multiple, someDropped: () => partly },
      draft: { ...chat.draft, gone: notYourCard, someoneElse: () => all.chat.draft.bothKept },
    },
  };
}

/** The same tree with every sentence that was not opened replaced. */
function close<T>(part: T, opened: Opened<T>, refused: string): T {
  if (opened === true) return part;
  if (typeof part === 'string') return refused as T;
  if (typeof part === 'function') return (() => refused) as T;
  if (Array.isArray(part)) return [refused] as T;
  if (typeof part !== 'object' || part === null) return part;
  const below = opened as Record<string, Opened<unknown> | undefined>;
  const entries = Object.entries(part).map(([name, value]) => [
    name,
    close(value as unknown, below[name] ?? {}, refused),
  ]);
  return Object.fromEntries(entries) as T;
}

type View<K extends Card['kind']> = (card: Extract<Card, { kind: K }>) => Card | null;
const asIs = (card: Card): Card => card;
const hidden = (): null => null;

/** Each kind of card as a group sees it; null for none. */
const VIEWS: { readonly [K in Card['kind']]: View<K> } = {
  draft: asIs,
  drafts: asIs,
  question: asIs,
  // that somebody reported late is between them and the bot, as is what else they have to do
  receipt: (card) => ({ ...card, late: false, next: null, inGroup: true }),
  receipts: (card) => ({ ...card, late: false, inGroup: true }),
  work: (card) => (card.own ? null : { ...card, ask: null }),
  'activity-status': (card) => ({ ...card, manage: null }),
  history: hidden,
  evidence: hidden,
  'office-summary': asIs,
  'official-report': hidden,
  'branch-status': asIs,
  budget: asIs,
  // figures alone
  units: asIs,
  confirm: asIs,
  help: asIs,
  reminder: hidden,
  'month-own': hidden,
  'month-office': hidden,
  'month-group': asIs,
  notice: hidden,
  welcome: hidden,
  unreported: hidden,
  gaps: hidden,
  members: hidden,
  why: hidden,
  // which activities are stuck; what was said of it, and by whom, is not for all
  obstacles: (card) => ({ ...card, rows: card.rows.map((row) => ({ ...row, text: null, by: null })) }),
};

/** @returns the message as a group sees it. */
export function shownInGroup(message: Message, { chat }: Texts): Message {
  if (message.type !== 'card') return message;
  const view = VIEWS[message.card.kind] as View<Card['kind']>;
  const card = view(message.card);
  return card ? { ...message, card } : { type: 'text', text: chat.group.refused };
}
