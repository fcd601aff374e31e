/** What an answer tells besides what was asked: "เสร็จแล้ว ใช้งบ 500 บาท" where only the status was; amend.ts asks it. */
import { FIELD_NAMES, type FieldName, TEXT_FIELDS } from '../../../domain/activity.ts';
import type { AskField, Draft } from '../../../domain/draft.ts';
import { understand } from '../../../understand/index.ts';
import type { Understood } from '../../../understand/types.ts';
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
  const read = understand(words, { plan, today, quoted: draft.activity });
  if (read.intent !== 'report' || read.multiple) return draft;
  const taken = (name: string): boolean => name !== field && believed.some((one) => one === name);
  const fields = Object.fromEntries(
    FIELD_NAMES.map((name) => [name, taken(name) ? read.fields[name] : null]),
  ) as unknown as Understood['fields'];
  return filled(draft, { ...read, fields, unsure: read.unsure.filter(taken) }, message);
}
