/** A token that LINE does not take shows in the metrics at once: that is what an operator watches. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type App, startApp } from '../../src/app.ts';
import { movableClock, systemClock } from '../../src/clock.ts';
import { connectDatabase, type Database } from '../../src/db/connect.ts';
import { quietLog } from '../../src/log.ts';
import { createSimulator, type Simulator } from '../../src/simulator/index.ts';
import { testDatabase } from '../helpers/database.ts';

const { uri } = testDatabase(import.meta.url);
let database: Database;
let simulator: Simulator;
let app: App;

beforeAll(async () => {
  const connected = await connectDatabase(uri);
  if (!connected.ok) throw new Error(connected.detail);
  ({ database } = connected);
  simulator = await createSimulator({
    clock: movableClock(systemClock.now()),
    webhookUrl: '',
    channelSecret: 'a secret',
    channelAccessToken: 'the token in force',
    botName: 'คืบหน้า',
    people: [],
    groups: [],
    saveFile: null,
  });
  app = await startApp({
    database,
    clock: systemClock,
    log: quietLog,
    at: { host: '127.0.0.1', port: 0 },
    line: {
      channelSecret: 'a secret',
      token: { kind: 'long-lived', value: 'the one before' },
      apiUrl: simulator.apiUrl,
      dataApiUrl: simulator.apiUrl,
      allowLoopbackHttp: true,
    },
  });
});
afterAll(async () => {
  await app.stop();
  await simulator.close();
  await database.close();
});

test('each refusal is counted by what was asked for', async () => {
  await expect(app.line.quota('-')).rejects.toThrow();
  await expect((await app.line.of('-'))!.client.botUserId()).rejects.toThrow();
  const metrics = await (await fetch(`${app.url}/metrics`)).text();
  expect(metrics).toMatch(/kuebna_line_api_errors_total\{endpoint="quota",status="401"\} 1/);
  expect(metrics).toMatch(/kuebna_line_api_errors_total\{endpoint="info",status="401"\} [12]/);
});
