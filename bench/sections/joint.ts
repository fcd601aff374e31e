/** The operators' overview and the joint report of a ministry's offices, half of them closed, in every format: seconds, and the most memory of the process and all it forks. */
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { connectDatabase, type Database } from '../../src/db/connect.ts';
import { findOffices } from '../../src/db/offices.ts';
import { commit } from '../../src/db/unit-of-work.ts';
import { NO_STATE } from '../../src/domain/update.ts';
import { JOINT_FORMATS } from '../../src/reports/joint-file.ts';
import { loadCurrentPlan } from '../../src/services/loaders.ts';
import { readOffices } from '../../src/services/offices-overview.ts';
import { publish } from '../../src/services/publication.ts';
import { closePeriod } from '../../src/services/periods.ts';
import { fillOffices, NOW } from '../../test/helpers/many-offices.ts';
import type { Measurements } from '../lib/goals.ts';
import type { BenchMongo } from '../lib/mongo.ts';

const ONE = fileURLToPath(new URL('../joint-one.ts', import.meta.url));
const SAMPLE_MS = 100;

export async function joint(
  mongo: BenchMongo,
  { offices, activities }: { offices: number; activities: number },
): Promise<Measurements> {
  const uri = mongo.uri('joint');
  const connected = await connectDatabase(uri);
  if (!connected.ok) throw new Error(connected.detail);
  const { database } = connected;
  const measured: Measurements = {};
  try {
    await fill(database, { offices, activities });
    for (let round = 0; round < 5; round += 1) {
      const began = performance.now();
      const { offices: rows } = await readOffices(
        database,
        { now: NOW, realNow: NOW, common: true },
        () => undefined,
      );
      if (rows.length !== offices) throw new Error(`${rows.length} offices`);
      (measured['joint.ms.overview'] ??= []).push(performance.now() - began);
    }
    for (const format of JOINT_FORMATS) {
      const { run, megabytes } = await weighed([ONE, uri, format]);
      const { leaves, collecting, seconds, bytes } = JSON.parse(run) as Record<string, number>;
      if (leaves !== offices * activities) throw new Error(`${leaves} leaves`);
      measured[`joint.s.${format}`] = [seconds!];
      measured[`joint.mb.${format}`] = [megabytes];
      measured[`joint.s.collecting`] = [...(measured['joint.s.collecting'] ?? []), collecting!];
      measured[`joint.kb.${format}`] = [bytes! / 1024];
    }
  } finally {
    await database.close();
  }
  return measured;
}

/** As officers write them. */
const RESULT =
  'จัดประชุมเชิงปฏิบัติการให้แก่ผู้เกี่ยวข้อง 2 ครั้ง มีผู้เข้าร่วม 86 คน ผู้เข้าร่วมมีความพึงพอใจในระดับมาก และได้นำผลไปปรับปรุงแผนงานในระยะต่อไปแล้ว';
const OBSTACLE = 'ฝนตกหนักทำให้ต้องเลื่อนการจัดกิจกรรมในพื้นที่ออกไปสองสัปดาห์ และงบประมาณโอนล่าช้า';

/** Every leaf was reported on, in every second office in a half that is closed and published. */
async function fill(database: Database, size: { offices: number; activities: number }): Promise<void> {
  const { models } = database;
  await fillOffices(database, { ...size, officers: 10 });
  const said = { ...NO_STATE, status: 'in_progress', percent: 40, seq: 1, rev: 1, spent: 400_000 };
  await models.activities.collection.updateMany(
    { leaf: true },
    { $set: { state: { ...said, reportedAt: NOW, result: RESULT, obstacle: OBSTACLE } } },
  );
  const all = (await findOffices(models)).offices;
  for (const office of all.filter((_, at) => at % 2 === 0)) {
    const plan = (await loadCurrentPlan(database, office))!;
    const wish = { version: 1, by: { member: null, name: '' }, today: '2021-02-15' };
    const closed = await closePeriod({ database, office, plan, half: 1, now: NOW }, wish);
    if (closed.ok) await commit(database, closed.writes);
    const by = { member: null, name: '' };
    const open = { database, office, plan, half: 1 as const, nameless: '' };
    const published = await publish(open, { version: 1, by, now: NOW });
    if (!published.ok) throw new Error(published.reason);
    await commit(database, published.writes);
  }
}

/** @returns what a program printed, and the most memory it and its children held together. */
async function weighed(args: string[]): Promise<{ run: string; megabytes: number }> {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let run = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (run += text));
  let most = 0;
  const sampling = setInterval(() => (most = Math.max(most, heldBy(child.pid ?? 0))), SAMPLE_MS);
  const code = await new Promise((resolve) => child.on('close', resolve));
  clearInterval(sampling);
  if (code !== 0) throw new Error(`ended with ${String(code)}`);
  return { run, megabytes: most };
}

/** @returns megabytes of a process and all below it, as Linux tells; 0 elsewhere. */
function heldBy(root: number): number {
  const parents = new Map<number, number>();
  const held = new Map<number, number>();
  for (const name of safely(() => readdirSync('/proc'), [])) {
    const status = /^\d+$/.test(name) ? safely(() => readFileSync(`/proc/${name}/status`, 'utf8'), '') : '';
    const field = (key: string): number =>
      Number(new RegExp(`^${key}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0);
    parents.set(Number(name), field('PPid'));
    held.set(Number(name), field('VmRSS') / 1024);
  }
  const isBelow = (pid: number): boolean => pid === root || (pid > 1 && isBelow(parents.get(pid) ?? 0));
  return [...held].reduce((sum, [pid, megabytes]) => sum + (isBelow(pid) ? megabytes : 0), 0);
}

/** Processes end while one looks at them. */
function safely<T>(read: () => T, otherwise: T): T {
  try {
    return read();
  } catch {
    return otherwise;
  }
}
