import type { NestExpressApplication } from '@nestjs/platform-express';
import { Refusal } from '@trellis/games/kit';
import { checkPlain, limits } from '@trellis/wire';
import express, { type Request, type RequestHandler } from 'express';
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
    bodies,
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

const shortBody = express.json({ limit: limits.requestBytes });
const postBody = express.json({ limit: limits.postBytes });

/** Posts are longer than anything else. */
const bodies: RequestHandler = (request, response, next) =>
  (bringsPost(request) ? postBody : shortBody)(request, response, next);

function bringsPost({ originalUrl }: Request): boolean {
  return originalUrl.startsWith('/api/forum/');
}

const plainBody: RequestHandler = (request, _response, next) => {
  const longest = bringsPost(request) ? limits.postString : limits.string;
  const fault = request.body === undefined ? undefined : checkPlain(request.body, longest);
  if (fault) throw new Refusal('bad-request', `The body has ${fault}.`);
  next();
};
