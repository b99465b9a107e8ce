/** How one card of a fan lies: turned by degrees, and lower by a part of the card's height. */
export interface FanPlace {
  readonly turn: number;
  readonly drop: number;
}

/** The widest fan, in degrees from the first card to the last. */
const spread = 16;

/** A hand held open: the middle card upright and highest, the others turned away from it evenly. */
export function fanOf(count: number): readonly FanPlace[] {
  const middle = (count - 1) / 2;
  const step = count > 1 ? Math.min(2, spread / (count - 1)) : 0;
  const edge = Math.max(middle * step, 1);
  return Array.from({ length: count }, (_, at) => {
    const turn = (at - middle) * step;
    return { turn: round(turn), drop: round(0.08 * (turn / edge) ** 2 * (edge / (spread / 2))) };
  });
}

const round = (value: number) => Math.round(value * 1000) / 1000 || 0;

/** The card that a key leads to, by its place in the hand; undefined for a key that is not ours. */
export function cardAfterKey(at: number, count: number, key: string): number | undefined {
  switch (key) {
    case 'ArrowLeft':
      return Math.max(at - 1, 0);
    case 'ArrowRight':
      return Math.min(at + 1, count - 1);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}
