/** Words that tell something where the status is asked: kept as the result, and the status asked again; amend.ts asks it last. */
import type { AskField, Draft } from '../../../domain/draft.ts';
import { ASKS, HESITATES } from '../../../text/told.ts';
import type { RequestContext } from '../../request-context.ts';
import { type Input, type StepResult, stay } from './machine.ts';
import { withRow } from './put-right.ts';
import { MOST_TEXT } from './questions.ts';

/** Letters of words that tell something. */
const LEAST_TOLD = 16;

/** "ตรวจครั้งแรกธันวา ครั้งสองยังไม่ได้ตรวจ" where the status is asked: what was told is kept, and the status asked again. */
export function keptAsTold(
  draft: Draft,
  field: AskField,
  { text, message }: Extract<Input, { kind: 'text' }>,
  request: RequestContext,
): StepResult | null {
  const told = text.trim().replace(HESITATES, '');
  const letters = told.replace(/[^\p{L}\p{M}]/gu, '').length;
  if (field !== 'status' || draft.doubt || letters < LEAST_TOLD || ASKS.test(told)) return null;
  const result = draft.fields.result ? `${draft.fields.result} ${told}` : told;
  if (result.length > MOST_TEXT) return null;
  const { words, chat } = request.texts;
  const queue = draft.queue.filter((one) => one !== 'result');
  const next = { ...withRow(draft, { result }, message), queue };
  return stay(next, chat.beside.keptAsTold(words.field.result));
}
