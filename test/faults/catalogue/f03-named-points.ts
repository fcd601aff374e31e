/** F3: the bot killed at each point between two steps that must hold together, wherever its work can be torn apart. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from '../../../src/db/connect.ts';
import { type Command, type CommandProxy, commandProxy } from '../../helpers/command-proxy.ts';
import type { Fate, StandInLine } from '../../helpers/stand-in-line.ts';
import { announce, timesShown } from '../news.ts';
import { type Fault, type Found, unless } from './fault.ts';
import { underStream } from './under-stream.ts';

const OFFICERS = 6;
/** By then somebody must have come to the point. */
const REACHED_MS = 60_000;
/** How long a killed bot's open transaction keeps what it wrote. */
const LOCKED_S = 3;

interface Ground {
  proxy: CommandProxy;
  line: StandInLine;
}

interface Point {
  name: string;
  /** Sees to it that the bot is killed there, once. */
  arm: (ground: Ground, kill: () => void) => void;
}

const POINTS: readonly Point[] = [
  ...atMongo('an event stored', ({ insert }) => insert === 'inbox'),
  ...atMongo(
    'events claimed',
    ({ update, updates }) => update === 'inbox' && makes('"$inc":{"fence":1}', updates),
  ),
  ...atMongo('a report written, not committed', ({ insert }) => insert === 'updates'),
  ...atMongo('a unit of work committed', (command) => 'commitTransaction' in command),
  ...atMongo('a message claimed', ({ findAndModify }) => findAndModify === 'outbox'),
  ...atMongo(
    'a message marked as sent',
    ({ update, updates }) => update === 'outbox' && makes('"state":"sent"', updates),
  ),
  atLine('an answer at LINE, not taken', 'reply', 'reset'),
  atLine('an answer taken', 'reply', 'taken-reset'),
  atLine('a push at LINE, not taken', 'push', 'reset'),
  atLine('a push taken', 'push', 'taken-reset'),
];

export const namedPoints: Fault = {
  id: 'F3',
  breaks: `the bot killed at each of ${POINTS.length} points, before and after every step of an event, an answer and a push`,
  wanted: 'nothing acknowledged is lost, nothing takes effect or is told twice',
  rounds: { short: 1, whole: 50 },
  run,
};

async function run(rounds: number): Promise<Found> {
  let proxy: CommandProxy | null = null;
  try {
    return await underStream(
      {
        members: 1,
        officers: OFFICERS,
        restMs: 100,
        more: ['--setParameter', `transactionLifetimeLimitSeconds=${LOCKED_S}`],
        async way(set, line) {
          proxy = await commandProxy(set.members[0]!.port);
          // the set's own address would lead around it
          const mongoUri = `mongodb://127.0.0.1:${proxy.port}/?directConnection=true`;
          return { mongoUri, lineUrl: line.url };
        },
      },
      async ({ database, line, bots, again, moreReports }) => {
        const words: string[] = [];
        let kills = 0;
        for (let round = 0; round < rounds; round += 1)
          for (const { name, arm } of POINTS) {
            const { pid } = bots[0]!;
            const reached = Promise.withResolvers<void>();
            arm({ proxy: proxy!, line }, () => {
              process.kill(pid, 'SIGKILL');
              reached.resolve();
            });
            words.push(...(await announce(database, 2, OFFICERS)));
            await Promise.race([reached.promise, tooLong(name)]);
            kills += 1;
            await again(async (bot) => {
              await bot.kill();
              await leasesOver(database);
            });
            await moreReports(1);
          }
        while ((await database.models.outbox.countDocuments({ open: true })) > 0) await pause(100);
        const shown = timesShown(line);
        const never = words.filter((one) => !shown.has(one)).length;
        const twice = words.filter((one) => (shown.get(one) ?? 0) > 1).length;
        return {
          figures: `${kills} kills; ${words.length} pushes, ${never} never told, ${twice} told twice`,
          missed: [
            ...unless(never === 0, `${never} never told`),
            ...unless(twice === 0, `${twice} told twice`),
          ],
        };
      },
    );
  } finally {
    await (proxy as CommandProxy | null)?.close();
  }
}

/** Two points: it never arrives, and nobody hears that it did. */
function atMongo(name: string, is: (command: Command) => boolean): Point[] {
  return (['before', 'after'] as const).map((when) => ({
    name: `${when}: ${name}`,
    arm: ({ proxy }, kill) => proxy.stopAt(when, is, kill),
  }));
}

function atLine(name: string, which: 'reply' | 'push', fate: Fate): Point {
  return {
    name,
    arm({ line }, kill) {
      line.fates = ({ kind }) => {
        if (kind !== which) return 'taken';
        line.fates = () => 'taken';
        kill();
        return fate;
      };
    },
  };
}

/** Whether one of a command's updates makes that change. */
function makes(change: string, updates: unknown): boolean {
  return JSON.stringify(updates).includes(change);
}

async function tooLong(name: string): Promise<never> {
  await pause(REACHED_MS, undefined, { ref: false });
  throw new Error(`nobody came to the point: ${name}`);
}

/** Lets the leases of the dead run out at once; what its open transaction keeps has to wait. */
async function leasesOver({ models }: Database): Promise<void> {
  for (const { collection } of [models.inbox, models.outbox])
    for (const { _id } of await collection.find({ open: true, holder: { $ne: null } } as never).toArray())
      await collection
        .updateOne({ _id }, { $set: { nextAt: new Date() } } as never, { maxTimeMS: 100 } as never)
        .catch(() => undefined);
}
