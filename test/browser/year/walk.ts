/** Does a row of the year's tables in an office of its own and checks what was said and stored; year.test.ts calls it. */
import { expect } from 'vitest';
import { jobs } from '../../../src/jobs/index.ts';
import type { SimMessage } from '../../../src/simulator/types.ts';
import { stateOf } from '../../helpers/fresh-office.ts';
import { picture } from '../../helpers/evidence-files.ts';
import { GROUP, PRASERT, SOMSRI, type TestOffice, WIPHA, wordsIn } from '../../helpers/office.ts';
import type { Step, Stored, Who } from './step.ts';

export interface Year {
  office: TestOffice;
  /** LINE id of the administrator. */
  admin: string;
  /** Invitation codes by name. */
  codes: Map<string, string>;
}

/** What stood on a phone when a step was done. */
export interface Seen {
  step: Step;
  chat: string;
  /** The newest message of the bot there. */
  message: string;
}

const CODE = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{2}/;
let shade = 0;

export function chatOf({ admin }: Year, who: Who): string {
  return { admin, officer: SOMSRI, second: WIPHA, manager: PRASERT, group: GROUP }[who];
}

/** @throws with the row and the answer when it is not what the row says. */
export async function take(year: Year, step: Step): Promise<Seen | null> {
  const { office, codes } = year;
  const chat = chatOf(year, step.who);
  if (step.at) office.clock.moveTo(new Date(`${step.at}:00+07:00`));
  const paidBefore = office.simulator.state().quota.used;
  const answer = await act(year, step, chat);
  const said = wordsIn(answer);
  const row = `${step.at ?? ''} ${step.who}: ${step.does}\n${said}`;
  for (const words of step.says ?? []) expect.soft(said, row).toContain(words);
  for (const words of step.never ?? []) expect.soft(said, row).not.toContain(words);
  const last = answer.at(-1);
  const gists = [step.gist].flat().filter((words) => words !== '');
  for (const words of gists) expect.soft(wordsIn(answer.slice(-1)), row).toContain(words);
  if (step.keeps) codes.set(step.keeps, CODE.exec(said)![0]);
  if (step.stored) await check(year, step.stored, paidBefore, row);
  return last && gists.length > 0 ? { step, chat, message: last.id } : null;
}

/** @returns what the bot said on that phone. */
async function act({ office, codes }: Year, { who, does }: Step, chat: string): Promise<SimMessage[]> {
  const user = who === 'group' ? PRASERT : chat;
  const text = does.replace(/\{(\w+)\}/g, (_, name: string) => codes.get(name)!);
  const label = /^\[(.+)\]$/.exec(text)?.[1];
  if (label) return office.tap(user, label, chat);
  if (text.startsWith('job ')) return runJob(office, text.slice(4), chat);
  if (text === 'follow') return office.act({ act: 'follow', user }, chat);
  if (text === 'look') return newest(office, chat);
  if (text === 'photo') {
    const base64 = picture((shade += 1)).toString('base64');
    return office.act({ act: 'image', user, chat, base64, contentType: 'image/png' }, chat);
  }
  return office.say(user, text, who === 'group' ? { chat, mentionBot: true } : {});
}

async function runJob(office: TestOffice, name: string, chat: string): Promise<SimMessage[]> {
  const before = office.simulator.state().messages.length;
  const job = jobs.find((one) => one.name === name)!;
  await job.run(office.app.jobDeps, office.clock.now());
  await office.app.outbox.flush();
  await office.app.idle();
  return office.simulator
    .state()
    .messages.slice(before)
    .filter((one) => one.chat === chat && one.from === 'bot');
}

/** What came to that phone while somebody else did something. */
function newest(office: TestOffice, chat: string): SimMessage[] {
  const all = office.simulator.state().messages.filter((one) => one.chat === chat);
  return all.slice(all.findLastIndex((one) => one.from !== 'bot') + 1);
}

async function check(year: Year, stored: Stored, paidBefore: number, row: string): Promise<void> {
  const { office } = year;
  const { models } = office.database;
  const { reports, states = {}, members, groups, versions, paid, evidence } = stored;
  if (reports !== undefined)
    expect.soft(await models.updates.countDocuments({ voided: null }), row).toBe(reports);
  for (const [code, fields] of Object.entries(states))
    expect.soft(await stateOf(office, code), row).toMatchObject(fields);
  if (members) {
    const found = await models.members.find({ consent: { $ne: null } }).lean<{ userId: string }[]>();
    const wanted = members.map((who) => chatOf(year, who as Who));
    expect.soft(found.map(({ userId }) => userId).toSorted(), row).toEqual(wanted.toSorted());
  }
  if (groups !== undefined) expect.soft(await models.groups.countDocuments({}), row).toBe(groups);
  if (versions) {
    const found = await models.periods.find({}).sort({ half: 1, version: 1 }).lean();
    expect
      .soft(
        found.map(({ half, version }) => `${half}.${version}`),
        row,
      )
      .toEqual(versions);
  }
  if (paid !== undefined) expect.soft(office.simulator.state().quota.used - paidBefore, row).toBe(paid);
  if (evidence !== undefined) expect.soft(await models.evidence.countDocuments({}), row).toBe(evidence);
}
