/** ปิดงวด: shows a manager what closing would freeze and what is missing, and freezes it once that is agreed to. */
import { type Half, halfPeriod } from '../../domain/fiscal-year.ts';
import { type Closing, type Gap, LACKS, type Missing } from '../../domain/period.ts';
import { changeLines } from '../../reports/change-lines.ts';
import { type ClosingPreview, closePeriod, currentHalf, previewClosing } from '../../services/periods.ts';
import { baht, moment, shortDate } from '../../text/format.ts';
import type { Texts } from '../../text/index.ts';
import { commandWords } from '../../text/command-words.ts';
import { say } from '../bot-result.ts';
import { type About, ask, askOn } from '../confirmations.ts';
import { listNames } from '../asked-cards.ts';
import { roomFor } from '../quota.ts';
import { FILE_FORMATS } from '../report-files.ts';
import type { RequestContext } from '../request-context.ts';
import type { Card } from '../types.ts';
import { askForGaps, lackingIn, readGaps } from './ask-gaps.ts';
import type { Answer, Command } from './command.ts';
import { halfNamed, namesPeriod, onlyHalves, reportCard, scopeOf, showReport } from './official-report.ts';

export const closePeriodCommand: Command = {
  name: 'close-period',
  words: commandWords.closePeriod,
  argument: 'optional',
  accepts: namesPeriod,
  async run(argument, request) {
    const half = argument === '' ? await currentHalf(request.context) : halfNamed(argument);
    return half ? previewInOrder(half, request) : onlyHalves(request.texts.official.closeCommand, request);
  },
};

/** What changed in the closed first half gets its version before the second one is closed. */
async function previewInOrder(half: Half, request: RequestContext): Promise<Answer> {
  const { context, texts } = request;
  const { closing: words } = texts.managing;
  const first = half === 2 ? await previewClosing(scopeOf(1, request), context.today) : null;
  if (!first?.ok || !first.preview.before) return preview(half, request);
  const { version } = first.preview;
  return ask(
    { about: 'close-period', half: 1, version },
    {
      title: words.first.title,
      question: words.first.question(version),
      quote: null,
      rows: [],
      caution: null,
      options: [
        { value: 'first', label: words.first.yes(version) },
        { value: 'later', label: words.first.later },
      ],
      wide: false,
    },
    request,
  );
}

async function preview(half: Half, request: RequestContext): Promise<Answer> {
  const { context, texts } = request;
  const { close } = texts.official;
  const found = await previewClosing(scopeOf(half, request), context.today);
  if (!found.ok) {
    if (found.reason === 'not-begun') return say(close.notBegun(half));
    const card = await showReport(half, null, request);
    const text = [alreadyClosed(found.closing, request), close.nothingNew, ...nextHalf(half, request)].join(
      '\n',
    );
    return { ...card, messages: [{ type: 'text', text }, ...card.messages] };
  }
  const shown = found.preview;
  const { card, asks } = await gapsCard(shown, request);
  return askOn(
    { about: 'close-period', half, version: shown.version },
    { options: [{ value: 'yes', label: close.confirm }, ...asks], again: true },
    (options, inFull) => ({ ...card, options, inFull }),
    request,
  );
}

/** The same question, for whoever wants to see what is missing. */
export function askClosing({ half }: About<'close-period'>, request: RequestContext): Promise<Answer> {
  return preview(half, request);
}

/** The second half runs on: it is closed when its time comes, or by name. */
function nextHalf(half: Half, { context, texts }: RequestContext): string[] {
  const { end } = halfPeriod(context.plan.fiscalYear, 2);
  if (half === 2 || context.today > end) return [];
  const command = texts.official.closeCommand(2);
  return [texts.managing.closing.nextHalf(shortDate(end, context.language), command)];
}

/** Gaps with whose work they are; and the answers that ask for them, as the month's room allows. */
async function gapsCard(shown: ClosingPreview, request: RequestContext) {
  const { managing, official, chat } = request.texts;
  const { closing: words } = managing;
  const { gaps, people, reach } = await readGaps(shown, request);
  const { present, away } = reach;
  const room = await roomFor(present.length, request);
  const reachable = present.length + away.length > 0;
  const asks = !reachable
    ? []
    : present.length > 0 && room.enough
      ? [{ value: 'ask', label: words.ask }]
      : [{ value: 'ask-ride', label: chat.nudge.ride }];
  const { totals } = shown.model;
  const card: Omit<Extract<Card, { kind: 'gaps' }>, 'options' | 'inFull'> = {
    kind: 'gaps',
    title: official.close.title(shown.half),
    question: words.question(shown.half, shown.version),
    gist: shown.before
      ? words.gistAgain(totals.byStatus.completed, totals.leaves, shown.differences.length)
      : words.gist(totals.byStatus.completed, totals.leaves, lacksByKind(gaps, request.texts)),
    headline: official.close.question(shown.half, request.context.plan.fiscalYear, shown.version),
    facts: rowsOf(shown, request),
    rows: gaps.slice(0, MOST_GAPS).map(({ row, lacks }) => ({
      activity: { code: row.code, label: row.label, name: row.name },
      lacks,
      people: people.get(row.code) ?? [],
    })),
    more: Math.max(0, gaps.length - MOST_GAPS),
    asking: !reachable
      ? reach.done.length > 0
        ? words.doneToday(listNames(reach.done))
        : null
      : room.enough
        ? words.cost(present.length, room.left)
        : words.tooFew(room.left ?? 0, present.length, chat.nudge.ride),
    caution: cautionOf(shown, request),
  };
  return { card, asks };
}

