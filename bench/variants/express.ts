/** Anchor: Express with the SDK's middleware, storing nothing or with one Model.create an event; argument: MongoDB's address or nothing. */
import type { AddressInfo } from 'node:net';
import { middleware, type webhook } from '@line/bot-sdk';
import express from 'express';
import mongoose from 'mongoose';
import { SECRET } from '../lib/bodies.ts';

const uri = process.argv[2];
const store = uri ? await modelCreate(uri) : null;
const app = express();
app.post('/webhook', middleware({ channelSecret: SECRET }), async (request, response) => {
  const { destination, events } = request.body as webhook.CallbackRequest;
  if (store) await Promise.all(events.map((event) => store(destination, event)));
  response.sendStatus(200);
});
const server = app.listen(0, '127.0.0.1', () =>
  process.send?.({ port: (server.address() as AddressInfo).port }),
);

async function modelCreate(address: string): Promise<(destination: string, event: object) => Promise<void>> {
  await mongoose.connect(address, { autoIndex: false, maxPoolSize: 50 });
  const { Mixed } = mongoose.Schema.Types;
  const schema = new mongoose.Schema(
    {
      webhookEventId: { type: String, required: true },
      destination: { type: String, required: true },
      receivedAt: { type: Date, required: true },
      state: { type: String, enum: ['pending', 'done', 'dead'], required: true },
      attempts: { type: Number, required: true },
      notBefore: { type: Date, required: true },
      event: { type: Mixed, required: true },
    },
    { collection: 'inbox', versionKey: false, writeConcern: { w: 'majority', j: true } },
  );
  schema.index({ webhookEventId: 1 }, { unique: true });
  schema.index({ state: 1, notBefore: 1 });
  const model = mongoose.model('Inbox', schema);
  await model.createIndexes();
  return async (destination, event) => {
    const { webhookEventId } = event as { webhookEventId: string };
    const now = new Date();
    await model.create({
      webhookEventId,
      destination,
      receivedAt: now,
      state: 'pending',
      attempts: 0,
      notBefore: now,
      event,
    });
  };
}
