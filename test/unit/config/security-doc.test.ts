/** docs/security.md names tests for each of its points: those tests exist, under these names. */
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const root = new URL('../../../', import.meta.url);
const document = readFileSync(new URL('docs/security.md', root), 'utf8');
const rows = [...document.matchAll(/^\| (\d+) +\| .* \| (`test.*) \|$/gm)].map(([, point, shown]) => ({
  point: Number(point),
  shown: String(shown),
}));

test('has twenty points, each with a test', () => {
  expect(rows.map(({ point }) => point)).toEqual(Array.from({ length: 20 }, (_, at) => at + 1));
});

test.each(rows)('point $point names tests that are there', ({ shown }) => {
  const named = shown.split('; ').map((part) => /^`(test\/[\w/.-]+\.test\.ts)`: (.+)$/.exec(part));
  expect(named.filter((one) => one === null)).toEqual([]);
  const missing = named.flatMap((one) => {
    const [, file = '', names = ''] = one ?? [];
    if (!existsSync(new URL(file, root))) return [file];
    const source = readFileSync(new URL(file, root), 'utf8').replaceAll("\\'", "'");
    const wanted = [...names.matchAll(/"([^"]+)"/g)].map(([, name]) => String(name));
    expect(wanted.length).toBeGreaterThan(0);
    return wanted.filter((name) => !['"', "'", '`'].some((quote) => source.includes(quote + name + quote)));
  });
  expect(missing).toEqual([]);
});
