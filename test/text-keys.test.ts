/** Every sentence of the text tables is read somewhere: one that nothing reads would be translated, and mended, for nobody. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createVirtualFileSystem } from 'typescript/unstable/fs';
import { API } from 'typescript/unstable/sync';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import { unreadKeys } from './helpers/text-keys.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const within = (path: string): string => path.replace(ROOT, '');

it('every key of the text tables is read by the product or its commands', () => {
  const compiler = new API();
  onTestFinished(() => compiler.close());
  const { keys, unread } = unreadKeys({
    compiler,
    projects: ['tsconfig.json', 'tsconfig.web.json'].map((name) => ROOT + name),
    // the other language has the same keys, by its type
    isTable: (path) => /^src\/text\/(?!en\/)/.test(within(path)),
    isReader: (path) => /^(src|flex-messages|scripts)\/(?!text\/en\/)/.test(within(path)),
    textOf: (path) => readFileSync(path, 'utf8'),
  });
  expect(unread.map(within)).toEqual([]);
  expect(keys).toBeGreaterThan(1000);
});

const TABLE = `export const say = {
  one: '1', 'two-more': '2', deep: { three: '3', four: (count: number) => String(count) },
  any: { 'five-up': '5', six: '6' } as Record<string, string>,
};`;
const CODE = `import { say } from './text.ts';
declare const which: 'one' | 'two-more';
declare const count: 'four' | 'five';
declare const word: string;
declare function read(...what: unknown[]): void;
declare function wants(what: { one: string }): void;
declare function keeps<T>(what: T): T;
declare const found: Record<string, string>;
const same: typeof say = say;
const { deep } = keeps(same);
`;

const CASES: readonly [how: string, code: string, unread: string][] = [
  ['by its name', 'read(say.one, deep.three);', 'any any.five-up any.six deep.four two-more'],
  ['by a pattern', 'const { one, deep: { three } } = say;', 'any any.five-up any.six deep.four two-more'],
  ['by a key of some words', 'read(say[which]);', 'any any.five-up any.six deep.four deep.three'],
  ['by any key', 'read(deep[word as keyof typeof deep]);', 'any any.five-up any.six one two-more'],
  ['by what another type wants', 'wants(say);', 'any any.five-up any.six deep.four deep.three two-more'],
  [
    'by the key of a copy',
    'const copy = { ...deep, more: 1 }; read(copy[word as keyof typeof copy]);',
    'any any.five-up any.six one two-more',
  ],
  ['with all others', 'read(Object.values(deep));', 'any any.five-up any.six one two-more'],
  [
    'as one of several',
    'for (const each of [say]) read(each.one);',
    'any.five-up any.six deep.four deep.three',
  ],
  ['by a word', "read(say.any[word]); read('five-up');", 'any.six deep.four deep.three one two-more'],
  [
    'by a word that is composed',
    'const key: `${typeof count}-up` = `${count}-up`; read(say.any[key]);',
    'any.six deep.four deep.three one two-more',
  ],
  [
    'nowhere, as a type says no word',
    "type Five = 'five-up'; read(say.any[word]);",
    'any.five-up any.six deep.four deep.three one two-more',
  ],
  [
    'nowhere, as a constant of the same name',
    'const one = { one: 1 }; read(one.one);',
    'any any.five-up any.six deep.four deep.three one two-more',
  ],
];

describe('a key is read', () => {
  const compilerOptions = {
    module: 'nodenext',
    target: 'es2024',
    allowImportingTsExtensions: true,
    noEmit: true,
    strict: true,
    types: [],
  };
  const files: Record<string, string> = {
    '/x/tsconfig.json': JSON.stringify({ compilerOptions, include: ['.'] }),
  };
  CASES.forEach(([, code], at) => {
    files[`/x/${at}/text.ts`] = TABLE;
    files[`/x/${at}/code.ts`] = CODE + code;
  });
  const compiler = new API({ fs: createVirtualFileSystem(files) });
  afterAll(() => compiler.close());

  it.each(CASES.map(([how, , expected], at) => ({ how, expected, at })))('$how', ({ at, expected }) => {
    const { unread } = unreadKeys({
      compiler,
      projects: ['/x/tsconfig.json'],
      isTable: (path) => path === `/x/${at}/text.ts`,
      isReader: (path) => path.startsWith(`/x/${at}/`),
      textOf: (path) => files[path] ?? '',
    });
    expect(unread.map((each) => each.split(' ')[1]).join(' ')).toEqual(expected);
  });
});
