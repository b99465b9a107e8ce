import type { GameRecord } from '@trellis/facade';
import { drawOrder, isHex256, shuffleMessage, type Lot } from '@trellis/games/kit';

/** What this browser noted at the table, where its reader played. */
export interface Seen {
  readonly commitment: string;
  /** Null when it sent none. */
  readonly contribution: string | null;
}

export type Fault =
  /** The secret does not hash to the commitment. */
  | { readonly kind: 'secret' }
  /** Another commitment was shown at the table. */
  | { readonly kind: 'commitment' }
  /** What this browser sent is not among the contributions. */
  | { readonly kind: 'contribution' }
  /** Another order was dealt than the one that follows; `shuffle` counts from 1. */
  | { readonly kind: 'shuffle'; readonly shuffle: number }
  | { readonly kind: 'damaged' };

export interface Verdict {
  readonly faults: readonly Fault[];
  /** Shuffles that were recomputed. */
  readonly checked: number;
  /** Shuffles from before the commitment, which nobody can check. */
  readonly before: number;
}

type Proof = Pick<GameRecord, 'id' | 'fairness' | 'steps'>;

/** Whether this browser can compute hashes: only where the connection is secure (or to this machine). */
export const canVerify = (): boolean => globalThis.crypto?.subtle !== undefined;

/**
 * Draws every shuffle of the record again with the browser's own cryptography. Undefined for a game without a
 * commitment. The stand-alone verify-deals.mjs does the same in code of its own.
 */
export async function verifyDeals(game: Proof, seen?: Seen): Promise<Verdict | undefined> {
  const { id: gameId, fairness } = game;
  if (!fairness) return undefined;
  const { commitment, secret, contributions, before } = fairness;
  const all = game.steps.flatMap((step) => (step.kind === 'shuffled' ? [step.order] : []));
  const shuffles = all.slice(before);
  const hexes = contributions.filter((each) => each !== null);
  if (![commitment, secret, ...hexes].every(isHex256))
    return { faults: [{ kind: 'damaged' }], checked: 0, before };
  const faults: Fault[] = [];
  const bytes = bytesOf(secret);
  const committed = await crypto.subtle.digest('SHA-256', bytes);
  if (hexOf(committed) !== commitment) faults.push({ kind: 'secret' });
  if (seen && seen.commitment !== commitment) faults.push({ kind: 'commitment' });
  if (seen?.contribution && !contributions.includes(seen.contribution))
    faults.push({ kind: 'contribution' });
  const hash = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', bytes, hash, false, ['sign']);
  for (const [index, order] of shuffles.entries()) {
    const right = await orderOf(key, { gameId, contributions }, index + 1, order.length);
    if (right.join() !== order.join())
      faults.push({ kind: 'shuffle', shuffle: before + index + 1 });
  }
  return { faults, checked: shuffles.length, before };
}

async function orderOf(key: CryptoKey, lot: Lot, number: number, length: number) {
  const drawing = drawOrder(length);
  let step = drawing.next();
  while (!step.done) {
    const message = new TextEncoder().encode(shuffleMessage(lot, number, length, step.value));
    step = drawing.next(new Uint8Array(await crypto.subtle.sign('HMAC', key, message)));
  }
  return step.value;
}

function bytesOf(hex: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16));
}

export function hexOf(bytes: ArrayBuffer | Uint8Array): string {
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
