import type { Seat, Viewer } from '@trellis/games/kit';
import {
  dutyOf,
  isSuit,
  levelOfContract,
  type Bid,
  type Card,
  type DealView,
  type NamedContract,
  type Suit,
  type View,
} from '@trellis/games/preferans/rules';
import type { DefenceWord } from '../messages/saying-words';

/** What a seat has said in this deal, oldest first, as it is shown beside it. */
export type Word =
  | { readonly kind: 'call'; readonly word: 'P' | '=' | Bid }
  | { readonly kind: 'defence'; readonly word: DefenceWord }
  | { readonly kind: 'contract'; readonly contract: NamedContract };

/**
 * Until a contract is named the auction; afterwards the contract and what the defenders said to it. Of
 * a raspasy that is played nothing: all have passed.
 */
export function wordsOf(deal: DealView, seat: Seat): readonly Word[] {
  const { auction, won, contract, said, play } = deal;
  if (play && !won) return [];
  if (!contract) {
    return auction.flatMap(([by, word]): Word[] => (by === seat ? [{ kind: 'call', word }] : []));
  }
  if (won!.declarer === seat) return [{ kind: 'contract', contract }];
  return said.flatMap(([by, word]): Word[] => (by === seat ? [{ kind: 'defence', word }] : []));
}

/** What the line above the table says of the deal. */
export type Standing =
  | { readonly kind: 'draw' | 'shuffle' | 'over' }
  | { readonly kind: 'auction'; readonly highest?: readonly [Seat, Bid] }
  | { readonly kind: 'talon'; readonly declarer: Seat; readonly bid: Bid }
  | {
      readonly kind: 'game';
      readonly declarer: Seat;
      readonly contract: Exclude<NamedContract, 'M'>;
      readonly need: number;
      readonly taken: number;
      /** What the defenders owe together; 0 where the ten is only checked. */
      readonly owed: number;
      readonly defence: number;
    }
  | { readonly kind: 'misere'; readonly declarer: Seat; readonly taken: number }
  | { readonly kind: 'raspasy'; readonly price: number; readonly taken: readonly number[] };

export function standingOf({ phase, deal, score, conventions }: View): Standing {
  if (phase === 'draw' || phase === 'shuffle' || phase === 'over') return { kind: phase };
  const { won, contract, play, auction, order } = deal!;
  if (!won) {
    if (play) return { kind: 'raspasy', price: score!.next.raspasyPrice, taken: play.taken };
    const highest = highestBid(auction);
    return { kind: 'auction', ...(highest && { highest }) };
  }
  const { declarer, bid } = won;
  if (!contract) return { kind: 'talon', declarer, bid };
  const taken = play?.taken[declarer] ?? 0;
  if (contract === 'M') return { kind: 'misere', declarer, taken };
  const level = levelOfContract(contract);
  const checked = conventions.tenGame === 'checked' && level === 10;
  const defence = order.reduce(
    (sum, seat) => (seat === declarer ? sum : sum + (play?.taken[seat] ?? 0)),
    0,
  );
  return {
    kind: 'game',
    declarer,
    contract,
    need: level,
    taken,
    owed: checked ? 0 : dutyOf(level),
    defence,
  };
}

export function highestBid(auction: DealView['auction']): readonly [Seat, Bid] | undefined {
  let highest: readonly [Seat, Bid] | undefined;
  for (const [seat, word] of auction) {
    if (word === 'P') continue;
    highest = [seat, word === '=' ? highest![1] : word];
  }
  return highest;
}

/** The defender who whists alone and has chosen how to play, and his partner. */
function loneWhister({ said, won, order }: DealView) {
  const [seat, word] = said.at(-1) ?? [];
  if (seat === undefined || (word !== 'open' && word !== 'closed')) return undefined;
  const passer = order.find((each) => each !== seat && each !== won!.declarer)!;
  return { whister: seat, passer, choice: word };
}

/** Whether the viewer plays the cards of his own hand himself. */
export function playsOwnHand(deal: DealView, viewer: Viewer): boolean {
  if (viewer === 'spectator' || !deal.order.includes(viewer)) return false;
  if (deal.play?.handedOver === viewer) return false;
  const lone = loneWhister(deal);
  return !(lone?.choice === 'open' && lone.passer === viewer && deal.play?.handsOpen);
}

/** Rule 14.1.2: whether the viewer may offer to end the deal now. */
export function mayOffer(deal: DealView | undefined, viewer: Viewer): boolean {
  if (viewer === 'spectator' || !deal?.play || deal.play.offer) return false;
  if (!deal.order.includes(viewer) || deal.play.handedOver === viewer) return false;
  if (loneWhister(deal)?.passer === viewer) return false;
  return offersLeft(deal, viewer) > 0;
}

export const offersLeft = ({ play }: DealView, viewer: Viewer): number =>
  3 - (play?.offers.filter(({ by }) => by === viewer).length ?? 0);

/** Rule 8.2: whether the viewer may let his partner play both hands. */
export function mayHandOver({ deal, conventions }: View, viewer: Viewer): boolean {
  if (conventions.misereControl !== 'handOver' || viewer === 'spectator') return false;
  if (deal?.contract !== 'M' || !deal.play?.handsOpen || deal.play.offer) return false;
  const catches = deal.order.includes(viewer) && deal.won!.declarer !== viewer;
  return catches && deal.play.handedOver === undefined;
}

/** What the trumps are, for sorting and for whoever looks: none before the contract. */
export function trumpIn(deal: DealView | undefined): Suit | undefined {
  const contract = deal?.contract ?? (deal?.won?.bid as string | undefined);
  const strain = contract?.at(-1);
  return isSuit(strain) ? strain : undefined;
}

/** The talon cards that the declarer has just taken up, to be marked in his hand. */
export function freshTalon(deal: DealView | undefined, viewer: Viewer): readonly Card[] {
  return deal?.won && !deal.contract && deal.won.declarer === viewer ? deal.talon : [];
}
