/** The webhook over real HTTP: what is let in, what is turned away, and that nothing turned away leaves a trace. */
import { createHmac } from 'node:crypto';
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createLog } from '../../src/log.ts';
import { testDatabase } from '../helpers/database.ts';
import { openOffice, SOMSRI, type TestOffice } from '../helpers/office.ts';

const SECRET = 'test-channel-secret';
const { uri } = testDatabase(import.meta.url);
let office: TestOffice;
/** Lines of the bot's log. */
const logged: { event: string; eventId?: string; milliseconds?: number }[] = [];
const to = { write: (line: string) => void logged.push(JSON.parse(line) as (typeof logged)[number]) };
beforeAll(async () => {
  office = await openOffice(uri, { log: createLog({ level: 'warn', to }) });
});
afterAll(() => office.close());

const sign = (body: string | Buffer): string => createHmac('sha256', SECRET).update(body).digest('base64');

/** Posts as LINE does: again while the bot could not make it durable in time, as on a busy disk. */
async function post(
  body: string | Buffer,
  headers: Record<string, string> = {},
  path = '/webhook',
): Promise<number> {
  for (;;) {
    const response = await fetch(`${office.app.url}${path}`, {
      method: 'POST',
      body: new Uint8Array(Buffer.from(body)),
      headers: { 'x-line-signature': sign(body), ...headers },
    });
    await response.arrayBuffer();
    if (response.status !== 503) return response.status;
  }
}

const stored = () => office.database.models.inbox.countDocuments({});

let sequence = 0;
const event = (more: Record<string, unknown> = {}) => {
  sequence += 1;
  return {
    type: 'message',
    webhookEventId: `webhook-test-${sequence}`,
    timestamp: office.clock.now().getTime(),
    mode: 'active',
    replyToken: `token-${sequence}`,
    source: { type: 'user', userId: SOMSRI },
    message: { type: 'text', id: String(sequence), quoteToken: 'q', text: 'สวัสดี' },
    ...more,
  };
};
const body = (events: unknown): string => JSON.stringify({ events });

describe('signatures', () => {
  test("LINE's own check, without events, is answered 200", async () => {
    expect(await post(body([]))).toBe(200);
  });

  test('any flipped bit of body or signature is 401 and stores nothing', async () => {
    const before = await stored();
    const good = Buffer.from(body([event()]));
    await fc.assert(
      fc.asyncProperty(fc.nat(good.length * 8 - 1), async (bit) => {
        const bad = Buffer.from(good);
        bad[bit >> 3]! ^= 1 << (bit & 7);
        expect(await post(bad, { 'x-line-signature': sign(good) })).toBe(401);
      }),
      { numRuns: 60 },
    );
    expect(await stored()).toBe(before);
  });

  test.each([
    ['missing', ''],
    ['of another secret', createHmac('sha256', 'other').update('x').digest('base64')],
    ['too long', `${sign('x')}AAAA`],
    ['no base64', '!!!!'],
  ])('%s is 401', async (_, signature) => {
    expect(await post(body([event()]), { 'x-line-signature': signature })).toBe(401);
  });
});

describe('bodies', () => {
  test.each([
    ['not JSON', '{"events":['],
    ['a list', '[]'],
    ['without events', '{}'],
    ['events that are no list', '{"events":{}}'],
    ['null', 'null'],
    ['empty', ''],
  ])('%s is 400', async (_, text) => {
    expect(await post(text)).toBe(400);
  });

  test('over 1 MiB is 413, announced or not', async () => {
    const large = body([event({ filler: 'x'.repeat(1024 * 1024) })]);
    expect(await post(large)).toBe(413);
    expect(await chunked(large)).toBe(413);
  });

  test('compressed is 400: LINE never compresses', async () => {
    const packed = gzipSync(body([event()]));
    expect(await post(packed, { 'content-encoding': 'gzip' })).toBe(400);
  });

  test.each([
    ['an unknown type', { type: 'somethingNew' }],
    ['unknown fields', { unknown: { deep: ['x'] } }],
    ['no source', { source: undefined }],
    ['a source of numbers', { source: { type: 'user', userId: 5 } }],
    ['a time that is none', { timestamp: 1e300 }],
    ['a time no calendar has', { timestamp: 8.64e15 }],
    ['operators for keys', { message: { $where: '1', 'a.b': 1, __proto__: { x: 1 } } }],
    ['no id', { webhookEventId: undefined }],
    ['an endless id', { webhookEventId: 'x'.repeat(5000) }],
    ['a text of 5,000', { message: { type: 'text', id: '1', text: 'ก'.repeat(5000) } }],
    ['a lone surrogate', { message: { type: 'text', id: '1', text: '\ud800' } }],
  ])('%s inside an event is accepted and does no harm', async (_, more) => {
    expect(await post(body([event(more), null, 7, 'x']))).toBe(200);
    await office.app.idle();
    expect(await office.database.models.inbox.countDocuments({ state: 'dead' })).toBe(0);
  });

  test('tens of thousands of events without ids in one body are read in slices, and stored once each', async () => {
    const source = { type: 'user', userId: `U${'6'.repeat(32)}` };
    const many = (count: number) =>
      body(
        Array.from({ length: count }, (_, index) =>
          index % 20 === 0 ? { type: 'follow', source } : { type: '' },
        ),
      );
    let turns = 0;
    let counting = true;
    const count = (): void => {
      turns += 1;
      if (counting) setImmediate(count);
    };
    count();
    const text = many(40_000);
    const before = await stored();
    expect(await post(text)).toBe(200);
    counting = false;
    expect(turns).toBeGreaterThan(40_000 / 200);
    expect(await stored()).toBe(before + 2_000);
    expect(await post(text)).toBe(200);
    expect(await stored()).toBe(before + 2_000);
    await office.database.models.inbox.deleteMany({ key: source.userId });
    expect(await (await fetch(`${office.app.url}/metrics`)).text()).toMatch(
      /kuebna_events_ignored_total\{reason="unknown-type"\} \d{5}/,
    );
  });

  test('an event nested 10,000 deep is accepted', async () => {
    const deep = '{"a":'.repeat(10_000) + '1' + '}'.repeat(10_000);
    const text = body([event({ webhookEventId: 'deep' })]).replace(
      '"type":"message"',
      `"deep":${deep},"type":"message"`,
    );
    expect(await post(text)).toBe(200);
  });

  test('one nested so deep that reading it would hold everybody up is 400, unread', async () => {
    const deep = `${'['.repeat(30_000)}${']'.repeat(30_000)}`;
    expect(await post(body([{ ...event(), deep: 'here' }]).replace('"here"', deep))).toBe(400);
  });

  test('whatever JSON it is, the answer is 200 or 400, never an error', async () => {
    await fc.assert(
      fc.asyncProperty(fc.json({ maxDepth: 4 }), fc.boolean(), async (json, wrapped) => {
        expect([200, 400]).toContain(await post(wrapped ? `{"events":[${json}]}` : json));
      }),
      { numRuns: 100 },
    );
    await office.app.idle();
    expect(await office.database.models.inbox.countDocuments({ state: 'dead' })).toBe(0);
  });
});

