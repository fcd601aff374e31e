/** F9: four instances run the jobs by clocks of their own, one is killed in the middle again and again; judged by what one alone sends. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { connectDatabase, type Database } from '../../../src/db/connect.ts';
import { dayInBangkok } from '../../../src/domain/fiscal-year.ts';
import { momentOf, slotsBetween } from '../../../src/jobs/cron-slots.ts';
import { reminders } from '../../../src/jobs/reminders.ts';
import { type Command, type CommandProxy, commandProxy } from '../../helpers/command-proxy.ts';
import { fillOffices, NOW } from '../../helpers/many-offices.ts';
import { startSet } from '../../helpers/mongo-set.ts';
import { standInLine, type StandInLine } from '../../helpers/stand-in-line.ts';
import { type Fault, type Found, unless } from './fault.ts';

const INSTANCE = fileURLToPath(new URL('../../helpers/jobs-instance.ts', import.meta.url));
const INSTANCES = 4;
const SKEW_MS = 5_000;
const BACK_MS = 10 * 60_000;
const KILL_EVERY = 20;
/** After a kill, time goes on in such steps until everything is sent: each longer than any lease. */
const LEASES_OVER_MS = 61_000;
const MOST_TURNS = 40;
const DAY_MS = 86_400_000;

/** Where a job can be torn apart. */
const POINTS: readonly ((command: Command) => boolean)[] = [
  ({ insert }) => insert === 'slots',
  (command) => 'commitTransaction' in command,
  ({ findAndModify }) => findAndModify === 'outbox',
  ({ update }) => update === 'outbox',
  ({ update }) => update === 'slots',
];

export const jobsOfMany: Fault = {
  id: 'F9',
  breaks: `${INSTANCES} instances run the jobs of each half hour at once, by clocks up to 5 s apart and set back at times; one of them killed in the middle every ${KILL_EVERY}th time`,
  wanted: 'each person is sent what one undisturbed instance sends them, each day, no more and no less',
  rounds: { short: 0, whole: 1_000 },
  shortIn: 'test/flow/jobs.test.ts',
  run,
};

async function run(rounds: number): Promise<Found> {
  const slots = slotsBetween(reminders.cron, NOW, new Date(NOW.getTime() + (rounds / 20 + 1) * DAY_MS));
  const times = slots.slice(0, rounds).map(momentOf);
  const set = await startSet(1, { more: ['--setParameter', 'transactionLifetimeLimitSeconds=3'] });
  try {
    const alone = await play(set.uri, 'alone', times, 1);
    const many = await play(set.uri, 'many', times, INSTANCES);
    const keys = [...new Set([...alone.sent.keys(), ...many.sent.keys()])];
    const difference = (key: string): number => (many.sent.get(key) ?? 0) - (alone.sent.get(key) ?? 0);
    const missed = keys.filter((key) => difference(key) < 0).length;
    const doubled = keys.filter((key) => difference(key) > 0).length;
    const sum = [...many.sent.values()].reduce((total, one) => total + one, 0);
    return {
      figures: `${sum} pushes to ${new Set(keys.map((key) => key.split(' ')[0])).size} people, ${missed} missed, ${doubled} too many, ${many.open} left open; ${many.kills} kills`,
      missed: [
        ...unless(sum > 0, 'nothing was sent'),
        ...unless(missed === 0, `${missed} missed`),
        ...unless(doubled === 0, `${doubled} too many`),
        ...unless(many.open === 0, `${many.open} left open`),
      ],
    };
  } finally {
    await set.stop();
  }
}

interface Played {
  /** Pushes LINE took, by person and day. */
  sent: Map<string, number>;
  open: number;
  kills: number;
}

