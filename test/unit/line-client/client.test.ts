/** What LINE's answers come to: each way a send can end, at the client's edge. */
import nock from 'nock';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { realTimers, systemClock, type Timers } from '../../../src/clock.ts';
import { lineClient, type Send } from '../../../src/line/client.ts';

const HOST = 'https://line.example';
const headers = { 'x-line-request-id': 'request-1' };
const saying = (text: string) => {
  const messages = [{ type: 'text', text }];
  return { messages, packed: JSON.stringify(messages) };
};
const push: Send = {
  kind: 'push',
  to: `U${'1'.repeat(32)}`,
  replyToken: null,
  retryKey: '123e4567-e89b-12d3-a456-426614174000',
  ...saying('สวัสดี'),
};
const reply: Send = { ...push, kind: 'reply', replyToken: 'token' };

const make = (timers: Timers = realTimers) =>
  lineClient({
    token: { kind: 'long-lived', value: 'secret' },
    apiUrl: HOST,
    dataApiUrl: HOST,
    timers,
    now: () => systemClock.now(),
    allowLoopbackHttp: false,
  });

beforeAll(() => nock.disableNetConnect());
afterEach(() => nock.cleanAll());
afterAll(() => {
  nock.enableNetConnect();
  // From its import on it stands in every connection of this process, MongoDB's of the files that follow as well.
  nock.restore();
});

const answers = (path: string, status: number, body: object, more: Record<string, string> = {}) =>
  nock(HOST)
    .post(path)
    .reply(status, body, { ...headers, ...more });

describe('a push', () => {
  const path = '/v2/bot/message/push';
  const sent = { sentMessages: [{ id: '77', quoteToken: 'q' }] };

  test('that is taken carries its retry key and gives the ids', async () => {
    nock(HOST, { reqheaders: { 'x-line-retry-key': push.retryKey, authorization: 'Bearer secret' } })
      .post(path, `{"to":"${push.to}","messages":${push.packed}}`)
      .reply(200, sent, headers);
    expect(await make().send(push)).toEqual({
      outcome: 'sent',
      sentMessageIds: ['77'],
      requestId: 'request-1',
    });
  });

  test('that was taken before counts as sent', async () => {
    answers(
      path,
      409,
      { message: 'The retry key is already accepted', ...sent },
      { 'x-line-accepted-request-id': 'first' },
    );
    expect(await make().send(push)).toEqual({ outcome: 'sent', sentMessageIds: ['77'], requestId: 'first' });
  });

  test.each([
    [500, { message: 'Internal' }, { outcome: 'try-again', mayHaveArrived: true }],
    [503, {}, { outcome: 'try-again', mayHaveArrived: true }],
    [
      429,
      { message: 'The API rate limit has been exceeded. Try again later.' },
      { outcome: 'try-again', mayHaveArrived: false },
    ],
    [429, { message: 'You have reached your monthly limit.' }, { outcome: 'monthly-limit' }],
    [400, { message: 'Failed to send messages' }, { outcome: 'refused' }],
    [401, { message: 'Authentication failed' }, { outcome: 'unauthorized' }],
    [403, { message: 'Not authorized to use this API' }, { outcome: 'unauthorized' }],
    [413, {}, { outcome: 'refused' }],
  ])('answered %i comes to the right end', async (status, body, expected) => {
    answers(path, status, body);
    expect(await make().send(push)).toMatchObject({ ...expected, requestId: 'request-1' });
  });

  test('names the place LINE complains about', async () => {
    answers(path, 400, {
      message: 'The request body has 1 error(s)',
      details: [{ message: 'May not be empty', property: 'messages[0].text' }],
    });
    expect(await make().send(push)).toMatchObject({ reason: expect.stringContaining('messages[0].text') });
  });

  test('that is reset may have arrived', async () => {
    nock(HOST)
      .post(path)
      .replyWithError(Object.assign(new Error('reset'), { code: 'ECONNRESET' }));
    expect(await make().send(push)).toMatchObject({ outcome: 'try-again', mayHaveArrived: true });
  });

  test.each([
    ['refused', { code: 'ECONNREFUSED' }],
    ['of a name nobody knows', { code: 'ENOTFOUND' }],
    ['never made in time', { code: 'UND_ERR_CONNECT_TIMEOUT' }],
    ['without a way to the host', { code: 'EHOSTUNREACH' }],
    ['without a network', { code: 'ENETUNREACH' }],
    ['that timed out while it was made', { code: 'ETIMEDOUT', syscall: 'connect' }],
  ])('whose connection was %s has certainly not arrived', async (_, fault) => {
    nock(HOST)
      .post(path)
      .replyWithError(Object.assign(new Error('no way'), fault));
    expect(await make().send(push)).toMatchObject({
      outcome: 'try-again',
      reason: fault.code,
      mayHaveArrived: false,
    });
  });

  test('that found none of several addresses has not arrived; one that broke off on one of them may have', async () => {
    const tried = (syscall: string) => Object.assign(new Error(syscall), { code: 'ETIMEDOUT', syscall });
    const all = (...syscalls: string[]) =>
      Object.assign(new AggregateError(syscalls.map(tried)), { code: 'ETIMEDOUT' });
    nock(HOST).post(path).replyWithError(all('connect', 'connect'));
    expect(await make().send(push)).toMatchObject({ mayHaveArrived: false });
    nock(HOST).post(path).replyWithError(all('connect', 'read'));
    expect(await make().send(push)).toMatchObject({ mayHaveArrived: true });
  });

  test('that is never answered ends by our own time-out', async () => {
    nock(HOST).post(path).delay(60_000).reply(200, sent);
    // the time-out passes at once; the first wait is for the token, which needs none
    const impatient: Timers = { after: (_, then) => realTimers.after(5, then) };
    expect(await make(impatient).send(push)).toMatchObject({ outcome: 'try-again', mayHaveArrived: true });
    nock.abortPendingRequests();
  });

  test('that LINE would refuse is not sent at all', async () => {
    const long = { ...push, ...saying('ก'.repeat(5001)) };
    expect(await make().send(long)).toMatchObject({
      outcome: 'refused',
      reason: expect.stringContaining('messages[0].text'),
    });
  });
});

