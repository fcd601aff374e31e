/** ปิดงวด: shows a manager what closing would freeze and what is missing, and freezes it once that is agreed to. */
import type { Half } from '../../domain/fiscal-year.ts';
import type { Closing, Missing } from '../../domain/period.ts';
import { changeLines } from '../../reports/change-lines.ts';
import { type ClosingPreview, closePeriod, currentHalf, previewClosing } from '../../services/periods.ts';
import { baht, moment, shortDate } from '../../text/format.ts';
import type { Texts } from '../../text/index.ts';
import { commandWords, HALF_NAMED, PERIOD_NAMED } from '../../text/typed.ts';
import { say } from '../bot-result.ts';
import { type About, ask } from '../confirmations.ts';
import { FILE_FORMATS } from '../report-files.ts';
import type { RequestContext } from '../request-context.ts';
import type { Answer, Command } from './command.ts';
import { onlyHalves, reportCard, scopeOf, showReport } from './official-report.ts';

export const closePeriodCommand: Command = {
  name: 'close-period',
  words: commandWords.closePeriod,
  argument: 'optional',
  accepts: (argument) => halfNamed(argument) !== null || PERIOD_NAMED.test(argument),
  async run(argument, request) {
    const half = argument === '' ? await currentHalf(request.context) : halfNamed(argument);
    return half ? preview(half, request) : onlyHalves(request.texts.official.closeCommand, request);
  },
};

function halfNamed(argument: string): Half | null {
  return ([1, 2] as const).find((half) => HALF_NAMED[half].test(argument)) ?? null;
}

async function preview(half: Half, request: RequestContext): Promise<Answer> {
  const { context, texts } = request;
  const { close } = texts.official;
  const found = await previewClosing(scopeOf(half, request), context.today);
  if (!found.ok) {
    if (found.reason === 'not-begun') return say(close.notBegun(half));
    const card = await showReport(half, null, request);
    const text = `${alreadyClosed(found.closing, request)}\n${close.nothingNew}`;
    return { ...card, messages: [{ type: 'text', text }, ...card.messages] };
  }
  const shown = found.preview;
  return ask(
    { about: 'close-period', half, version: shown.version },
    {
      title: close.title(half),
      question: close.question(half, context.plan.fiscalYear, shown.version),
      quote: null,
      rows: rowsOf(shown, request),
      caution: cautionOf(shown, request),
      options: [{ value: 'yes', label: close.confirm }],
      wide: false,
    },
    request,
  );
}

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
  const missing = missingRows(shown.missing, request.texts);
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

/** Labels named on the card; the rest is counted. */
const MOST_LABELS = 12;

function missingRows(missing: Missing, { official: { close } }: Texts) {
  const kinds = ['unreported', 'withoutResult', 'overBudget', 'withoutEvidence'] as const;
  return kinds.flatMap((kind) => {
    const labels = missing[kind].map((row) => row.label);
    if (labels.length === 0) return [];
    const value = close.listed(labels.slice(0, MOST_LABELS), Math.max(0, labels.length - MOST_LABELS));
    return [{ heading: close.missing[kind](labels.length), value }];
  });
}

function cautionOf({ early, missing, model }: ClosingPreview, { texts, context }: RequestContext): string {
  const { close } = texts.official;
  if (early) return close.early(shortDate(model.period.end, context.language));
  return missing.unreported.length > 0 ? close.incomplete : close.final;
}

/** The manager's word on the card. Whoever comes second is told who was first. */
export async function freezePeriod(
  { half, version }: About<'close-period'>,
  _value: string,
  request: RequestContext,
): Promise<Answer> {
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
