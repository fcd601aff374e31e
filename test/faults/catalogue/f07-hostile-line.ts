/** F7: LINE answers badly in every way, most sends more than once, and takes no more than the month allows. */
import { setTimeout as pause } from 'node:timers/promises';
import { TOKEN_USED } from '../../../src/queue/outbox/marks.ts';
import { PUSH_LIMIT_MS } from '../../../src/queue/timing.ts';
import { postWebhook } from '../../helpers/bot-process.ts';
import type { Fate, Send, StandInLine } from '../../helpers/stand-in-line.ts';
import { personOf, textEvent } from '../ledger.ts';
import { announce, timesShown } from '../news.ts';
import { type Fault, type Found, isWhole, unless } from './fault.ts';
import { underStream, type UnderStream } from './under-stream.ts';

const OFFICERS = 5;
/** A push that is tried again holds up the next one to the same person: many people are told side by side. */
const AUDIENCE = 150;
const PEOPLE = OFFICERS + AUDIENCE;
const A_ROUND = 100;
/** What is left for a free ride once the month is over, a round. */
const OVER_LIMIT = 4;
const SETTLED_MS = 360_000;
/** Who has no answer by then asks again. */
const ANSWERED_MS = 30_000;

/** Of a push a 401 means ten minutes without one: outbox-worker.test.ts has that. */
const BAD: Record<Send['kind'], readonly Fate[]> = {
  push: ['429', '429-retry-after', '500', 'reset', 'taken-500', 'taken-reset', 'taken-garbled'],
  reply: ['429', '429-retry-after', '500', 'reset', 'taken-500', 'taken-reset', 'taken-garbled', '401'],
};

export const hostileLine: Fault = {
  id: 'F7',
  breaks: `LINE answers ${A_ROUND} pushes and the reports meanwhile with 429, 500, 401, resets, broken JSON, silence and 409, until the month's limit is reached`,
  wanted:
    'every person told once, under one key with one body, none 23 hours after its first try, no report lost or doubled',
  rounds: { short: 1, whole: 200 },
  run,
};

/** @param most bad answers to one push or reply. */
function hostile(most: number): StandInLine['fates'] {
  return ({ kind, earlier }) => {
    const chance = Math.random();
    if (earlier >= most || chance > 0.6) return 'taken';
    if (kind === 'reply' && earlier === 0 && chance < 0.02) return 'dead-token';
    if (most > 1 && chance < 0.03) return 'taken-silent';
    return BAD[kind][Math.floor(Math.random() * BAD[kind].length)]!;
  };
}

async function run(rounds: number): Promise<Found> {
  const whole = isWhole(rounds);
  const size = { members: 1, officers: OFFICERS, audience: AUDIENCE, restMs: whole ? 400 : 100 };
  return underStream(size, async (stream) => {
    const { database, line, moreReports } = stream;
    line.fates = hostile(whole ? 3 : 1);
    line.limit = rounds * (A_ROUND - OVER_LIMIT);
    const words: string[] = [];
    const tooOld = { attempts: 1, fence: 1, firstAttemptAt: new Date(Date.now() - PUSH_LIMIT_MS) };
    const old = await announce(database, OFFICERS, PEOPLE, tooOld);
    for (let round = 0; round < rounds; round += 1) {
      words.push(...(await announce(database, A_ROUND, PEOPLE)));
      if (whole) await moreReports(2);
    }
    await settled(stream);
    line.fates = () => 'taken';
    const waited = await ridesFree(stream);
    const { outbox } = database.models;
    const shown = timesShown(line);
    const never = words.filter((one) => !shown.has(one)).length;
    const twice = [...shown.values()].filter((times) => times > 1).length;
    const late = old.filter((one) => shown.has(one)).length;
    const keyOld = await outbox.countDocuments({ state: 'dead', error: 'key-too-old' });
    const ok = ['key-too-old', TOKEN_USED];
    const dead = await outbox.countDocuments({ state: 'dead', error: { $nin: ok } });
    const pushKeys = [...line.bodies].filter(([key]) => !key.startsWith('reply-'));
    const changed = pushKeys.filter(([, bodies]) => bodies.size > 1).length;
    return {
      figures: [
        `${words.length} pushes, ${line.pushes.size} taken of ${line.limit} the month allows, ${waited} shown free afterwards`,
        `${never} never told, ${twice} told twice, ${late} told after 23 hours, ${dead} given up`,
      ].join('; '),
      missed: [
        ...unless(never === 0, `${never} never told`),
        ...unless(twice === 0, `${twice} told twice`),
        ...unless(late === 0 && keyOld === old.length, `${late} told after 23 hours, ${keyOld} ended`),
        ...unless(dead === 0, `${dead} given up`),
        ...unless(changed === 0, `${changed} keys with several bodies`),
        ...unless(line.pushes.size <= line.limit, 'more than the month allows'),
      ],
    };
  });
}

/** Resolves when no push is open any more: sent, ended, or waiting for a free ride. */
async function settled({ database }: UnderStream): Promise<void> {
  const begun = Date.now();
  while ((await database.models.outbox.countDocuments({ open: true, kind: 'push' })) > 0) {
    if (Date.now() - begun > SETTLED_MS) throw new Error('pushes stayed open');
    await pause(100);
  }
}

/** Those for whom something waits write until nothing does. @returns how much waited. */
async function ridesFree({ database, bot, line }: UnderStream): Promise<number> {
  const { outbox } = database.models;
  const left = { state: { $in: ['waiting' as const, 'riding' as const] }, purpose: 'broadcast' };
  const waited = await outbox.countDocuments(left);
  for (let turn = 0; turn < 100; turn += 1) {
    const people = (await outbox.distinct('to', left)).map(personOf);
    if (people.length === 0) break;
    const events = people.map((person) => textEvent(`ride-${turn}-${person}`, person, 'งานของฉัน'));
    while ((await postWebhook(bot.url, events)) !== 200);
    const begun = Date.now();
    const answered = (): boolean => events.every(({ replyToken }) => line.repliedAt.has(String(replyToken)));
    while (!answered() && Date.now() - begun < ANSWERED_MS) await pause(50);
  }
  return waited;
}
