import type { Conventions, Result, Seat, Viewer } from '@trellis/games/kit';
import type { PlayerId, RatingChange } from '@trellis/facade';
import { isAway } from './absence.js';
import { timeLeft } from './clocks.js';
import type { Entry } from './entry.js';
import { rulesOf } from './evolve.js';
import type { Games } from './ports.js';
import type { SeatClock, SeatState, Table, TableOf } from './table.js';

export interface ClockLeft {
  /** The seat owes a decision. */
  readonly running: boolean;
  /** Ms until the clock begins to run, while the seat has shown no sign of life. */
  readonly startsIn?: number;
  readonly move: number;
  readonly bank: number;
}

export interface Happening {
  readonly kind: Entry['kind'];
  readonly seat?: Seat;
  /** What this viewer may know of the action. */
  readonly action?: unknown;
  readonly reason?: 'time' | 'left';
  readonly ms?: number;
}

/** What one viewer may know of a table, before names, presence and ratings are added. */
export interface TableViewCore {
  readonly viewer: Viewer;
  readonly seats: readonly SeatState[];
  readonly clocks: readonly ClockLeft[];
  readonly choosing?: number;
  /** Of a seat whose contribution to the shuffles is awaited: what the club commits to. */
  readonly commitment?: string;
  readonly board?: unknown;
  /** How many lines `pastOf` has. */
  readonly past?: number;
  readonly legal: readonly unknown[] | true;
  readonly toAct: readonly Seat[];
  readonly result?: Result;
  readonly ratings?: readonly RatingChange[];
  readonly happened: readonly Happening[];
}

/** The seat a player holds, or `spectator`. */
export function viewerOf(table: Table, player: PlayerId | undefined): Viewer {
  if (player === undefined || !('seats' in table)) return 'spectator';
  const seat = table.seats.findIndex((each) => each.kind === 'player' && each.player === player);
  return seat < 0 ? 'spectator' : seat;
}

/** Built by naming what may be seen. `entries` led to this state; `now` in ms. */
export function viewTable(
  table: Table,
  viewer: Viewer,
  entries: readonly Entry[],
  now: number,
  games: Games,
): TableViewCore {
  const nothing = { viewer, clocks: [], legal: [], toAct: [] };
  switch (table.phase) {
    case 'free':
      return { ...nothing, seats: [], happened: [] };
    case 'convention':
      return { ...nothing, seats: [], choosing: Math.max(0, table.until - now), happened: [] };
    case 'gathering':
      return { ...nothing, seats: table.seats, happened: happenings(entries) };
    case 'playing': {
      const rules = rulesOf(table, games);
      return {
        viewer,
        seats: table.seats,
        clocks: table.clocks.map((clock) => clockLeft(clock, table.conventions, now)),
        commitment: owesContribution(table, viewer) ? table.fair?.commitment : undefined,
        board: rules.viewFor(table.state, viewer),
        ...pastLength(table, games),
        legal: legalFor(table, viewer, games),
        toAct: rules.toAct(table.state),
        happened: seenHappenings(table, viewer, entries, games),
      };
    }
    case 'finished':
      return {
        ...nothing,
        seats: table.seats,
        board: rulesOf(table, games).viewFor(table.state, viewer),
        ...pastLength(table, games),
        result: table.result,
        ratings: table.ratings,
        happened: seenHappenings(table, viewer, entries, games),
      };
  }
}

/** What is over in the game of this table and left out of its views; it is open to everybody. */
export function pastOf(table: Table, games: Games): readonly unknown[] {
  return 'state' in table ? (rulesOf(table, games).past?.(table.state) ?? []) : [];
}

function pastLength(table: Table, games: Games): { past?: number } {
  const { length } = pastOf(table, games);
  return length > 0 ? { past: length } : {};
}

function clockLeft(clock: SeatClock, conventions: Conventions, now: number): ClockLeft {
  const ahead = clock.since === null ? 0 : clock.since - now;
  return {
    running: clock.since !== null,
    ...(ahead > 0 ? { startsIn: ahead } : {}),
    ...timeLeft(clock, conventions, now),
  };
}

function owesContribution({ fair }: TableOf<'playing'>, viewer: Viewer): boolean {
  return viewer !== 'spectator' && fair?.contributions[viewer] === null && fair.until !== null;
}

/** A longer list (an auction's ladder, 66 discards) does not travel: a board knows it from its view. */
const mostListed = 12;

/** `true` where the seat may act but the rules do not list how, or list too much. */
function legalFor(
  table: TableOf<'playing'>,
  viewer: Viewer,
  games: Games,
): readonly unknown[] | true {
  if (viewer === 'spectator' || isAway(table, viewer)) return [];
  const rules = rulesOf(table, games);
  const legal = rules.legalActions(table.state, viewer);
  if (legal.length > mostListed) return true;
  return legal.length === 0 && rules.toAct(table.state).includes(viewer) ? true : legal;
}

function seenHappenings(
  table: TableOf<'playing'> | TableOf<'finished'>,
  viewer: Viewer,
  entries: readonly Entry[],
  games: Games,
): readonly Happening[] {
  const rules = rulesOf(table, games);
  return happenings(entries, (seat, action) => rules.actionFor(table.state, seat, action, viewer));
}

function happenings(
  entries: readonly Entry[],
  seen: (seat: Seat, action: unknown) => unknown = () => undefined,
): readonly Happening[] {
  return entries.map((entry): Happening => {
    switch (entry.kind) {
      case 'acted':
        return { kind: entry.kind, seat: entry.seat, action: seen(entry.seat, entry.action) };
      case 'forfeited':
      case 'relieved':
        return { kind: entry.kind, seat: entry.seat, reason: entry.reason };
      case 'sat':
      case 'stood':
      case 'arrived':
      case 'returned':
        return { kind: entry.kind, seat: entry.seat };
      case 'credited':
        return { kind: entry.kind, ms: entry.ms };
      default:
        return { kind: entry.kind };
    }
  });
}
