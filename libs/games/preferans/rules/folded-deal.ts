import type { Seat } from '@trellis/games/kit';
import { auctionStanding, type AuctionWord, type Call } from './auction.js';
import type { NamedContract } from './bids.js';
import { cardsFromText, type Card } from './cards.js';
import type { PreferansConventions } from './conventions/index.js';
import type { Deal, Offer } from './deal.js';
import { outcomeText } from './outcome-text.js';
import { tricksOf, type PlayedTrick } from './play.js';
import { activeSeats } from './seats.js';
import { contractsAfter } from './talon.js';
import type { DealView, LastDealView } from './view.js';
import type { DefenceWord, Said } from './whist.js';

interface FoldedCourse {
  readonly no: number;
  readonly dealer: Seat;
  /** `0P 16S 2=` */
  readonly auction: string;
  readonly contract?: NamedContract;
  /** `1whist 2pass` */
  readonly said: string;
  readonly talon: string;
}

/** A deal that is played, as a view brings it. */
export interface FoldedDeal extends FoldedCourse {
  readonly minLevel: number;
  readonly hands: readonly (string | null)[];
  readonly handSizes: readonly number[];
  readonly discard?: string;
  readonly play?: {
    /** Every card so far, in the order played. */
    readonly cards: string;
    readonly taken: readonly number[];
    readonly hand: Seat;
    readonly handsOpen: boolean;
    readonly handedOver?: Seat;
    readonly offer?: string;
    /** `12 0 5,3,2 1`: after 12 cards seat 0 offered these tricks and seat 1 accepted; `!` at the end: it was proven. */
    readonly offers: string;
  };
}

/** A deal that is over, with all hands open. */
export interface FoldedLastDeal extends FoldedCourse {
  readonly hands: readonly string[];
  readonly discard: string;
  readonly cards: string;
  readonly offers: string;
  /** What it came to, see `outcomeText`; absent when nothing was written. */
  readonly outcome?: string;
}

export function foldDeal(deal: DealView): FoldedDeal {
  const { minLevel, hands, handSizes, discard, play } = deal;
  return {
    ...foldCourse(deal),
    minLevel,
    hands: hands.map((hand) => hand && textOf(hand)),
    handSizes,
    ...(discard && { discard: textOf(discard) }),
    ...(play && {
      play: {
        cards: cardsOf(play.tricks),
        taken: play.taken,
        hand: play.hand,
        handsOpen: play.handsOpen,
        ...(play.handedOver !== undefined && { handedOver: play.handedOver }),
        ...(play.offer && { offer: offerText(play.offer) }),
        offers: play.offers.map(offerText).join(';'),
      },
    }),
  };
}

export function unfoldDeal(deal: FoldedDeal, conventions: PreferansConventions): DealView {
  const { minLevel, hands, handSizes, discard, play } = deal;
  const course = unfoldCourse(deal, conventions);
  return {
    ...course,
    minLevel,
    ...(course.won && !course.contract && { contracts: contractsAfter(course.won.bid) }),
    hands: hands.map((hand) => (hand === null ? null : cards(hand))),
    handSizes,
    ...(discard !== undefined && { discard: cards(discard) }),
    ...(play && {
      play: {
        tricks: tricksIn(course, play.cards, conventions),
        taken: play.taken,
        hand: play.hand,
        handsOpen: play.handsOpen,
        ...(play.handedOver !== undefined && { handedOver: play.handedOver }),
        ...(play.offer !== undefined && { offer: offerFromText(play.offer) }),
        offers: list(play.offers, ';').map(offerFromText),
      },
    }),
  };
}

export function foldLastDeal(last: LastDealView): FoldedLastDeal {
  const { hands, discard, tricks, offers, outcome } = last;
  return {
    ...foldCourse(last),
    hands: hands.map(textOf),
    discard: textOf(discard),
    cards: cardsOf(tricks),
    offers: offers.map(offerText).join(';'),
    ...(outcome && { outcome: outcomeText(outcome) }),
  };
}

/** `written` is what writing its outcome on the sheet gives; nothing was written of a deal that is void. */
export function unfoldLastDeal(
  last: FoldedLastDeal,
  written: Pick<LastDealView, 'outcome' | 'entries'> | undefined,
  conventions: PreferansConventions,
): LastDealView {
  const course = unfoldCourse(last, conventions);
  const { outcome, entries } = written ?? nothingWritten;
  return {
    ...course,
    hands: last.hands.map(cards),
    discard: cards(last.discard),
    tricks: tricksIn(course, last.cards, conventions),
    offers: list(last.offers, ';').map(offerFromText),
    ...(outcome && { outcome }),
    entries,
  };
}

const nothingWritten: Pick<LastDealView, 'outcome' | 'entries'> = { entries: [] };

type Course = Pick<
  LastDealView,
  'no' | 'dealer' | 'order' | 'auction' | 'won' | 'contract' | 'said' | 'talon'
>;

const foldCourse = ({ no, dealer, auction, contract, said, talon }: Course): FoldedCourse => ({
  no,
  dealer,
  auction: saidText(auction),
  ...(contract && { contract }),
  said: saidText(said),
  talon: textOf(talon),
});

function unfoldCourse(
  { no, dealer, auction, contract, said, talon }: FoldedCourse,
  { players }: PreferansConventions,
): Course {
  const order = activeSeats(players, dealer);
  const calls = list(auction, ' ').map((text): Call => [
    Number(text[0]),
    text.slice(1) as AuctionWord,
  ]);
  const { turn, current } = auctionStanding(order, calls);
  return {
    no,
    dealer,
    order,
    auction: calls,
    ...(turn === undefined && current && { won: { declarer: current.seat, bid: current.bid } }),
    ...(contract && { contract }),
    said: list(said, ' ').map((text): Said => [Number(text[0]), text.slice(1) as DefenceWord]),
    talon: cards(talon),
  };
}

/** The discard does not matter to the tricks. */
function tricksIn(course: Course, played: string, conventions: PreferansConventions) {
  const { contract } = course;
  const named: Deal['named'] = contract && { contract, discard: [] };
  const play = { cards: cards(played) };
  return tricksOf({ ...course, ...(named && { named }), play }, conventions);
}

const offerText = ({ at, by, tricks, yes, proven }: Offer) =>
  [at, by, tricks.join(), yes.join() + (proven ? '!' : '')].join(' ');

function offerFromText(text: string): Offer {
  const [at, by, tricks = '', yes = ''] = text.split(' ');
  return {
    at: Number(at),
    by: Number(by),
    tricks: list(tricks, ',').map(Number),
    yes: list(yes.replace('!', ''), ',').map(Number),
    ...(yes.endsWith('!') && { proven: true }),
  };
}

const saidText = (said: readonly (readonly [Seat, string])[]) =>
  said.map(([seat, word]) => `${seat}${word}`).join(' ');
const cardsOf = (tricks: readonly PlayedTrick[]) => textOf(tricks.flatMap((trick) => trick.cards));
const textOf = (several: readonly Card[]) => several.join('');
const cards = (text: string): readonly Card[] => cardsFromText(text)!;
const list = (text: string, between: string) => (text === '' ? [] : text.split(between));
