/** dead-letters against a real office: events and messages that gave up are shown, tried again by the running bot, or dropped. */
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { deadLettersScript } from '../../scripts/dead-letters.ts';
import { systemClock } from '../../src/clock.ts';
import { runAdmin } from '../helpers/admin.ts';
import { testDatabase } from '../helpers/database.ts';
import { openOffice, PRASERT, SOMSRI, type TestOffice, wordsIn } from '../helpers/office.ts';
import { packMessages } from '../../src/db/outbox.ts';

const { uri } = testDatabase(import.meta.url);
const HOUR = 3_600_000;
let office: TestOffice;
let officeId: string;

beforeAll(async () => {
  vi.stubEnv('MONGODB_URI', uri);
  office = await openOffice(uri);
  officeId = (await office.database.models.offices.findOne({}).lean())!._id;
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await office.close();
});
beforeEach(async () => {
  const { inbox, outbox, audit } = office.database.models;
  await Promise.all([inbox, outbox, audit].map((model) => model.collection.deleteMany({})));
});

function ago(hours: number): Date {
  return new Date(systemClock.now().getTime() - hours * HOUR);
}

async function deadEvent(id: string, hours: number, change: object = {}): Promise<void> {
  const event = {
    type: 'message',
    mode: 'active',
    webhookEventId: id,
    deliveryContext: { isRedelivery: false },
    timestamp: office.clock.now().getTime(),
    replyToken: 'dead-token',
    source: {
      type: 'user',
      userId: SOMSRI,
    },
    message: {
      id: `9${id}`,
      type: 'text',
      text: 'ช่วยเหลือ',
      quoteToken: 'q',
    },
  };
  await office.database.models.inbox.collection.insertOne({
    _id: id,
    office: '-',
    key: SOMSRI,
    at: ago(hours),
    receivedAt: ago(hours),
    state: 'dead',
    event: JSON.stringify(event),
    nextAt: null,
    holder: null,
    fence: 7,
    attempts: 6,
    error: 'boom',
    doneAt: ago(hours),
    ...change,
  } as never);
}

async function deadMessage(id: string, hours: number, change: object = {}): Promise<void> {
  await office.database.models.outbox.collection.insertOne({
    _id: id,
    office: officeId,
    kind: 'push',
    purpose: 'reminder',
    to: PRASERT,
    replyToken: null,
    retryKey: '3f1c6c0e-0000-4000-8000-000000000000',
    messages: packMessages([{ type: 'text', text: `ข้อความ ${id}` }]),
    about: [null],
    cost: 1,
    state: 'dead',
    nextAt: null,
    holder: null,
    fence: 4,
    attempts: 9,
    createdAt: ago(hours),
    firstAttemptAt: ago(hours),
    expiresAt: null,
    sentAt: ago(hours),
    sent: null,
    requestId: null,
    error: 'gave-up: 500',
    ...change,
  } as never);
}

/** Until the running bot has worked everything off. */
async function settled(): Promise<void> {
  const { inbox, outbox } = office.database.models;
  await vi.waitFor(
    async () => {
      const open = await Promise.all(
        [inbox, outbox].map((model) => model.collection.countDocuments({ open: true })),
      );
      expect(open).toEqual([0, 0]);
    },
    { timeout: 25_000, interval: 100 },
  );
}

function run(...args: string[]) {
  return runAdmin(deadLettersScript, ['--json', ...args]);
}

