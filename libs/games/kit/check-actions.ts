import { admit } from './admit.js';
import { broken, isOurs, type Watch } from './check-state.js';
import type { Game } from './game.js';
import { canonical, deepFreeze, whatJsonLoses } from './plain-data.js';
import type { Seat } from './seat.js';

export interface CheckActionsOptions<State, Action> {
  /** Some legal action, for a game whose `legalActions` does not list them all. */
  readonly sample?: (state: State, seat: Seat, random: () => number) => Action;
  /** The share of decisions, 0 to 1, at which every computer is asked too; 1 by default, less for slow ones. */
  readonly askComputers?: number;
}

/** Every seat: what is legal is admitted, from its text too, and nothing else is; computers choose what is legal. */
export function checkActions<State, Action, View>(
  game: Game<State, Action, View>,
  state: State,
  seats: number,
  { sample, askComputers = 1 }: CheckActionsOptions<State, Action>,
  random: () => number,
  watch: Watch,
): void {
  const toAct = game.toAct(state);
  for (let seat = 0; seat < seats; seat++) {
    const legal = deepFreeze(game.legalActions(state, seat));
    const lost = whatJsonLoses(legal, 'legalActions');
    if (lost) broken(watch, `a legal action of seat ${seat} does not survive JSON (${lost})`);
    for (const nonsense of [undefined, null, -1, '', [], {}, { 'no such action': [{}] }]) {
      mustRefuse(game, state, seat, nonsense, watch);
    }
    if (!toAct.includes(seat)) {
      if (legal.length > 0) broken(watch, `seat ${seat} is not to act and has a legal action`);
      for (const other of toAct) {
        for (const action of game.legalActions(state, other))
          mustRefuse(game, state, seat, action, watch);
      }
      continue;
    }
    if (legal.length === 0 && !sample)
      broken(watch, `seat ${seat} is to act and has no legal action`);
    const sampled = sample ? [sample(state, seat, random)] : [];
    for (const action of [...legal, ...sampled])
      mustAdmit(game, state, seat, action, 'a legal action', watch);
    if (random() >= askComputers) continue;
    const view = deepFreeze(game.viewFor(state, seat));
    for (const computer of game.computers) {
      const chosen = computer.choose(view, legal, random);
      mustAdmit(game, state, seat, chosen, `what the computer "${computer.level}" chose`, watch);
    }
  }
}

function mustAdmit<State, Action, View>(
  game: Game<State, Action, View>,
  state: State,
  seat: Seat,
  action: Action,
  what: string,
  watch: Watch,
): void {
  const text = canonical(action);
  try {
    // It arrives as JSON, so what is admitted may only depend on that.
    const admitted = admit(game, state, seat, JSON.parse(text));
    if (canonical(admitted) === text) return;
    broken(watch, `${what} of seat ${seat}, ${text}, was admitted as ${canonical(admitted)}`);
  } catch (error) {
    if (isOurs(error)) throw error;
    broken(watch, `${what} of seat ${seat}, ${text}, was refused: ${String(error)}`, error);
  }
}

function mustRefuse<State, Action, View>(
  game: Game<State, Action, View>,
  state: State,
  seat: Seat,
  action: unknown,
  watch: Watch,
): void {
  try {
    admit(game, state, seat, action);
  } catch (error) {
    // By name: a game may have got its own copy of the class, e.g. from a build.
    if (error instanceof Error && error.name === 'IllegalAction') return;
    broken(
      watch,
      `${canonical(action)} of seat ${seat} caused "${String(error)}", not IllegalAction`,
      error,
    );
  }
  broken(watch, `${canonical(action)} of seat ${seat} is illegal and was admitted`);
}
