import { IllegalAction } from '@trellis/games/kit';

/**
 * Why an action is refused, and the rule that says so (RULES.md). The code is what clients
 * translate; the number is what `check` prints.
 */
export const refusals = {
  'malformed-action': ['3.1', 'This is not an action of this game.'],
  'wrong-phase': ['3.1', 'The deal is not at that point.'],
  'not-your-turn': ['3.2', 'Another player is to act.'],
  'game-over': ['12.1', 'The game is over.'],
  'below-current-bid': ['4.2.2', 'The bid must be higher than the current one.'],
  'below-exit-level': ['4.2.3', 'The bid is below the exit level of the raspasy series.'],
  'misere-first-only': ['4.2.4', 'Misère may be bid only as the first word.'],
  'bound-by-misere': ['4.2.4', 'Whoever bid misère may afterwards only pass.'],
  'no-talon-off': ['4.1.2', 'Bids without the talon are not played here.'],
  'hold-off': ['4.3', 'Holding is not played here.'],
  'nothing-to-hold': ['4.3', 'There is no bid of another player to hold.'],
  'misere-cannot-be-held': ['4.3', 'A misère cannot be held.'],
  'not-elder': ['4.3', 'Only the elder hand may hold.'],
  'hold-needs-two-left': ['4.3', 'Holding needs exactly two players left in the auction.'],
  'not-a-discard': ['5.2', 'Two different cards of the twelve must be discarded.'],
  'no-discard-without-talon': ['5.3', 'Without the talon nothing is discarded.'],
  'below-winning-bid': ['5.3', 'The contract is below the winning bid.'],
  'must-play-misere': ['5.3', 'Misère was bid, misère is played.'],
  'misere-not-bid': ['5.3', 'A game was bid, misère cannot be named.'],
  'must-play-nine': ['5.3', 'Nine without the talon is played at level nine.'],
  'concede-off': ['5.4', 'Conceding is not played here.'],
  'misere-cannot-be-conceded': ['5.4', 'A misère cannot be conceded.'],
  'not-a-whist-word': ['6.2', 'This cannot be said here.'],
  'half-whist-off': ['6.2', 'Half whist cannot be said here.'],
  'not-in-hand': ['7.2', 'The hand does not hold this card.'],
  'must-follow-suit': ['7.2', 'The led suit must be followed.'],
  'must-trump': ['7.2', 'Without the led suit a trump must be played.'],
  'hand-over-off': ['8.2', 'Hands are not given over here.'],
  'hands-not-open': ['8.2', 'A hand is given over only when the hands are open.'],
  'already-handed-over': ['8.2', 'A hand was given over already.'],
  'may-not-offer': ['14.1.2', 'Only a player who controls a hand may offer.'],
  'bad-offer': ['14.1.1', 'The tricks must add up to ten and be at least what each has.'],
  'offer-pending': ['14.1.3', 'An offer waits for its answers.'],
  'no-offer': ['14.1.2', 'There is no offer to answer.'],
  'offers-used-up': ['14.1.4', 'Three offers in a deal are the limit.'],
  'stop-pending': ['14.2', 'A proposal to stop waits for its answers.'],
  'no-stop-proposal': ['14.2', 'There is no proposal to stop that you could answer.'],
  'already-stopping': ['14.2', 'It is agreed already that this is the last deal.'],
} as const satisfies Record<string, readonly [rule: string, message: string]>;

export type RefusalCode = keyof typeof refusals;

/** The refusal with this code, its rule and its sentence. */
export function refuse(code: RefusalCode): IllegalAction {
  const [rule, message] = refusals[code];
  return new IllegalAction(code, message, { rule });
}
