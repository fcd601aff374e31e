/** Several LINE accounts behind one host, as at LINE itself: each request goes to the simulator whose token or channel it names. */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { movableClock } from '../../src/clock.ts';
import { createSimulator, type Simulator } from '../../src/simulator/index.ts';

export interface Account {
  secret: string;
  token: string;
  channelId: string;
  simulator: Simulator;
}

export interface ManyLines {
  /** For LINE_API_URL. */
  url: string;
  accounts: Account[];
  close(): Promise<void>;
}

/** @param people of each account, by LINE user id. @param start of the accounts' clocks. */
export async function openLines(people: readonly (readonly string[])[], start: Date): Promise<ManyLines> {
  const accounts = await Promise.all(
    people.map(async (userIds, index): Promise<Account> => {
      const secret = String(index + 1).repeat(32);
      const token = `channel-access-token-${index}`;
      const channelId = `200000000${index}`;
      const simulator = await createSimulator({
        clock: movableClock(start),
        webhookUrl: '',
        channelSecret: secret,
        channelAccessToken: token,
        channelId,
        botName: `บอต ${index}`,
        people: userIds.map((userId) => ({
          userId,
          displayName: `คนที่ ${userId.slice(-2)}`,
          role: '',
          tries: [],
          friend: true,
          blocked: false,
        })),
        groups: [],
        saveFile: null,
        webhookTimeout: 20_000,
      });
      return { secret, token, channelId, simulator };
    }),
  );
  const server = createServer((request, response) => {
    void (async () => {
      const body = Buffer.concat((await request.toArray()) as Buffer[]);
      const { simulator } = accounts.find((one) => isFor(one, request, body)) ?? accounts[0]!;
      const { method = 'GET', headers } = request;
      const answer = await fetch(simulator.apiUrl + request.url, {
        method,
        headers: Object.entries(headers).filter(([name]) =>
          /^(content-type|authorization|x-line)/.test(name),
        ) as [string, string][],
        ...(method === 'GET' ? {} : { body }),
      });
      const bytes = Buffer.from(await answer.arrayBuffer());
      response.writeHead(answer.status, {
        'content-type': answer.headers.get('content-type') ?? 'text/plain',
      });
      response.end(bytes);
    })().catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    accounts,
    async close() {
      server.closeAllConnections();
      server.close();
      await Promise.all(accounts.map(({ simulator }) => simulator.close()));
    },
  };
}

function isFor({ token, channelId }: Account, { headers }: IncomingMessage, body: Buffer): boolean {
  const form = new URLSearchParams(body.toString());
  return (
    headers.authorization === `Bearer ${token}` ||
    form.get('access_token') === token ||
    form.get('client_id') === channelId
  );
}
