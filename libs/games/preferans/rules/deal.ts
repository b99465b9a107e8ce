import type { Seat } from '@trellis/games/kit';
import type { AuctionWord, Call } from './auction.js';
import { auctionStanding } from './auction.js';
import { isWithoutTalon, strainOf, type Bid, type NamedContract } from './bids.js';
import type { Card, Strain } from './cards.js';
import type { PreferansConventions } from './conventions/index.js';
import { contractOutcome, type Outcome } from './outcome.js';
import type { ActiveSeats } from './seats.js';
import { activeSeats } from './seats.js';
import { whisting, type Defence, type DefenceWord, type Said, type WhistTable } from './whist.js';

/**
 * A deal from the first word to the last card. What it is at follows from what is there already:
 * words of the auction, then `won`, `named`, what the defenders `said`, and at last `play`.
 */
export interface Deal {
  /** Decks dealt in this game, this one included. */
  readonly no: number;
  readonly dealer: Seat;
  readonly order: ActiveSeats;
  /** As a record writes it: 64 characters in dealing order. */
  readonly deck: string;
  readonly talon: readonly [Card, Card];
  /** What each seat holds now; a sitting dealer nothing. */
  readonly hands: readonly (readonly Card[])[];
  /** The exit level (rule 9.6). */
  readonly minLevel: number;
  readonly auction: readonly Call[];
  readonly won?: { readonly declarer: Seat; readonly bid: Bid };
  readonly named?: { readonly contract: NamedContract; readonly discard: readonly Card[] };
  readonly said: readonly Said[];
  readonly play?: Play;
}

export interface Play {
  /** Every card so far, in the order played. */
  readonly cards: readonly Card[];
  /** Who played or plays first to the running trick. */
  readonly leader: Seat;
  readonly trick: readonly Card[];
  /** Tricks by seat. */
  readonly taken: readonly number[];
  /** The catcher who gave his hand to the partner (rule 8.2). */
  readonly handedOver?: Seat;
  readonly offer?: Offer;
  /** Offers that are over, in order. */
  readonly offers: readonly Offer[];
  /** Who has seen the declarer's hand by an offer of his. */
  readonly shownTo: readonly Seat[];
}

/** An offer to end the deal with these tricks (rule 14.1). */
export interface Offer {
  /** How many cards had been played. */
  readonly at: number;
  readonly by: Seat;
  readonly tricks: readonly number[];
  /** Who has accepted. */
  readonly yes: readonly Seat[];
  /** Nobody had to (rule 14.1.6). */
  readonly proven?: true;
}

export type Phase = 'auction' | 'contract' | 'whist' | 'choose' | 'play';

/** A deal after an action, with what it came to when the action ended it. */
export interface DealStep {
  readonly deal: Deal;
  readonly outcome?: Outcome;
}

/** Rule 2.4: packets of two to eldest, second, youngest; the talon is the fourth packet. */
export function dealCards(
  deck: readonly Card[],
  players: number,
  dealer: Seat,
): Pick<Deal, 'hands' | 'talon' | 'order'> {
  const order = activeSeats(players, dealer);
  const hands: Card[][] = Array.from({ length: players }, () => []);
  const toActive = [...deck.slice(0, 6), ...deck.slice(8)];
  toActive.forEach((card, at) => hands[order[(at >> 1) % 3]!]!.push(card));
  return { hands, talon: [deck[6]!, deck[7]!], order };
}

export function phaseOf(deal: Deal, conventions: PreferansConventions): Phase {
  if (deal.play) return 'play';
  if (!deal.won) return 'auction';
  if (!deal.named) return 'contract';
  return whistingIn(deal, conventions).phase === 'choose' ? 'choose' : 'whist';
}

/** Rules 4.2.5 and 5.1: after the last word the winner takes the talon, or raspasy begins. */
export function speak(
  deal: Deal,
  seat: Seat,
  word: AuctionWord,
  conventions: PreferansConventions,
): Deal {
  const spoken: Deal = { ...deal, auction: [...deal.auction, [seat, word]] };
  const { turn, current } = auctionStanding(deal.order, spoken.auction);
  if (turn !== undefined) return spoken;
  if (!current) return startPlay(spoken, conventions);
  const won = { declarer: current.seat, bid: current.bid };
  if (isWithoutTalon(won.bid)) return { ...spoken, won };
  const twelve = [...deal.hands[won.declarer]!, ...deal.talon];
  return { ...spoken, won, hands: deal.hands.with(won.declarer, twelve) };
}

/** Rules 5.2 and 5.3. */
export function nameContract(
  deal: Deal,
  contract: NamedContract,
  discard: readonly Card[],
  conventions: PreferansConventions,
): Deal {
  const { declarer } = deal.won!;
  const kept = deal.hands[declarer]!.filter((card) => !discard.includes(card));
  const hands = deal.hands.with(declarer, kept);
  const named: Deal = { ...deal, hands, named: { contract, discard } };
  return whistingIn(named, conventions).phase === 'play' ? startPlay(named, conventions) : named;
}

/** Rules 6.2 to 6.4. */
export function declare(
  deal: Deal,
  seat: Seat,
  word: DefenceWord,
  conventions: PreferansConventions,
): DealStep {
  const next: Deal = { ...deal, said: [...deal.said, [seat, word]] };
  const { phase } = whistingIn(next, conventions);
  if (phase === 'play') return { deal: startPlay(next, conventions) };
  return phase === 'score' ? { deal: next, outcome: outcomeOf(next, conventions) } : { deal: next };
}

/** Where the declarations of a deal stand whose contract is named. */
export function whistingIn(deal: Deal, conventions: PreferansConventions) {
  return whisting(whistTableOf(deal, conventions), deal.said);
}

export const whistTableOf = (deal: Deal, conventions: PreferansConventions): WhistTable => ({
  order: deal.order,
  declarer: deal.won!.declarer,
  contract: deal.named!.contract,
  conventions,
});

/** What is defended against, and how; undefined in raspasy, where everybody plays for himself. */
export function defenceIn(deal: Deal, conventions: PreferansConventions): Defence | undefined {
  return deal.named ? whistingIn(deal, conventions).defence : undefined;
}

/** No trump in no trump, misère and raspasy. */
export function trumpOf({ named }: Pick<Deal, 'named'>): Strain {
  const contract = named?.contract;
  return contract === undefined || contract === 'M' ? 'N' : strainOf(contract);
}

/** What a deal came to, with these tricks if it was played. */
export function outcomeOf(
  { won, named, said, talon }: Deal,
  conventions: PreferansConventions,
  tricks?: readonly number[],
): Outcome {
  if (!won) return { type: 'raspasy', tricks: tricks! };
  return contractOutcome({
    declarer: won.declarer,
    contract: named!.contract,
    said,
    ...(tricks && { tricks }),
    ...(conventions.talonPremium !== 'off' && { talon }),
  });
}

function startPlay(deal: Deal, { players }: PreferansConventions): Deal {
  const play: Play = {
    cards: [],
    leader: deal.order[0], // rule 7.1
    trick: [],
    taken: Array<number>(players).fill(0),
    offers: [],
    shownTo: [],
  };
  return { ...deal, play };
}
