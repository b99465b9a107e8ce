/**
 * How a shuffle follows from what was agreed before it: Fisher and Yates over numbers that HMAC-SHA-256 gives.
 * The format to the byte, with vectors, is in docs/fair-deals.md. Hashing is the caller's, so that the server, a
 * browser and a test can each bring their own.
 */

/** Begins every message; another format is another name. */
export const dealFormat = 'trellis-deals-1';

/** The longest shuffle that a word of 16 bits can draw. */
export const longestShuffle = 65_536;

/** What all shuffles of one game have in common, beside the secret. */
export interface Lot {
  readonly gameId: string;
  /** By seat: 64 hex digits, or null for a computer and for who sent none in time. */
  readonly contributions: readonly (string | null)[];
}

/** The text (ASCII) whose HMAC under the secret is block 0, 1, … of the shuffle `number`, which counts from 1. */
export function shuffleMessage(lot: Lot, number: number, length: number, block: number): string {
  const contributions = lot.contributions.map((contribution) => contribution ?? '-');
  return [dealFormat, lot.gameId, ...contributions, number, length, block].join('\n');
}

/**
 * Yields the number of the block it needs next, takes its 32 bytes, returns the permutation of 0 … length-1.
 * Bytes are read as 16-bit words, high byte first; a word that would favour some numbers is skipped.
 */
export function* drawOrder(length: number): Generator<number, number[], Uint8Array> {
  if (!Number.isInteger(length) || length < 1 || length > longestShuffle)
    throw new RangeError(`A shuffle of ${length} cannot be drawn.`);
  const order = Array.from({ length }, (_, i) => i);
  let block: Uint8Array = new Uint8Array();
  let blocks = 0;
  let at = 0;
  for (let last = length - 1; last > 0; last--) {
    const choices = last + 1;
    const fair = 65_536 - (65_536 % choices);
    let word: number;
    do {
      if (at === block.length) {
        block = yield blocks++;
        at = 0;
      }
      word = block[at]! * 256 + block[at + 1]!;
      at += 2;
    } while (word >= fair);
    const drawn = word % choices;
    [order[last], order[drawn]] = [order[drawn]!, order[last]!];
  }
  return order;
}

/** 64 hex digits, as secrets, commitments and contributions are written. */
export function isHex256(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
}
