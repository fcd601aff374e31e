/** The card of several activities: words that change one of them, leave one out or ask for its own card; the dialog's steps ask it. */
import { NO_FIELDS } from '../../../domain/activity.ts';
import type { Draft, Item } from '../../../domain/draft.ts';
import { findActivity } from '../../../domain/plan.ts';
import { applyFields } from '../../../domain/update.ts';
import { arabicDigits } from '../../../text/format.ts';
import { ordinalIn } from '../../../text/typed.ts';
import { leftOutOfMany, SOMETHING_WRONG } from '../../../text/typed-corrections.ts';
import { figureOfOther } from '../../../text/typed-instead.ts';
import { understand } from '../../../understand/index.ts';
import { plain } from '../../commands/command.ts';
import { doubtOf } from '../../doubt.ts';
import { turning } from '../../turned.ts';
import { findByWords } from '../../find-activity.ts';
import { refOfCode, type RequestContext } from '../../request-context.ts';
import { amend } from './amend.ts';
import { emptyDraft } from './begin.ts';
import { understoodSoFar } from './choices.ts';
import { figuresTold } from './figures.ts';
import { hasValues, unsureFields } from './fill.ts';
import { closeDraft, type Input, notForMe, type StepResult, stay } from './machine.ts';

type Typed = Extract<Input, { kind: 'text' }>;

export async function amendMany(draft: Draft, input: Typed, request: RequestContext): Promise<StepResult> {
  const { chat, words } = request.texts;
  const typed = plain(input.text);
  const inFull: Draft = { ...draft, rev: draft.rev + 1, step: { at: 'review-many', full: true } };
  if (typed === plain(words.button.inFull)) return stay(inFull);
  if (SOMETHING_WRONG.test(typed)) return stay(inFull, chat.draft.whatIsWrong);
  const nth = ordinalIn(arabicDigits(typed));
  if (nth !== null) return takeApart(draft, nth > 0 ? nth - 1 : draft.items.length + nth, request);
  const name = leftOutOfMany(typed);
  const unwanted = name === null ? null : itemOf(draft, name, request);
  if (unwanted) {
    const items = without(draft, unwanted);
    return items.length === 0
      ? closeDraft([{ type: 'text', text: chat.draft.cancelled }])
      : stay({ ...draft, rev: draft.rev + 1, items });
  }
  const moved = figureMoved(draft, typed, request);
  if (moved) return moved;
  const { plan, today } = request.context;
  const read = understand(input.text, { plan, today, quoted: input.about });
  const item = draft.items.find(({ activity }) => activity === read.activity);
  const tells = (read.intent === 'report' || read.intent === 'undo') && hasValues(read) && !read.multiple;
  if (!item || !tells) return notForMe(draft);
  // what has to be asked is asked on its own card
  const turn = turning(read, item.fields, input.text);
  const stands = await request.context.state(item.activity);
  const sums = figuresTold(read, input.text).some(
    ({ field, said }) => said === 'added' || (item.fields[field] === null && stands[field] !== null),
  );
  if (sums || unsureFields(read).length > 0 || doubtOf(read, input.text) || turn.doubt) {
    const { draft: apart, messages, writes } = await amend(apartOf(draft, item, request), input, request);
    const rest = { ...draft, rev: draft.rev + 1, items: without(draft, item) };
    return { draft: rest, messages, writes, ...(apart && { apart }) };
  }
  const changed = { ...item, fields: applyFields(item.fields, turn.read.fields) };
  const items = draft.items.map((one) => (one === item ? changed : one));
  return stay({ ...draft, rev: draft.rev + 1, items });
}

/** "163000 เป็นของงานตัดแต่งกิ่ง ไม่ใช่กล้วยไม้": a figure of this card goes to another activity of it; to none that is not. */
function figureMoved(draft: Draft, typed: string, request: RequestContext): StepResult | null {
  const said = figureOfOther(typed);
  if (!said) return null;
  const has = ({ fields }: Item): 'spent' | 'actual' | null =>
    fields.spent === said.value * 100 ? 'spent' : fields.actual?.value === said.value ? 'actual' : null;
  const [from, ...others] = draft.items.filter((item) => has(item) !== null);
  if (!from || others.length > 0) return null;
  const { multiple } = request.texts.chat;
  const field = has(from)!;
  const to = itemOf(draft, said.name, request) ?? itemCalled(draft, said.name, request);
  const unitOf = ({ activity }: Item): string | null =>
    findActivity(request.context.plan, activity)?.unit ?? null;
  const value = understoodSoFar(
    { fields: { ...NO_FIELDS, [field]: from.fields[field] }, evidence: [] },
    request,
  )!;
  if (!to || (field === 'actual' && unitOf(to) !== unitOf(from)))
    return stay(draft, multiple.notMoved(value, refOfCode(request, from.activity).label));
  if (to === from) return stay(draft);
  const items = draft.items.map((one) =>
    one === from
      ? { ...one, fields: { ...one.fields, [field]: null } }
      : one === to
        ? { ...one, fields: { ...one.fields, [field]: from.fields[field] } }
        : one,
  );
  const label = refOfCode(request, to.activity).label;
  return stay({ ...draft, rev: draft.rev + 1, items }, multiple.moved(value, label));
}

/** The one alone whose name has these words. */
function itemCalled(draft: Draft, name: string, request: RequestContext): Item | null {
  const bare = name.replace(/\s/g, '');
  const called = draft.items.filter(({ activity }) =>
    findActivity(request.context.plan, activity)?.name.replace(/\s/g, '').includes(bare),
  );
  return called.length === 1 ? called[0]! : null;
}

/** One of several activities gets a card of its own, to be changed, stored or given up alone. */
export function takeApart(draft: Draft, at: number, request: RequestContext): StepResult {
  const item = draft.items[at];
  if (!item) return stay(draft, request.texts.chat.draft.stale);
  const items = without(draft, item);
  return { ...stay({ ...draft, rev: draft.rev + 1, items }), apart: apartOf(draft, item, request) };
}

function apartOf({ through, message }: Draft, item: Item, request: RequestContext): Draft {
  return { ...emptyDraft(request, through, message), ...item, step: { at: 'review', full: true } };
}

function without({ items }: Draft, item: Item): Item[] {
  return items.filter((one) => one !== item);
}

function itemOf(draft: Draft, name: string, request: RequestContext): Item | null {
  const found = findByWords(request, name);
  return (found.ok && draft.items.find(({ activity }) => activity === found.activity.code)) || null;
}
