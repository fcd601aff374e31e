/** Holds the house rules: who may import whom, where time, environment and Thai words live, how files look. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { FOR_ALL, MAY_IMPORT, PACKAGES, PACKAGES_OF } from './helpers/import-table.ts';
import { readFacts, type SourceFacts } from './helpers/source-facts.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

const THAI_PLACES = ['src/text', 'src/understand', 'src/simulator/page/words.ts'];
const LONGEST_FILE = 250;

interface File {
  path: string;
  facts: SourceFacts;
}

interface Edge {
  from: string;
  to: string;
  typeOnly: boolean;
}

const files: File[] = globSync('{src,flex-messages,scripts}/**/*.{ts,tsx}', { cwd: ROOT })
  .map((path) => path.replaceAll('\\', '/'))
  .toSorted()
  .map((path) => ({ path, facts: readFacts(path, readFileSync(join(ROOT, path), 'utf8')) }));
const edges = files.flatMap(edgesOf);

function edgesOf({ path, facts }: File): Edge[] {
  return facts.imports.map(({ from, typeOnly }) => ({
    from: path,
    to: from.startsWith('.') ? relative(ROOT, join(ROOT, dirname(path), from)).replaceAll('\\', '/') : from,
    typeOnly,
  }));
}

function isIn(path: string, place: string): boolean {
  return path === place || path.startsWith(`${place}/`);
}

function rowOf(path: string): string | null {
  const rows = Object.keys(MAY_IMPORT).filter((place) => isIn(path, place));
  return rows.toSorted((a, b) => b.length - a.length)[0] ?? null;
}

function isOwnFile(to: string): boolean {
  return /^(src|flex-messages|scripts|test|bench|samples)\//.test(to);
}

function allows(entry: string, to: string, typeOnly: boolean): boolean {
  if (entry === '*') return !isIn(to, 'src/simulator') && !isIn(to, 'test') && !isIn(to, 'bench');
  if (entry.startsWith('type:')) return typeOnly && isIn(to, entry.slice('type:'.length));
  return isIn(to, entry);
}

/** @returns why an import is wrong, or null. */
function fault({ from, to, typeOnly }: Edge): string | null {
  const row = rowOf(from);
  if (row === null) return `${from} lies in no place the table knows`;
  if (isOwnFile(to)) {
    const own = isIn(to, row) && rowOf(to) === row;
    const fine = own || FOR_ALL.includes(to) || MAY_IMPORT[row]?.some((entry) => allows(entry, to, typeOnly));
    return fine ? null : `${from} may not import ${typeOnly ? 'types of ' : ''}${to}`;
  }
  const name = to
    .split('/')
    .slice(0, to.startsWith('@') ? 2 : 1)
    .join('/');
  if (name.startsWith('node:')) return null;
  const few = PACKAGES_OF[row];
  if (few && !few.includes(name)) return `${from} may not import the package ${name}`;
  const homes = PACKAGES[name];
  if (!homes) return null;
  const places = typeOnly ? [...homes.run, ...(homes.types ?? [])] : homes.run;
  return places.some((place) => isIn(from, place)) ? null : `${from} may not import the package ${name}`;
}

/** @returns `path:line` of each finding outside the places where it is allowed. */
function outside(lines: (facts: SourceFacts) => number[], places: readonly string[]): string[] {
  return files
    .filter(({ path }) => !places.some((place) => isIn(path, place)))
    .flatMap(({ path, facts }) => lines(facts).map((line) => `${path}:${line}`));
}

