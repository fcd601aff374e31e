/** What the form's parts share: the data as the server sends it, and the words. */
import type {
  FormChanged as ServerChanged,
  FormView as ServerView,
  listForm,
} from '../../../bot/page-form.ts';
import type { Receipt as ServerReceipt } from '../../../bot/page-form-end.ts';
import { FIELD_NAMES, type FieldName } from '../../../domain/activity.ts';
import { cards as cardsEn } from '../../../text/en/cards.ts';
import { form as formEn } from '../../../text/en/form.ts';
import { words as wordsEn } from '../../../text/en/words.ts';
import { cards as cardsTh } from '../../../text/th/cards.ts';
import { form as formTh } from '../../../text/th/form.ts';
import { words as wordsTh } from '../../../text/th/words.ts';
import type { Me } from '../api.ts';

/** Dates arrive as text. */
type Sent<T> = T extends Date ? string : T extends object ? { [Key in keyof T]: Sent<T[Key]> } : T;

export type FormList = Sent<Awaited<ReturnType<typeof listForm>>>;
export type SentForm = Sent<ServerView>;
export type DraftChanged = Sent<ServerChanged>;
export type SentReceipt = Sent<ServerReceipt>;
export type SentFile = NonNullable<SentForm['draft']>['files'][number];
export type FormValues = Record<FieldName, string>;

export const NO_VALUES = Object.fromEntries(FIELD_NAMES.map((name) => [name, ''])) as FormValues;

/** As a report is told: how far, what came of it, what it cost, what was in the way. */
export const FIELDS_AS_TOLD: readonly FieldName[] = [
  'status',
  'percent',
  'result',
  'actual',
  'spent',
  'obstacle',
  'suggestion',
  'remark',
  'date',
];

export interface FormWords {
  say: typeof formTh;
  words: typeof wordsTh;
  /** What each field asks, as in chat. */
  ask: Record<FieldName, string>;
  language: Me['language'];
}

export function formWords({ language }: Me): FormWords {
  return language === 'en'
    ? { say: formEn, words: wordsEn, ask: cardsEn.question.ask, language }
    : { say: formTh, words: wordsTh, ask: cardsTh.question.ask, language };
}

/** What a value is called when it is told in words. */
export function saidWords({ say, words }: FormWords) {
  return { status: words.status, share: say.share, nothing: words.none };
}

export const pathOf = (code: string, what = ''): string => `/web/form/${encodeURIComponent(code)}${what}`;

/** The plan that what is sent was filled in for. */
export const planOf = (view: SentForm | null): { plan?: string } => (view ? { plan: view.plan } : {});

/** The place of an activity on this page. */
export const addressOfForm = (code: string): string =>
  `#${new URLSearchParams({ activity: code }).toString()}`;
