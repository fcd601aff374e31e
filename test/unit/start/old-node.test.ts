/** A start with a Node.js that cannot read TypeScript, as after `npm ci` without development dependencies. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = new URL('../../../', import.meta.url);
const start = new URL('src/start.mjs', root);

test('says what to type, and does not show a stack', async () => {
  // this one can, but behaves as if it could not
  const child = spawn(process.execPath, ['--no-experimental-strip-types', fileURLToPath(start)], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const said = text(child.stderr);
  expect(await once(child, 'exit')).toEqual([1, null]);
  expect(await said).toContain('npm ci --include=dev');
  expect(await said).not.toMatch(/ERR_|\n {4}at /);
});

test('asks for nothing by name that an old one does not have', async () => {
  const file = await readFile(start, 'utf8');
  expect(file).not.toMatch(/import\s*\{/);
});

test('is what npm start and the image run', async () => {
  const { scripts } = JSON.parse(await readFile(new URL('package.json', root), 'utf8')) as {
    scripts: Record<string, string>;
  };
  expect(scripts['start']).toMatch(/^node .*src\/start\.mjs$/);
  expect(await readFile(new URL('Dockerfile', root), 'utf8')).toMatch(/^CMD \[.*"src\/start\.mjs"\]$/m);
});
