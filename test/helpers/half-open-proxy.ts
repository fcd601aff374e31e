/** A way to a port that can go dead: connections stay open and nothing goes through, as over a broken line; the fault tests use it. */
import { createConnection, createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

export interface HalfOpenProxy {
  port: number;
  /** From now on bytes of old and new connections are swallowed. */
  swallow(): void;
  /** New connections go through again; what was swallowed stays lost, and its connections silent. */
  pass(): void;
  close(): Promise<void>;
}

export async function halfOpenProxy(target: number): Promise<HalfOpenProxy> {
  const open = new Set<Socket>();
  let swallowing = false;
  const server = createServer((near) => {
    const far = createConnection(target, '127.0.0.1');
    // one that has lost bytes can never be of use again
    let lost = false;
    const hand = (from: Socket, to: Socket): void => {
      open.add(from);
      from.on('data', (chunk) => {
        lost ||= swallowing;
        if (!lost) to.write(chunk);
      });
      from.on('error', () => undefined);
      from.on('close', () => {
        open.delete(from);
        if (!lost) to.destroy();
      });
    };
    hand(near, far);
    hand(far, near);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    swallow: () => void (swallowing = true),
    pass: () => void (swallowing = false),
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of open) socket.destroy();
      await closed;
    },
  };
}
