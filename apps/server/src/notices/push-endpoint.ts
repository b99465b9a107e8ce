import { lookup as resolve, type LookupAddress } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/** Networks that are nobody's push service: this machine, private ones, and those with a meaning of their own. */
const closed = new BlockList();
for (const [net, prefix] of [
  ...([
    ['0.0.0.0', 8],
    ['10.0.0.0', 8],
    ['100.64.0.0', 10],
    ['127.0.0.0', 8],
  ] as const),
  ...([
    ['169.254.0.0', 16],
    ['172.16.0.0', 12],
    ['192.0.0.0', 24],
    ['192.0.2.0', 24],
  ] as const),
  ...([
    ['192.168.0.0', 16],
    ['198.18.0.0', 15],
    ['198.51.100.0', 24],
  ] as const),
  ...([
    ['203.0.113.0', 24],
    ['224.0.0.0', 4],
    ['240.0.0.0', 4],
  ] as const),
] as const)
  closed.addSubnet(net, prefix, 'ipv4');
/** Of IPv6 only what is routed in the world is open, and of that not what hides an IPv4 address. */
const open6 = new BlockList();
open6.addSubnet('2000::', 3, 'ipv6');
const hidden4 = new BlockList();
for (const [net, prefix] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
] as const)
  hidden4.addSubnet(net, prefix, 'ipv6');

/**
 * The push service of a subscription, if the club may send something there: https, the usual port, a name in the world's DNS.
 * Browsers give nothing else, and anybody could send us an address of our own network. `standIn` is an origin that tests allow.
 */
export function pushEndpoint(endpoint: string, standIn?: string): URL | undefined {
  if (!URL.canParse(endpoint)) return undefined;
  const url = new URL(endpoint);
  const { protocol, port, username, password, hash } = url;
  if (username || password || hash) return undefined;
  if (standIn !== undefined && url.origin === standIn) return url;
  if (protocol !== 'https:' || port !== '') return undefined;
  return isWorldly(url.hostname) ? url : undefined;
}

/** Resolves a name for a connection, and refuses one that leads into a closed network, whatever it was when it was looked at. */
export const worldlyLookup: LookupFunction = (hostname, options, callback) => {
  resolve(hostname, { ...options, all: true }, (error, addresses) => {
    const open = (addresses ?? []).filter(({ address }) => isOpen(address));
    const [first] = open;
    if (error || !first) return callback(error ?? closedTo(hostname), '', 4);
    if (options.all) return callback(null, open as LookupAddress[]);
    return callback(null, first.address, first.family);
  });
};

export function isOpen(address: string): boolean {
  switch (isIP(address)) {
    case 4:
      return !closed.check(address, 'ipv4');
    case 6:
      return open6.check(address, 'ipv6') && !hidden4.check(address, 'ipv6');
    default:
      return false;
  }
}

function isWorldly(hostname: string): boolean {
  if (isIP(hostname.replace(/^\[|\]$/g, ''))) return false;
  const name = hostname.replace(/\.$/, '');
  return (
    /\.[a-z][a-z0-9-]*$/i.test(name) &&
    !/\.(localhost|local|internal|lan|home|arpa|test|invalid)$/i.test(name)
  );
}

function closedTo(hostname: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`${hostname} leads into a closed network.`), { code: 'ECLOSED' });
}
