import { countBits, numbersIn, type Seen } from './seen.js';

const suitOf = (suit: number) => 0xff << (8 * suit);

/**
 * A claim that needs no search: this player is to lead from his own hand, nobody holds a card above any of his, and
 * trumps, if the others may hold any, are drawn first by as many of his own.
 */
export function allAreWinners(seen: Seen): boolean {
  const { deal, me, hands, unseen, trump } = seen;
  const play = deal.play!;
  const running = play.tricks.at(-1);
  if ((running && running.owner === undefined) || play.hand !== deal.order[me]) return false;
  const others = unseen | hands.reduce((all, hand, place) => (place === me ? all : all | hand), 0);
  const mine = hands[me]!;
  for (const suit of [0, 1, 2, 3]) {
    const theirs = others & suitOf(suit);
    const [lowest] = numbersIn(mine & suitOf(suit));
    if (lowest !== undefined && numbersIn(theirs).some((card) => card > lowest)) return false;
  }
  if (trump === 4) return true;
  const theirs = countBits(others & suitOf(trump));
  return theirs <= countBits(mine & suitOf(trump));
}
