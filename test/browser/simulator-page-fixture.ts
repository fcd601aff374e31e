/** A server with a canned world, for tests of the simulator's page alone: it serves the page as the real one does and keeps the acts. */
import { readFile } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { build } from 'esbuild';
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

const page = new URL('../../src/simulator/page/', import.meta.url);
const fonts = new URL('../../node_modules/@expo-google-fonts/sarabun/', import.meta.url);

/** The page as the server makes it: bundled once. */
async function bundle(): Promise<{ script: string; style: string }> {
  const built = await build({
    entryPoints: [new URL('main.tsx', page).pathname],
    bundle: true,
    write: false,
    format: 'esm',
    jsx: 'automatic',
    jsxImportSource: 'preact',
  });
  return {
    script: built.outputFiles[0]?.text ?? '',
    style: await readFile(new URL('style.css', page), 'utf8'),
  };
}

const html = `<!doctype html><html lang="th"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>Kuebna</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/simulator/style.css"></head><body><script type="module" src="/simulator/main.js"></script></body></html>`;

/** Starts the server on a free port. @param state world to begin with; the fixture changes it in place. */
export async function openPageFixture(state: SimState): Promise<PageFixture> {
  const { script, style } = await bundle();
  const acts: SimAct[] = [];
  const listeners = new Set<ServerResponse>();
  let refusal: string | null = null;

  const answers: Record<string, (response: ServerResponse) => void> = {
    '/simulator': (response) => send(response, 'text/html', html),
    '/simulator/main.js': (response) => send(response, 'text/javascript', script),
    '/simulator/style.css': (response) => send(response, 'text/css', style),
    '/simulator/state': (response) => send(response, 'application/json', JSON.stringify(state)),
  };
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    const font = /^\/simulator\/font\/Sarabun_(\w+)\.ttf$/.exec(path)?.[1];
    if (font) {
      const file = new URL(`${font}/Sarabun_${font}.ttf`, fonts);
      void readFile(file).then((bytes) => send(response, 'font/ttf', bytes));
    } else if (path === '/simulator/events') {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write(`data: ${state.version}\n\n`);
      listeners.add(response);
      response.on('close', () => listeners.delete(response));
    } else if (path === '/simulator/act') {
      let body = '';
      request.on('data', (part) => (body += part));
      request.on('end', () => {
        acts.push(JSON.parse(body) as SimAct);
        send(
          response,
          'application/json',
          JSON.stringify(refusal ? { ok: false, reason: refusal } : { ok: true }),
        );
        refusal = null;
      });
    } else {
      const answer = answers[path];
      if (answer) answer(response);
      else response.writeHead(404).end();
    }
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

function send(response: ServerResponse, type: string, body: string | Buffer): void {
  // The policy a careful server would send: the page must work under it.
  response.writeHead(200, {
    'content-type': type,
    'content-security-policy':
      "default-src 'self'; img-src 'self' https: data: http://localhost:* http://127.0.0.1:*; frame-ancestors 'none'",
  });
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
