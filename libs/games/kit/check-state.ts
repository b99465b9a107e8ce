import type { Game } from './game.js';
import { canonical, deepFreeze, whatJsonLoses } from './plain-data.js';
import type { Result } from './result.js';
import type { Seat, Viewer } from './seat.js';

/** Where a check has got to, for the message when something is broken. */
export interface Watch {
  readonly game: string;
  readonly seed: number;
  step: number;
  /** How many states `hide` really changed. */
  hidden: number;
}

export function broken({ game, seed, step }: Watch, what: string, cause?: unknown): never {
  const error = new Error(`${game}: ${what} (seed ${seed}, step ${step})`, { cause });
  error.name = 'BrokenProperty';
  throw error;
}

export function isOurs(error: unknown): boolean {
  return error instanceof Error && error.name === 'BrokenProperty';
}

/** A state that the game made, and that nobody may mutate from now on. */
export function plain<State>(state: State, madeBy: string, watch: Watch): State {
  const lost = whatJsonLoses(state, 'state');
  if (lost) broken(watch, `the state after \`${madeBy}\` does not survive JSON (${lost})`);
  return deepFreeze(state);
}

/** Is there a result? It fits the table, and somebody or something is awaited exactly until then. */
export function isOver<State, Action, View>(
  game: Game<State, Action, View>,
  state: State,
  seats: number,
  watch: Watch,
): boolean {
  checkAwaited(game, state, seats, watch);
  return checkResult(game, state, seats, watch) !== undefined;
}

function checkAwaited<State, Action, View>(
  game: Game<State, Action, View>,
  state: State,
  seats: number,
  watch: Watch,
): void {
  const toAct = game.toAct(state);
  const odd = toAct.find((seat) => !Number.isInteger(seat) || seat < 0 || seat >= seats);
  if (odd !== undefined) broken(watch, `\`toAct\` names ${odd}, which is no seat of ${seats}`);
  if (new Set(toAct).size !== toAct.length) broken(watch, '`toAct` names a seat twice');

  const shuffle = game.awaitsShuffle?.(state);
  const alarm = game.alarm?.(state);
  if (shuffle !== undefined && (!Number.isInteger(shuffle) || shuffle < 1)) {
    broken(watch, `a shuffle of ${shuffle} is awaited`);
  }
  if (shuffle !== undefined && toAct.length > 0)
    broken(watch, 'a seat is to act while a shuffle is awaited');
  if (shuffle !== undefined && !game.shuffled)
    broken(watch, 'a shuffle is awaited and the game has no `shuffled`');
  if (alarm && !(Number.isFinite(alarm.ms) && alarm.ms >= 0))
    broken(watch, `an alarm is set to ${alarm.ms} ms`);
  if (alarm && !game.ring) broken(watch, 'an alarm is set and the game has no `ring`');

  const awaited = [
    toAct.length > 0 && 'a seat',
    shuffle !== undefined && 'a shuffle',
    alarm && 'an alarm',
  ].find(Boolean);
  const over = game.result(state) !== undefined;
  if (over && awaited) broken(watch, `there is a result while ${awaited} is awaited`);
  if (!over && !awaited)
    broken(watch, 'there is no result, and no seat, shuffle or alarm is awaited');
}

function checkResult<State, Action, View>(
  game: Game<State, Action, View>,
  state: State,
  seats: number,
  watch: Watch,
): Result | undefined {
  const result = game.result(state);
  if (!result) return undefined;
  const { places, scores, fine } = result;
  const lost = whatJsonLoses({ ...result, offender: result.offender ?? null }, 'result');
  if (lost) broken(watch, `the result does not survive JSON (${lost})`);
  if (places.length !== seats)
    broken(watch, `the result has ${places.length} places for ${seats} seats`);
  if (scores.length !== seats)
    broken(watch, `the result has ${scores.length} scores for ${seats} seats`);
  if (!isRanking(places))
    broken(watch, `the places ${places.join(', ')} are no ranking (like 1, 1, 3)`);
  if (!(fine >= 0)) broken(watch, `the fine is ${fine}`);
  return result;
}

