/** A whole office for a test: real MongoDB, the bot over real HTTP, the simulator as LINE, people who type and tap. */
import { existsSync } from 'node:fs';
import { type App, type AppOptions, startApp } from '../../src/app.ts';
import { movableClock, type MovableClock, realTimers, systemClock, type Timers } from '../../src/clock.ts';
import { connectDatabase, type Database } from '../../src/db/connect.ts';
import { DEMO_GROUP, DEMO_INVITE, DEMO_START, demoGroups, demoPeople, prepareDemo } from '../../src/demo.ts';
import { type LineAccess, lineAccess } from '../../src/line/tokens.ts';
import { type Log, quietLog } from '../../src/log.ts';
import { createSimulator, type Simulator } from '../../src/simulator/index.ts';
import type { SimMessage } from '../../src/simulator/types.ts';
import { openApiVerdict } from '../unit/line-limits/openapi.ts';
import { sideWork } from './side-work.ts';

/** LINE's own description of its API, where it lies beside the checkout; without it the bot's own limits judge alone. */
const SPECIFICATION = new URL('../../../shared/line-openapi/messaging-api.yml', import.meta.url);
const withinSpecification = existsSync(SPECIFICATION)
  ? openApiVerdict(SPECIFICATION, 'PushMessageRequest')
  : (): boolean => true;

/** LINE itself waits two seconds; a test is not to fail because the machine has other work. */
const PATIENCE_MS = 20_000;
const SECRET = 'test-channel-secret';
const TOKEN = 'test-channel-access-token';

export const SOMSRI = demoPeople[0]!.userId;
export const PRASERT = demoPeople[1]!.userId;
export const WIPHA = demoPeople[2]!.userId;
export const GROUP = DEMO_GROUP;
export const INVITE = DEMO_INVITE;

