/** เผยแพร่ and ถอนการเผยแพร่: a manager sees what everybody would read, and lets it be read, or takes it back. */
import type { Half } from '../../domain/fiscal-year.ts';
import { newestVersion } from '../../domain/period.ts';
import { readClosings } from '../../services/periods.ts';
import { publicPath } from '../../domain/public-path.ts';
import { previewPublication, publish, type PublishScope, withdraw } from '../../services/publication.ts';
import { makeWebLink } from '../../services/web-sessions.ts';
import { baht, moment } from '../../text/format.ts';
import { commandWords } from '../../text/command-words.ts';
import { say, show } from '../bot-result.ts';
import { type About, ask } from '../confirmations.ts';
import type { RequestContext } from '../request-context.ts';
import type { Answer, Command } from './command.ts';
import { halfNamed, namesPeriod, onlyHalves } from './official-report.ts';

export const publishCommand: Command = {
  name: 'publish',
  words: commandWords.publish,
  argument: 'optional',
  accepts: namesPeriod,
  async run(argument, request) {
    const half = argument === '' ? await newestClosed(request) : halfNamed(argument);
    return half
      ? askPublication({ half }, request)
      : onlyHalves(request.texts.publication.chat.command, request);
  },
};

export const withdrawCommand: Command = {
  name: 'withdraw',
  words: commandWords.withdraw,
  argument: 'optional',
  accepts: namesPeriod,
  async run(argument, request) {
    const { command } = request.texts.publication.chat.withdraw;
    const half = argument === '' ? await newestClosed(request) : halfNamed(argument);
    return half ? askWithdrawal(half, request) : onlyHalves(command, request);
  },
};

/** The half somebody means who says "the report": the later one that is closed. */
async function newestClosed({ context }: RequestContext): Promise<Half> {
  return newestVersion(await readClosings(context), 2) ? 2 : 1;
}

function scopeOf(half: Half, { context, texts }: RequestContext): PublishScope {
  const { database, office, plan } = context;
  return { database, office, plan, half, nameless: texts.publication.nameless };
}

function addressOf(half: Half, { context }: RequestContext): string {
  return `${context.publicUrl}${publicPath(context.office.id, context.plan.fiscalYear, half)}`;
}

/** What everybody would read, with a link to look at it first. */
export async function askPublication(
  { half }: Pick<About<'publish'>, 'half'>,
  request: RequestContext,
): Promise<Answer> {
  const { context, texts } = request;
  const { chat, done, spent } = texts.publication;
  const { language } = context;
  const found = await previewPublication(scopeOf(half, request));
  if (!found.ok) return say(chat.notClosed(half));
  const { report, already } = found;
  if (already) return published(chat.already(report.version, moment(already, language)), half, request);
  const { totals } = report.model;
  const { differences } = report;
  const look = makeWebLink(context.office.id, context.member.id, `/web/publication/${half}`, context.now);
  const answer = ask(
    { about: 'publish', half, version: report.version },
    {
      title: chat.title,
      question: chat.question(half, report.fiscalYear, report.version),
      quote: null,
      rows: [
        {
          heading: chat.figures,
          value: `${done(totals.byStatus.completed, totals.leaves)} ${spent(baht(totals.spent, language), baht(totals.budget, language))}`,
        },
        ...(differences
          ? [
              {
                heading: texts.official.version(differences.since),
                value: chat.changes(differences.since, differences.list.length),
              },
            ]
          : []),
      ],
      caution: report.settings.publicNames ? chat.cautionNamed : chat.caution,
      links: [{ label: chat.look, url: `${context.publicUrl}/open/${look.token}` }],
      options: [{ value: 'yes', label: chat.confirm }],
      wide: false,
      again: true,
    },
    request,
  );
  return { ...answer, writes: [...answer.writes, look.write] };
}

/** The manager's word on the card. */
export async function publishReport(
  { half, version }: About<'publish'>,
  _value: string,
  request: RequestContext,
): Promise<Answer> {
  const { context, texts } = request;
  const { chat } = texts.publication;
  const by = byMember(request);
  const done = await publish(scopeOf(half, request), { version, by, now: context.now });
  if (!done.ok) return say(done.reason === 'changed' ? chat.changed : chat.notClosed(half));
  const answer = published(chat.done(half, version), half, request);
  return { ...answer, writes: [...answer.writes, ...done.writes] };
}

function published(title: string, half: Half, request: RequestContext): Answer {
  const { chat } = request.texts.publication;
  const url = addressOf(half, request);
  return show({
    type: 'card',
    card: {
      kind: 'confirm',
      title,
      question: chat.address,
      quote: url,
      rows: [],
      caution: null,
      options: [{ type: 'link', label: chat.open, url }],
      wide: false,
    },
  });
}

function byMember({ context: { member } }: RequestContext) {
  return { member: member.id, name: member.name, position: member.position };
}

async function askWithdrawal(half: Half, request: RequestContext): Promise<Answer> {
  const { withdraw: words } = request.texts.publication.chat;
  const found = await withdraw(scopeOf(half, request), byMember(request), request.context.now);
  if (!found) return say(words.nothing(half));
  return ask(
    { about: 'withdraw', half },
    {
      title: words.title,
      question: words.question(half, request.context.plan.fiscalYear),
      quote: addressOf(half, request),
      rows: [],
      caution: words.caution,
      options: [{ value: 'yes', label: words.confirm }],
      wide: false,
    },
    request,
  );
}

export async function withdrawReport(
  { half }: About<'withdraw'>,
  _value: string,
  request: RequestContext,
): Promise<Answer> {
  const { withdraw: words } = request.texts.publication.chat;
  const writes = await withdraw(scopeOf(half, request), byMember(request), request.context.now);
  return writes ? { ...say(words.done(half)), writes } : say(words.nothing(half));
}
