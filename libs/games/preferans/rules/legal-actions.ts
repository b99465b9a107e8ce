import type { Seat, Viewer } from '@trellis/games/kit';
import type { Action } from './action.js';
import { legalWords, type AuctionTable, type AuctionWord, type Call } from './auction.js';
import { ladder } from './bids.js';
import { phaseOf, whistingIn, type Deal } from './deal.js';
import { isPlayed, playableCards } from './play.js';
import { seatsToAct, type State } from './state.js';
import { concessionRefusal, contractsAfter, discardsFrom } from './talon.js';
import type { View } from './view.js';

/**
 * What a seat that owes a decision may do. Two things are left to `admits`, because there are many of them or
 * nobody has to do them: a contract higher than the lowest possible one (each discard is listed once),
 * and offers, proposals to stop and giving a hand over, which nobody owes.
 */
export function legalActions(state: State, seat: Seat): readonly Action[] {
  const { deal, conventions } = state;
  if (!deal || !seatsToAct(state).includes(seat)) return [];
  if (isPlayed(deal)) {
    if (deal.play.offer) return [true, false].map((yes) => ({ kind: 'answer', yes }));
    return playableCards(deal, conventions).map((card) => ({ kind: 'play', card }));
  }
  switch (phaseOf(deal, conventions)) {
    case 'auction': {
      const { order, minLevel, auction } = deal;
      return callsFor({ order, minLevel, conventions }, auction);
    }
    case 'contract':
      return contractActions(deal, state);
    default:
      return whistingIn(deal, conventions).options.map((word) => ({ kind: 'declare', word }));
  }
}

/** A card to a trick; which, where only one may be played. */
export function routine(state: State, seat: Seat): { readonly only?: Action } | undefined {
  const { deal, conventions } = state;
  if (!deal || !isPlayed(deal) || deal.play.offer) return undefined;
  if (!seatsToAct(state).includes(seat)) return undefined;
  const [card, other] = playableCards(deal, conventions);
  return card !== undefined && other === undefined ? { only: { kind: 'play', card } } : {};
}

/** The words of an auction that a viewer may say: what `legalActions` lists, from what he sees. */
export function legalCalls(
  { deal, phase, toAct, conventions }: View,
  viewer: Viewer,
): readonly Action[] {
  if (!deal || phase !== 'auction' || viewer === 'spectator' || !toAct.includes(viewer)) return [];
  return callsFor({ ...deal, conventions }, deal.auction);
}

const callsFor = (table: AuctionTable, said: readonly Call[]): readonly Action[] =>
  legalWords(table, said).map((word) => calls.get(word)!);

/** Made once: an auction asks for them at every word. */
const calls = new Map<AuctionWord, Action>(
  (['P', '=', ...ladder] as const).map((word) => [word, { kind: 'call', word }]),
);

function contractActions(deal: Deal, { conventions }: State): readonly Action[] {
  const { declarer, bid } = deal.won!;
  const [contract] = contractsAfter(bid);
  const named = discardsFrom(bid, deal.hands[declarer]!).map((discard): Action => ({
    kind: 'contract',
    contract: contract!,
    discard,
  }));
  return concessionRefusal(bid, conventions) ? named : [...named, { kind: 'concede' }];
}
