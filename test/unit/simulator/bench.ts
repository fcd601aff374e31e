/** A simulator with two people, a group and a little bot that records what it is sent; used by the simulator's tests. */
import { createServer } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { LineBotClient, validateSignature } from '@line/bot-sdk';
import type { webhook } from '@line/bot-sdk';
import { movableClock } from '../../../src/clock.ts';
import type { MovableClock } from '../../../src/clock.ts';
import { createSimulator } from '../../../src/simulator/index.ts';
import type { Simulator, SimulatorOptions } from '../../../src/simulator/index.ts';

export const SECRET = 'channel-secret';
export const TOKEN = 'channel-access-token';
export const SOMCHAI = `U${'a'.repeat(32)}`;
export const MALEE = `U${'b'.repeat(32)}`;
export const STRANGER = `U${'c'.repeat(32)}`;
export const GROUP = `C${'d'.repeat(32)}`;

export interface Delivery {
  headers: IncomingHttpHeaders;
  body: webhook.CallbackRequest;
  /** Whether the SDK takes the signature of the raw bytes. */
  signed: boolean;
}

export interface Bench {
  sim: Simulator;
  clock: MovableClock;
  /** Real time as the simulator sees it: stands still until moved. */
  real: MovableClock;
  client: LineBotClient;
  deliveries: Delivery[];
  /** Events of all deliveries, in order of arrival. */
  events(): webhook.Event[];
  /** What the bot answers from now on: a status, or null for no answer at all. */
  answerWith(next: (delivery: Delivery) => number | null): void;
  close(): Promise<void>;
}

const person = (userId: string, displayName: string, friend: boolean) => ({
  userId,
  displayName,
  friend,
  role: '',
  tries: [],
  blocked: false,
});

/** Opens a bench; close it after the test. */
export async function openBench(options: Partial<SimulatorOptions> = {}): Promise<Bench> {
  const deliveries: Delivery[] = [];
  let answer: (delivery: Delivery) => number | null = () => 200;
  const bot = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const raw = Buffer.concat(parts);
      const { headers } = request;
      const signed = validateSignature(raw, SECRET, String(headers['x-line-signature']));
      const delivery = { headers, signed, body: JSON.parse(raw.toString()) as webhook.CallbackRequest };
      deliveries.push(delivery);
      const status = answer(delivery);
      if (status !== null) response.writeHead(status).end('{}');
    });
  });
  await new Promise<void>((resolve) => bot.listen(0, '127.0.0.1', resolve));
  const { port } = bot.address() as AddressInfo;

  const still = { now: () => new Date('2026-01-05T03:00:00Z') };
  const real = movableClock(still.now(), still);
  const clock = movableClock(new Date('2021-02-10T03:00:00Z'), still);
  const sim = await createSimulator({
    clock,
    realClock: real,
    webhookUrl: `http://127.0.0.1:${port}/webhook`,
    channelSecret: SECRET,
    channelAccessToken: TOKEN,
    botName: 'คืบหน้า',
    people: [
      person(SOMCHAI, 'สมชาย', true),
      person(MALEE, 'มาลี', true),
      person(STRANGER, 'คนแปลกหน้า', false),
    ],
    groups: [{ groupId: GROUP, name: 'กลุ่มงาน', members: [SOMCHAI, MALEE], botInside: true }],
    saveFile: null,
    wait: () => Promise.resolve(),
    ...options,
  });
  const client = LineBotClient.fromChannelAccessToken({
    channelAccessToken: TOKEN,
    apiBaseURL: sim.apiUrl,
    dataApiBaseURL: sim.apiUrl,
  });
  return {
    sim,
    clock,
    real,
    client,
    deliveries,
    events: () => deliveries.flatMap((delivery) => delivery.body.events),
    answerWith(next) {
      answer = next;
    },
    async close() {
      await sim.close();
      bot.closeAllConnections();
      await new Promise((resolve) => bot.close(resolve));
    },
  };
}

/** @returns the reply token of the newest event that has one. */
export function lastToken(bench: Bench): string {
  const tokens = bench.events().flatMap((event) => ('replyToken' in event ? [event.replyToken] : []));
  return tokens.at(-1) ?? '';
}

export const text = (words: string) => ({ type: 'text' as const, text: words });
