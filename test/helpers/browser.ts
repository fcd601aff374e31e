/** Opens a real Chromium for browser tests: the machine's own, else the one that comes with npm. */
import { existsSync } from 'node:fs';
import { access, constants, mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import bundled from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';
import lock from '../../package-lock.json' with { type: 'json' };

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const places = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];

// No sandbox: containers and CI seldom allow one, and the tests open only their own pages.
const flags = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--no-first-run',
  // no graphics card: one that is played in software costs more than drawing without
  '--disable-gpu',
  '--disable-software-rasterizer',
];

// Made for serverless functions: one process for all, which a closed page takes down, and no web security; and a graphics
// card played in software.
const unwanted =
  /single-process|no-zygote|web-security|site-isolation|insecure-content|disable-features|gpu|angle|swiftshader/;

/**
 * A launched headless browser; close it in `afterAll`.
 * Its program is the one `CHROMIUM` names, else Chrome or Chromium on the PATH, else @sparticuz/chromium's.
 */
export async function openBrowser(): Promise<Browser> {
  const own = process.env.CHROMIUM ?? (await installed());
  if (own) return chromium.launch({ executablePath: own, args: flags });
  const executablePath = await unpack();
  const args = bundled.args.filter((flag) => !unwanted.test(flag));
  return chromium.launch({ executablePath, args: [...args, ...flags], headless: true });
}

/**
 * The package unpacks straight to where it looks the next time, so that a file cut short, or still being written by
 * another worker, would be taken for the program: here it is unpacked aside and put in its place whole.
 */
async function unpack(): Promise<string> {
  const { version } = lock.packages['node_modules/@sparticuz/chromium'];
  const place = join(tmpdir(), `kuebna-chromium-${version}`);
  const program = join(place, 'chromium');
  if (existsSync(program)) return program;
  const aside = await mkdtemp(`${place}-`);
  const { TMPDIR } = process.env;
  process.env.TMPDIR = aside;
  // it reads TMPDIR before it first waits
  const unpacking = bundled.executablePath();
  if (TMPDIR === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = TMPDIR;
  await unpacking;
  // whoever comes second finds the place taken, by the same
  await rename(aside, place).catch(() => rm(aside, { recursive: true }));
  return program;
}

async function installed(): Promise<string | null> {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const candidates = [...folders.flatMap((folder) => names.map((name) => join(folder, name))), ...places];
  for (const path of candidates) {
    const usable = await access(path, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (usable) return path;
  }
  return null;
}
