import {
  cardNumber,
  isContract,
  strainOf,
  strains,
  type Card,
  type DealView,
  type PreferansConventions,
  type ScoreSheet,
  type View,
} from '@trellis/games/preferans/rules';
import type { Seat } from '@trellis/games/kit';
import type { Three, Trump } from '@trellis/games/preferans/solver';

/**
 * What a player knows of the running deal, in bits: a set of cards is a number of 32 bits, one a card in
 * the order of the pack. The three who play stand at places 0 eldest, 1 and 2, as the solver wants them.
 */
export interface Seen {
  readonly conventions: PreferansConventions;
  readonly deal: DealView;
  /** Raspasy in a row before this deal. */
  readonly raspasyStreak: number;
  /** As it stood before this deal. */
  readonly sheet?: ScoreSheet;
  /** The place that decides. */
  readonly me: number;
  /** 0 for a hand that is not seen. */
  readonly hands: Three;
  readonly isOpen: readonly [boolean, boolean, boolean];
  readonly sizes: Three;
  /** What each place has played. */
  readonly played: Three;
  /** Cards that each place has shown not to hold. */
  readonly lacks: Three;
  /** Where the cards are that nobody saw yet. */
  readonly unseen: number;
  /** How many unseen cards lie in nobody's hand: a hidden talon or another's discard. */
  readonly away: number;
  /** The declarer's, if there is one. */
  readonly declarer: number | undefined;
  /** Talon cards that all saw and only the declarer can have or have discarded. */
  readonly shownTalon: number;
  /** Own discard, or talon cards that lie on the table of a raspasy. */
  readonly gone: number;
  readonly trump: Trump;
}

export const bitsOf = (cards: readonly Card[]): number =>
  cards.reduce((mask, card) => mask | (1 << cardNumber(card)), 0);

export const suitBits = (card: number): number => 0xff << (card & 24);

/** The seat whose view this is: it owes a decision, and of those that do it sees its own hand. */
function ownSeat({ toAct, deal }: View): Seat {
  if (toAct.length > 1 && deal) {
    const { won, discard, hands } = deal;
    if (discard && won && toAct.includes(won.declarer)) return won.declarer;
    const seen = toAct.filter((seat) => hands[seat]);
    // Of two catchers whose hands are open either may answer: they know the same.
    const own = seen.find((seat) => seat !== won?.declarer) ?? seen[0];
    if (own !== undefined) return own;
  }
  return toAct[0]!;
}

/** What the view tells, for whoever is to decide in it, or for this seat if it is his view. */
export function look(view: View, seat: Seat = ownSeat(view)): Seen {
  const deal = view.deal!;
  const { order } = deal;
  const at = (seat: Seat) => order.indexOf(seat);
  const three = <T>(of: (seat: Seat) => T) => order.map(of) as unknown as readonly [T, T, T];
  const hands = three((seat) => bitsOf(deal.hands[seat] ?? []));
  const isOpen = three((seat) => deal.hands[seat] !== null);
  const played = [0, 0, 0];
  const lacks = [0, 0, 0];
  const trump = trumpOf(deal);
  for (const { leader, cards, talon } of deal.play?.tricks ?? []) {
    const led = cardNumber(talon ?? cards[0]!);
    cards.forEach((card, turn) => {
      const place = (at(leader) + turn) % 3;
      const number = cardNumber(card);
      played[place]! |= 1 << number;
      if (number >> 3 === led >> 3) return;
      lacks[place]! |= suitBits(led);
      if (trump !== 4 && number >> 3 !== trump) lacks[place]! |= suitBits(8 * trump);
    });
  }
  const declarer = deal.won ? at(deal.won.declarer) : undefined;
  const talon = bitsOf(deal.talon);
  const discard = bitsOf(deal.discard ?? []);
  const known = hands[0] | hands[1] | hands[2] | played[0]! | played[1]! | played[2]! | discard;
  const declarerIsSeen = declarer !== undefined && isOpen[declarer];
  const shownTalon = deal.won && !declarerIsSeen ? talon & ~known : 0;
  const gone = deal.won ? discard : talon;
  const unseen = ~(known | gone);
  const sizes = three((seat) => deal.handSizes[seat]!);
  const hidden = sizes.reduce((sum, size, place) => (isOpen[place] ? sum : sum + size), 0);
  return {
    conventions: view.conventions,
    deal,
    raspasyStreak: view.score?.next.raspasyStreak ?? 0,
    ...(view.score && { sheet: view.score.sheet }),
    me: at(seat),
    hands,
    isOpen,
    sizes,
    played: played as [number, number, number],
    lacks: lacks as [number, number, number],
    unseen,
    away: countBits(unseen) - hidden,
    declarer,
    shownTalon,
    gone,
    trump,
  };
}

function trumpOf({ contract }: DealView): Trump {
  return contract !== undefined && isContract(contract)
    ? (strains.indexOf(strainOf(contract)) as Trump)
    : 4;
}

export function countBits(mask: number): number {
  let bits = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) bits++;
  return bits;
}

/** Card numbers of a set, lowest first. */
export function numbersIn(mask: number): number[] {
  const numbers: number[] = [];
  for (let rest = mask; rest !== 0; rest &= rest - 1) numbers.push(31 - Math.clz32(rest & -rest));
  return numbers;
}
