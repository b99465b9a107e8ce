import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

export type Encoding = 'br' | 'gzip' | 'identity';

/** A body in every form that a browser may ask for, made once. */
export interface Encoded {
  readonly forms: Readonly<Record<Encoding, Buffer>>;
  /** Weak: the same for all forms. */
  readonly etag: string;
  readonly bytes: number;
}

const toGzip = promisify(gzip);
const toBrotli = promisify(brotliCompress);

/** `packed` is the body in brotli when somebody has made it already. */
export async function encode(body: Buffer, quality = 5, packed?: Buffer): Promise<Encoded> {
  const [gzip, br] = await Promise.all([
    toGzip(body, { level: 6 }),
    packed ??
      toBrotli(body, {
        params: {
          [constants.BROTLI_PARAM_QUALITY]: quality,
          [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
        },
      }),
  ]);
  return asEncoded({ identity: body, gzip, br });
}

/** For what is compressed already: fonts, pictures. */
export function unencoded(body: Buffer): Encoded {
  return asEncoded({ identity: body, gzip: body, br: body });
}

function asEncoded(forms: Readonly<Record<Encoding, Buffer>>): Encoded {
  const etag = `W/"${createHash('sha256').update(forms.identity).digest('base64url').slice(0, 22)}"`;
  const bytes = [...new Set(Object.values(forms))].reduce((sum, form) => sum + form.length, 0);
  return { forms, etag, bytes };
}

/** The best form for an `Accept-Encoding` header. */
export function encodingFor(accepted: string | undefined): Encoding {
  if (!accepted) return 'identity';
  if (/\bbr\b(?!\s*;\s*q=0(?:\.0*)?(?:,|$))/.test(accepted)) return 'br';
  if (/\bgzip\b(?!\s*;\s*q=0(?:\.0*)?(?:,|$))/.test(accepted)) return 'gzip';
  return 'identity';
}