describe('imports', () => {
  it('go only where the table allows', () => {
    expect(edges.map(fault).filter((each) => each !== null)).toEqual([]);
  });

  it('were really looked at', () => {
    expect(edges.filter(({ to }) => isOwnFile(to)).length).toBeGreaterThan(50);
    expect(edges.filter(({ to }) => !isOwnFile(to)).length).toBeGreaterThan(10);
  });

  it('reach the simulator and the demo office from the start alone', () => {
    const hidden = ['src/simulator', 'src/demo.ts'];
    const importers = edges.filter(({ from, to }) =>
      hidden.some((place) => isIn(to, place) && !isIn(from, place)),
    );
    const start = ['src/main.ts', 'src/run.ts'];
    expect(importers.filter(({ from }) => !start.includes(from))).toEqual([]);
    expect(importers.length).toBeGreaterThan(0);
  });

  it('load the assistant where an endpoint is set, and its library with the first question', () => {
    const loads = (place: string): string[] =>
      edges
        .filter(({ from, to, typeOnly }) => !typeOnly && isIn(to, place) && /^src\/(?!assistant)/.test(from))
        .map(({ from }) => from);
    expect(loads('src/assistant')).toEqual(['src/load-assistant.ts']);
    const lazily = {
      'src/load-assistant.ts': './assistant/index.ts',
      'src/assistant/client.ts': '@ai-sdk/openai-compatible',
    };
    for (const [path, from] of Object.entries(lazily))
      expect(readFileSync(join(ROOT, path), 'utf8')).toContain(`await import('${from}')`);
  });

  it('name files that exist, with their ending', () => {
    const own = edges.filter(({ to }) => isOwnFile(to));
    expect(own.filter(({ to }) => !existsSync(join(ROOT, to)))).toEqual([]);
  });

  it.each<[string, Edge]>([
    ['a rule that reads the database', { from: 'src/domain/plan.ts', to: 'src/db/plans.ts', typeOnly: true }],
    ['a rule that uses a package', { from: 'src/domain/plan.ts', to: 'zod', typeOnly: false }],
    [
      'a card that runs the bot',
      { from: 'flex-messages/work.ts', to: 'src/bot/dispatch.ts', typeOnly: false },
    ],
    ['a service that sends', { from: 'src/services/x.ts', to: 'src/line/client.ts', typeOnly: false }],
    ['a command that uses the SDK', { from: 'src/bot/x.ts', to: '@line/bot-sdk', typeOnly: false }],
    ['a card that runs the SDK', { from: 'flex-messages/x.ts', to: '@line/bot-sdk', typeOnly: false }],
    [
      'a script that opens the simulator',
      { from: 'scripts/x.ts', to: 'src/simulator/x.ts', typeOnly: false },
    ],
    [
      'the simulator that knows the bot',
      { from: 'src/simulator/x.ts', to: 'src/bot/types.ts', typeOnly: true },
    ],
    ['the product that uses a test', { from: 'src/main.ts', to: 'test/helpers/x.ts', typeOnly: false }],
    ['a file in a place nobody knows', { from: 'src/utils/x.ts', to: 'zod', typeOnly: false }],
  ])('would catch %s', (_what, edge) => {
    expect(fault(edge)).not.toBeNull();
  });

  it.each<[string, Edge]>([
    ['types of the bot in a card', { from: 'flex-messages/x.ts', to: 'src/bot/types.ts', typeOnly: true }],
    ['types of the SDK in a card', { from: 'flex-messages/x.ts', to: '@line/bot-sdk', typeOnly: true }],
    ['the clock anywhere', { from: 'src/simulator/x.ts', to: 'src/clock.ts', typeOnly: false }],
  ])('lets pass %s', (_what, edge) => {
    expect(fault(edge)).toBeNull();
  });
});

