/** What this machine refuses at the start is said with the setting to change; the bot's own faults are not dressed up. */
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { explainDatabase, explainFault } from '../../../src/start-faults.ts';

const settings = { host: '192.0.2.1', port: 81, dataDir: 'data' };

/** @returns what listening there comes to. */
async function listening(port: number, host: string): Promise<unknown> {
  const server = createServer();
  const failed = once(server, 'error').then(([error]: unknown[]) => error);
  server.listen(port, host);
  const error = await Promise.race([failed, once(server, 'listening').then(() => null)]);
  server.close();
  return error;
}

const fault = (code: string, syscall: string): Error => Object.assign(new Error(code), { code, syscall });

test('an address that is not this machine’s names HOST', async () => {
  // 192.0.2.0/24 is for examples: no machine has it
  expect(explainFault(await listening(0, '192.0.2.1'), settings)).toMatch(/192\.0\.2\.1.*HOST/);
  expect(explainFault(await listening(0, 'no-such-machine.invalid'), settings)).toContain('HOST');
});

test('a port that is taken, and one that is not allowed, name PORT and are told apart', async () => {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  const taken = explainFault(await listening(port, '127.0.0.1'), settings);
  server.close();
  const forbidden = explainFault(fault('EACCES', 'listen'), settings);
  expect(taken).toMatch(/81.*PORT/);
  expect(forbidden).toMatch(/81.*PORT/);
  expect(forbidden).not.toBe(taken);
});

test('a directory that cannot be written to names DATA_DIR, not the port', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'kuebna-fault-'));
  try {
    await writeFile(join(directory, 'file'), '');
    const error = await mkdir(join(directory, 'file', 'data'), { recursive: true }).catch(
      (one: unknown) => one,
    );
    expect(explainFault(error, settings)).toContain('DATA_DIR');
    expect(explainFault(fault('EACCES', 'mkdir'), settings)).toContain('DATA_DIR');
  } finally {
    await rm(directory, { recursive: true });
  }
});

test('a full disk is said to be full, whatever was being written', () => {
  for (const syscall of ['open', 'write', 'mkdir'])
    expect(explainFault(fault('ENOSPC', syscall), settings)).toMatch(/data เต็ม.*DATA_DIR/);
});

test.each([
  ['a fault of the bot', new TypeError('x is not a function')],
  ['a connection that was refused', fault('ECONNREFUSED', 'connect')],
  ['what is no error', 'EACCES'],
])('%s is shown as it is', (_what, error) => {
  expect(explainFault(error, settings)).toBeNull();
});

test('a database that does not answer names MONGODB_URI where that was set, and what to check', () => {
  const unreachable = { reason: 'unreachable', detail: 'connect ECONNREFUSED' } as const;
  const named = explainDatabase(unreachable, { mongodb: { kind: 'uri', uri: 'mongodb://bot:secret@db/' } });
  expect(named).toMatch(/MONGODB_URI.*ECONNREFUSED.*พอร์ต/);
  expect(named).not.toContain('secret');
  const own = explainDatabase(unreachable, { mongodb: { kind: 'embedded', dataDir: 'data' } });
  expect(own).not.toContain('MONGODB_URI');
});
