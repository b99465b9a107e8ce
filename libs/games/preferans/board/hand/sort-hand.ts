import { heightOf, suitOf, type Card, type Suit } from '@trellis/games/preferans/rules';

/** Black and red take turns, so that two suits of a colour do not meet. */
const usual: readonly Suit[] = ['S', 'D', 'C', 'H'];

/**
 * Suits together, colours in turn, each from the highest down; with `first` that suit stands at the
 * left. A missing suit may leave two of a colour side by side: then the neighbours change places.
 */
export function sortHand(cards: readonly Card[], first?: Suit): readonly Card[] {
  const held = usual.filter((suit) => cards.some((card) => suitOf(card) === suit));
  const order = arranged(held, first);
  return order.flatMap((suit) =>
    cards.filter((card) => suitOf(card) === suit).sort((a, b) => heightOf(b) - heightOf(a)),
  );
}

const isRed = (suit: Suit) => suit === 'D' || suit === 'H';

function arranged(held: readonly Suit[], first: Suit | undefined): readonly Suit[] {
  const starts = first !== undefined && held.includes(first) ? [first] : held;
  for (const start of starts) {
    const order = chain([start], held);
    if (order) return order;
  }
  const start = starts[0];
  return start === undefined ? [] : [start, ...held.filter((suit) => suit !== start)];
}

/** The rest behind `order` so that colours take turns; undefined where that cannot be. */
function chain(order: readonly Suit[], held: readonly Suit[]): readonly Suit[] | undefined {
  if (order.length === held.length) return order;
  for (const suit of held) {
    if (order.includes(suit) || isRed(suit) === isRed(order.at(-1)!)) continue;
    const whole = chain([...order, suit], held);
    if (whole) return whole;
  }
  return undefined;
}
