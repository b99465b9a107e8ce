import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

/**
 * Puts plain data into a cookie that only we can have written: `<data>.<HMAC-SHA-256>`, both base64url. Each purpose has
 * its own key, derived from the one secret, so that a signature made for one is worth nothing for another.
 */
export class Signer {
  private readonly key: Buffer;

  constructor(secret: string, purpose: string) {
    this.key = Buffer.from(hkdfSync('sha256', secret, '', `trellis ${purpose}`, 32));
  }

  sign(data: unknown): string {
    const text = Buffer.from(JSON.stringify(data)).toString('base64url');
    return `${text}.${this.signatureOf(text).toString('base64url')}`;
  }

  /** The data, or undefined when we did not sign exactly this text. */
  verify(signed: string): unknown {
    const [text, signature, ...more] = signed.split('.');
    if (!text || !signature || more.length > 0) return undefined;
    // The text of the signature itself is compared: base64 has several spellings of the same bytes.
    const expected = Buffer.from(this.signatureOf(text).toString('base64url'));
    const given = Buffer.from(signature);
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  }

  private signatureOf(text: string): Buffer {
    return createHmac('sha256', this.key).update(text).digest();
  }
}
