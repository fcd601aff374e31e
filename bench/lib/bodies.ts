/** Webhook bodies as LINE sends them, each with ids of its own and signed; the load client posts them. */
import { createHmac, randomBytes } from 'node:crypto';

export const SECRET = 'bench-channel-secret';
export const TOKEN = 'bench-channel-access-token';
/** The bot's own user id: fake LINE says the same. */
export const BOT = `U${'0'.repeat(32)}`;

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const hex = (bytes: number): string => randomBytes(bytes).toString('hex');

/** @returns an id in the form of LINE's webhookEventId, 26 letters. */
export function eventId(): string {
  return `01${Array.from(randomBytes(24), (byte) => CROCKFORD[byte & 31]).join('')}`;
}

export interface EventChoice {
  user: string;
  text: string;
  group?: string;
  replyToken?: string;
}

/** One text message of about the size LINE's have. */
export function textEvent({ user, text, group, replyToken = hex(16) }: EventChoice) {
  return {
    type: 'message',
    message: {
      type: 'text',
      id: `5${randomBytes(8).readBigUInt64LE()}`,
      quoteToken: hex(32),
      markAsReadToken: hex(18),
      text,
    },
    webhookEventId: eventId(),
    deliveryContext: { isRedelivery: false },
    timestamp: Date.now(),
    source: group ? { type: 'group', groupId: group, userId: user } : { type: 'user', userId: user },
    replyToken,
    mode: 'active',
  };
}

/** One tap on a button. @param tap.data as the button carries it. */
export function tapEvent({ user, data }: { user: string; data: string }) {
  return {
    type: 'postback',
    postback: { data },
    webhookEventId: eventId(),
    deliveryContext: { isRedelivery: false },
    timestamp: Date.now(),
    source: { type: 'user', userId: user },
    replyToken: hex(16),
    mode: 'active',
  };
}

/** @returns LINE's signature of a body. */
export function hmacOf(body: Buffer, secret = SECRET): string {
  return createHmac('sha256', secret).update(body).digest('base64');
}

/** A whole HTTP request, ready to be written to a socket that is kept open. */
export function signedRequest(events: unknown[]): Buffer {
  const body = Buffer.from(JSON.stringify({ destination: BOT, events }));
  const signature = hmacOf(body);
  const head = [
    'POST /webhook HTTP/1.1',
    'Host: 127.0.0.1',
    'Content-Type: application/json; charset=utf-8',
    'User-Agent: LineBotWebhook/2.0',
    `X-Line-Signature: ${signature}`,
    `Content-Length: ${body.length}`,
  ].join('\r\n');
  return Buffer.concat([Buffer.from(`${head}\r\n\r\n`), body]);
}

/** @returns requests of strangers, one event each. */
export function strangersRequests(count: number): Buffer[] {
  return Array.from({ length: count }, (_, index) =>
    signedRequest([textEvent({ user: `U${hex(16)}`, text: `1.2 ดำเนินการแล้วครั้งที่ ${index} ใช้งบ 28,500 บาท` })]),
  );
}
