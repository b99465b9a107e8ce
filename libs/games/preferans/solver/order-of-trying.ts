import { beats } from './beats.js';
import { count, safe, tops } from './suit-tables.js';

/**
 * Which card to try first: the higher the score the sooner. Rules of thumb; the answer does not depend on
 * them, only how soon it is found. `soloYes`: the lone player wants tricks.
 */
export function answerScore(
  soloYes: boolean,
  firstTrump: number,
  card: number,
  winning: number,
  isSolo: boolean,
  soloWins: boolean,
): number {
  const wins = beats(card, winning, firstTrump);
  const rank = card & 7;
  if (soloYes) {
    if (isSolo || soloWins) return wins ? 20 - rank : 10 - rank;
    return 10 - rank; // the partner has the trick
  }
  if (isSolo) return wins ? rank : 10 + rank;
  if (soloWins) return wins ? 10 - rank : 20 + rank;
  return 10 - rank;
}

export function discardScore(
  soloYes: boolean,
  mine: number,
  theirs: number,
  rank: number,
  isSolo: boolean,
): number {
  if (soloYes) return 20 - rank - (tops[(mine << 8) | theirs]! > 0 ? 4 : 0) - count[mine]!;
  if (isSolo) return safe[(mine << 8) | theirs]! ? rank : 10 + rank;
  return theirs === 0 ? 0 : 10 + rank - count[mine]!;
}

export function leadScore(
  soloYes: boolean,
  hasTrump: boolean,
  card: number,
  soloAt: number,
  hl: number,
  hn: number,
  ht: number,
): number {
  const shift = card & 24;
  const rank = card & 7;
  const next = (hn >>> shift) & 255;
  const last = (ht >>> shift) & 255;
  if (soloYes) {
    const top = (next | last) >> (rank + 1) === 0;
    if (soloAt === 0) {
      if (hasTrump && shift === 24) return top ? 60 : 40 - rank;
      return top ? 50 : 20 - rank;
    }
    const solo = soloAt === 1 ? next : last;
    if (top) return hasTrump && shift !== 24 && solo === 0 ? 10 : 50;
    return 20 - rank - (shift === 24 && hasTrump ? 5 : 0);
  }
  if (soloAt === 0)
    return safe[(((hl >>> shift) & 255) << 8) | next | last]! ? 30 - rank : 10 - rank;
  const solo = soloAt === 1 ? next : last;
  const below = solo & ((1 << rank) - 1);
  return (solo === 0 ? 0 : below === 0 ? 40 : 20 - 2 * count[below]!) + 8 - rank;
}
