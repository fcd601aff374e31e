/** npm start, the image and the guide to deploying start the bot in one and the same way. */
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';

const read = (path: string) => readFile(new URL(`../${path}`, import.meta.url), 'utf8');
const { scripts } = JSON.parse(await read('package.json')) as { scripts: Record<string, string> };
const start = scripts['start']!;

test('npm start runs Node itself with its flags', () => {
  expect(start).toMatch(/^node (--\S+ )+src\/start\.mjs$/);
});

test('npm run set-up runs the same for an own office', () => {
  expect(scripts['set-up']).toBe(`${start} --own-office`);
});

test('the image runs the same', async () => {
  const command = /^CMD (\[.*\])$/m.exec(await read('Dockerfile'))?.[1];
  expect(JSON.parse(command ?? 'null')).toEqual(start.split(' '));
});

test('the service of systemd runs the same', async () => {
  expect(await read('docs/deploy.md')).toContain(`ExecStart=/opt/kuebna/node_modules/.bin/${start}\n`);
});
