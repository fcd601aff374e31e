/** Anchor: node:http, the signature and one insertOne an event, majority and journal; argument: MongoDB's address. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import mongoose from 'mongoose';
import { SECRET } from '../lib/bodies.ts';

const client = await new mongoose.mongo.MongoClient(process.argv[2] ?? '', { maxPoolSize: 50 }).connect();
const inbox = client.db().collection('inbox');
await inbox.createIndex({ webhookEventId: 1 }, { unique: true });
await inbox.createIndex({ state: 1, notBefore: 1 });

async function store(body: Buffer): Promise<void> {
  const { destination, events } = JSON.parse(body.toString()) as {
    destination: string;
    events: { webhookEventId: string }[];
  };
  const now = new Date();
  const rows = events.map((event) => ({
    webhookEventId: event.webhookEventId,
    destination,
    receivedAt: now,
    state: 'pending',
    attempts: 0,
    notBefore: now,
    event,
  }));
  await Promise.all(
    rows.map((row) => inbox.insertOne(row, { writeConcern: { w: 'majority', journal: true } })),
  );
}

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const body = Buffer.concat(chunks);
    const expected = createHmac('sha256', SECRET).update(body).digest();
    const given = Buffer.from(String(request.headers['x-line-signature']), 'base64');
    const answer = (status: number) => response.writeHead(status, { 'Content-Length': 0 }).end();
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) return answer(401);
    store(body).then(
      () => answer(200),
      () => answer(500),
    );
  });
});
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }));
