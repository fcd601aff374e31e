/** What an answer tells besides what was asked: "เสร็จแล้ว ใช้งบ 500 บาท" where only the status was; amend.ts asks it. */
import { FIELD_NAMES, type FieldName, TEXT_FIELDS } from '../../../domain/activity.ts';
import type { AskField, Draft } from '../../../domain/draft.ts';
import { HESITATES } from '../../../text/told.ts';
import { understand } from '../../../understand/index.ts';
import type { Understood } from '../../../understand/types.ts';
import { withNarrative } from '../../narrative.ts';
import type { RequestContext } from '../../request-context.ts';
import { filled } from './fill.ts';

/** Questions whose answer may tell more than was asked, and what of it is believed. */
const TELLS_MORE: Partial<Record<AskField, readonly FieldName[]>> = {
  status: FIELD_NAMES,
  spent: ['status', 'date', ...TEXT_FIELDS],
};

/** "เสร็จแล้ว ใช้งบ 500 บาท" where only the status was asked: the sum counts too. */
export function besides(
  draft: Draft,
  field: AskField,
  words: string,
  message: string,
  request: RequestContext,
): Draft {
  const believed = TELLS_MORE[field];
  if (!believed) return draft;
  const { plan, today } = request.context;
  const heard = understand(words, { plan, today, quoted: draft.activity });
  // what is told in the form is kept as it is in a sentence
  const read = field === 'status' ? withTold(heard, words) : heard;
  if (read.intent !== 'report' || read.multiple) return draft;
  const taken = (name: string): boolean => name !== field && believed.some((one) => one === name);
  const fields = Object.fromEntries(
    FIELD_NAMES.map((name) => [name, taken(name) ? read.fields[name] : null]),
  ) as unknown as Understood['fields'];
  return filled(draft, { ...read, fields, unsure: read.unsure.filter(taken) }, message);
}

/** Where nothing but the status was read besides, all of the words are what was told. */
function withTold(read: Understood, words: string): Understood {
  const told = withNarrative(read, words);
  const alone = FIELD_NAMES.every((name) => name === 'status' || read.fields[name] === null);
  return told.fields.result && alone
    ? { ...told, fields: { ...told.fields, result: words.trim().replace(HESITATES, '') } }
    : told;
}
