/** An OpenAI-compatible endpoint over real HTTP that answers as a test says: right, wrong, late, or not at all. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the endpoint was asked. */
export interface AskedOf {
  path: string;
  headers: IncomingMessage['headers'];
  body: { model: string; messages: { role: string; content: string }[]; response_format?: unknown };
  /** What stands in the last message: the text as it was sent. */
  message: string;
}

export type Answering = (asked: AskedOf, response: ServerResponse) => void | Promise<void>;

export interface FakeEndpoint {
  /** As ASSISTANT_URL gives it. */
  url: string;
  asked: AskedOf[];
  /** Questions whose asker went away before they were answered. */
  abandoned: number;
  answers: Answering;
  close(): Promise<void>;
}

/** @param answers how it answers until another way is set. */
export async function fakeEndpoint(answers: Answering = says('{"report":false}')): Promise<FakeEndpoint> {
  const server = createServer((request, response) => {
    void (async () => {
      const body = JSON.parse((await request.toArray()).join('') || '{}') as AskedOf['body'];
      const last = body.messages?.at(-1)?.content ?? '{}';
      const { message = '' } = JSON.parse(last) as { message?: string };
      const asked = { path: request.url ?? '', headers: request.headers, body, message };
      endpoint.asked.push(asked);
      response.on('close', () => {
        if (!response.writableFinished) endpoint.abandoned += 1;
      });
      await endpoint.answers(asked, response);
    })().catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const endpoint: FakeEndpoint = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    asked: [],
    abandoned: 0,
    answers,
    close: () => new Promise((resolve) => server.close(() => resolve()) && server.closeAllConnections()),
  };
  return endpoint;
}

/** @returns an answer whose content is this text, as a model would say it. */
export function says(content: string): Answering {
  return (_, response) => {
    send(response, 200, {
      id: 'x',
      object: 'chat.completion',
      created: 0,
      model: 'fake',
      choices: [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content } }],
      usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
    });
  };
}

/** @returns an answer that reads the message as these items. */
export function reads(...items: object[]): Answering {
  return says(JSON.stringify({ report: true, items }));
}

export function fails(status: number, headers: Record<string, string> = {}): Answering {
  return (_, response) => send(response, status, { error: { message: 'no', type: 'x' } }, headers);
}

export function send(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
}
