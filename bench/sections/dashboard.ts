/** The managers' dashboard of a large office: its data beside the bare queries, what a browser takes to draw it, the weight of its small pictures. */
import { connectDatabase, type Database } from '../../src/db/connect.ts';
import { openBrowser } from '../../test/helpers/browser.ts';
import { botSettings, startCommand } from '../lib/bot.ts';
import { startFakeLine } from '../lib/fake-line.ts';
import type { Measurements } from '../lib/goals.ts';
import { BRANCHES, fill, LEAVES, PICTURES, PLAN } from '../lib/large-office.ts';
import type { BenchMongo } from '../lib/mongo.ts';
import { pairRatios } from '../lib/stats.ts';
import { startVariant } from '../lib/variant.ts';

export async function dashboard(mongo: BenchMongo, options: { rounds: number }): Promise<Measurements> {
  const uri = mongo.uri('dashboard');
  const connected = await connectDatabase(uri);
  if (!connected.ok) throw new Error(connected.detail);
  const { database } = connected;
  const line = await startFakeLine();
  const browser = await openBrowser();
  try {
    const token = await fill(database);
    const { file, flags } = startCommand();
    const { PUBLIC_URL: _, NODE_ENV: _1, ...settings } = botSettings(uri, line.url);
    const bot = await startVariant(file, [], settings, flags);
    try {
      const url = String(bot.ready['listening']).replace(/\/$/, '');
      return await measure(database, browser, { url, token }, options.rounds);
    } finally {
      await bot.stop();
    }
  } finally {
    await browser.close();
    await line.close();
    await database.close();
  }
}

async function measure(
  database: Database,
  browser: Awaited<ReturnType<typeof openBrowser>>,
  { url, token }: { url: string; token: string },
  rounds: number,
): Promise<Measurements> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(`${url}/open/${token}`);
  await page.click('button');
  await page.waitForSelector('table.tree');
  const [cookie] = await page.context().cookies();
  const headers = { cookie: `${cookie!.name}=${cookie!.value}`, accept: 'application/json' };
  const measured: Measurements = {};
  const note = (name: string, value: number): unknown => (measured[name] ??= []).push(value);
  const all = BRANCHES * (LEAVES + 1);
  for (let round = 0; round < rounds + 1; round += 1) {
    const begun = performance.now();
    const answer = await fetch(`${url}/web/overview`, { headers });
    const { rows } = (await answer.json()) as { rows: unknown[] };
    const data = performance.now() - begun;
    const bareBegun = performance.now();
    const found = await bare(database);
    const bareTime = performance.now() - bareBegun;
    if (rows.length !== all || found !== all) throw new Error(`${rows.length} and ${found} of ${all} rows`);
    await page.goto('about:blank');
    await page.goto(`${url}/dashboard`, { waitUntil: 'commit' });
    // until it has been painted
    const drawn = await page.evaluate<number>(`new Promise((resolve) => {
      const look = () =>
        document.querySelectorAll('table.tree tbody tr').length < ${all}
          ? requestAnimationFrame(look)
          : requestAnimationFrame(() => setTimeout(() => resolve(performance.now())));
      look();
    })`);
    // the first is for the caches of all three
    if (round === 0) continue;
    note('dashboard.ms.data', data);
    note('dashboard.ms.bare', bareTime);
    note('dashboard.ms.drawn', drawn);
  }
  measured['dashboard.data/bare'] = pairRatios(
    measured['dashboard.ms.data']!,
    measured['dashboard.ms.bare']!,
  );
  measured['dashboard.kb.thumbnail'] = await thumbnails(url, headers);
  return measured;
}

/** What the page cannot do without: every activity with its state, and the months in which something was reported. */
async function bare({ models }: Database): Promise<number> {
  const month = { $dateToString: { date: '$at', format: '%Y-%m', timezone: 'Asia/Bangkok' } };
  const [activities] = await Promise.all([
    models.activities.collection.find({ plan: PLAN }).toArray(),
    models.updates.collection
      .aggregate([
        { $match: { plan: PLAN, voided: null } },
        { $group: { _id: '$activity', months: { $addToSet: month } } },
      ])
      .toArray(),
    models.members.collection.find({}).toArray(),
  ]);
  return activities.length;
}

/** @returns kilobytes of each small picture of the activity that has them. */
async function thumbnails(url: string, headers: Record<string, string>): Promise<number[]> {
  const detail = await (await fetch(`${url}/web/activities/1.1`, { headers })).json();
  const { evidence } = detail as { evidence: { id: string; picture: boolean }[] };
  const shown = evidence.filter(({ picture }) => picture);
  if (shown.length !== PICTURES) throw new Error(`${shown.length} of ${PICTURES} pictures`);
  const sizes: number[] = [];
  for (const { id } of shown) {
    const bytes = await (await fetch(`${url}/web/pictures/${id}/thumb`, { headers })).arrayBuffer();
    sizes.push(bytes.byteLength / 1024);
  }
  return [Math.max(...sizes)];
}
