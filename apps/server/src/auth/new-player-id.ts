import { randomBytes } from 'node:crypto';

/** Opaque, and fit for an address: it says nothing of the person or of how many there are. */
export function newPlayerId(): string {
  return randomBytes(12).toString('hex').slice(0, 20);
}
