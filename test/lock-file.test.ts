/** The lock file must serve every machine: npm refuses one that lacks another platform's optional packages. */
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';

interface Locked {
  version?: string;
  resolved?: string;
  optionalDependencies?: Record<string, string>;
}

const file = await readFile(new URL('../package-lock.json', import.meta.url), 'utf8');
const { packages } = JSON.parse(file) as { packages: Record<string, Locked> };

/** Where npm would find a dependency of the package at `from`: beside it, or in any folder above. */
function find(from: string, name: string, version: string): boolean {
  for (let at = from; ; at = at.slice(0, at.lastIndexOf('node_modules/')).replace(/\/$/, '')) {
    const here = packages[`${at === '' ? '' : `${at}/`}node_modules/${name}`];
    // an exact version must be met; a range is npm's to judge
    if (here && (!/^\d/.test(version) || here.version === version)) return true;
    if (at === '') return false;
  }
}

test('names the optional packages of every platform', () => {
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.entries(optionalDependencies)
      .filter(([name, version]) => /^\d/.test(version) && !find(path, name, version))
      .map(([name]) => `${name} of ${path}`),
  );
  expect(missing).toEqual([]);
});

test('holds no download addresses: each machine uses its own registry', () => {
  expect(Object.values(packages).filter(({ resolved }) => resolved?.startsWith('http'))).toEqual([]);
});
