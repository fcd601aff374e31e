/** The bot's own account at LINE: who it is, where its webhook points, what is left of the month; invite and doctor ask. */
import { HTTPFetchError } from '@line/bot-sdk';
import type { LineAccess } from './tokens.ts';

export interface LineAccount {
  bot(): Promise<{ userId: string; basicId: string; displayName: string }>;
  /** null when none is set. */
  webhook(): Promise<{ endpoint: string; active: boolean } | null>;
  setWebhook(endpoint: string): Promise<void>;
  /** Lets LINE call the webhook that is set. */
  testWebhook(): Promise<{ success: boolean; status: number; reason: string; detail: string }>;
  /** Messages a month; limit null when there is none. */
  quota(): Promise<{ limit: number | null; used: number }>;
  /** Members of a group, null when LINE does not say. */
  groupSize(groupId: string): Promise<number | null>;
}

/** Sizes aside, all of it throws what the SDK throws; `explainLineError` says what that means. */
export function lineAccount({ call }: LineAccess): LineAccount {
  return {
    async bot() {
      const { userId, basicId, displayName } = await call(({ api }) => api.getBotInfo());
      return { userId, basicId, displayName };
    },
    async webhook() {
      try {
        const { endpoint, active } = await call(({ api }) => api.getWebhookEndpoint());
        return { endpoint, active };
      } catch (error) {
        if (error instanceof HTTPFetchError && error.status === 404) return null;
        throw error;
      }
    },
    async setWebhook(endpoint) {
      await call(({ api }) => api.setWebhookEndpoint({ endpoint }));
    },
    async testWebhook() {
      const { success, statusCode, reason, detail } = await call(({ api }) => api.testWebhookEndpoint());
      return { success: success ?? false, status: statusCode, reason, detail };
    },
    async quota() {
      const [quota, used] = await call(({ api }) =>
        Promise.all([api.getMessageQuota(), api.getMessageQuotaConsumption()]),
      );
      return { limit: quota.type === 'limited' ? (quota.value ?? 0) : null, used: used.totalUsage };
    },
    groupSize: (groupId) =>
      call(({ api }) => api.getGroupMemberCount(groupId)).then(
        ({ count }) => count,
        () => null,
      ),
  };
}

/** @returns the HTTP status LINE answered with (null when it did not answer) and one line of what it said. */
export function explainLineError(error: unknown): { status: number | null; detail: string } {
  if (error instanceof HTTPFetchError) {
    const body = error.body.replace(/\s+/g, ' ').slice(0, 200);
    return { status: error.status, detail: `${error.status} ${body}` };
  }
  const code = (error as { cause?: { code?: string } }).cause?.code;
  return { status: null, detail: code ?? (error instanceof Error ? error.message : String(error)) };
}

/** @returns the address that opens a chat with the bot with these words ready to send. */
export function chatLink(basicId: string, words: string): string {
  return `https://line.me/R/oaMessage/${encodeURIComponent(basicId)}/?${encodeURIComponent(words)}`;
}

/** @returns the address that adds the bot as a friend. */
export function friendLink(basicId: string): string {
  return `https://line.me/R/ti/p/${encodeURIComponent(basicId)}`;
}
