import { Refusal } from '@trellis/games/kit';
import { isBid, isContract, isMisere, isWithoutTalon } from '../bids.js';
import type { Card } from '../cards.js';
import type { PreferansConventions } from '../conventions/index.js';
import type { Outcome } from '../outcome.js';
import { talonMode } from '../raspasy.js';
import { refuse } from '../refuse.js';
import { activeSeats } from '../seats.js';
import { concessionRefusal } from '../talon.js';
import { whistRefusal, whisting, type WhistWord } from '../whist.js';
import type { Fields } from './fields.js';

/**
 * A hand as somebody tells it to the scorer. What is told must be possible under the options; whether
 * the auction could have led there (the exit level) is not asked.
 */
export function handIn(hand: Fields, dealer: number, conventions: PreferansConventions): Outcome {
  const { players } = conventions;
  const order = activeSeats(players, dealer);
  const declarer = () => {
    const seat = hand.seat('declarer', players);
    return order.includes(seat) ? seat : hand.fail('declarer', 'sits out this deal');
  };
  const type = hand.oneOf('type', ['game', 'misere', 'raspasy', 'concede']);
  switch (type) {
    case 'game':
      return gameIn(hand, declarer(), dealer, conventions);
    case 'misere':
      return { type, declarer: declarer(), tricks: tricksIn(hand, dealer, conventions) };
    case 'raspasy': {
      const talonTricks = talonMode(conventions) === 'dealer' ? 2 : 0;
      return { type, tricks: tricksIn(hand, dealer, conventions, talonTricks) };
    }
    case 'concede': {
      const bid = hand.is('bid', isBid, 'a bid');
      const refusal = concessionRefusal(bid, conventions);
      if (refusal || isMisere(bid)) throw refuse(refusal ?? 'misere-cannot-be-conceded');
      if (isWithoutTalon(bid) && conventions.noTalon === 'off') throw refuse('no-talon-off');
      return { type, declarer: declarer(), bid };
    }
  }
}

function gameIn(
  hand: Fields,
  declarer: number,
  dealer: number,
  conventions: PreferansConventions,
): Outcome {
  const contract = hand.is('contract', isContract, 'a game from 6S to 10N');
  const order = activeSeats(conventions.players, dealer);
  const table = { order, declarer, contract, conventions };
  const defence = hand.has('defence')
    ? hand.said('defence', conventions.players, isWhistWord, 'whist, pass or half')
    : [];
  defence.forEach(([seat, word], at) => {
    const refusal = whistRefusal(table, defence.slice(0, at), seat, word);
    if (refusal) throw refuse(refusal);
  });
  const { phase } = whisting(table, defence);
  if (phase === 'whist') {
    throw new Refusal('defence-incomplete', 'A defender has not spoken yet.', { rule: '6.2' });
  }
  const played = phase !== 'score';
  if (hand.has('tricks') !== played) {
    throw played
      ? new Refusal('tricks-missing', 'The contract was played: its tricks are missing.', {
          rule: '11.B',
        })
      : new Refusal('not-played', 'Nobody whisted: there are no tricks.', { rule: '11.A' });
  }
  return {
    type: 'game',
    declarer,
    contract,
    ...(defence.length > 0 && { defence }),
    ...(played && { tricks: tricksIn(hand, dealer, conventions) }),
    ...(hand.has('talon') && { talon: talonIn(hand) }),
  };
}

const isWhistWord = (value: unknown): value is WhistWord =>
  value === 'whist' || value === 'pass' || value === 'half';

/** Ten tricks by seat; a sitting dealer has none but what the talon took for him. */
function tricksIn(
  hand: Fields,
  dealer: number,
  { players }: PreferansConventions,
  dealerAtMost = 0,
): number[] {
  const tricks = hand.amounts('tricks', players, 0, 10);
  if (tricks.reduce((sum, each) => sum + each, 0) !== 10)
    return hand.fail('tricks', 'must add up to ten');
  if (players === 4 && tricks[dealer]! > dealerAtMost) {
    return hand.fail('tricks', `the dealer cannot take ${tricks[dealer]}`);
  }
  return tricks;
}

function talonIn(hand: Fields): readonly [Card, Card] {
  const [one, other, ...more] = hand.cards('talon');
  return one && other && more.length === 0 ? [one, other] : hand.fail('talon', 'must be two cards');
}
