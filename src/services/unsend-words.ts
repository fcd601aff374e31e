/** What unsending a message takes out of drafts and updates; unsend.ts looks for them and stores what is left. */
import { FIELD_NAMES, type FieldName, type Fields, NO_FIELDS, TEXT_FIELDS } from '../domain/activity.ts';
import type { Draft } from '../domain/draft.ts';
import type { WordSource, Update } from '../domain/update.ts';
import { changeWords } from './message-words.ts';

/** What was unsent. */
export interface Unsent {
  /** LINE message id. */
  message: string;
  /** Ids of the evidence it brought. */
  evidence: readonly string[];
  /** Sentences that came from it and are still known. */
  words: readonly string[];
}

/** Fields whose words came from that message; in a form, what has no source of its own was tapped. */
function fieldsFrom(
  holder: { message: string | null; sources?: WordSource[] | undefined; through: string },
  message: string,
): FieldName[] {
  const begun = holder.message === message && (!holder.sources || holder.through === 'chat');
  return FIELD_NAMES.filter((field) => {
    const source = holder.sources?.find((one) => one.field === field);
    return source ? source.message === message : begun;
  });
}

/** @returns the update without those words and photos, the same one when it has none of them. */
export function withdrawFrom(update: Update, unsent: Unsent): Update {
  const fields = fieldsFrom(update, unsent.message);
  const texts = TEXT_FIELDS.filter((field) => fields.includes(field) && update.said[field]);
  const said = { ...update.said, ...Object.fromEntries(texts.map((field) => [field, null])) };
  const evidence = update.evidence.filter((id) => !unsent.evidence.includes(id));
  const spoke = update.message === unsent.message || (update.sources ?? []).some(isFrom(unsent.message));
  if (!spoke && evidence.length === update.evidence.length) return update;
  const empty = evidence.length === 0 && FIELD_NAMES.every((field) => said[field] === null);
  return { ...update, said, evidence, withdrawn: update.withdrawn || spoke || empty };
}

/** Texts of an update that came from that message. */
export function textsFrom(update: Update, message: string): string[] {
  const fields = fieldsFrom(update, message);
  return TEXT_FIELDS.flatMap((field) => (fields.includes(field) && update.said[field]) || []);
}

/** Texts of a draft that came from that message, the quoted ones included. */
export function wordsOfDraft(draft: Draft, message: string): string[] {
  const fields = fieldsFrom(draft, message);
  const quoted = Object.entries(draft.because).flatMap(([field, words]) =>
    fields.includes(field as FieldName) ? words : [],
  );
  const items = draft.message === message ? draft.items.map((item) => item.fields) : [];
  return [
    ...quoted,
    ...TEXT_FIELDS.flatMap((field) => (fields.includes(field) && draft.fields[field]) || []),
    ...items.flatMap((one) => TEXT_FIELDS.flatMap((field) => one[field] || [])),
  ];
}

/** @param pending as the conversation keeps it: a question to the person, with the messages it was asked after. */
export function askedAfter(pending: unknown, message: string): boolean {
  const { messages } = (pending ?? {}) as { messages?: unknown };
  return Array.isArray(messages) && messages.includes(message);
}

const isFrom = (message: string) => (source: WordSource) => source.message === message;

/** @returns what is left of a draft: the same one when nothing was taken, null when nothing is left. */
export function forgetInDraft(draft: Draft, unsent: Unsent): Draft | null {
  const { message } = unsent;
  const began = draft.message === message;
  if (began && draft.items.length > 0) return null;
  const fields = fieldsFrom(draft, message);
  const before = draft.correction && withoutWords(draft.correction.before, unsent.words);
  const changedBefore = before !== null && before !== draft.correction!.before;
  const evidence = draft.evidence.filter((id) => !unsent.evidence.includes(id));
  const photos = evidence.length < draft.evidence.length;
  if (fields.length === 0 && !began && !photos && !changedBefore) return draft;
  const left: Draft = {
    ...draft,
    rev: draft.rev + 1,
    message: began ? null : draft.message,
    alias: began ? null : draft.alias,
    sources: (draft.sources ?? []).filter((one) => one.message !== message),
    fields: { ...draft.fields, ...Object.fromEntries(fields.map((field) => [field, null])) },
    because: Object.fromEntries(
      Object.entries(draft.because).filter(([field]) => !fields.includes(field as FieldName)),
    ),
    evidence,
    correction: before ? { ...draft.correction!, before } : draft.correction,
  };
  const empty = FIELD_NAMES.every((field) => left.fields[field] === null) && evidence.length === 0;
  // a form goes on with its questions; a sentence or a photo was all there was
  return empty && (draft.through === 'chat' || draft.correction) && (began || photos || fields.length > 0)
    ? null
    : left;
}

function withoutWords(fields: Fields, words: readonly string[]): Fields {
  const gone = TEXT_FIELDS.filter((field) => fields[field] && words.includes(fields[field]));
  if (gone.length === 0) return fields;
  return { ...NO_FIELDS, ...fields, ...Object.fromEntries(gone.map((field) => [field, null])) };
}

/** Stands where unsent words stood in a message that is still to be sent. */
const BLANK = '–';

/** @returns the messages with texts that are one of these words and nothing else blanked, or the same ones. */
export function blankWhole<T>(messages: T, words: readonly string[]): T {
  return changeWords(messages, (text) => (words.includes(text.trim()) ? BLANK : text));
}

/** @returns the messages with every sentence blanked wherever it stands in them, or the same ones when none does. */
export function blankWords<T>(messages: T, words: readonly string[]): T {
  return changeWords(messages, (text) => words.reduce((left, word) => left.replaceAll(word, BLANK), text));
}