describe('places', () => {
  it('the environment is read in the configuration alone', () => {
    expect(outside((facts) => facts.environment, ['src/config.ts'])).toEqual([]);
  });

  it('the time is read in the clock alone', () => {
    expect(outside((facts) => facts.clock, ['src/clock.ts'])).toEqual([]);
  });

  it('Thai words stand in the texts and word lists alone', () => {
    expect(outside((facts) => facts.thai, THAI_PLACES)).toEqual([]);
  });

  it('a time of the day is written as Thai offices do in one place', () => {
    const elsewhere = /\} น\.|\d[.:]\d\d[ \u00A0]น\./;
    const codeOf = (source: string): string => source.replace(/\/\*[^]*?\*\/|\/\/.*/g, '');
    // the simulator stands apart from the bot, and has its own
    const places = ['src/text/time-of-day.ts', 'src/simulator/page/words.ts', 'src/understand'];
    const found = files.filter(
      ({ path }) =>
        !places.some((place) => isIn(path, place)) &&
        elsewhere.test(codeOf(readFileSync(join(ROOT, path), 'utf8'))),
    );
    expect(found.map(({ path }) => path)).toEqual([]);
  });

  it('would be missed nowhere', () => {
    const source = [
      'const { env } = process; process.env.A; process["env"];',
      'new Date(); Date.now(); new Date(0);',
      "const a = 'ก'; const b = `ข`; const c = /ค/; // ง",
      'export default class Bag {}',
      'class Gone extends Error {}',
    ].join('\n');
    expect(readFacts('x.ts', source)).toMatchObject({
      environment: [1, 1, 1],
      clock: [2, 2],
      thai: [3, 3, 3],
      defaultExports: [4],
      classes: ['Bag'],
      beginsWithSentence: false,
    });
    const imports = "import type { A } from './a.ts'; export * from './b.ts'; void import('./c.ts');";
    expect(readFacts('x.ts', imports).imports).toEqual([
      { from: './a.ts', typeOnly: true },
      { from: './b.ts', typeOnly: false },
      { from: './c.ts', typeOnly: false },
    ]);
  });
});

describe('exported names', () => {
  const given = globSync('{src,flex-messages,scripts,bench}/**/*.{ts,tsx}', { cwd: ROOT })
    .map((path) => path.replaceAll('\\', '/'))
    // sentences, reached through `texts` alone, and the same in two languages
    .filter((path) => !isIn(path, 'src/text/th') && !isIn(path, 'src/text/en'))
    .toSorted()
    .flatMap((path) =>
      readFacts(path, readFileSync(join(ROOT, path), 'utf8')).exports.map((name) => ({ name, path })),
    );

  it('mean one thing each', () => {
    const homes = Map.groupBy(given, ({ name }) => name);
    const twice = [...homes].filter(([, places]) => places.length > 1);
    expect(twice.map(([name, places]) => `${name}: ${places.map(({ path }) => path).join(', ')}`)).toEqual(
      [],
    );
  });

  it('would be found twice, and a type beside its value once', () => {
    const source = [
      "import { a } from './a.ts'; export { a }; export { b } from './b.ts';",
      'export type C = typeof C; export const C = 1; export function d() {}',
      'export interface E { f: 1 } const g = 2; export { g as h };',
    ].join('\n');
    expect(readFacts('x.ts', source).exports.toSorted()).toEqual(['C', 'E', 'd', 'h']);
  });
});

describe('files', () => {
  const all = globSync('{src,flex-messages,scripts,test,bench}/**/*.{ts,tsx}', { cwd: ROOT });
  const which = (test: (file: File) => boolean): string[] => files.filter(test).map(({ path }) => path);

  it('are named in kebab-case', () => {
    const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.test|\.config)?\.tsx?$/;
    expect(all.filter((path) => !kebab.test(basename(path)))).toEqual([]);
  });

  it('begin with a sentence that says what they are for', () => {
    expect(which(({ facts }) => !facts.beginsWithSentence)).toEqual([]);
  });

  it(`have at most ${LONGEST_FILE} lines`, () => {
    expect(which(({ facts }) => facts.lines > LONGEST_FILE)).toEqual([]);
  });

  it('export by name', () => {
    expect(which(({ facts }) => facts.defaultExports.length > 0)).toEqual([]);
  });

  it('have classes for errors alone', () => {
    expect(which(({ facts }) => facts.classes.length > 0)).toEqual([]);
  });

  it('never hide in a drawer for odds and ends', () => {
    expect(which(({ path }) => /\/(utils?|helpers?|misc|common)(\/|\.)/.test(path))).toEqual([]);
  });
});
