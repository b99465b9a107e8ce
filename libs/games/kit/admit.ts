import type { AnyGame } from './game.js';
import { canonical } from './plain-data.js';
import { IllegalAction } from './refusal.js';
import type { Seat } from './seat.js';

/** The legal action that equals what arrived. Throws `IllegalAction` when there is none. */
export function admit(game: AnyGame, state: unknown, seat: Seat, action: unknown): unknown {
  if (game.admits) return game.admits(state, seat, action);
  if (!game.toAct(state).includes(seat)) throw new IllegalAction('not-your-turn');
  const wanted = canonical(action);
  const found = game.legalActions(state, seat).find((each) => canonical(each) === wanted);
  if (found === undefined) throw new IllegalAction();
  return found;
}
