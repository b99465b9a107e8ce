import { policyOf } from './strict-page.js';

type Headers = Readonly<Record<string, string>>;

/** Of all that the site answers. */
export function commonHeaders(publicUrl: string): Headers {
  return {
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    ...(publicUrl.startsWith('https:') && { 'Strict-Transport-Security': 'max-age=31536000' }),
  };
}

/** Documents alone obey it: scripts and pictures do without. */
export const ofDocuments = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Origin-Agent-Cluster': '?1',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=()',
};
/** A script that a browser runs as a worker fetches its parts by its own policy, not by the page's. */
const ofScripts = {
  'Content-Security-Policy':
    "default-src 'none';script-src 'self';base-uri 'none';frame-ancestors 'none'",
};
/** It asks the club for all that its pages want, and says notices by the script of the pages. */
const serviceWorker = '/service-worker.js';
const ofServiceWorker = {
  'Content-Security-Policy':
    "default-src 'none';script-src 'self';connect-src 'self';base-uri 'none';frame-ancestors 'none'",
};

/** `liveOrigin` as `policyOf` takes it. */
export function headersOfFile(path: string, type: string, liveOrigin: string): Headers {
  if (path === serviceWorker) return ofServiceWorker;
  if (type.startsWith('text/javascript')) return ofScripts;
  if (type.startsWith('text/html'))
    return { ...ofDocuments, 'Content-Security-Policy': policyOf([], liveOrigin) };
  return {};
}
