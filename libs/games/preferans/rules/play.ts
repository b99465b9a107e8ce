import type { Seat } from '@trellis/games/kit';
import { heightOf, suitOf, type Card, type Suit } from './cards.js';
import type { PreferansConventions } from './conventions/index.js';
import { defenceIn, outcomeOf, trumpOf, type Deal, type DealStep, type Play } from './deal.js';
import { raspasyLeader, talonMode } from './raspasy.js';
import { defendersOf } from './seats.js';
import { legalCards, winningCard } from './trick.js';

/** A deal that is being played. */
export type PlayedDeal = Deal & { readonly play: Play };

export const isPlayed = (deal: Deal): deal is PlayedDeal => deal.play !== undefined;

/** What the course of the tricks depends on; of the talon only the cards that have led a trick. */
export type TrickTable = Pick<Deal, 'dealer' | 'order' | 'won' | 'named'> & {
  readonly talon: readonly Card[];
  readonly play: Pick<Play, 'cards'>;
};

export const isRaspasy = ({ won, play }: Pick<Deal, 'won'> & { readonly play?: object }): boolean =>
  won === undefined && play !== undefined;

/** 0 … 9: the running trick, or the next one. */
export const trickNumber = ({ cards }: Play): number => Math.floor(cards.length / 3);

/** Whose hand the next card comes from. */
export function handToPlay({ order, play }: PlayedDeal): Seat {
  return order[(order.indexOf(play.leader) + play.trick.length) % 3]!;
}

/** Who plays the cards of `seat`: rules 6.3 and 8.2. */
export function playerOf(deal: PlayedDeal, seat: Seat, conventions: PreferansConventions): Seat {
  const { play } = deal;
  if (play.handedOver === seat) {
    return defendersOf(deal.order, deal.won!.declarer).find((each) => each !== seat)!;
  }
  if (deal.said.at(-1)?.[1] !== 'open') return seat;
  const defence = defenceIn(deal, conventions);
  const forPartner = defence?.kind === 'lone' && seat === defence.passer;
  return forPartner && areHandsOpen(deal, conventions) ? defence.whister : seat;
}

/** Rule 7.3: whether the defenders' hands are on the table. */
export function areHandsOpen(deal: PlayedDeal, conventions: PreferansConventions): boolean {
  const defence = defenceIn(deal, conventions);
  const opens =
    defence?.kind === 'catchers' ||
    defence?.kind === 'checked' ||
    (defence?.kind === 'lone' && defence.choice === 'open');
  if (!opens) return false;
  const declarerLeads = deal.order[0] === deal.won!.declarer;
  const from = conventions.openTiming === 'afterTrick1' ? 3 : declarerLeads ? 1 : 0;
  return deal.play.cards.length >= from;
}

/** The talon cards of a raspasy that lie open (rule 9.2): one from trick 1, both from trick 2. */
export function openTalon(deal: PlayedDeal, conventions: PreferansConventions): readonly Card[] {
  if (talonMode(conventions) === 'closed') return [];
  return deal.talon.slice(0, trickNumber(deal.play) + 1);
}

/** The suit to follow now: the talon's in the first two tricks of an open raspasy; null for a leader. */
export function suitToFollow(deal: PlayedDeal, conventions: PreferansConventions): Suit | null {
  const turned = talonCardAt(deal, trickNumber(deal.play), conventions);
  if (turned) return suitOf(turned);
  const [led] = deal.play.trick;
  return led === undefined ? null : suitOf(led);
}

export function playableCards(
  deal: PlayedDeal,
  conventions: PreferansConventions,
): readonly Card[] {
  const hand = deal.hands[handToPlay(deal)]!;
  return legalCards(hand, suitToFollow(deal, conventions), trumpOf(deal));
}

/** Plays a legal card; after the ninth trick the last one plays itself (rule 7.4). */
export function playCard(
  deal: PlayedDeal,
  card: Card,
  conventions: PreferansConventions,
): DealStep {
  const seat = handToPlay(deal);
  const { play } = deal;
  const number = trickNumber(play);
  const cards = [...play.cards, card];
  const trick = [...play.trick, card];
  const left = deal.hands[seat]!.filter((each) => each !== card);
  const hands = deal.hands.with(seat, left);
  if (trick.length < 3) {
    const next: PlayedDeal = { ...deal, hands, play: { ...play, cards, trick } };
    return number === 9 ? playLastCard(next, conventions) : { deal: next };
  }

  const talon = talonCardAt(deal, number, conventions);
  const { owner, winner } = takeTrick(
    deal,
    { leader: play.leader, cards: trick, talon },
    conventions,
  );
  const taken = play.taken.with(owner, play.taken[owner]! + 1);
  const leader = leaderOf(deal, number + 1, winner, conventions);
  const next: PlayedDeal = { ...deal, hands, play: { ...play, cards, trick: [], taken, leader } };
  if (number === 9) return { deal: next, outcome: outcomeOf(next, conventions, taken) };
  return number === 8 ? playLastCard(next, conventions) : { deal: next };
}

export interface PlayedTrick {
  readonly leader: Seat;
  readonly cards: readonly Card[];
  /** Whose trick it is; undefined while it is running. */
  readonly owner?: Seat;
  /** The talon card that led it, in raspasy. */
  readonly talon?: Card;
}

/** Every trick so far, the running one last. */
export function tricksOf(deal: TrickTable, conventions: PreferansConventions): PlayedTrick[] {
  const tricks: PlayedTrick[] = [];
  let leader = deal.order[0];
  for (let from = 0; from < deal.play.cards.length; from += 3) {
    const cards = deal.play.cards.slice(from, from + 3);
    const talon = talonCardAt(deal, tricks.length, conventions);
    const trick: PlayedTrick = { leader, cards, ...(talon && { talon }) };
    if (cards.length < 3) return [...tricks, trick];
    const { owner, winner } = takeTrick(deal, trick, conventions);
    tricks.push({ ...trick, owner });
    leader = leaderOf(deal, tricks.length, winner, conventions);
  }
  return tricks;
}

/** Whose a full trick is, and which player leads from it: none when the talon took it (rule 9.2.2). */
function takeTrick(
  deal: TrickTable,
  { leader, cards, talon }: PlayedTrick,
  conventions: PreferansConventions,
): { readonly owner: Seat; readonly winner?: Seat } {
  const led = suitOf(talon ?? cards[0]!);
  const best = winningCard(cards, led, trumpOf(deal));
  const talonWins =
    talon !== undefined &&
    talonMode(conventions) === 'dealer' &&
    (best < 0 || heightOf(talon) > heightOf(cards[best]!));
  if (talonWins) return { owner: deal.dealer };
  const winner = deal.order[(deal.order.indexOf(leader) + best) % 3]!;
  return { owner: winner, winner };
}

/** The talon card that the trick with this number is led by. */
function talonCardAt(deal: TrickTable, trick: number, conventions: PreferansConventions) {
  if (trick > 1 || !isRaspasy(deal) || talonMode(conventions) === 'closed') return undefined;
  return deal.talon[trick];
}

/** Who plays first to trick `number` after `winner` took the one before. */
function leaderOf(
  deal: TrickTable,
  number: number,
  winner: Seat | undefined,
  conventions: PreferansConventions,
): Seat {
  return isRaspasy(deal) ? raspasyLeader(number, winner, deal.order[0], conventions) : winner!;
}

/** Every hand holds one card: nobody has a choice. */
function playLastCard(deal: PlayedDeal, conventions: PreferansConventions): DealStep {
  return playCard(deal, deal.hands[handToPlay(deal)]![0]!, conventions);
}
