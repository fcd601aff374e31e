/** Tells whether a request comes from this very machine; what is for nobody else (simulator, demo's webhook, metrics) asks here. */
import type { IncomingMessage } from 'node:http';

const PEER = /^(?:::1|(?:::ffff:)?127\.\d+\.\d+\.\d+)$/;
const NAME = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])(?::\d+)?$/i;

/** What proxies, tunnels and balancers add; none of it comes from a browser or a command on this machine. */
const OF_PROXIES =
  /^(?:forwarded|via|cdn-loop|client-ip|true-client-ip|traceparent|x-.*|(?:cf|fly|fastly|akamai|ngrok|tailscale|proxy|ssl|incap)-.*)$/;
/** Named like those, but LINE's signature and browsers' own. */
const OF_CLIENTS: readonly string[] = [
  'x-line-signature',
  'x-line-retry-key',
  'x-requested-with',
  'x-client-data',
];

/** Peer, names and headers all have to be this machine's: a foreign name that points here counts as foreign. */
export function isFromThisMachine({ socket, headers, httpVersion }: IncomingMessage): boolean {
  const origin = headers.origin?.replace(/^https?:\/\//, '');
  return (
    PEER.test(socket.remoteAddress ?? '') &&
    NAME.test(headers.host ?? '') &&
    (origin === undefined || NAME.test(origin)) &&
    // a proxy that was set up with a line and no more: it says its own host's name, and speaks the old protocol
    httpVersion !== '1.0' &&
    !Object.keys(headers).some((name) => OF_PROXIES.test(name) && !OF_CLIENTS.includes(name))
  );
}
