/** A server with a canned world, for tests of the simulator's page alone: it serves the page's own files and keeps the acts. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fontFile, pageBundle, pageHtml, pagePolicy } from '../../src/simulator/page-files.ts';
import type { SimAct, SimMessage, SimState } from '../../src/simulator/types.ts';

export interface PageFixture {
  url: string;
  /** Everything the page has sent, oldest first. */
  acts: SimAct[];
  state: SimState;
  /** Announces a new version after the state was changed. */
  announce(): void;
  /** Answer to the next act in place of {ok:true}. */
  refuseNext(reason: string): void;
  close(): Promise<void>;
}

/** Starts the server on a free port. @param state world to begin with; the fixture shows what it holds at each read. */
export async function openPageFixture(state: SimState): Promise<PageFixture> {
  const { script, style } = await pageBundle();
  const acts: SimAct[] = [];
  const listeners = new Set<ServerResponse>();
  let refusal: string | null = null;

  const readAct = (request: IncomingMessage, response: ServerResponse): void => {
    let body = '';
    request.on('data', (part) => (body += part));
    request.on('end', () => {
      const act = JSON.parse(body) as SimAct;
      acts.push(act);
      const answer = refusal === null ? { ok: true } : { ok: false, reason: refusal };
      // the page reads the world after each act: a switch must be found as it was set
      if (act.act === 'switches' && answer.ok) Object.assign(state.switches, act.set);
      refusal = null;
      send(response, 'application/json', JSON.stringify(answer));
    });
  };
  const listen = (response: ServerResponse): void => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write(`data: ${state.version}\n\n`);
    listeners.add(response);
    response.on('close', () => listeners.delete(response));
  };
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    if (path === '/simulator') {
      response.setHeader('content-security-policy', pagePolicy('fixture'));
      send(response, 'text/html', pageHtml('fixture'));
    } else if (path === '/simulator/page.js') send(response, 'text/javascript', script);
    else if (path === '/simulator/page.css') send(response, 'text/css', style);
    else if (path === '/simulator/state') send(response, 'application/json', JSON.stringify(state));
    else if (path === '/simulator/events') listen(response);
    else if (path === '/simulator/act') readAct(request, response);
    else if (path === '/simulator/media/photo') send(response, 'image/svg+xml', photo);
    else if (path.startsWith('/simulator/font/'))
      void fontFile(path.slice('/simulator/font/'.length)).then((font) =>
        font ? send(response, 'font/ttf', font) : response.writeHead(404).end(),
      );
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/simulator`,
    acts,
    state,
    announce() {
      state.version += 1;
      for (const listener of listeners) listener.write(`data: ${state.version}\n\n`);
    },
    refuseNext: (reason) => (refusal = reason),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const photo =
  '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="300"><rect width="400" height="300" fill="#7a9e7e"/></svg>';

function send(response: ServerResponse, type: string, body: string | Buffer): void {
  response.setHeader('content-type', type);
  response.end(body);
}

/** A small office: two people, one of them with a long name, and a group. */
export function sampleState(): SimState {
  const at = '2021-02-15T02:30:00.000Z';
  const person = { friend: true, blocked: false };
  return {
    version: 1,
    now: at,
    bot: { userId: 'Ubot', displayName: 'คืบหน้า' },
    people: [
      {
        ...person,
        userId: 'U1',
        displayName: 'น้ำฝน ปิ่นเกล้า',
        role: 'เจ้าหน้าที่งานพัสดุ',
        tries: ['ลงทะเบียน DEMO-01', '1.2 เสร็จแล้วค่ะ ใช้งบ 28,500 บาท', 'ช่วยเหลือ'],
      },
      {
        ...person,
        userId: 'U2',
        displayName: 'ว่าที่ร้อยตรีหญิงกุลธิดา วัฒนศิริพงษ์เจริญ',
        role: 'ผู้อำนวยการ',
        tries: ['สรุป'],
      },
    ],
    groups: [{ groupId: 'C1', name: 'แผนปฏิบัติราชการ ปี 2564', members: ['U1', 'U2'], botInside: true }],
    messages: [],
    log: [],
    switches: {
      redelivery: false,
      duplicates: 1,
      reorder: false,
      slowApi: 0,
      failApi: 'no',
      quotaLimit: 300,
    },
    quota: { limit: 300, used: 12 },
    loading: [],
    richMenus: { U1: null, U2: null },
  };
}

let next = 1;

/** A message for the world's list; everything but chat, sender and content has a sensible value. */
export function sampleMessage(
  chat: string,
  from: string,
  message: Record<string, unknown>,
  more: Partial<SimMessage> = {},
): SimMessage {
  const id = `m${next++}`;
  const via = from === 'bot' ? 'reply' : null;
  return {
    id,
    chat,
    from,
    at: '2021-02-15T02:30:00.000Z',
    message,
    quotes: null,
    unsent: false,
    via,
    ...more,
  };
}
