/** Words at an open question that are of another row than the one that is asked: they go there, and the question is asked again; amend.ts asks it. */
import {
  FIELD_NAMES,
  type FieldName,
  type Fields,
  isTextField,
  NO_FIELDS,
} from '../../../domain/activity.ts';
import type { AskField, Draft } from '../../../domain/draft.ts';
import { shortenUnits } from '../../../text/format.ts';
import { CHANGES_ROW, OTHER_ACTIVITY, rightOneIn, WANTS_OTHER } from '../../../text/typed-corrections.ts';
import { understand } from '../../../understand/index.ts';
import { looksLikeCode } from '../../commands/arguments.ts';
import { plain } from '../../commands/command.ts';
import { findByWords } from '../../find-activity.ts';
import type { RequestContext } from '../../request-context.ts';
import { fieldInWords } from './beside.ts';
import { chosen } from './choose.ts';
import { filled, hasValues, withoutUnsure } from './fill.ts';
import { type Input, moveOn, moveTo, type StepResult, stay } from './machine.ts';
import { correctionIn } from './named-field.ts';
import { askActivity, leaveOut, withRow } from './put-right.ts';

type Typed = Extract<Input, { kind: 'text' }>;

/** Longer answers in words tell something, whatever they begin with. */
const MOST_WISH = 60;

/** @param refused whether the words are no answer to the question. @returns null where they are of no other row. */
export async function ofAnotherRow(
  draft: Draft,
  field: AskField,
  input: Typed,
  refused: boolean,
  request: RequestContext,
): Promise<StepResult | null> {
  if (draft.activity === null || (!refused && !(isTextField(field) && wishes(input)))) return null;
  return (
    (await rowNamed(draft, field, input, refused, request)) ??
    (refused ? besides(draft, field, input, request) : null)
  );
}

/** An answer in words takes anything: only what is plainly a wish of another row is none. */
function wishes({ text }: Typed): boolean {
  const typed = plain(text);
  return typed.length <= MOST_WISH && CHANGES_ROW.test(typed);
}

/** "เปลี่ยนเป็น 1.4 ดีกว่า": the question stays, and is of that one. @returns null for other words. */
export async function toAnotherActivity(
  draft: Draft,
  field: AskField,
  input: Typed,
  request: RequestContext,
): Promise<StepResult | null> {
  const typed = plain(input.text);
  if (isTextField(field) && !wishes(input)) return null;
  if (OTHER_ACTIVITY.test(typed)) return stay(await askActivity(draft, request));
  const right = WANTS_OTHER.test(typed) ? rightOneIn(typed) : null;
  if (!right || !looksLikeCode(right.name, request)) return null;
  const found = findByWords(request, right.name);
  if (!found.ok) return null;
  const { step } = draft;
  const queue = step.at === 'ask' ? [step.field, ...draft.queue] : draft.queue;
  return chosen({ ...draft, queue }, found.activity.code, request);
}

/** "เอาอุปสรรคออก", "แก้วันที่", "งบต้องเป็น 2,900". */
async function rowNamed(
  draft: Draft,
  field: AskField,
  input: Typed,
  refused: boolean,
  request: RequestContext,
): Promise<StepResult | null> {
  const row = correctionIn(input.text, draft.activity!, draft.fields, request);
  if (!row) return null;
  if (row.does === 'drop') {
    if (row.field === field) return null;
    return leaveOut(draft, row.field, request);
  }
  if (row.does === 'ask') {
    if (row.field === field) return null;
    const queue = [field, ...draft.queue.filter((one) => one !== row.field)];
    return stay(moveTo({ ...draft, queue }, { at: 'ask', field: row.field }), row.why);
  }
  // "ปัญหาคือ…" where the result is asked is told, not changed
  if (!refused && Object.keys(row.fields).some(isTextField)) return null;
  // asked, and told as a change: "งบต้องเป็น 2,900"
  if (field in row.fields) return stay(moveOn(withRow(draft, row.fields, input.message)));
  return stay(withRow(draft, row.fields, input.message), takenWords(row.fields, request));
}

/** "คนมา 60 คน" where a sum is asked: it stands in its own row, and the sum is still to be told. */
function besides(draft: Draft, field: AskField, input: Typed, request: RequestContext): StepResult | null {
  const { plan, today } = request.context;
  const read = understand(input.text, { plan, today, quoted: draft.activity });
  if (read.intent !== 'report' || read.multiple || !hasValues(read)) return null;
  const said = withoutUnsure(read);
  const { status } = said;
  // a status that is another one than stands there is not changed by the way
  if (
    status !== null &&
    field !== 'status' &&
    status !== draft.fields.status &&
    read.because.status?.length
  ) {
    const words = shortenUnits(input.text.trim(), MOST_WISH);
    const queue = [field, ...draft.queue];
    return stay(
      moveTo({ ...draft, queue }, { at: 'ask', field: 'status' }),
      request.texts.chat.beside.whichStatus(words),
    );
  }
  const names = FIELD_NAMES.filter((name) => name !== field && name !== 'status' && said[name] !== null);
  if (names.length === 0) return null;
  const fields = Object.fromEntries(
    FIELD_NAMES.map((name) => [name, names.includes(name) ? said[name] : null]),
  ) as unknown as Fields;
  const { queue } = draft;
  const next = filled(draft, { ...read, fields, unsure: [] }, input.message);
  return stay(
    { ...next, queue: queue.filter((one) => !names.some((name) => name === one)), rev: draft.rev + 1 },
    takenWords(fields, request),
  );
}

function takenWords(fields: Partial<Fields>, request: RequestContext): string {
  const all = { ...NO_FIELDS, ...fields };
  const told = FIELD_NAMES.flatMap((name: FieldName) => {
    const value = fieldInWords(name, all, request);
    return value === null ? [] : [`${request.texts.words.field[name]} ${value}`];
  });
  return request.texts.chat.beside.taken(told.join(' · '));
}