describe('dead-letters', () => {
  it('lists what gave up, without anybody’s words', async () => {
    expect((await runAdmin(deadLettersScript, [])).out).toBe('ไม่มีรายการค้าง');
    await deadEvent('e1', 2);
    await deadMessage('m1', 3);
    const ran = await run();
    expect(ran.json()).toMatchObject([
      { id: 'e1', queue: 'inbox', attempts: 6, error: 'boom', purpose: null },
      { id: 'm1', queue: 'outbox', office: officeId, purpose: 'reminder', error: 'gave-up: 500' },
    ]);
    expect(ran.out).not.toContain('ข้อความ');
    expect((await runAdmin(deadLettersScript, [])).out).toMatch(/e1 .*boom\n.*m1 .*reminder/);
    expect((await run('--office', officeId)).json<unknown[]>()).toHaveLength(1);
  });

  it('replays an event: its token is dead, so the answer waits for the next one, and costs nothing', async () => {
    await deadEvent('e2', 1);
    const before = office.simulator.state();
    expect((await run('--replay', 'e2')).json()).toEqual({ replayed: ['e2'], left: [], notes: [] });
    await settled();
    const row = await office.database.models.inbox.findById('e2').lean();
    expect(row).toMatchObject({ state: 'done', event: null, error: null });
    expect(row!.fence).toBeGreaterThan(7);
    expect(office.simulator.state().messages.length).toBe(before.messages.length);
    const said = await office.say(SOMSRI, 'งานของฉัน');
    expect(wordsIn(said)).toContain('ล่าช้า');
    expect(said.every(({ via }) => via === 'reply')).toBe(true);
    expect(office.simulator.state().quota.used).toBe(before.quota.used);
    const audit = await office.database.models.audit.findOne({ act: 'replay-inbox' }).lean();
    expect(audit).toMatchObject({ by: 'command', about: { id: 'e2' } });
  });

  it('replays a message under its own key while LINE remembers it, else under a new one, and says so', async () => {
    const { outbox } = office.database.models;
    await deadMessage('young', 2);
    await deadMessage('old', 24);
    const key = (await outbox.findById('old').lean())!.retryKey;
    const before = office.simulator.state().messages.length;
    const ran = await run('--replay', 'all');
    expect(ran.json()).toEqual({
      replayed: ['old', 'young'],
      left: [],
      notes: [{ id: 'old', note: 'new-key' }],
    });
    await settled();
    const said = office.simulator
      .state()
      .messages.slice(before)
      .map(({ message }) => message['text']);
    expect(new Set(said)).toEqual(new Set(['ข้อความ old', 'ข้อความ young']));
    expect(await outbox.findById('young').lean()).toMatchObject({ state: 'sent', retryKey: key });
    const old = await outbox.findById('old').lean();
    expect(old!.state).toBe('sent');
    expect(old!.retryKey).not.toBe(key);
    await deadMessage('older', 30);
    expect((await runAdmin(deadLettersScript, ['--replay', 'older'])).out).toContain('retry key ใหม่');
  });

  it('sends an answer whose token died as a push that counts', async () => {
    await deadMessage('reply', 1, { kind: 'reply', replyToken: 'gone', cost: 0 });
    expect((await run('--replay', 'reply')).json()).toMatchObject({
      notes: [{ id: 'reply', note: 'became-push' }],
    });
    await settled();
    const row = await office.database.models.outbox.findById('reply').lean();
    expect(row).toMatchObject({ kind: 'push', cost: 1, state: 'sent' });
  });

  it('does not act on yesterday’s words, nor on what has none', async () => {
    await deadEvent('stale', 25);
    await deadEvent('empty', 1, { event: null });
    await deadMessage('blank', 1, { messages: null });
    const ran = await run('--replay', 'all');
    expect(ran.code).toBe(1);
    expect(ran.json()).toMatchObject({
      error: 'nothing-replayed',
      left: [
        { id: 'stale', reason: 'too-old' },
        { id: 'empty', reason: 'empty' },
        { id: 'blank', reason: 'empty' },
      ],
    });
  });

  it('drops after asking, and the words go at once', async () => {
    await deadEvent('e3', 1);
    await deadMessage('m3', 1);
    expect((await run('--drop', 'all')).json()).toMatchObject({ error: 'needs-yes' });
    expect((await runAdmin(deadLettersScript, ['--drop', 'e3'], false)).code).toBe(1);
    expect((await run('--drop', 'all', '--yes')).json()).toEqual({ dropped: ['e3', 'm3'], left: [] });
    const { inbox, outbox, audit } = office.database.models;
    expect(await inbox.findById('e3').lean()).toMatchObject({ state: 'done', event: null });
    expect(await outbox.findById('m3').lean()).toMatchObject({ state: 'cancelled', messages: null });
    expect(await audit.countDocuments({ act: /^drop-/ })).toBe(2);
    expect((await run()).json()).toEqual([]);
  });

  it.each([
    [['--replay', 'a', '--drop', 'b'], 2, '--replay'],
    [['--replay', 'nothing'], 1, 'nothing'],
    [['--drop'], 2, '--drop'],
    [['stray'], 2, 'stray'],
  ])('says what is wrong with %j', async (args, code, named) => {
    const ran = await runAdmin(deadLettersScript, args);
    expect(ran).toMatchObject({ code, out: '' });
    expect(ran.err).toContain(named);
  });
});