async function play(uri: string, name: string, times: readonly Date[], instances: number): Promise<Played> {
  const own = uri.replace('/?', `/${name}?`);
  const connected = await connectDatabase(own);
  if (!connected.ok) throw new Error(connected.detail);
  const { database } = connected;
  const line = await standInLine();
  const all: Instance[] = [];
  const sent = new Map<string, number>();
  let seen = 0;
  let kills = 0;
  const tell = (at: Date, apartMs: number): Promise<void[]> =>
    Promise.all(all.map((one) => one.tell(new Date(at.getTime() + (Math.random() * 2 - 1) * apartMs))));
  const openRows = (): Promise<number> => database.models.outbox.countDocuments({ open: true });
  try {
    await fill(database);
    while (all.length < instances) all.push(await startInstance(own, line, NOW));
    for (const [index, moment] of times.entries()) {
      if (instances > 1 && index % KILL_EVERY === 0) killFirst(all, index / KILL_EVERY);
      if (instances > 1 && index % 7 === 0) await all[index % instances]!.tell(before(moment));
      let at = new Date(moment.getTime() + 2 * SKEW_MS);
      await tell(at, instances > 1 ? SKEW_MS : 0);
      for (let turns = 0; turns < MOST_TURNS; turns += 1) {
        const gone = all.findIndex((one) => one.isGone());
        if (gone >= 0) {
          kills += 1;
          await all[gone]!.end();
          all[gone] = await startInstance(own, line, at);
        } else if ((await openRows()) === 0) break;
        at = new Date(at.getTime() + LEASES_OVER_MS);
        await tell(at, 0);
      }
      const day = dayInBangkok(moment);
      for (const { kind, to } of line.taken.slice(seen))
        if (kind === 'push') sent.set(`${to} ${day}`, (sent.get(`${to} ${day}`) ?? 0) + 1);
      seen = line.taken.length;
    }
    return { sent, open: await openRows(), kills };
  } finally {
    await Promise.all(all.map((one) => one.end()));
    await line.close();
    await database.close();
  }
}

/** People of all hours, and a group whose summary is dear. */
async function fill(database: Database): Promise<void> {
  await fillOffices(database, { offices: 6, activities: 9, officers: 3 });
  const { members } = database.models;
  for (const [index, { _id }] of (await members.find().sort({ _id: 1 }).lean()).entries())
    await members.updateOne(
      { _id },
      { preferences: { hour: 8 + (index % 9), days: null, snoozedUntil: null } },
    );
}

function before(moment: Date): Date {
  return new Date(moment.getTime() - BACK_MS);
}

/** The first of them to come to the point is killed there. */
function killFirst(all: readonly Instance[], turn: number): void {
  const is = POINTS[turn % POINTS.length]!;
  const when = turn % 2 === 0 ? 'before' : 'after';
  for (const { proxy, kill } of all)
    proxy.stopAt(when, is, () => {
      for (const one of all) one.proxy.go();
      kill();
    });
}

interface Instance {
  proxy: CommandProxy;
  /** Resolves when it has done what is due by then, or is gone. */
  tell(at: Date): Promise<void>;
  kill: () => void;
  isGone(): boolean;
  end(): Promise<void>;
}

async function startInstance(uri: string, line: StandInLine, begin: Date): Promise<Instance> {
  const { port, pathname } = new URL(uri);
  const proxy = await commandProxy(Number(port));
  // the set's own address would lead around it
  const way = `mongodb://127.0.0.1:${proxy.port}${pathname}?directConnection=true`;
  const child = fork(INSTANCE, [way, line.url, begin.toISOString()], { stdio: 'inherit' });
  const gone = once(child, 'exit').then(() => undefined);
  const isGone = (): boolean => child.exitCode !== null || child.signalCode !== null;
  await Promise.race([once(child, 'message'), gone]);
  return {
    proxy,
    async tell(at) {
      if (isGone()) return;
      const done = once(child, 'message');
      child.send(at.toISOString(), () => undefined);
      await Promise.race([done, gone]);
    },
    kill: () => void child.kill('SIGKILL'),
    isGone,
    async end() {
      child.kill('SIGKILL');
      await gone;
      await proxy.close();
    },
  };
}
