/** An officer who sends one annotated message and then answers what the bot asks as the annotation has it, by taps where there are buttons, until something is stored or nothing goes on; test/officers and its test play corpora with it. */
import type { AnnotatedMessage, ExpectedItem } from '../../scripts/reader-training/corpora.ts';
import { decodeTap } from '../../src/bot/tap.ts';
import type { Tap } from '../../src/bot/types.ts';
import type { Draft } from '../../src/domain/draft.ts';
import { texts } from '../../src/text/index.ts';
import type { SimMessage } from '../../src/simulator/types.ts';
import { actionsIn, SOMSRI, type TestOffice, wordsIn } from './office.ts';

export interface Played {
  /** stored: an update came of it; answered: something else was said; lost: an empty card, or the same question again. */
  end: 'stored' | 'answered' | 'not named' | 'lost';
  /** What the officer sent, the message itself and บันทึก counted. */
  turns: number;
  /** Fields stored with another value than is annotated, and those that were not stored. */
  wrong: string[];
  missing: string[];
  /** All that was said, a line for the officer beginning with ">". */
  talk: string[];
}

/** More turns than these nobody takes. */
const MOST_TURNS = 10;

/** @param office with nothing stored yet. @param message a report of one activity or several. */
export async function playMessage(office: TestOffice, message: AnnotatedMessage): Promise<Played> {
  const { models } = office.database;
  const { expect } = message;
  const items = expect.multiple ?? [expect];
  const talk: string[] = [];
  const asked = new Set<string>();
  let shown: SimMessage[] = [];
  let turns = 0;

  async function say(text: string): Promise<void> {
    talk.push(`> ${text}`);
    turns++;
    shown = await office.say(SOMSRI, text);
    talk.push(wordsIn(shown));
  }
  /** Taps the button that fits, else types. */
  async function tap(fits: (tap: Tap) => boolean, words: string): Promise<void> {
    const found = actionsIn(shown).find(({ data }) => data !== undefined && fitsTap(data, fits));
    if (!found) return say(words);
    const { data = '', displayText, label } = found;
    talk.push(`> [${label ?? displayText}]`);
    turns++;
    const spoken = displayText === undefined ? {} : { displayText };
    shown = await office.act({ act: 'postback', user: SOMSRI, chat: SOMSRI, data, ...spoken }, SOMSRI);
    talk.push(wordsIn(shown));
  }
  const ended = async (end: Played['end']): Promise<Played> => ({
    end,
    turns,
    talk,
    ...(await compare(office, message)),
  });

  await say(message.text);
  for (;;) {
    const conversation = await models.conversations
      .findOne({ userId: SOMSRI, chat: SOMSRI })
      .lean<{ drafts: Draft[]; pending: { subject?: { about?: string } } | null }>();
    const draft = conversation?.drafts.findLast((one) => !one.aside) ?? null;
    if (!draft) {
      if ((await models.updates.countDocuments({})) > 0) return ended('stored');
      const wants = whetherReport(shown);
      if (!wants || asked.has(wants)) return ended('answered');
      asked.add(wants);
      const code = items[0]?.activity;
      const offered = actionsIn(shown).some(({ data = '' }) => fitsTap(data, (one) => valueOf(one) === code));
      const value = wants === 'chip' ? 'as-read' : offered ? code : 'another';
      await tap((one) => one.do === 'confirm' && one.value === value, '-');
      continue;
    }
    const { step } = draft;
    const key = JSON.stringify([step, draft.activity, draft.id, draft.rev]);
    if (asked.has(key) || turns > MOST_TURNS) return ended('lost');
    asked.add(key);
    const item = items.find(({ activity }) => activity === draft.activity) ?? items[0]!;
    if (step.at === 'review' || step.at === 'review-many')
      await tap((one) => one.do === 'save', texts('th').words.button.save);
    else if (step.at === 'choose') {
      const code = item.activity;
      if (code === null) return ended('not named');
      await tap((one) => one.do === 'answer' && one.value === code, code);
    } else {
      const words = answerTo(step.field, item);
      const skips = texts('th').words.button.skip;
      await tap(
        (one) => (words === null ? one.do === 'skip' : one.do === 'answer' && one.value === words),
        words ?? skips,
      );
    }
  }
}

/** @returns what is asked by the card, or by the chip of an apology. */
function whetherReport(shown: readonly SimMessage[]): 'card' | 'chip' | null {
  const { whetherReport: words } = texts('th').chat;
  if (wordsIn(shown).includes(words.question)) return 'card';
  return actionsIn(shown).some(({ label }) => label === words.asReport) ? 'chip' : null;
}

/** @returns the value of the button, or the words, that answer a question; null where the annotation has nothing to it. */
function answerTo(field: string, item: ExpectedItem): string | null {
  if (field === 'actual') return item.actual && `${item.actual.value} ${item.actual.unit}`;
  const value = item[field as keyof ExpectedItem] as string | number | null | undefined;
  // who reports something has begun
  return value === null || value === undefined ? (field === 'status' ? 'in_progress' : null) : String(value);
}

function fitsTap(data: string, fits: (tap: Tap) => boolean): boolean {
  const tap = decodeTap(data);
  return tap !== null && fits(tap);
}

function valueOf(tap: Tap): string | null {
  return 'value' in tap ? tap.value : null;
}

const TEXTS = ['obstacle', 'suggestion'] as const;

/** What is stored beside what is annotated; of texts only whether there is one. */
async function compare(
  { database }: TestOffice,
  { expect, lenient = [] }: AnnotatedMessage,
): Promise<Pick<Played, 'wrong' | 'missing'>> {
  const updates = await database.models.updates
    .find({})
    .lean<{ activity: string; said: Record<string, unknown> }[]>();
  const items = expect.multiple ?? [expect];
  const wrong: string[] = [];
  const missing: string[] = [];
  for (const { activity, said } of updates) {
    const item = items.find((one) => one.activity === activity);
    if (!item) {
      wrong.push('activity');
      continue;
    }
    const { actual } = said as { actual: { value: number } | null };
    const spent = said['spent'] as number | null;
    const pairs: [string, unknown, unknown][] = [
      // whatever is reported counts as under way
      ['status', said['status'] ?? 'in_progress', item.status ?? 'in_progress'],
      ['percent', said['percent'] ?? null, item.percent],
      ['spent', spent === null ? null : spent / 100, item.spent],
      ['actual', actual?.value ?? null, item.actual?.value ?? null],
      ['date', said['date'] ?? null, item.date],
      ...TEXTS.map((field): [string, unknown, unknown] => [
        field,
        Boolean(said[field]) || null,
        Boolean(item[field]) || null,
      ]),
    ];
    for (const [field, stored, told] of pairs)
      if (stored !== told && !lenient.includes(field)) (stored === null ? missing : wrong).push(field);
  }
  for (const { activity } of items)
    if (activity !== null && !updates.some((one) => one.activity === activity)) missing.push('report');
  return { wrong, missing };
}
