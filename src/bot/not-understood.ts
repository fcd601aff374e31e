/** The answer when words were no report and no command, never the same one twice in a row. */
import type { Draft } from '../domain/draft.ts';
import { findActivity } from '../domain/plan.ts';
import { colleagues } from '../services/broadcast.ts';
import { baht, shortenUnits } from '../text/format.ts';
import type { Answer } from './commands/command.ts';
import { showHelp } from './commands/everyone.ts';
import { openDraft } from './dialogs/report/drive.ts';
import { showDraft } from './dialogs/report/view.ts';
import { hasWork, ownRows } from './activity-rows.ts';
import { permits, type RequestContext } from './request-context.ts';
import { suggestions } from './suggestions.ts';
import { untoldIn } from './left-out.ts';
import type { Action, Message } from './types.ts';
import type { Understood } from '../understand/types.ts';

export async function notUnderstood(
  text: string,
  read: Understood,
  request: RequestContext,
): Promise<Answer> {
  const { chat } = request.texts;
  const draft = openDraft(request);
  if (draft) return onDraft(draft, text, read, request);
  if (request.context.conversation.misses % 2 === 0) {
    const quick = await suggestions(read, request);
    const [first] = await ownRows(request);
    if (!first && permits(request, 'summary'))
      return missed([{ type: 'text', text: request.texts.managing.ask(await somebody(request)), quick }]);
    // an example of what cannot be done would lead nowhere
    if (!first && !hasWork(request)) return missed([{ type: 'text', text: chat.noWork }]);
    const about = first ?? request.context.plan.activities.find((one) => one.leaf);
    const sum = about?.budget ? baht(about.budget, request.context.language) : null;
    const example = chat.notUnderstood.example(about?.label ?? '1', sum);
    return missed([{ type: 'text', text: chat.notUnderstood.first(example), quick }]);
  }
  const { messages } = await showHelp(request);
  return missed([{ type: 'text', text: chat.notUnderstood.again }, ...messages]);
}

/** Somebody of the office with work, by the name people call them; null where there is nobody else. */
async function somebody({ context }: RequestContext): Promise<string | null> {
  const others = (await colleagues(context)).filter(({ id }) => id !== context.member.id);
  return others.find(({ activities }) => activities.length > 0)?.name.split(/\s/)[0] ?? null;
}

/** While something is open, that is shown once more: it says what can be typed or tapped. */
async function onDraft(
  draft: Draft,
  text: string,
  read: Understood,
  request: RequestContext,
): Promise<Answer> {
  const { chat } = request.texts;
  const shown = await showDraft(draft, request);
  if (draft.step.at === 'choose')
    return missed([{ type: 'text', text: chat.noSuchActivity(shortenUnits(text, MOST_REPEATED)) }, shown]);
  const told = draft.step.at === 'review' ? untoldIn(text, read) : null;
  if (told !== null)
    return missed([{ type: 'text', text: chat.beside.notTaken(told) }, withPlaces(shown, told, request)]);
  const { rev } = request.context.conversation;
  const ways = chat.notUnderstood.onCard;
  const why = (ways[rev % ways.length] as (typeof ways)[number])(exampleFor(draft, rev, request));
  return missed([{ type: 'text', text: why }, shown]);
}

/** How a row of this card is changed in words, another one each time; at a question how that is answered. */
function exampleFor({ step, fields, activity }: Draft, turn: number, request: RequestContext): string {
  const { examples } = request.texts.chat.notUnderstood;
  const unit = fields.actual?.unit ?? findActivity(request.context.plan, activity ?? '')?.unit ?? '';
  const all = { ...examples, actual: examples.actual(unit) };
  if (step.at === 'ask' && step.field in all) return all[step.field as keyof typeof all];
  const names = (Object.keys(all) as (keyof typeof all)[]).filter((name) => fields[name] !== null);
  return all[names[turn % names.length] ?? 'status'];
}

/** What was told, kept by one tap where it belongs. */
function withPlaces(shown: Message, told: string, request: RequestContext): Message {
  const { beside } = request.texts.chat;
  const { field } = request.texts.words;
  const keep = (label: string, text: string): Action => ({ type: 'say', label, text });
  const quick = [
    keep(beside.asRemark, `${field.remark} ${told}`),
    keep(beside.asObstacle, request.texts.words.command.problemIs(told)),
  ];
  return { ...shown, quick: [...quick, ...(shown.quick ?? [])] };
}

/** Letters of a text that are repeated to say that it was not found. */
const MOST_REPEATED = 60;

function missed(messages: Message[]): Answer {
  return { messages, writes: [], outcome: { kind: 'missed' } };
}
