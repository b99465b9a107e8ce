import { admit } from './admit.js';
import { checkActions, type CheckActionsOptions } from './check-actions.js';
import { randomConventions, whatIsWrongWith } from './check-conventions.js';
import {
  broken,
  checkForfeits,
  checkPast,
  checkViews,
  isOurs,
  isOver,
  plain,
  type Watch,
} from './check-state.js';
import type { Conventions, ConventionValue } from './conventions.js';
import type { Game } from './game.js';
import type { PlayedStep } from './notation.js';
import { canonical, deepFreeze, whatJsonLoses } from './plain-data.js';
import { seededRandom, shuffle } from './random.js';
import type { Seat, Viewer } from './seat.js';

export interface CheckGameOptions<State, Action> extends CheckActionsOptions<State, Action> {
  /** How many random games; 50 by default. */
  readonly games?: number;
  /** Game number i uses `seed + i`, so a failure is repeated by `{ seed, games: 1 }`. */
  readonly seed?: number;
  /** After so many steps a game counts as one that never ends; 2000 by default. */
  readonly maxSteps?: number;
  /** Conventions that stay as they are while all others vary, e.g. a small pool. */
  readonly fixed?: Readonly<Record<string, ConventionValue>>;
  /** Another state that differs only in what this viewer may not know. A game with secrets brings it. */
  readonly hide?: (state: State, viewer: Viewer, random: () => number) => State;
}

/** A random game ends by its rules: nobody forfeits. */
type Step<Action> = Exclude<PlayedStep<Action>, { readonly kind: 'forfeited' }>;

/**
 * Plays random games under random conventions and throws an `Error` that names the property of
 * `Game` that does not hold and the seed that shows it. Every game has a test that calls this.
 */
export function checkGame<State, Action, View>(
  game: Game<State, Action, View>,
  options: CheckGameOptions<State, Action> = {},
): void {
  const { games = 50, seed = 1 } = options;
  const fault = whatIsWrongWith(game.conventions);
  if (fault) throw new Error(`${game.name}: ${fault}`);
  let hidden = 0;
  for (let i = 0; i < games; i++) {
    const watch: Watch = { game: game.name, seed: seed + i, step: 0, hidden: 0 };
    playOne(game, options, watch);
    hidden += watch.hidden;
  }
  if (options.hide && hidden === 0) {
    throw new Error(
      `${game.name}: \`hide\` never changed a state, so it proves nothing (seeds from ${seed})`,
    );
  }
}

function playOne<State, Action, View>(
  game: Game<State, Action, View>,
  options: CheckGameOptions<State, Action>,
  watch: Watch,
): void {
  try {
    playThrough(game, options, watch);
  } catch (error) {
    if (isOurs(error)) throw error;
    // Everything a game is given is frozen, and these are the words of the engine about that.
    const mutated = /read only|not extensible|Cannot (delete|assign|add|define|redefine)/;
    const what = mutated.test(String(error)) ? 'what the game was given was mutated' : 'it threw';
    broken(watch, `${what}: ${String(error)}`, error);
  }
}

function playThrough<State, Action, View>(
  game: Game<State, Action, View>,
  options: CheckGameOptions<State, Action>,
  watch: Watch,
): void {
  const { maxSteps = 2000, fixed = {} } = options;
  const random = seededRandom(watch.seed);
  const conventions = deepFreeze(randomConventions(game.conventions, fixed, random));
  const seats = game.seats(conventions);
  if (!Number.isInteger(seats) || seats < 1) broken(watch, `\`seats\` is ${seats}`);

  const steps: Step<Action>[] = [];
  const away: Seat[] = [];
  let state = plain(game.start(conventions), 'start', watch);
  while (!isOver(game, state, seats, watch)) {
    if (watch.step >= maxSteps) broken(watch, `the game did not end within ${maxSteps} steps`);
    checkViews(game, state, seats, options.hide, random, watch);
    checkForfeits(game, state, seats, watch);
    checkActions(game, state, seats, options, random, watch);
    const step =
      someAbsence(game, conventions, away, seats, random) ??
      chooseStep(game, state, options, random);
    const next = plain(take(game, state, step), step.kind, watch);
    checkStep(game, state, next, step, seats, watch);
    checkPast(game, state, next, watch);
    steps.push(step);
    state = next;
    watch.step++;
  }
  checkViews(game, state, seats, undefined, random, watch);
  checkReplay(game, conventions, steps, state, watch);
  checkNotation(game, conventions, steps, state, watch);
}

