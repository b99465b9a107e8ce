import type { Seen } from './verify-deals';

const key = 'trellis.deals';
/** Games whose commitments are kept, the last ones. */
const most = 60;

/**
 * What this browser was told and what it sent before the first card, by game. Only somebody who noted the
 * commitment then can be sure that the record names the same one.
 */
export function seenDeal(gameId: string): Seen | undefined {
  return all().find(([id]) => id === gameId)?.[1];
}

/** Keeps the commitment that was seen first; what is told later never replaces it. A contribution is added once. */
export function keepSeen(gameId: string, seen: Seen): void {
  const kept = all();
  const known = kept.find(([id]) => id === gameId)?.[1];
  if (known && (known.contribution !== null || known.commitment !== seen.commitment)) return;
  const others = kept.filter(([id]) => id !== gameId);
  try {
    localStorage.setItem(key, JSON.stringify([...others, [gameId, seen]].slice(-most)));
  } catch {
    // Storage is switched off or full: the record can still be checked by itself.
  }
}

function all(): (readonly [string, Seen])[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isEntry) : [];
  } catch {
    return [];
  }
}

function isEntry(entry: unknown): entry is readonly [string, Seen] {
  return (
    Array.isArray(entry) &&
    typeof entry[0] === 'string' &&
    typeof (entry[1] as Seen | null)?.commitment === 'string'
  );
}
