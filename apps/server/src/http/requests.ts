import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import type { Log } from './log.js';

/** Told of every answer; `Metrics` is one. */
export interface HttpWitness {
  httpAnswered(method: string, status: number, seconds: number): void;
}

/**
 * Gives each request an id (a proxy's `X-Request-Id` is kept when it looks like one), says it in the answer, and logs
 * the answer: without query, headers and bodies, where secrets and people's words may stand.
 */
export function requests(log: Log, witness?: HttpWitness): RequestHandler {
  return (request: Request, response: Response, next: NextFunction) => {
    const requestId = requestIdIn(request.headers);
    response.locals['requestId'] = requestId;
    response.set('X-Request-Id', requestId);
    const begun = performance.now();
    const { method, path } = request;
    response.once('close', () => {
      const ms = performance.now() - begun;
      const status = response.statusCode;
      witness?.httpAnswered(method, status, ms / 1000);
      log.info({ requestId, method, path, status, ms: Math.round(ms) }, 'request');
    });
    next();
  };
}

/** A proxy's id is kept when it looks like one. */
export function requestIdIn({ 'x-request-id': given }: IncomingHttpHeaders): string {
  return typeof given === 'string' && /^[\w-]{8,64}$/.test(given) ? given : randomUUID();
}

export function requestIdOf(response: Response): string {
  return String(response.locals['requestId']);
}
