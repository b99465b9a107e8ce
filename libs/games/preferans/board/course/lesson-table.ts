import {
  cardsFromText,
  fullDeck,
  preferans,
  preferansConventions,
  type Action,
  type Card,
  type State,
} from '@trellis/games/preferans/rules';
import type { DealtHands, SceneStep } from './lesson';

/** Who learns. With seat 2 dealing he is the eldest hand. */
export const learner = 0;
const dealer = 2;
const players = 3;

/** The table of a step, brought there by the rules of the club. */
export function tableOf({ hands, before }: SceneStep): State {
  const start = preferans.start(preferansConventions());
  const seats = Array.from({ length: players }, (_, step) => (dealer + step) % players);
  const drawn = preferans.shuffled!(start, seats);
  const deck = deckOf(hands).map((card) => fullDeck.indexOf(card));
  return before.reduce(done, preferans.shuffled!(drawn, deck));
}

/** The state after an action of whoever is to act; throws when the rules refuse it. */
export function done(state: State, action: Action): State {
  const seat = preferans.toAct(state)[0] ?? -1;
  return preferans.apply(state, seat, preferans.admits!(state, seat, action));
}

/** A deck in dealing order that gives these cards (rule 2.4). */
function deckOf({ eldest, second, youngest, talon }: DealtHands): Card[] {
  const [first, next, last, two] = [eldest, second, youngest, talon].map((text) => [
    ...cardsFromText(text.replaceAll(' ', ''))!,
  ]) as [Card[], Card[], Card[], Card[]];
  const round = () => [first, next, last].flatMap((hand) => hand.splice(0, 2));
  return [...round(), ...two, ...round(), ...round(), ...round(), ...round()];
}
