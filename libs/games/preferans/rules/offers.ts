import type { Seat } from '@trellis/games/kit';
import type { PreferansConventions } from './conventions/index.js';
import { defenceIn, outcomeOf, type DealStep, type Offer } from './deal.js';
import { isRaspasy, trickNumber, type PlayedDeal } from './play.js';
import { talonMode } from './raspasy.js';
import type { RefusalCode } from './refuse.js';

/** Rule 14.1.3: how long an offer waits. */
export const offerLapseMs = 15_000;
/** Rule 14.1.4. */
const offersPerDeal = 3;

/** Rule 14.1.2: who may offer, and of whom the others must accept. The passer of a lone whister has no say. */
export function parties(deal: PlayedDeal, conventions: PreferansConventions): readonly Seat[] {
  const defence = defenceIn(deal, conventions);
  return defence?.kind === 'lone' ? [deal.won!.declarer, defence.whister] : deal.order;
}

/** Whose answers a running offer still waits for. */
export function offerWaitsFor(
  deal: PlayedDeal,
  conventions: PreferansConventions,
): readonly Seat[] {
  const { offer } = deal.play;
  if (!offer) return [];
  return parties(deal, conventions).filter(
    (seat) => seat !== offer.by && !offer.yes.includes(seat),
  );
}

/** Why `seat` may not offer these tricks; undefined when he may. */
export function offerRefusal(
  deal: PlayedDeal,
  seat: Seat,
  tricks: readonly number[],
  conventions: PreferansConventions,
): RefusalCode | undefined {
  const { play } = deal;
  if (!parties(deal, conventions).includes(seat) || play.handedOver === seat)
    return 'may-not-offer';
  if (play.offer) return 'offer-pending';
  if (play.offers.filter(({ by }) => by === seat).length >= offersPerDeal) return 'offers-used-up';
  return arePossible(deal, tricks, conventions) ? undefined : 'bad-offer';
}

/** Ten tricks in all, nobody fewer than he has, and a sitting dealer only what the talon can take. */
export function arePossible(
  deal: PlayedDeal,
  tricks: readonly number[],
  conventions: PreferansConventions,
): boolean {
  const { order, play } = deal;
  if (tricks.length !== play.taken.length) return false;
  const whole = tricks.every((each, seat) => Number.isInteger(each) && each >= play.taken[seat]!);
  if (!whole || tricks.reduce((sum, each) => sum + each, 0) !== 10) return false;
  const talonPlays = isRaspasy(deal) && talonMode(conventions) === 'dealer';
  const talonTricks = talonPlays ? Math.max(0, 2 - trickNumber(play)) : 0;
  return tricks.every(
    (each, seat) => order.includes(seat) || each <= play.taken[seat]! + talonTricks,
  );
}

/** Rules 14.1.1 and 14.1.5: a declarer who offers shows his hand to those who must answer. */
export function makeOffer(
  deal: PlayedDeal,
  by: Seat,
  tricks: readonly number[],
  conventions: PreferansConventions,
): PlayedDeal {
  const { play } = deal;
  const offer: Offer = { at: play.cards.length, by, tricks, yes: [] };
  const shows = conventions.claimExposes && deal.won?.declarer === by;
  const shownTo = shows ? parties(deal, conventions).filter((seat) => seat !== by) : play.shownTo;
  return { ...deal, play: { ...play, offer, shownTo } };
}

/** When the last one accepts, the deal ends with the tricks offered; one refusal ends the offer. */
export function answerOffer(
  deal: PlayedDeal,
  seat: Seat,
  yes: boolean,
  conventions: PreferansConventions,
): DealStep {
  if (!yes) return { deal: dropOffer(deal) };
  const offer = { ...deal.play.offer!, yes: [...deal.play.offer!.yes, seat] };
  const answered: PlayedDeal = { ...deal, play: { ...deal.play, offer } };
  if (offerWaitsFor(answered, conventions).length > 0) return { deal: answered };
  const closed = dropOffer(answered);
  return { deal: closed, outcome: outcomeOf(closed, conventions, offer.tricks) };
}

/** Rule 14.1.3: refused, lapsed, or its maker played a card. */
export function dropOffer(deal: PlayedDeal): PlayedDeal {
  if (!deal.play.offer) return deal;
  const { offer, ...play } = deal.play;
  return { ...deal, play: { ...play, offers: [...play.offers, offer] } };
}
