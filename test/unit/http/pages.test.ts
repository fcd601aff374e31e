/** What the log tells of a page that failed: enough to find it, not enough to open it. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { expect, test } from 'vitest';
import { pages } from '../../../src/http/pages.ts';
import { createLog } from '../../../src/log.ts';

const TOKEN = 'wV7-unguessable-link';

test.each([
  ['/files', `/files/${TOKEN}`],
  ['/charts', `/charts/${TOKEN}?size=${TOKEN}`],
  ['/', '/'],
])('a link under %s that fails stays out of the log', async (route, path) => {
  const lines: string[] = [];
  const router = express.Router().get('/{*any}', () => {
    throw new Error('the database is away');
  });
  const log = createLog({ level: 'info', to: { write: (line) => void lines.push(line) } });
  const server = createServer(pages({ routers: [{ path: '/', router }], https: () => false, log }));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`);
    expect([answer.status, await answer.text()]).toEqual([500, 'internal error\n']);
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0]!)).toMatchObject({ event: 'request-failed', method: 'GET', route });
    expect(lines[0]).not.toContain(TOKEN);
  } finally {
    server.close();
  }
});

test.each([true, false])('every answer says what a browser may do with it, over https: %s', async (https) => {
  const router = express
    .Router()
    .get('/fine', (_request, response) => void response.type('text/plain').send('fine\n'))
    .get('/own', (_request, response) => {
      response.setHeader('Content-Security-Policy', "default-src 'self'");
      response.send('own');
    })
    .get('/broken', () => {
      throw new Error('broken');
    });
  const log = createLog({ level: 'silent', to: { write: () => undefined } });
  const server = createServer(pages({ routers: [{ path: '/', router }], https: () => https, log }));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const headersOf = async (path: string) =>
    Object.fromEntries(
      (await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`)).headers,
    );
  try {
    for (const path of ['/fine', '/broken', '/none', '/%ff']) {
      const headers = await headersOf(path);
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
        'referrer-policy': 'no-referrer',
      });
      expect(headers['strict-transport-security']).toBe(https ? 'max-age=31536000' : undefined);
      expect(headers).not.toHaveProperty('x-powered-by');
    }
    expect((await headersOf('/own'))['content-security-policy']).toBe("default-src 'self'");
  } finally {
    server.close();
  }
});
