import type { Three, Trump } from '@trellis/games/preferans/solver';

/** A trick begun or about to begin, all hands open; places as in `Seen`. */
export interface OpenEnding {
  readonly trump: Trump;
  readonly leader: number;
  readonly hands: Three;
  /** The cards on the table, the leader's first; fewer than three. */
  readonly played: readonly number[];
}

/** So many ways of playing on are looked at before an ending counts as open. */
const mostPlays = 2_000;

/**
 * How many of the tricks from this one on come to each place whatever anybody plays; undefined when that depends on the
 * play, or is too long to tell.
 */
export function forcedShares(ending: OpenEnding): Three | undefined {
  const hands: number[] = [...ending.hands];
  const trick = [...ending.played];
  const taken = [0, 0, 0];
  let found: string | undefined;
  let plays = 0;
  return allAlike(ending.leader) ? (found!.split(',').map(Number) as unknown as Three) : undefined;

  /** Plays on in every way; false at the first end that differs from another. */
  function allAlike(leader: number): boolean {
    if (trick.length === 3) return allAlikeAfterTrick(leader);
    const turn = (leader + trick.length) % 3;
    const hand = hands[turn]!;
    if (hand === 0) {
      if (++plays > mostPlays) return false;
      return (found ??= taken.join()) === taken.join();
    }
    for (let rest = playable(hand, trick[0], ending.trump); rest !== 0; rest &= rest - 1) {
      const bit = rest & -rest;
      hands[turn] = hand & ~bit;
      trick.push(31 - Math.clz32(bit));
      const alike = allAlike(leader);
      trick.pop();
      hands[turn] = hand;
      if (!alike) return false;
    }
    return true;
  }

  function allAlikeAfterTrick(leader: number): boolean {
    const winner = (leader + winningTurn(trick, ending.trump)) % 3;
    const closed = trick.splice(0);
    taken[winner]!++;
    const alike = allAlike(winner);
    taken[winner]!--;
    trick.push(...closed);
    return alike;
  }
}

function playable(hand: number, led: number | undefined, trump: Trump): number {
  if (led === undefined) return hand;
  const following = hand & (0xff << (led & 24));
  const trumps = trump === 4 ? 0 : hand & (0xff << (8 * trump));
  return following || trumps || hand;
}

function winningTurn(trick: readonly number[], trump: Trump): number {
  return trick.reduce((best, card, turn) => {
    const over = trick[best]!;
    const wins = card >> 3 === over >> 3 ? card > over : card >> 3 === trump;
    return wins ? turn : best;
  }, 0);
}
