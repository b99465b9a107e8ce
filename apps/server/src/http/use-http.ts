import type { NestExpressApplication } from '@nestjs/platform-express';
import { Refusal } from '@trellis/games/kit';
import { checkPlain, limits } from '@trellis/wire';
import express, { type RequestHandler } from 'express';
import { ownOrigins } from '../auth/origin.js';
import type { Configuration } from '../configuration/configuration.js';
import { admission, refuseStrayUpgrades } from './admission.js';
import { clientAddress } from './client-address.js';
import { ErrorFilter } from './error-filter.js';
import { privateAnswer, securityHeaders } from './headers.js';
import { NestLog, type Log } from './log.js';
import type { RateLimits } from './rate-limits.js';
import { requests, type HttpWitness } from './requests.js';

/** How an application is made for `useHttp`: it brings its own, smaller body parsers. */
export const applicationOptions = { bodyParser: false, abortOnError: false } as const;

/** Everything between the socket and the controllers, in order. To be called once, before `listen` and the site. */
export function useHttp(
  app: NestExpressApplication,
  { configuration, log, rateLimits, witness }: HttpParts,
): void {
  app.useLogger(new NestLog(log));
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('query parser', 'simple');
  app.use(requests(log, witness));
  app.use(securityHeaders(configuration));
  app.use(admission(ownOrigins(configuration)));
  const answered = [
    privateAnswer,
    limited(rateLimits, configuration.trustProxy),
    express.json({ limit: limits.requestBytes }),
    express.urlencoded({ extended: false, limit: limits.requestBytes, parameterLimit: 20 }),
    plainBody,
  ];
  app.use(['/api', '/auth'], ...answered);
  app.useGlobalFilters(new ErrorFilter(log));
  refuseStrayUpgrades(app.getHttpServer());
}

export interface HttpParts {
  readonly configuration: Configuration;
  readonly log: Log;
  readonly rateLimits: RateLimits;
  readonly witness?: HttpWitness;
}

/** Probes are asked often, by machines of the operator. */
function limited(rateLimits: RateLimits, hops: number): RequestHandler {
  return async (request, _response, next) => {
    if (!request.originalUrl.startsWith('/api/health/'))
      await rateLimits.take('http', { address: clientAddress(request, hops) });
    next();
  };
}

const plainBody: RequestHandler = (request, _response, next) => {
  const fault = request.body === undefined ? undefined : checkPlain(request.body);
  if (fault) throw new Refusal('bad-request', `The body has ${fault}.`);
  next();
};
