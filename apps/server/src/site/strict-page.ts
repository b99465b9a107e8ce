import { createHash } from 'node:crypto';

export interface StrictPage {
  readonly html: string;
  /** Source expressions for `script-src`: one for each inline script of the page. */
  readonly scriptHashes: readonly string[];
}

const script = /<script\b([^>]*)>([\s\S]*?)<\/script>/g;

/**
 * Trades the nonce of one rendering, which a cached page cannot have, for the hashes of exactly the
 * inline scripts that carried it. A script that somebody smuggled into the page knows no nonce, gets
 * no hash, and does not run.
 */
export function strictPage(rendered: string, nonce: string): StrictPage {
  const attribute = ` nonce="${nonce}"`;
  const hashes = new Set<string>();
  const html = rendered.replace(script, (whole, attributes: string, body: string) => {
    if (!attributes.includes(attribute)) return whole;
    const plainBody = body.replaceAll(nonce, '');
    if (!/\ssrc=/.test(attributes)) hashes.add(hashOf(plainBody));
    return `<script${attributes.replace(attribute, '')}>${plainBody}</script>`;
  });
  return { html: html.replaceAll(attribute, ''), scriptHashes: [...hashes] };
}

function hashOf(body: string): string {
  return `'sha256-${createHash('sha256').update(body).digest('base64')}'`;
}

/** The policy of one page. `liveOrigin` is the club's own as a WebSocket: not every browser counts that as `'self'`. */
export function policyOf(scriptHashes: readonly string[], liveOrigin: string): string {
  return [
    "default-src 'none'",
    `script-src ${["'self'", ...scriptHashes].join(' ')}`,
    "style-src 'self'",
    "style-src-attr 'unsafe-inline'",
    `connect-src 'self' ${liveOrigin}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "media-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}
