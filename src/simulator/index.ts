/** LINE in miniature: a fake Messaging API, people who write, a page to watch; opened by main where there are no LINE credentials, and by tests. */
import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Router } from 'express';
import { systemClock } from '../clock.ts';
import type { Clock, MovableClock } from '../clock.ts';
import type { ActOutcome } from './act-outcome.ts';
import { perform } from './acts.ts';
import { openApi } from './api.ts';
import type { Channel } from './api-router.ts';
import { randomIds } from './ids.ts';
import { createMedia } from './media.ts';
import { createRouter } from './router.ts';
import { keepSaved, loadWorld, refreshed } from './save.ts';
import type { SimAct, SimGroup, SimPerson, SimState } from './types.ts';
import { createWebhook } from './webhook.ts';
import type { Pause } from './webhook.ts';
import { createWorld } from './world.ts';
import type { World } from './world.ts';

/** Channel id of the simulated Messaging API. */
export const SIMULATOR_CHANNEL_ID = '1000000001';

/** LINE gives a webhook two seconds. */
const WEBHOOK_TIMEOUT = 2000;

export interface SimulatorOptions {
  /** The office's time; the page moves it. */
  clock: MovableClock;
  /** Reply tokens, retry keys and channel access tokens live by it. */
  realClock?: Clock;
  /** Of the fake API; 0 takes a free one. */
  port?: number;
  /** '' when it is not known yet; see `setWebhook`. */
  webhookUrl: string;
  channelSecret: string;
  channelAccessToken: string;
  botName: string;
  people: SimPerson[];
  groups: SimGroup[];
  /** What stands below a person's name, by the menu they see now; as it was given, when left out. */
  about?: (person: SimPerson, menu: string | null) => string;
  /** Where the world is kept for the next start; null keeps it in memory. */
  saveFile: string | null;
  log?: (line: string) => void;
  channelId?: string;
  /** Milliseconds the bot has for a webhook. */
  webhookTimeout?: number;
  /** Pauses between redeliveries and the like; a test may make them pass at once. */
  wait?: Pause;
}

export interface Simulator {
  apiUrl: string;
  world: World;
  /** Express router, to be mounted at /simulator. */
  handler: Router;
  /** Does what a person would; the webhook it causes is under way when this resolves. */
  act(what: SimAct): Promise<ActOutcome>;
  state(): SimState;
  /** @returns a function that stops listening. */
  onChange(listener: () => void): () => void;
  /** Resolves with the state as soon as it fits. @throws after `milliseconds` (default 10,000), naming the last messages. */
  until(fits: (state: SimState) => boolean, milliseconds?: number): Promise<SimState>;
  /** Resolves when no webhook is under way, redeliveries included. */
  waitIdle(): Promise<void>;
  setWebhook(url: string): void;
  /** Lets the next requests for content be answered 202, as LINE does while it prepares it. */
  holdContent(times: number): void;
  close(): Promise<void>;
}

function waitUntil(
  world: World,
  fits: (state: SimState) => boolean,
  milliseconds: number,
): Promise<SimState> {
  return new Promise((resolve, reject) => {
    const check = (): void => {
      const state = world.state();
      if (!fits(state)) return;
      stop();
      clearTimeout(timer);
      resolve(state);
    };
    const timer = setTimeout(() => {
      stop();
      const last = JSON.stringify(world.state().messages.slice(-3));
      reject(new Error(`the simulator never came to it within ${milliseconds} ms; last messages: ${last}`));
    }, milliseconds);
    const stop = world.onChange(check);
    check();
  });
}

/** Opens the simulator. @throws when the port is taken. */
export async function createSimulator(options: SimulatorOptions): Promise<Simulator> {
  const { clock, saveFile, channelSecret, botName } = options;
  const realClock = options.realClock ?? systemClock;
  const log = options.log ?? (() => undefined);
  const closing = new AbortController();
  const wait: Pause =
    options.wait ??
    ((milliseconds) =>
      sleep(milliseconds, undefined, { signal: closing.signal, ref: false }).catch(() => undefined));

  const saved = saveFile === null ? null : loadWorld(saveFile, log);
  if (saved) clock.moveTo(new Date(saved.now));
  const userId = `U${createHash('sha256').update(`bot ${botName}`).digest('hex').slice(0, 32)}`;
  const bot = { userId, displayName: botName };
  const seed = { people: options.people, groups: options.groups, bot };
  const world = createWorld({
    clock,
    realClock,
    ids: randomIds(realClock),
    seed,
    saved: saved && refreshed(saved, seed),
    about: options.about,
  });
  const media = createMedia(saveFile === null ? null : `${saveFile}.media`);
  const timeout = options.webhookTimeout ?? WEBHOOK_TIMEOUT;
  const webhook = createWebhook({ world, url: options.webhookUrl, channelSecret, timeout, wait });
  const channel: Channel = {
    id: options.channelId ?? SIMULATOR_CHANNEL_ID,
    secret: channelSecret,
    accessToken: options.channelAccessToken,
  };
  const preparing = { left: 0 };
  const api = await openApi({ world, media, webhook, channel, wait, preparing }, options.port ?? 0);
  const act = async (what: SimAct): Promise<ActOutcome> => perform({ world, media, webhook }, what);
  const { router, end } = createRouter({ world, media, act });
  const stopSaving = saveFile === null ? null : keepSaved(world, saveFile, log);
  log(`simulator: fake LINE API on ${api.url}`);

  return {
    apiUrl: api.url,
    world,
    handler: router,
    act,
    state: () => world.state(),
    onChange: (listener) => world.onChange(listener),
    until: (fits, milliseconds = 10_000) => waitUntil(world, fits, milliseconds),
    waitIdle: () => webhook.idle(),
    setWebhook: (url) => webhook.setUrl(url),
    holdContent(times) {
      preparing.left = times;
    },
    async close() {
      closing.abort();
      end();
      await webhook.close();
      await api.close();
      await stopSaving?.();
    },
  };
}
