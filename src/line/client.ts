/** Sends to LINE and says what became of it; the outbox worker decides what follows. */
import { HTTPFetchError } from '@line/bot-sdk';
import { cleanName } from '../domain/names.ts';
import { checkMessages } from './limits.ts';
import { type Post, poster } from './post.ts';
import { failed, sentIds, type SendOutcome } from './send-outcome.ts';
import { within } from '../waits.ts';
import { lineAccess, type LineAccessOptions } from './tokens.ts';

export interface Send {
  kind: 'reply' | 'push';
  to: string;
  replyToken: string | null;
  /** UUID; LINE takes it for pushes only. */
  retryKey: string;
  messages: Record<string, unknown>[];
  /** The same as JSON text, as it is stored and goes out. */
  packed: string;
}

export interface LineClient {
  send(send: Send): Promise<SendOutcome>;
  /** The bot's own user id: what `destination` must be. */
  botUserId(): Promise<string>;
  /** Shows the three dots for up to `seconds` (5–60, steps of 5); failures do not matter. */
  showLoading(userId: string, seconds: number): Promise<void>;
  quota(): Promise<{ limit: number | null; used: number }>;
  memberCount(groupId: string): Promise<number | null>;
  groupName(groupId: string): Promise<string | null>;
  profileName(userId: string): Promise<string | null>;
  leaveGroup(groupId: string): Promise<void>;
  /** Bytes of a photo or file. LINE says 202 while it is not ready, 404 and 410 when it is gone. */
  content(
    messageId: string,
  ): Promise<
    | { ok: true; bytes: Buffer; contentType: string | null }
    | { ok: false; reason: 'not-ready' | 'gone' | 'too-large' }
  >;
}

export interface LineClientOptions extends LineAccessOptions {
  /** Loopback pictures over http: the simulator shows them. */
  allowLoopbackHttp: boolean;
  /** Shared with the clients of other channels; one of its own when left out. */
  post?: Post;
}

const REPLY = '/v2/bot/message/reply';
const PUSH = '/v2/bot/message/push';
const MAX_CONTENT_BYTES = 25 * 1024 * 1024;

export function lineClient(options: LineClientOptions): LineClient {
  const { call } = lineAccess(options);
  const post = options.post ?? poster(options.apiUrl, options.timers);
  /** Of what an answer can do without: LINE that hangs must not hold it up for long. */
  const soon = <T>(asked: Promise<T>): Promise<T> => within('line-question', asked, options.timers);

  return {
    async send(send) {
      const problems = checkMessages(send.messages, { allowLoopbackHttp: options.allowLoopbackHttp });
      if (problems.length > 0) {
        const [first] = problems;
        return {
          outcome: 'refused',
          reason: `limits: ${first!.property} ${first!.message}`,
          requestId: null,
        };
      }
      try {
        const { requestId, body } = await call(
          ({ token }) =>
            send.kind === 'reply'
              ? post(REPLY, token, bodyOf('replyToken', send.replyToken ?? '', send))
              : post(PUSH, token, bodyOf('to', send.to, send), send.retryKey),
          send.kind,
        );
        return { outcome: 'sent', sentMessageIds: sentIds(body), requestId };
      } catch (error) {
        return failed(error, send.kind);
      }
    },
    async botUserId() {
      return (await call(({ api }) => api.getBotInfo(), 'info')).userId;
    },
    async showLoading(userId, seconds) {
      await call(
        ({ api }) => api.showLoadingAnimation({ chatId: userId, loadingSeconds: seconds }),
        'loading',
      ).catch(() => undefined);
    },
    async quota() {
      const [quota, used] = await soon(
        call(({ api }) => Promise.all([api.getMessageQuota(), api.getMessageQuotaConsumption()]), 'quota'),
      );
      return { limit: quota.type === 'limited' ? (quota.value ?? 0) : null, used: used.totalUsage };
    },
    memberCount: (groupId) =>
      soon(call(({ api }) => api.getGroupMemberCount(groupId), 'group')).then(
        (found) => found.count,
        () => null,
      ),
    groupName: (groupId) =>
      soon(call(({ api }) => api.getGroupSummary(groupId), 'group')).then(
        (found) => cleanName(found.groupName),
        () => null,
      ),
    profileName: (userId) =>
      soon(call(({ api }) => api.getProfile(userId), 'profile')).then(
        (found) => cleanName(found.displayName),
        () => null,
      ),
    async leaveGroup(groupId) {
      await call(({ api }) => api.leaveGroup(groupId), 'group');
    },
    async content(messageId) {
      try {
        const { httpResponse, body } = await call(
          ({ blob }) => blob.getMessageContentWithHttpInfo(messageId),
          'content',
        );
        if (httpResponse.status === 202) return { ok: false, reason: 'not-ready' };
        const chunks: Buffer[] = [];
        let size = 0;
        for await (const chunk of body) {
          size += (chunk as Buffer).length;
          if (size > MAX_CONTENT_BYTES) return { ok: false, reason: 'too-large' };
          chunks.push(chunk as Buffer);
        }
        return {
          ok: true,
          bytes: Buffer.concat(chunks),
          contentType: httpResponse.headers.get('content-type'),
        };
      } catch (error) {
        if (error instanceof HTTPFetchError && (error.status === 404 || error.status === 410))
          return { ok: false, reason: 'gone' };
        throw error;
      }
    },
  };
}

function bodyOf(name: 'replyToken' | 'to', value: string, { packed }: Send): string {
  return `{"${name}":${JSON.stringify(value)},"messages":${packed}}`;
}
