/** Anchor: node:http and the signature, nothing parsed, nothing stored; the least a webhook can cost. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SECRET } from '../lib/bodies.ts';

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const expected = createHmac('sha256', SECRET).update(Buffer.concat(chunks)).digest();
    const given = Buffer.from(String(request.headers['x-line-signature']), 'base64');
    const signed = given.length === expected.length && timingSafeEqual(given, expected);
    response.writeHead(signed ? 200 : 401, { 'Content-Length': 0 }).end();
  });
});
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }));
