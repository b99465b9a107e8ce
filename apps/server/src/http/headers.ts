import type { RequestHandler } from 'express';
import helmet from 'helmet';
import type { Configuration } from '../configuration/configuration.js';
import type { EveryAnswer } from './patient-server.js';

/**
 * Security headers of every answer. The content policy here is for what is not a page; whoever serves HTML replaces
 * `Content-Security-Policy` with the page's own.
 */
export function securityHeaders({ publicUrl }: Pick<Configuration, 'publicUrl'>): EveryAnswer {
  const secure = publicUrl.startsWith('https:');
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    // Of documents alone: whoever serves one says it.
    crossOriginOpenerPolicy: false,
    originAgentCluster: false,
    frameguard: { action: 'deny' },
    // `same-origin` and not `no-referrer`: under that, browsers say `Origin: null` in our own forms.
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: secure && { maxAge: 365 * 24 * 60 * 60, includeSubDomains: false },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    // For browsers and plug-ins that are gone; each of a page's two dozen files would carry them.
    xDownloadOptions: false,
    xPermittedCrossDomainPolicies: false,
    xDnsPrefetchControl: false,
    xXssProtection: false,
  });
}

/** What is personal is kept by nobody on the way. */
export const privateAnswer: RequestHandler = (_request, response, next) => {
  response.set('Cache-Control', 'private, no-store');
  response.vary('Cookie');
  next();
};