/** From any state any seat may run out of time or leave, and then the game is over. */
export function checkForfeits<State, Action, View>(
  game: Game<State, Action, View>,
  state: State,
  seats: number,
  watch: Watch,
): void {
  for (let seat: Seat = 0; seat < seats; seat++) {
    for (const reason of ['time', 'left'] as const) {
      const closed = plain(game.forfeit(state, seat, reason), 'forfeit', watch);
      checkAwaited(game, closed, seats, watch);
      const result = checkResult(game, closed, seats, watch);
      if (!result) broken(watch, `seat ${seat} forfeited (${reason}) and there is no result`);
      if (result.reason !== reason || result.offender !== seat) {
        broken(
          watch,
          `seat ${seat} forfeited (${reason}), the result says ${result.reason} of ${String(result.offender)}`,
        );
      }
      checkPlainViews(game, closed, seats, watch);
    }
  }
}

/** Views are plain data, and do not change when only what their viewer may not know changes. */
export function checkViews<State, Action, View>(
  game: Game<State, Action, View>,
  state: State,
  seats: number,
  hide: ((state: State, viewer: Viewer, random: () => number) => State) | undefined,
  random: () => number,
  watch: Watch,
): void {
  const views = checkPlainViews(game, state, seats, watch);
  if (!hide) return;
  for (const [viewer, seen] of views) {
    const other = deepFreeze(hide(state, viewer, random));
    if (canonical(other) === canonical(state)) continue;
    watch.hidden++;
    const now = canonical(game.viewFor(other, viewer));
    if (now !== seen) {
      broken(
        watch,
        `the view of ${nameOf(viewer)} changed with what is hidden from him: ${difference(seen, now)}`,
      );
    }
  }
}

function checkPlainViews<State, Action, View>(
  game: Game<State, Action, View>,
  state: State,
  seats: number,
  watch: Watch,
): Map<Viewer, string> {
  const views = new Map<Viewer, string>();
  for (const viewer of ['spectator' as const, ...Array(seats).keys()]) {
    const view = game.viewFor(state, viewer);
    const lost = whatJsonLoses(view, 'view');
    if (lost) broken(watch, `the view of ${nameOf(viewer)} does not survive JSON (${lost})`);
    const text = canonical(view);
    if (canonical(game.viewFor(state, viewer)) !== text) {
      broken(watch, `the view of ${nameOf(viewer)} differs when asked for twice`);
    }
    views.set(viewer, text);
  }
  const open = game.openView?.(state);
  const lost = open === undefined ? undefined : whatJsonLoses(open, 'openView');
  if (lost) broken(watch, `the open view does not survive JSON (${lost})`);
  return views;
}

/** As in sport: as many seats as stand before a seat have better places: 1, 1, 3. */
function isRanking(places: readonly number[]): boolean {
  return places.every((place) => place === 1 + places.filter((each) => each < place).length);
}

function nameOf(viewer: Viewer): string {
  return viewer === 'spectator' ? 'a spectator' : `seat ${viewer}`;
}

/** The two texts from a little before the place where they part. */
function difference(a: string, b: string): string {
  const at = [...a].findIndex((char, i) => char !== b[i]);
  const from = Math.max(0, (at < 0 ? a.length : at) - 20);
  return `…${a.slice(from, from + 60)} became …${b.slice(from, from + 60)}`;
}

/** What is over stays as it was told, and only grows. */
export function checkPast<State, Action, View>(
  game: Game<State, Action, View>,
  before: State,
  after: State,
  watch: Watch,
): void {
  if (!game.past) return;
  const [was, is] = [game.past(before), game.past(after)];
  const lost = whatJsonLoses(is, 'past');
  if (lost) broken(watch, `the past does not survive JSON (${lost})`);
  if (canonical(is.slice(0, was.length)) !== canonical(was)) broken(watch, 'the past has changed');
}
