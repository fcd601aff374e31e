/** Asks everybody for what is missing in a half's report, each for exactly theirs, once a day; the closing offers it. */
import type { Half } from '../../domain/fiscal-year.ts';
import { type Gap, gapsIn, type Missing } from '../../domain/period.ts';
import { reachedIn } from '../../reports/said.ts';
import { byOwner } from '../../domain/unreported.ts';
import {
  type AskedPerson,
  askingPush,
  askingRide,
  noteAsking,
  type Reach,
  findReach,
} from '../../services/asking.ts';
import { colleagues } from '../../services/broadcast.ts';
import type { ClosingPreview } from '../../services/periods.ts';
import { texts, type Texts } from '../../text/index.ts';
import { planRows } from '../activity-rows.ts';
import { cardOfAsked, listNames } from '../asked-cards.ts';
import { say } from '../bot-result.ts';
import { roomFor } from '../quota.ts';
import type { RequestContext } from '../request-context.ts';
import type { Answer } from './command.ts';

export interface GapsFound {
  gaps: Gap[];
  /** By code: whose work it is. */
  people: Map<string, string[]>;
  reach: Reach;
}

const topicOf = (half: Half): string => `gaps-${half}`;

/** What is missing: where the indicator counts the progress itself, that is its figure. */
export function lackingIn({ missing }: ClosingPreview): Missing {
  return { ...missing, withoutFigure: missing.withoutFigure.filter((row) => reachedIn(row) === null) };
}

export async function readGaps(shown: ClosingPreview, request: RequestContext): Promise<GapsFound> {
  const { context } = request;
  const { model } = shown;
  const gaps = gapsIn(model, lackingIn(shown));
  const codes = new Set(gaps.map(({ row }) => row.code));
  const leaves = context.plan.activities.filter(({ code }) => codes.has(code));
  const { owned } = byOwner(context.plan, leaves, await colleagues(context));
  const people = new Map<string, string[]>();
  for (const { owner, leaves: theirs } of owned)
    for (const { code } of theirs) people.set(code, [...(people.get(code) ?? []), owner.name]);
  return { gaps, people, reach: await findReach(context, owned, topicOf(model.half)) };
}

/** The manager's word on the closing's card: `ask` pushes, `ask-ride` waits for each person's next answer. */
export async function askForGaps(
  shown: ClosingPreview,
  value: string,
  request: RequestContext,
): Promise<Answer> {
  const { context } = request;
  const { managing, chat, official } = request.texts;
  const { half } = shown.model;
  const { gaps, reach } = await readGaps(shown, request);
  const { present, away, done } = reach;
  if (present.length + away.length === 0)
    return say(done.length > 0 ? managing.closing.doneToday(listNames(done)) : managing.closing.nobodyToAsk);
  const pushed = value === 'ask' ? present : [];
  const rides = value === 'ask' ? away : [...present, ...away];
  const room = await roomFor(pushed.length, request);
  if (!room.enough) return say(managing.closing.tooFew(room.left ?? 0, pushed.length, chat.nudge.ride));
  const rows = await planRows(request);
  return {
    ...say(
      [
        ...(pushed.length > 0 ? [chat.nudge.sent(listNames(pushed))] : []),
        ...(rides.length > 0 ? [chat.nudge.waits(listNames(rides))] : []),
        managing.closing.thenClose(official.closeCommand(half)),
      ].join('\n'),
    ),
    writes: [
      noteAsking(context, topicOf(half), [...pushed, ...rides]),
      ...rides.map((one) => askingRide(context, topicOf(half), one.to, wordsFor(one, gaps, half, request))),
    ],
    pushes: await Promise.all(
      pushed.map(async (one) => ({
        ...askingPush(context, topicOf(half), one.to),
        reply: {
          language: one.to.language,
          messages: [
            { type: 'text' as const, text: wordsFor(one, gaps, half, request) },
            await cardOfAsked(one.leaves, texts(one.to.language).managing.askAll.askedTitle, rows, request),
          ],
        },
      })),
    ),
  };
}

/** Lines of a message; more would not be read. */
const MOST_ITEMS = 10;

function wordsFor(
  { to, leaves }: AskedPerson,
  gaps: readonly Gap[],
  half: Half,
  request: RequestContext,
): string {
  const { managing } = texts(to.language);
  const theirs = new Set(leaves.map(({ code }) => code));
  const items = gaps
    .filter(({ row }) => theirs.has(row.code))
    .map(({ row, lacks }) => managing.closing.item(row.label, lacksOf(lacks, managing)));
  const more = items.length - MOST_ITEMS;
  return [
    managing.closing.asked(request.context.member.name, half),
    ...items.slice(0, MOST_ITEMS),
    ...(more > 0 ? [managing.closing.more(more)] : []),
  ].join('\n');
}

function lacksOf(lacks: Gap['lacks'], { closing }: Texts['managing']): string {
  return lacks.map((lack) => closing.lacks[lack]).join(', ');
}