/** Rows of one card: each has three lines. */
const MOST_GAPS = 12;

function rowsOf(shown: ClosingPreview, request: RequestContext): { heading: string; value: string }[] {
  const { close } = request.texts.official;
  const { totals } = shown.model;
  const { language } = request.context;
  const figures = close.figuresAre(
    totals.byStatus.completed,
    totals.leaves,
    baht(totals.spent, language),
    baht(totals.budget, language),
  );
  const missing = missingRows(lackingIn(shown), request.texts);
  return [
    { heading: close.figures, value: figures },
    ...(missing.length > 0 ? missing : [{ heading: close.complete, value: close.completeIs }]),
    ...(shown.before
      ? [
          {
            heading: close.differences(shown.before.version, shown.differences.length),
            value: changeLines(shown.differences, request.texts).join('; '),
          },
        ]
      : []),
  ];
}

/** "figures 3, pictures 12": what is lacking, and by how many activities; pictures last. */
function lacksByKind(gaps: readonly Gap[], { managing: { closing } }: Texts): string {
  return LACKS.flatMap((lack) => {
    const count = gaps.filter(({ lacks }) => lacks.includes(lack)).length;
    return count > 0 ? [`${closing.lacking[lack]} ${count}`] : [];
  }).join(', ');
}

/** Labels named on the card; the rest is counted. */
const MOST_LABELS = 12;

function missingRows(missing: Missing, { official: { close }, managing }: Texts) {
  const heads = { ...close.missing, withoutSpent: managing.closing.withoutSpent };
  const kinds = [
    'unreported',
    'withoutFigure',
    'withoutResult',
    'withoutSpent',
    'overBudget',
    'withoutEvidence',
  ] as const;
  return kinds.flatMap((kind) => {
    const labels = missing[kind].map((row) => row.label);
    if (labels.length === 0) return [];
    const value = close.listed(labels.slice(0, MOST_LABELS), Math.max(0, labels.length - MOST_LABELS));
    return [{ heading: heads[kind](labels.length), value }];
  });
}

function cautionOf({ early, missing, model }: ClosingPreview, { texts, context }: RequestContext): string {
  const { close } = texts.official;
  if (early) return close.early(shortDate(model.period.end, context.language));
  return missing.unreported.length > 0 ? close.incomplete : close.final;
}

/** The manager's word on the card. Whoever comes second is told who was first. */
export async function answerClosing(
  { half, version }: About<'close-period'>,
  value: string,
  request: RequestContext,
): Promise<Answer> {
  const { context, texts } = request;
  if (value === 'later') return preview(2, request);
  if (value === 'yes') return freezePeriod(half, version, request);
  if (value === 'first') {
    const done = await freezePeriod(half, version, request);
    const text = texts.managing.closing.first.next(texts.official.closeCommand(2));
    return { ...done, messages: [...done.messages, { type: 'text', text }] };
  }
  const found = await previewClosing(scopeOf(half, request), context.today);
  return found.ok ? askForGaps(found.preview, value, request) : say(texts.managing.closing.nobodyToAsk);
}

/** Asking for what is missing decides nothing: the half can still be closed on the same card. */
export function closingStays(value: string): boolean {
  return value === 'ask' || value === 'ask-ride';
}

async function freezePeriod(half: Half, version: number, request: RequestContext): Promise<Answer> {
  const { context, texts } = request;
  const { close } = texts.official;
  request.busy?.();
  const by = { member: context.member.id, name: context.member.name };
  const closed = await closePeriod(scopeOf(half, request), { version, by, today: context.today });
  if (!closed.ok)
    return say(closed.reason === 'already' ? alreadyClosed(closed.closing, request) : close.notBegun(half));
  const { model, closing } = closed;
  const card = await reportCard({ model, closing, news: 0 }, FILE_FORMATS, request);
  return {
    messages: [{ type: 'text', text: close.done(half, closing.version) }, ...card.messages],
    writes: [...closed.writes, ...card.writes],
  };
}

function alreadyClosed(
  { half, version, closedBy, closedAt }: Closing,
  { context, texts }: RequestContext,
): string {
  const { official } = texts;
  const at = moment(closedAt, context.language);
  return official.close.already(half, version, closedBy.name || official.system, at);
}
