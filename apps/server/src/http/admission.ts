import type { Server } from 'node:http';
import { Refusal } from '@trellis/games/kit';
import type { RequestHandler } from 'express';
import { isCrossSiteWrite, mediaType } from '../auth/origin.js';

const reading = ['GET', 'HEAD'];
const writing = ['POST', 'PUT', 'PATCH', 'DELETE'];

/**
 * What is refused whatever its address: requests for other hosts (a proxy's absolute form), methods we do not know,
 * and writes that go to a page, come from another site's page or are not JSON. A form of our own pages may write
 * under `/auth`, so that signing in works without scripts.
 */
export function admission(origins: ReadonlySet<string>): RequestHandler {
  return (request, _response, next) => {
    const { method, headers, originalUrl } = request;
    if (!originalUrl.startsWith('/')) throw new Refusal('bad-request', 'Ask by a path.');
    if (reading.includes(method)) return next();
    const forProgram = isUnder(request.path, ['/api', '/auth', '/socket.io']);
    if (!writing.includes(method) || !forProgram)
      throw new Refusal('wrong-method', 'This can only be read.');
    if (isUnder(request.path, ['/socket.io'])) return next(); // has its own check, at the handshake
    if (isCrossSiteWrite(headers, origins))
      throw new Refusal('cross-site', 'Only the club’s own pages may ask for this.');
    const types = isUnder(request.path, ['/auth'])
      ? ['', 'application/json', 'application/x-www-form-urlencoded']
      : ['', 'application/json'];
    if (!types.includes(mediaType(headers))) throw new Refusal('wrong-type', 'Send JSON.');
    next();
  };
}

/** Upgrades go to Socket.IO alone. Anything else, absolute addresses included, loses its connection. */
export function refuseStrayUpgrades(server: Server): void {
  server.prependListener('upgrade', (request, socket) => {
    if (!/^\/socket\.io\/(?:\?|$)/.test(request.url ?? '')) socket.destroy();
  });
}

function isUnder(path: string, tops: readonly string[]): boolean {
  return tops.some((top) => path === top || path.startsWith(`${top}/`));
}
