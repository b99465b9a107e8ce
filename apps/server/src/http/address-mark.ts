import { createHmac, randomBytes } from 'node:crypto';
import { household } from './client-address.js';

/** Of this process alone: when it ends, nobody can tell any more whose a mark was. */
const key = randomBytes(32);

/** What stands in the log for an address: whoever asks too much is seen to be one and the same, and not who he is. */
export function addressMark(address: string): string {
  return createHmac('sha256', key).update(household(address)).digest('base64url').slice(0, 12);
}
