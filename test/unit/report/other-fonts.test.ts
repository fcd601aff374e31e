/** Whatever fonts a machine has, another one by the name of ours among them, or none of its own: documents and pictures are the same bytes. */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { reportContent } from '../../../src/reports/content.ts';
import { makeInviteSheet } from '../../../src/reports/invite-sheet.ts';
import { pdfQueue } from '../../../src/reports/pdf.ts';
import { DEFAULT_SETTINGS } from '../../../src/reports/settings.ts';
import { modelOf, updateOf } from './sample.ts';

/** Letters that our font lacks: of what another font has, and of what few have. */
const FOREIGN = 'จัดอบรมร่วมกับ Жуковский และ 感謝狀';
const FONT = new URL(
  '../../../node_modules/pdfjs-dist/standard_fonts/LiberationSans-Regular.ttf',
  import.meta.url,
);
const at = (path: string): string => new URL(`../../../src/reports/${path}`, import.meta.url).href;

let folder: string;
/** Homes of people with fonts of their own, and with none. */
let homes: Record<'full' | 'empty', string>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kuebna-fonts-'));
  homes = { full: join(folder, 'full'), empty: join(folder, 'empty') };
  const fonts = join(homes.full, '.local/share/fonts');
  await Promise.all([mkdir(fonts, { recursive: true }), mkdir(homes.empty)]);
  const font = await readFile(FONT);
  await writeFile(join(fonts, 'other.ttf'), font);
  await writeFile(join(fonts, 'false.ttf'), renamed(font, 'Sarabun'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** The same program on a machine where that is the home. */
async function program(name: string, home: string): Promise<URL> {
  const file = join(home, `${name.replace(/\W/g, '-')}.mjs`);
  await writeFile(
    file,
    `process.env.HOME = ${JSON.stringify(home)};\nawait import(${JSON.stringify(at(name))});\n`,
  );
  return pathToFileURL(file);
}

test.each(['full', 'empty'] as const)('the report and the invitations: %s', async (home) => {
  const update = updateOf('2', '2021-03-01T03:00:00Z', { result: FOREIGN }, { seq: 1 });
  const job = () => ({
    content: reportContent(modelOf({ updates: [update] }), { ...DEFAULT_SETTINGS, partOne: false }),
    unbroken: [],
    pictures: [],
  });
  const child = await program('pdf-child.ts', homes[home]);
  const sheet = {
    title: 'เชิญ',
    scan: 'สแกน',
    type: 'พิมพ์',
    limits: '30 วัน',
    cards: [
      { name: FOREIGN, about: 'เจ้าหน้าที่', sentence: 'ลงทะเบียน K7QM-3XWD-9R', target: 'https://line.me/' },
    ],
    unbroken: [],
  };
  const sheetChild = await program('invite-sheet-child.ts', homes[home]);
  const [here, there, sheetHere, sheetThere] = await Promise.all([
    pdfQueue()(job),
    pdfQueue({ child })(job),
    makeInviteSheet(sheet),
    makeInviteSheet(sheet, undefined, sheetChild),
  ]);
  for (const [one, other] of [
    [here, there],
    [sheetHere, sheetThere],
  ] as const) {
    expect(other.equals(one)).toBe(true);
    const fonts = one.toString('latin1').match(/\/FontName ?\/\S+/g) ?? [];
    expect(fonts.length).toBeGreaterThan(0);
    expect(fonts.filter((font) => !font.includes('Sarabun'))).toEqual([]);
  }
});

test('charts and menus', async () => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="40" font-family="Sarabun"><text y="30" font-size="20">${FOREIGN}</text></svg>`;
  const run = `const { pngOf } = await import(${JSON.stringify(at('picture.ts'))}); process.stdout.write((await pngOf(${JSON.stringify(svg)}, 300)).toString('base64'));`;
  const drawn = async (home: string): Promise<string> => {
    const done = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', run], {
      env: { ...process.env, HOME: home },
    });
    return done.stdout;
  };
  const [one, other] = await Promise.all([drawn(homes.full), drawn(homes.empty)]);
  expect(one.length).toBeGreaterThan(500);
  expect(one).toBe(other);
});

/** The font under another family's name. */
function renamed(font: Buffer, family: string): Buffer {
  const bytes = Buffer.from(font);
  const tables = bytes.readUInt16BE(4);
  for (let at = 12; at < 12 + tables * 16; at += 16) {
    if (bytes.toString('latin1', at, at + 4) !== 'name') continue;
    const table = bytes.readUInt32BE(at + 8);
    const strings = table + bytes.readUInt16BE(table + 4);
    for (let record = table + 6; record < table + 6 + bytes.readUInt16BE(table + 2) * 12; record += 12) {
      // family, and family as typographers count it
      if (![1, 16].includes(bytes.readUInt16BE(record + 6))) continue;
      const isMac = bytes.readUInt16BE(record) === 1;
      const name = isMac ? Buffer.from(family, 'latin1') : Buffer.from(family, 'utf16le').swap16();
      name.copy(bytes, strings + bytes.readUInt16BE(record + 10));
      bytes.writeUInt16BE(name.length, record + 8);
    }
  }
  return bytes;
}
