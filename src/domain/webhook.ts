/** What an office tells other programs of, and to which addresses that may go; services/webhooks writes it, the delivery worker sends it. */
import { BlockList, isIP, isIPv6 } from 'node:net';

/** Told of as it happens; `test` is what an administrator sends to try an address. */
export const WEBHOOK_EVENTS = [
  'update.saved',
  'update.taken_back',
  'update.texts_removed',
  'period.closed',
  'report.published',
  'report.withdrawn',
] as const;
export type ToldEvent = (typeof WEBHOOK_EVENTS)[number] | 'test';

/** What an installation allows beyond https to the internet. */
export interface AddressRules {
  /** This very machine, also without encryption: for development. */
  loopbackHttp: boolean;
  /** Names and addresses inside the office's own network, in lower case. */
  internalHosts: readonly string[];
}

/** `form`: no address, or one that carries a password; `https`: unencrypted; `inside`: not on the internet. */
export type AddressFault = 'form' | 'https' | 'inside';

const LONGEST_ADDRESS = 500;

/** @returns why nothing is sent there, or null. What a name leads to is only known when it is asked: see `isPublicAddress`. */
export function addressFault(address: string, rules: AddressRules): AddressFault | null {
  if (address.length > LONGEST_ADDRESS || !URL.canParse(address)) return 'form';
  const { protocol, username, password, hash, hostname } = new URL(address);
  if (!/^https?:$/.test(protocol) || username !== '' || password !== '' || hash !== '') return 'form';
  const host = bare(hostname);
  if (protocol === 'http:' && !(rules.loopbackHttp && isLoopbackHost(host))) return 'https';
  const mayBeInside = mayLeadInside(host, rules);
  if (!mayBeInside && isIP(host) !== 0 && !isPublicAddress(host)) return 'inside';
  // names without a dot are those of a local network
  return mayBeInside || isIP(host) !== 0 || /[^.]\.[^.]/.test(host) ? null : 'inside';
}

/** @returns scheme, name and port of whoever receives there: by these, offices' webhooks have one receiver. */
export function originOf(address: string): string {
  if (!URL.canParse(address)) return address;
  return new URL(address).origin.replace(/\.(?=:\d+$|$)/, '');
}

/** @returns whether a name, or an address that stands for one, may lead into the office's own network. */
export function mayLeadInside(hostname: string, { loopbackHttp, internalHosts }: AddressRules): boolean {
  const host = bare(hostname);
  return internalHosts.includes(host) || (loopbackHttp && isLoopbackHost(host));
}

function bare(hostname: string): string {
  return hostname
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '')
    .toLowerCase();
}

function isLoopbackHost(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d+){3}$/.test(host);
}

/** What IANA keeps from the internet: private, loopback, link-local, shared, of examples, multicast, reserved. */
const NOT_PUBLIC: readonly [string, number][] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
];
/** Of IPv6 only 2000::/3 is on the internet, and of that not the ways back into IPv4 and the examples. */
const PUBLIC_V6: [string, number] = ['2000::', 3];
const NOT_PUBLIC_V6: readonly [string, number][] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
];

const blocked = new BlockList();
for (const [net, prefix] of NOT_PUBLIC) blocked.addSubnet(net, prefix, 'ipv4');
for (const [net, prefix] of NOT_PUBLIC_V6) blocked.addSubnet(net, prefix, 'ipv6');
const global = new BlockList();
global.addSubnet(...PUBLIC_V6, 'ipv6');

/** @param address an IP address; anything else is not one. @returns whether it lies on the internet. */
export function isPublicAddress(address: string): boolean {
  if (isIPv6(address)) return global.check(address, 'ipv6') && !blocked.check(address, 'ipv6');
  return isIP(address) === 4 && !blocked.check(address, 'ipv4');
}
