import type { IncomingHttpHeaders } from 'node:http';
import type { Configuration } from '../configuration/configuration.js';
import { isLoopback } from '../configuration/loopback.js';

/**
 * The origins whose pages are ours: that of PUBLIC_URL and no other. Outside production a club on a loopback host is
 * known by all of that host's names, because developers open now `localhost` and now `127.0.0.1`; the port and the
 * scheme must still be the same.
 */
export function ownOrigins({
  publicUrl,
  production,
}: Pick<Configuration, 'publicUrl' | 'production'>): ReadonlySet<string> {
  const { protocol, hostname, port } = new URL(publicUrl);
  if (production || !isLoopback(hostname)) return new Set([publicUrl]);
  const hosts = [hostname, 'localhost', '127.0.0.1', '[::1]'];
  return new Set(hosts.map((host) => `${protocol}//${host}${port && `:${port}`}`));
}

/**
 * Whether a Socket.IO handshake may go on; for `allowRequest`, because its `cors` option does not stop a foreign page
 * from opening a WebSocket. A program that shows a session must say our origin too: without it, a handshake is
 * anonymous or refused.
 */
export function allowedHandshake(
  headers: IncomingHttpHeaders,
  origins: ReadonlySet<string>,
  showsSession: boolean,
): boolean {
  if (isForeign(headers, origins)) return false;
  return headers.origin !== undefined || !showsSession;
}

/**
 * Whether a request that changes something comes from another site's page. Browsers say where they are; a program that
 * says nothing must send JSON, which no page of another site can do unasked, and we never answer its asking.
 */
export function isCrossSiteWrite(
  headers: IncomingHttpHeaders,
  origins: ReadonlySet<string>,
): boolean {
  if (isForeign(headers, origins)) return true;
  const said = headers.origin !== undefined || headers['sec-fetch-site'] !== undefined;
  return !said && mediaType(headers) !== 'application/json';
}

export function mediaType(headers: IncomingHttpHeaders): string {
  return (headers['content-type'] ?? '').split(';')[0]!.trim().toLowerCase();
}

function isForeign(headers: IncomingHttpHeaders, origins: ReadonlySet<string>): boolean {
  // Origins are compared as the text that browsers send. Two Origin headers arrive joined by a comma: no origin of ours.
  if (headers.origin !== undefined && !origins.has(headers.origin)) return true;
  const site = headers['sec-fetch-site'];
  return site !== undefined && site !== 'same-origin';
}
