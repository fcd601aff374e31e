/** A closed loop of connections that are kept open, each posting its next request when the last was answered. */
import { connect, type Socket } from 'node:net';
import { orderOf } from './stats.ts';

export interface Load {
  /** Answers a second. */
  rate: number;
  /** Milliseconds of each answer. */
  latencies: number[];
  /** Answers of 200. */
  ok: number;
  /** Any other answer. */
  other: number;
}

/**
 * Ends after `milliseconds` or when the requests are used up; every request begun is waited for.
 * @throws when a connection breaks.
 */
export async function closedLoop(options: {
  port: number;
  connections: number;
  milliseconds: number;
  requests: readonly Buffer[];
  /** Posts again what was answered with 503, as LINE delivers again. */
  again?: boolean;
}): Promise<Load> {
  const sockets = await Promise.all(Array.from({ length: options.connections }, () => open(options.port)));
  const latencies: number[] = [];
  let next = 0;
  let other = 0;
  const started = performance.now();
  const end = started + options.milliseconds;
  await Promise.all(
    sockets.map(async (socket) => {
      const ask = asker(socket);
      while (performance.now() < end) {
        const request = options.requests[next++];
        if (request === undefined) return;
        const sent = performance.now();
        let status = await ask(request);
        while (options.again && status === 503) status = await ask(request);
        latencies.push(performance.now() - sent);
        if (status !== 200) other += 1;
      }
    }),
  );
  const seconds = (performance.now() - started) / 1000;
  for (const socket of sockets) socket.destroy();
  return { rate: latencies.length / seconds, latencies, ok: latencies.length - other, other };
}

/**
 * One request after the other, to each port in turn and in reverse order every other time: what the machine
 * does meanwhile meets all alike. Ends after `milliseconds` or when the requests are used up.
 * @returns milliseconds and answers, by port. @throws when a connection breaks.
 */
export async function inTurn(options: {
  ports: readonly number[];
  milliseconds: number;
  requests: readonly Buffer[];
}): Promise<Pick<Load, 'latencies' | 'ok' | 'other'>[]> {
  const sockets = await Promise.all(options.ports.map(open));
  const all = sockets.map((socket) => ({ ask: asker(socket), latencies: [] as number[], ok: 0, other: 0 }));
  const end = performance.now() + options.milliseconds;
  let next = 0;
  for (let turn = 0; performance.now() < end; turn++) {
    if (next + all.length > options.requests.length) break;
    for (const one of orderOf(all, turn)) {
      const sent = performance.now();
      const status = await one.ask(options.requests[next++]!);
      one.latencies.push(performance.now() - sent);
      if (status === 200) one.ok += 1;
      else one.other += 1;
    }
  }
  for (const socket of sockets) socket.destroy();
  return all.map(({ latencies, ok, other }) => ({ latencies, ok, other }));
}

function open(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true }, () => resolve(socket));
    socket.once('error', reject);
  });
}

/** @returns a function that writes one request and gives the status of its answer. */
function asker(socket: Socket): (request: Buffer) => Promise<number> {
  let received = '';
  let answered: ((status: number) => void) | null = null;
  let broken: ((error: Error) => void) | null = null;
  socket.on('data', (chunk: Buffer) => {
    received += chunk.toString('latin1');
    if (!isComplete(received)) return;
    const status = Number(received.slice(9, 12));
    received = '';
    answered?.(status);
  });
  socket.on('close', () => broken?.(new Error('the server closed a connection')));
  socket.on('error', (error) => broken?.(error));
  return (request) =>
    new Promise((resolve, reject) => {
      answered = resolve;
      broken = reject;
      socket.write(request);
    });
}

/** @param answer all that came so far. @returns whether its head and body are there. */
function isComplete(answer: string): boolean {
  const head = answer.indexOf('\r\n\r\n');
  if (head < 0) return false;
  const length = /\r\ncontent-length: (\d+)/i.exec(answer);
  if (length) return answer.length >= head + 4 + Number(length[1]);
  return answer.endsWith('0\r\n\r\n');
}
