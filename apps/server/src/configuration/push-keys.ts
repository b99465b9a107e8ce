import { createECDH } from 'node:crypto';

const curve = 'prime256v1';

/** A new pair of keys with which a club shows push services who it is (VAPID); base64url, as browsers want the public one. */
export function makePushKeys(): { readonly publicKey: string; readonly privateKey: string } {
  const pair = createECDH(curve);
  const publicKey = pair.generateKeys().toString('base64url');
  // It may begin with zeros, which are left out.
  const privateKey = Buffer.from(pair.getPrivateKey('hex').padStart(64, '0'), 'hex');
  return { publicKey, privateKey: privateKey.toString('base64url') };
}

/** The public key that belongs to this private one; undefined when it is none. */
export function publicKeyOf(privateKey: string): string | undefined {
  if (!/^[\w-]{43}$/.test(privateKey)) return undefined;
  try {
    const pair = createECDH(curve);
    pair.setPrivateKey(privateKey, 'base64url');
    return pair.getPublicKey().toString('base64url');
  } catch {
    return undefined; // not a number of the curve
  }
}