describe('a reply', () => {
  const path = '/v2/bot/message/reply';

  test('carries no retry key: LINE takes none there', async () => {
    nock(HOST, { badheaders: ['x-line-retry-key'] })
      .post(path, `{"replyToken":"token","messages":${reply.packed}}`)
      .reply(200, { sentMessages: [{ id: '1' }] }, headers);
    expect(await make().send(reply)).toMatchObject({ outcome: 'sent' });
  });

  test('whose token died is told apart from one LINE refuses', async () => {
    answers(path, 400, { message: 'Invalid reply token' });
    expect(await make().send(reply)).toMatchObject({ outcome: 'token-dead' });
    answers(path, 400, { message: 'The request body has 1 error(s)' });
    expect(await make().send(reply)).toMatchObject({ outcome: 'refused' });
  });
});

describe('a stateless token', () => {
  const path = '/v2/bot/message/push';
  const issued = (token: string) => ({ token_type: 'Bearer', access_token: token, expires_in: 900 });
  const giveToken = (token: string) => nock(HOST).post('/oauth2/v3/token').reply(200, issued(token));
  const taking = (token: string) =>
    nock(HOST, { reqheaders: { authorization: `Bearer ${token}` } }).post(path);
  const failures: [string, number][] = [];
  let now = 0;
  const stateless = (timers: Timers = realTimers) =>
    lineClient({
      token: { kind: 'stateless', channelId: '1', channelSecret: 's' },
      apiUrl: HOST,
      dataApiUrl: HOST,
      timers,
      now: () => new Date(now),
      failed: (endpoint, status) => failures.push([endpoint, status]),
      allowLoopbackHttp: false,
    });
  beforeEach(() => {
    now = 100 * 60_000;
    failures.length = 0;
  });

  test('is fetched once, used until shortly before it ends, and fetched again', async () => {
    const client = stateless();
    for (const token of ['one', 'two']) {
      giveToken(token);
      taking(token).twice().reply(200, { sentMessages: [] }, headers);
      expect(await client.send(push)).toMatchObject({ outcome: 'sent' });
      expect(await client.send(push)).toMatchObject({ outcome: 'sent' });
      now += 15 * 60_000;
    }
    expect(nock.isDone()).toBe(true);
  });

  test('is not kept for longer when the clock is set back', async () => {
    const client = stateless();
    for (const token of ['one', 'two']) {
      giveToken(token);
      taking(token).reply(200, { sentMessages: [] }, headers);
      expect(await client.send(push)).toMatchObject({ outcome: 'sent' });
      now -= 60 * 60_000;
    }
  });

  test('that LINE no longer takes is dropped, and the send goes once more under a new one', async () => {
    const client = stateless();
    giveToken('one');
    taking('one').reply(401, { message: 'expired' });
    giveToken('two');
    taking('two').reply(200, { sentMessages: [{ id: '5' }] }, headers);
    expect(await client.send(push)).toMatchObject({ outcome: 'sent', sentMessageIds: ['5'] });
    expect(failures).toEqual([['push', 401]]);
  });

  test('taken no better when it is new ends the try, not the message', async () => {
    giveToken('one');
    taking('one').reply(401, {});
    giveToken('two');
    taking('two').reply(401, {});
    expect(await stateless().send(push)).toMatchObject({ outcome: 'unauthorized' });
    expect(failures).toEqual([
      ['push', 401],
      ['push', 401],
    ]);
  });

  test.each([
    [400, { outcome: 'unauthorized', reason: 'token 400' }],
    [401, { outcome: 'unauthorized' }],
    [429, { outcome: 'try-again', mayHaveArrived: false }],
    [500, { outcome: 'try-again', mayHaveArrived: false }],
  ])('that is answered %i is no fault of the message, and nothing has arrived', async (status, expected) => {
    nock(HOST).post('/oauth2/v3/token').reply(status, { error: 'invalid_client' });
    expect(await stateless().send(reply)).toMatchObject(expected);
    expect(failures).toEqual([['token', status]]);
  });

  test('that is reset or never comes has let nothing arrive, and the next send asks anew', async () => {
    nock(HOST)
      .post('/oauth2/v3/token')
      .replyWithError(Object.assign(new Error('reset'), { code: 'ECONNRESET' }));
    expect(await stateless().send(reply)).toMatchObject({ outcome: 'try-again', mayHaveArrived: false });

    nock(HOST).post('/oauth2/v3/token').delay(60_000).reply(200, issued('late'));
    let patient = false;
    const client = stateless({ after: (ms, then) => realTimers.after(patient ? ms : 5, then) });
    expect(await client.send(reply)).toMatchObject({ outcome: 'try-again', mayHaveArrived: false });
    expect(failures.at(-1)).toEqual(['token', 0]);
    patient = true;
    giveToken('two');
    taking('two').reply(200, { sentMessages: [] }, headers);
    expect(await client.send(push)).toMatchObject({ outcome: 'sent' });
    nock.abortPendingRequests();
  });

  test('of a push taken before is no failure worth counting', async () => {
    giveToken('one');
    taking('one').reply(409, { message: 'already accepted' }, headers);
    expect(await stateless().send(push)).toMatchObject({ outcome: 'sent' });
    expect(failures).toEqual([]);
  });
});

describe('content', () => {
  test.each([
    [202, { ok: false, reason: 'not-ready' }],
    [404, { ok: false, reason: 'gone' }],
    [410, { ok: false, reason: 'gone' }],
  ])('answered %i', async (status, expected) => {
    nock(HOST).get('/v2/bot/message/9/content').reply(status, '');
    expect(await make().content('9')).toEqual(expected);
  });

  test('comes with its bytes and type', async () => {
    nock(HOST)
      .get('/v2/bot/message/9/content')
      .reply(200, Buffer.from([1, 2, 3]), { 'content-type': 'image/png' });
    expect(await make().content('9')).toEqual({
      ok: true,
      bytes: Buffer.from([1, 2, 3]),
      contentType: 'image/png',
    });
  });
});
