import { seededRandom, shuffle, type PlayedStep, type Seat, type Viewer } from '@trellis/games/kit';
import type { Action } from '../action.js';
import { fullDeck, type Card } from '../cards.js';
import type { PreferansConventions } from '../conventions/index.js';
import type { Deal } from '../deal.js';
import { preferans } from '../game.js';
import { isPlayed } from '../play.js';
import type { State } from '../state.js';
import { contractsAfter } from '../talon.js';

/** Any legal action, also those that `legalActions` leaves to `admits`; tables rather pass than bid high. */
export function someAction(state: State, seat: Seat, random: () => number): Action {
  const legal = preferans.legalActions(state, seat);
  const any = <Value>(values: readonly Value[]) => values[Math.floor(random() * values.length)]!;
  const [first] = legal;
  if (first?.kind === 'call') return random() < 0.5 ? first : any(legal.slice(0, 8));
  const action = any(legal);
  if (action.kind !== 'contract') return action;
  return { ...action, contract: any(contractsAfter(state.deal!.won!.bid).slice(0, 6)) };
}

/** An offer that the players could agree on; undefined out of play. */
function someOffer({ deal }: State, random: () => number): Action | undefined {
  if (!deal || !isPlayed(deal) || deal.play.offer) return undefined;
  const tricks = [...deal.play.taken];
  const won = tricks.reduce((sum, each) => sum + each, 0);
  for (let left = 10 - won; left > 0; left--) tricks[deal.order[Math.floor(random() * 3)]!]!++;
  return { kind: 'offer', tricks };
}

interface RandomGameOptions {
  readonly deals?: number;
  /** How probable it is at each step that somebody leaves. */
  readonly leaving?: number;
  readonly visit?: (state: State) => void;
}

export interface RandomGame {
  readonly state: State;
  readonly steps: readonly PlayedStep<Action>[];
}

/**
 * A whole random game with offers, lapses and sometimes a leaver; `visit` sees every state. Ends by
 * agreement after `deals` deals if the pool is not closed by then.
 */
export function randomGame(
  conventions: PreferansConventions,
  seed: number,
  { deals = 30, leaving = 0.0002, visit = () => {} }: RandomGameOptions = {},
): RandomGame {
  const random = seededRandom(seed);
  const steps: PlayedStep<Action>[] = [];
  let state = preferans.start(conventions);
  const act = (seat: Seat, action: unknown) => {
    const admitted = preferans.admits!(state, seat, action);
    steps.push({ kind: 'acted', seat, action: admitted });
    state = preferans.apply(state, seat, admitted);
  };
  while (!state.end) {
    visit(state);
    const length = preferans.awaitsShuffle!(state);
    if (length !== undefined && (state.last?.deal.no ?? 0) >= deals) {
      act(0, { kind: 'propose-stop' });
      for (let seat = 1; seat < conventions.players; seat++)
        act(seat, { kind: 'answer-stop', yes: true });
    } else if (length !== undefined) {
      const order = shuffle(length, random);
      steps.push({ kind: 'shuffled', order });
      state = preferans.shuffled!(state, order);
    } else if (random() < leaving) {
      const seat = Math.floor(random() * conventions.players);
      steps.push({ kind: 'forfeited', seat, reason: 'left' });
      state = preferans.forfeit(state, seat, 'left');
    } else if (preferans.alarm!(state) && random() < 0.2) {
      steps.push({ kind: 'rang' });
      state = preferans.ring!(state);
    } else {
      const seat = preferans.toAct(state)[0]!;
      const offer = random() < 0.03 ? someOffer(state, random) : undefined;
      if (offer && isAdmitted(state, seat, offer)) act(seat, offer);
      else act(seat, someAction(state, seat, random));
    }
  }
  visit(state);
  return { state, steps };
}

export function isAdmitted(state: State, seat: Seat, action: unknown): boolean {
  try {
    preferans.admits!(state, seat, action);
    return true;
  } catch {
    return false;
  }
}

/** The same state with every card that the viewer may not see moved at random to where another was. */
export function hide(state: State, viewer: Viewer, random: () => number): State {
  const { deal } = state;
  if (!deal) return state;
  const seen = seenCards(state, viewer);
  const hidden = fullDeck.filter((card) => !seen.has(card));
  const moved = shuffle(hidden.length, random).map((at) => hidden[at]!);
  const swap = new Map(hidden.map((card, at) => [card, moved[at]!]));
  const other = (card: Card): Card => swap.get(card) ?? card;
  const deck = deal.deck.match(/../g)!.map((card) => other(card as Card));
  const changed: Deal = {
    ...deal,
    deck: deck.join(''),
    hands: deal.hands.map((hand) => hand.map(other)),
    talon: [other(deal.talon[0]), other(deal.talon[1])],
    ...(deal.named && { named: { ...deal.named, discard: deal.named.discard.map(other) } }),
  };
  return { ...state, deal: changed };
}

/** By rule 16, written down a second time: not by looking at the view. */
function seenCards({ deal, conventions }: State, viewer: Viewer): Set<Card> {
  const { won, named, play, talon, hands, order } = deal!;
  const seen = new Set<Card>(play?.cards);
  const see = (cards: readonly Card[] = []) => cards.forEach((card) => seen.add(card));
  if (viewer !== 'spectator') see(hands[viewer]);
  if (named && viewer === won!.declarer) see(named.discard);
  if (won && won.bid !== 'MB' && won.bid !== '9B') see(talon);
  if (!play) return seen;
  if (!won) {
    const closed = conventions.raspasyTalon === 'closed';
    see(closed ? [] : talon.slice(0, play.cards.length < 3 ? 1 : 2));
    return seen;
  }
  if (play.shownTo.some((seat) => seat === viewer)) see(hands[won.declarer]);
  const tested =
    named!.contract === 'M' || (deal!.said.length === 0 && named!.contract.startsWith('10'));
  const opened = tested || deal!.said.at(-1)?.[1] === 'open';
  const after = conventions.openTiming === 'afterTrick1' ? 3 : order[0] === won.declarer ? 1 : 0;
  if (opened && play.cards.length >= after) {
    for (const seat of order) if (seat !== won.declarer) see(hands[seat]);
  }
  return seen;
}