export interface TestOffice {
  database: Database;
  simulator: Simulator;
  clock: MovableClock;
  readonly app: App;
  /** How the bot speaks to its LINE. */
  readonly access: LineAccess;
  /** Types, waits until the bot has nothing more to do. @returns what the bot said meanwhile in that chat. */
  say(
    user: string,
    text: string,
    options?: { chat?: string; mentionBot?: boolean; quote?: string },
  ): Promise<SimMessage[]>;
  /** Taps the newest button of that label (or row whose words contain it) in the chat. */
  tap(user: string, label: string, chat?: string): Promise<SimMessage[]>;
  /** Whatever else a person can do on the page. */
  act(what: Parameters<Simulator['act']>[0], chat: string): Promise<SimMessage[]>;
  /** Stops the bot and starts another on the same database. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

/**
 * @param uri of the test file's own database, as testDatabase gives it.
 * @param options clockwork: reminders and summaries come by themselves as the clock is moved. time: by which leases and
 * waits live, instead of the real one.
 */
export async function openOffice(
  uri: string,
  options: {
    clockwork?: boolean;
    log?: Log;
    time?: { now(): Date; timers: Timers };
    ledger?: string;
    assistant?: AppOptions['assistant'];
    sealer?: AppOptions['sealer'];
    webhooks?: AppOptions['webhooks'];
  } = {},
): Promise<TestOffice> {
  const connected = await connectDatabase(uri);
  if (!connected.ok) throw new Error(connected.detail);
  const { database } = connected;
  const beside = sideWork(database);
  const clock = movableClock(DEMO_START);
  const simulator = await createSimulator({
    clock,
    webhookUrl: '',
    channelSecret: SECRET,
    channelAccessToken: TOKEN,
    botName: 'คืบหน้า',
    people: demoPeople.map(({ userId, displayName, about, tries }) => ({
      userId,
      displayName,
      role: about,
      tries,
      friend: true,
      blocked: false,
    })),
    groups: demoGroups(),
    saveFile: null,
    webhookTimeout: PATIENCE_MS,
    ...(options.time && { wait: () => Promise.resolve() }),
  });
  // on a busy machine the bot may ask for an event again; LINE is set to bring it
  await simulator.act({ act: 'switches', set: { redelivery: true } });
  await prepareDemo(database, clock.now());
  const line = {
    token: { kind: 'long-lived', value: TOKEN } as const,
    apiUrl: simulator.apiUrl,
    dataApiUrl: simulator.apiUrl,
  };
  const start = async (): Promise<App> => {
    const started = await startApp({
      database,
      clock,
      clockwork: options.clockwork ?? false,
      // here nothing is overtaken
      earlyMs: 0,
      ...(options.ledger && { ledger: options.ledger }),
      ...(options.sealer && { sealer: options.sealer }),
      ...(options.webhooks && { webhooks: options.webhooks }),
      ...(options.time && { realClock: options.time, timers: options.time.timers }),
      log: options.log ?? quietLog,
      assistant: options.assistant ?? null,
      at: { host: '127.0.0.1', port: 0 },
      line: { ...line, channelSecret: SECRET, allowLoopbackHttp: true },
      routers: [{ path: '/simulator', router: simulator.handler }],
    });
    simulator.setWebhook(`${started.url}/webhook`);
    return started;
  };
  let app = await start();

  async function settled(
    chat: string,
    does: () => Promise<{ ok: boolean; reason?: string }>,
  ): Promise<SimMessage[]> {
    const before = simulator.state().messages.length;
    const done = await does();
    if (!done.ok) throw new Error(`the simulator refused: ${done.reason}`);
    await simulator.waitIdle();
    for (const part of [app.inbox, app.outbox, app.line]) await part.idle();
    await beside.done(() => app.idle());
    return simulator
      .state()
      .messages.slice(before)
      .filter((message) => message.chat === chat && message.from === 'bot');
  }

  return {
    database,
    simulator,
    clock,
    access: lineAccess({ ...line, timers: realTimers, now: () => systemClock.now() }),
    get app() {
      return app;
    },
    say(user, text, options = {}) {
      const chat = options.chat ?? user;
      const extra = {
        ...(options.mentionBot && { mentionBot: true }),
        ...(options.quote && { quote: options.quote }),
      };
      return settled(chat, () => simulator.act({ act: 'text', user, chat, text, ...extra }));
    },
    tap(user, label, chat = user) {
      const action = findAction(
        simulator.state().messages.filter((one) => one.chat === chat),
        label,
      );
      if (!action) throw new Error(`no button “${label}” in the chat`);
      const { type, text = '', data = '', displayText } = action;
      if (type === 'message') return settled(chat, () => simulator.act({ act: 'text', user, chat, text }));
      if (type !== 'postback') throw new Error(`“${label}” is a ${type}`);
      const shown = displayText === undefined ? {} : { displayText };
      return settled(chat, () => simulator.act({ act: 'postback', user, chat, data, ...shown }));
    },
    act: (what, chat) => settled(chat, () => simulator.act(what)),
    async restart() {
      await app.stop();
      app = await start();
    },
    async close() {
      await app.stop();
      const refused = refusedSends(simulator);
      const sent = simulator
        .state()
        .messages.flatMap(({ from, message }) => (from === 'bot' ? [message] : []));
      await simulator.close();
      await database.close();
      // a message LINE would refuse fails the test that sent it, whatever else it looked at
      if (refused.length > 0) throw new Error(`LINE refused: ${JSON.stringify(refused[0])}`);
      const odd = sent.filter((message) => !withinSpecification({ to: SOMSRI, messages: [message] }));
      if (odd.length > 0) throw new Error(`not by LINE's specification: ${JSON.stringify(odd[0])}`);
    },
  };
}

/** All words a person can read in messages, in order, one line a text. */
export function wordsIn(messages: readonly SimMessage[]): string {
  const lines: string[] = [];
  const walk = (part: unknown): void => {
    if (Array.isArray(part)) return part.forEach(walk);
    if (typeof part !== 'object' || part === null) return;
    const { type, text, action } = part as { type?: string; text?: unknown; action?: { label?: string } };
    if ((type === 'text' || type === 'span') && typeof text === 'string') lines.push(text);
    if (type === 'button' && action?.label) lines.push(`[${action.label}]`);
    for (const [key, value] of Object.entries(part)) if (key !== 'action') walk(value);
  };
  for (const { message } of messages) walk(message);
  return lines.join('\n');
}

/** Labels of the quick replies that are shown: those of the last message. */
export function chipsIn(messages: readonly SimMessage[]): string[] {
  const last = messages.at(-1)?.message as
    { quickReply?: { items: { action: { label?: string } }[] } } | undefined;
  return (last?.quickReply?.items ?? []).flatMap(({ action }) => action.label ?? []);
}

export interface LineAction {
  type: string;
  label?: string;
  text?: string;
  data?: string;
  displayText?: string;
}

/** Everything that can be tapped in messages, quick replies included. */
export function actionsIn(messages: readonly SimMessage[]): LineAction[] {
  const actions: LineAction[] = [];
  const walk = (part: unknown): void => {
    if (typeof part !== 'object' || part === null) return;
    const { action } = part as { action?: LineAction };
    if (action) actions.push(action);
    Object.values(part).forEach(walk);
  };
  for (const { message } of messages) walk(message);
  return actions;
}

/** The newest action with that label, or whose spoken words contain it. */
export function findAction(messages: readonly SimMessage[], label: string): LineAction | null {
  for (const message of messages.toReversed()) {
    if (message.from !== 'bot') continue;
    const actions = actionsIn([message]);
    const exact = actions.find((one) => one.label === label);
    const near = actions.find((one) => (one.displayText ?? one.text ?? one.label ?? '').includes(label));
    if (exact ?? near) return exact ?? near ?? null;
  }
  return null;
}

/** Sends that were refused for their form; dead tokens, quota and bad weather are no fault of the message. */
function refusedSends(simulator: Simulator): unknown[] {
  return simulator
    .state()
    .log.filter(
      ({ direction, what, status }) =>
        direction === 'api' && /\/message\/(reply|push)/.test(what) && status === 400,
    )
    .filter(({ response }) => !/Invalid reply token|Failed to send/.test(JSON.stringify(response)));
}