test('other methods are 405, other paths 404', async () => {
  const got = await fetch(`${office.app.url}/webhook`);
  expect([got.status, got.headers.get('allow')]).toEqual([405, 'POST']);
  expect((await fetch(`${office.app.url}/nothing`, { method: 'POST' })).status).toBe(404);
});

test.each([
  ['nobody', [{ type: 'follow' }], 'no-sender'],
  [
    'an id of a thousand letters',
    [{ type: 'follow', source: { type: 'user', userId: 'U'.repeat(1000) } }],
    'no-sender',
  ],
  ['standby', [{ type: 'follow', mode: 'standby', source: { type: 'user', userId: 'U1' } }], 'standby'],
  ['nothing at all', [null, 7, {}], 'no-event'],
])('events of %s are counted by the reason and not kept', async (_, events, reason) => {
  const before = await stored();
  expect(await post(body(events))).toBe(200);
  expect(await stored()).toBe(before);
  const told = await (await fetch(`${office.app.url}/metrics`)).text();
  expect(told).toMatch(new RegExp(`kuebna_events_ignored_total\\{reason="${reason}"\\} [1-9]`));
});

test("LINE's own check is answered whatever bot it names", async () => {
  expect(await post(JSON.stringify({ destination: 'Uother', events: [] }))).toBe(200);
});

test('an office nobody knows is 404, one that is there takes its events', async () => {
  expect(await post(body([]), {}, '/webhook/nobody')).toBe(404);
  const known = await office.database.models.offices.findOne({}).lean();
  expect(await post(body([]), {}, `/webhook/${known!._id}`)).toBe(200);
  expect(await post(body([]), { 'x-line-signature': sign('x') }, `/webhook/${known!._id}`)).toBe(401);
});

test('an event for another bot is refused', async () => {
  await expect.poll(() => post(JSON.stringify({ destination: 'Uother', events: [event()] }))).toBe(400);
});

test('the same event a thousand times is one row and one effect', async () => {
  const once = event({ webhookEventId: 'once' });
  const before = await stored();
  const answers = await Promise.all(Array.from({ length: 1000 }, () => post(body([once]))));
  expect(new Set(answers)).toEqual(new Set([200]));
  expect(await stored()).toBe(before + 1);
});

/** A body that does not say its length beforehand. */
function chunked(text: string): Promise<number> {
  const { port, hostname } = new URL(office.app.url);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname);
    socket.on('error', reject);
    socket.once('data', (answer) => {
      resolve(Number(/^HTTP\/1\.1 (\d+)/.exec(answer.toString())?.[1]));
      socket.destroy();
    });
    socket.write(
      `POST /webhook HTTP/1.1\r\nHost: x\r\nx-line-signature: ${sign(text)}\r\nTransfer-Encoding: chunked\r\n\r\n`,
    );
    socket.write(`${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n0\r\n\r\n`);
  });
}

test('an event too old to be answered is told in the log', async () => {
  const day = 24 * 3_600_000;
  const now = office.clock.now().getTime();
  // somebody who did not just send hundreds of events
  const source = { type: 'user', userId: `U${'7'.repeat(32)}` };
  const events = [now - day - 60_000, now - day + 60_000].map((timestamp) => event({ timestamp, source }));
  const [old, young] = events.map((one) => one.webhookEventId);
  expect(await post(body(events))).toBe(200);
  await office.app.idle();
  const told = logged.filter((line) => line.event === 'event-ignored');
  expect(told.map(({ eventId }) => eventId)).toContain(old);
  expect(told.map(({ eventId }) => eventId)).not.toContain(young);
  expect(told.at(-1)!.milliseconds).toBeGreaterThan(day);
  // it was not delivered again: that this machine's clock may be wrong is an error somebody has to see
  expect(logged.filter((line) => line.event === 'clock-differs-from-line')).toMatchObject([{ eventId: old }]);
});
