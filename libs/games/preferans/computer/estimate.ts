import type { Trump } from '@trellis/games/preferans/solver';
import { numbersIn } from './seen.js';
import { suitWorths } from './suit-worths.js';

/** About how many tricks ten cards take in a game with this trump, or as `misere`, before anybody else's are known. */
export function estimate(hand: number, kind: Trump | 'misere'): number {
  let sum = 0;
  for (let suit = 0; suit < 4; suit++) {
    const table =
      kind === 'misere'
        ? suitWorths.misere
        : kind === 4
          ? suitWorths.noTrump
          : kind === suit
            ? suitWorths.trump
            : suitWorths.side;
    sum += table[(hand >>> (8 * suit)) & 255]!;
  }
  return sum / 100;
}

export interface Plan {
  readonly kind: Trump | 'misere';
  readonly discard: number;
  readonly left: number;
  readonly tricks: number;
}

export const gameKinds: readonly Trump[] = [0, 1, 2, 3, 4];

/** Nobody plays in a suit of two cards. */
const isPlayable = (hand: number, kind: Trump | 'misere'): boolean =>
  kind === 'misere' || kind === 4 || countByte((hand >>> (8 * kind)) & 255) >= 3;

/** The best `count` discards of twelve cards by estimate, for each of the kinds, best first. */
export function plans(
  twelve: number,
  kinds: readonly (Trump | 'misere')[],
  count: number,
): readonly Plan[] {
  const cards = numbersIn(twelve);
  const all: Plan[] = [];
  for (const kind of kinds) {
    const found: Plan[] = [];
    if (!isPlayable(twelve, kind)) continue;
    for (let one = 0; one < cards.length; one++) {
      for (let other = one + 1; other < cards.length; other++) {
        const discard = (1 << cards[one]!) | (1 << cards[other]!);
        const left = twelve & ~discard;
        found.push({ kind, discard, left, tricks: estimate(left, kind) });
      }
    }
    found.sort((a, b) => better(a, b));
    all.push(...found.slice(0, count));
  }
  return all.sort(better);
}

const better = (a: Plan, b: Plan) =>
  (a.kind === 'misere' ? a.tricks - b.tricks : b.tricks - a.tricks) || a.discard - b.discard;

/** The estimate of ten cards in the strain that suits them best. */
export function bestEstimate(hand: number): number {
  let best = 0;
  for (const kind of gameKinds) {
    if (isPlayable(hand, kind)) best = Math.max(best, estimate(hand, kind));
  }
  return best;
}

function countByte(byte: number): number {
  let bits = 0;
  for (let rest = byte; rest !== 0; rest &= rest - 1) bits++;
  return bits;
}
