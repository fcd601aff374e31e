/** A whole year of an office, from the first link to the close of twelve months: what is said, what is stored, and what a phone of 390 × 844 shows of it. `KEEP_PICTURES=1` redraws docs/pictures/year. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { inviteScript } from '../../scripts/invite.ts';
import { runAdmin } from '../helpers/admin.ts';
import { openBrowser } from '../helpers/browser.ts';
import { testDatabase } from '../helpers/database.ts';
import { openOffice } from '../helpers/office.ts';
import { album, type Album } from './year/album.ts';
import { autumn, joining, winter } from './year/first-half.ts';
import { afterClosing, halfYear, secondHalf } from './year/second-half.ts';
import { type Seen, take, type Year } from './year/walk.ts';

const { uri } = testDatabase(import.meta.url);
const ADMIN = 'กัญญารัตน์ ณ ป้อมเพชร';
let year: Year;
let dataDir: string;
let browser: Browser;
let pictures: Album | null = null;
const seen: Seen[] = [];

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'kuebna-year-'));
  vi.stubEnv('MONGODB_URI', uri);
  vi.stubEnv('DATA_DIR', dataDir);
  browser = await openBrowser();
  const office = await openOffice(uri);
  const { members, links, groups, invites } = office.database.models;
  // the plan is there, and nobody yet
  for (const model of [members, links, groups, invites]) await model.collection.deleteMany({});
  await office.simulator.act({ act: 'new-person', displayName: ADMIN });
  const admin = office.simulator.state().people.find((one) => one.displayName === ADMIN)!.userId;
  const made = await runAdmin(inviteScript, ['--role', 'admin', '--json']);
  year = { office, admin, codes: new Map([['admin', made.json<{ code: string }>().code]]) };
  if (process.env['KEEP_PICTURES']) pictures = await album(browser, year);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await browser.close();
  await year.office.close();
  await rm(dataDir, { recursive: true, force: true });
});

const parts = { joining, autumn, winter, halfYear, afterClosing, secondHalf };

describe('the year', () => {
  test.each(Object.entries(parts))('%s', { timeout: 600_000 }, async (name, steps) => {
    for (const step of steps) {
      const one = await take(year, step);
      if (one) seen.push(one);
      await pictures?.add(step);
    }
    await pictures?.keep(name);
  });

  test('the newest bubble is no taller than the screen leaves, and its gist stands in it', async () => {
    const page = await browser.newPage({ viewport: { width: 3600, height: 900 } });
    await page.goto(`${year.office.app.url}/simulator`);
    expect(seen.length).toBeGreaterThan(100);
    expect(await outOfSight(page)).toEqual([]);
  });
});

/** What LINE shows of a chat above an open menu on a phone of 390 × 844, in pixels. */
const VISIBLE = 307;

/** @returns the rows of which something is not on the screen when the answer is there. */
async function outOfSight(page: Page): Promise<string[]> {
  const rows = seen.map(({ step, message }) => ({
    message,
    row: `${step.who}: ${step.does}`,
    gist: [step.gist].flat(),
  }));
  await page
    .locator(`[id$="-${rows.at(-1)!.message}"]`)
    .first()
    .waitFor();
  await page.evaluate('document.fonts.ready');
  return page.evaluate(
    ({ rows: all, most }) =>
      all.flatMap(({ message, row, gist }) => {
        const bubble = document.querySelector(`[id$="-${message}"] :is(.bubble, .bare)`);
        if (!bubble) return [`${row}: not on the page`];
        const { bottom, height } = bubble.getBoundingClientRect();
        const tall = bubble.classList.contains('bare') && height > most ? [`${row}: ${height} px`] : [];
        const places = [...bubble.querySelectorAll('p, span, .fx-label, button')];
        return tall.concat(
          gist.flatMap((words) => {
            const holder = places.findLast((one) => (one.textContent ?? '').includes(words));
            if (!holder) return [`${row}: “${words}” not found`];
            const box = holder.getBoundingClientRect();
            const above = Math.round(bottom - box.top);
            return above > most ? [`${row}: “${words}” stands ${above} px above the end`] : [];
          }),
        );
      }),
    { rows, most: VISIBLE },
  );
}