function chooseStep<State, Action, View>(
  game: Game<State, Action, View>,
  state: State,
  { sample }: CheckGameOptions<State, Action>,
  random: () => number,
): Step<Action> {
  const oneOf = <T>(items: readonly T[]) => items[Math.floor(random() * items.length)]!;
  const length = game.awaitsShuffle?.(state);
  if (length !== undefined) return { kind: 'shuffled', order: shuffle(length, random) };
  const toAct = game.toAct(state);
  if (game.claim?.(state) && random() < 0.3) return { kind: 'proven' };
  if (toAct.length === 0 || (game.alarm?.(state) && random() < 0.2)) return { kind: 'rang' };
  const seat = oneOf(toAct);
  const action = sample ? sample(state, seat, random) : oneOf(game.legalActions(state, seat));
  return { kind: 'acted', seat, action };
}

function take<State, Action, View>(
  game: Game<State, Action, View>,
  state: State,
  step: Step<Action>,
): State {
  switch (step.kind) {
    case 'acted':
      return game.apply(state, step.seat, admit(game, state, step.seat, step.action) as Action);
    case 'shuffled':
      return game.shuffled!(state, step.order);
    case 'rang':
      return game.ring!(state);
    case 'proven':
      return game.proven!(state);
    case 'relieved':
      return game.absence!.away(state, step.seat, step.reason);
    case 'returned':
      return game.absence!.back(state, step.seat);
  }
}

/** Now and then somebody goes, and a computer plays for him, or is back; one always stays. */
function someAbsence<State, Action, View>(
  { absence, name }: Game<State, Action, View>,
  conventions: Conventions,
  away: Seat[],
  seats: number,
  random: () => number,
): Step<Action> | undefined {
  if (conventions['absent'] !== 'computer' || random() > 0.03) return undefined;
  if (!absence) throw new Error(`${name}: the convention \`absent\` needs \`Game.absence\``);
  const seat = Math.floor(random() * seats);
  if (away.includes(seat)) {
    away.splice(away.indexOf(seat), 1);
    return { kind: 'returned', seat };
  }
  if (away.length + 1 >= seats) return undefined;
  away.push(seat);
  return { kind: 'relieved', seat, reason: random() < 0.5 ? 'time' : 'left' };
}

/** What viewers are told of the step, and that an alarm which rang does not stay as it was. */
function checkStep<State, Action, View>(
  game: Game<State, Action, View>,
  before: State,
  after: State,
  step: Step<Action>,
  seats: number,
  watch: Watch,
): void {
  if (step.kind === 'rang') {
    const [old, now] = [game.alarm?.(before), game.alarm?.(after)];
    if (now && old?.id === now.id)
      broken(watch, `the alarm "${now.id}" rang and is still set under the same id`);
  }
  if (step.kind !== 'acted') return;
  for (const viewer of ['spectator' as const, ...Array(seats).keys()]) {
    const told = game.actionFor(before, step.seat, deepFreeze(step.action), viewer);
    const lost = told === undefined ? undefined : whatJsonLoses(told, 'actionFor');
    if (lost)
      broken(watch, `what ${String(viewer)} is told of an action does not survive JSON (${lost})`);
  }
}

/** The steps once more, from their text and each upon the text of the state, as after a restart. */
function checkReplay<State, Action, View>(
  game: Game<State, Action, View>,
  conventions: Conventions,
  steps: readonly Step<Action>[],
  end: State,
  watch: Watch,
): void {
  const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
  let state = game.start(copy(conventions));
  for (const step of copy(steps)) state = take(game, copy(state), step);
  if (canonical(state) !== canonical(end)) {
    broken(watch, 'the same steps, replayed from their record, gave another state');
  }
}

/** What was written of the game, read back from its text, ends as the game did. */
function checkNotation<State, Action, View>(
  game: Game<State, Action, View>,
  conventions: Conventions,
  steps: readonly Step<Action>[],
  end: State,
  watch: Watch,
): void {
  if (!game.notation) return;
  const players = Array.from({ length: game.seats(conventions) }, (_, seat) => `player ${seat}`);
  const { document } = game.notation.write({ conventions, players, steps });
  const lost = whatJsonLoses(document, 'document');
  if (lost) broken(watch, `the written game does not survive JSON (${lost})`);
  const read = game.notation.read(JSON.stringify(document));
  const last = read.moments.at(-1);
  const result = last && game.result(last.state);
  if (canonical(result) !== canonical(game.result(end))) {
    broken(watch, 'the game, written down and read back, ended in another way');
  }
  if (canonical(read.players) !== canonical(players)) {
    broken(watch, 'the game, written down and read back, had other players');
  }
}
