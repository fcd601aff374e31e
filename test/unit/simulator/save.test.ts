import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lastToken, MALEE, openBench, SOMCHAI, text } from './bench.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'simulator-'));
});
afterEach(() => rm(folder, { recursive: true }));

test('a restart finds the chats, the photos, the clock, the quota and the tokens', async () => {
  const saveFile = path.join(folder, 'deep', 'world.json');
  const first = await openBench({ saveFile });
  const base64 = Buffer.from('photo').toString('base64');
  await first.sim.act({ act: 'image', user: SOMCHAI, chat: SOMCHAI, base64, contentType: 'image/png' });
  await first.sim.waitIdle();
  const key = '123e4567-e89b-12d3-a456-426614174000';
  await first.client.pushMessage({ to: MALEE, messages: [text('เตือน')] }, key);
  await first.sim.act({ act: 'clock', days: 30 });
  await first.sim.act({ act: 'clock', days: -29 });
  const before = first.sim.state();
  const replyToken = lastToken(first);
  await first.close();

  const second = await openBench({ saveFile });
  const after = second.sim.state();
  expect(after.messages).toEqual(before.messages);
  expect([after.now, after.quota]).toEqual([before.now, before.quota]);
  const { httpResponse } = await second.client.getMessageContentWithHttpInfo(after.messages[0]?.id ?? '');
  expect(httpResponse.headers.get('content-type')).toBe('image/png');
  await second.client.replyMessage({ replyToken, messages: [text('ตอบ')] });
  const repeat = second.client.pushMessage({ to: MALEE, messages: [text('เตือน')] }, key);
  await expect(repeat).rejects.toMatchObject({ status: 409 });
  await second.close();
});

test('a newer demo’s people join the saved ones, who keep what they did', async () => {
  const saveFile = path.join(folder, 'world.json');
  const first = await openBench({ saveFile });
  await first.sim.act({ act: 'block', user: SOMCHAI });
  await first.sim.act({ act: 'new-person', displayName: 'ปลัด' });
  await first.close();

  const newcomer = { displayName: 'คนใหม่', role: '', tries: [], friend: true, blocked: false };
  const renamed = { ...newcomer, userId: SOMCHAI, displayName: 'สมชาย ใจดี' };
  const people = [renamed, { ...newcomer, userId: `U${'e'.repeat(32)}` }];
  const second = await openBench({ saveFile, people });
  const state = second.sim.state();
  expect(state.people.map((person) => person.displayName)).toEqual([
    'สมชาย ใจดี',
    'คนใหม่',
    'มาลี',
    'คนแปลกหน้า',
    'ปลัด',
  ]);
  expect(state.people[0]?.blocked).toBe(true);
  await second.close();
});

test('a file that cannot be read is told of, and the simulator starts anew', async () => {
  const saveFile = path.join(folder, 'world.json');
  await writeFile(saveFile, '{"format":1,"messages":"gone"');
  const lines: string[] = [];
  const bench = await openBench({ saveFile, log: (line) => lines.push(line) });
  expect(lines[0]).toContain('cannot be read');
  expect(bench.sim.state().people).toHaveLength(3);
  await bench.sim.act({ act: 'sticker', user: SOMCHAI, chat: SOMCHAI });
  await bench.close();
  expect(await readFile(saveFile, 'utf8')).toContain('"sticker"');
});

test('waiting for a state ends when it comes, or says what was there instead', async () => {
  const bench = await openBench();
  const coming = bench.sim.until((state) => state.messages.length === 2);
  await bench.sim.act({ act: 'sticker', user: SOMCHAI, chat: SOMCHAI });
  await bench.client.pushMessage({ to: SOMCHAI, messages: [text('มาแล้ว')] });
  expect((await coming).messages).toHaveLength(2);
  await expect(bench.sim.until((state) => state.messages.length === 9, 20)).rejects.toThrow('มาแล้ว');
  await bench.close();
});
