import { isIP } from 'node:net';
import type { IncomingMessage } from 'node:http';

/**
 * The address a request comes from, for limits. Of `X-Forwarded-For` only what our own proxies wrote is believed: the
 * entry that many `hops` from the right; whatever the client put before it is ignored.
 */
export function clientAddress(
  { headers, socket }: Pick<IncomingMessage, 'headers'> & { socket: { remoteAddress?: string } },
  hops: number,
): string {
  const direct = plain(socket.remoteAddress ?? '');
  if (hops === 0) return direct;
  const written = [headers['x-forwarded-for'] ?? []]
    .flat()
    .flatMap((line) => line.split(','))
    .map((each) => plain(each.trim()));
  const found = written.at(-hops) ?? written[0];
  return found && isIP(found) ? found : direct;
}

/** The loopback names nobody: it is a proxy, or the operator. */
export function isThisMachine(address: string): boolean {
  return /^(127\.|::1$)/.test(address);
}

/** Whom an address stands for: an IPv6 household is a /64, an IPv4 one a single address. */
export function household(address: string): string {
  if (isIP(address) !== 6) return address;
  const [head = '', tail] = address.split('%')[0]!.split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail ? tail.split(':') : [];
  const gap = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  const groups = [...before, ...Array<string>(gap).fill('0'), ...after];
  return `${groups
    .slice(0, 4)
    .map((group) => parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}

function plain(address: string): string {
  return /^::ffff:\d+\.\d+\.\d+\.\d+$/i.test(address) ? address.slice(7) : address;
}
