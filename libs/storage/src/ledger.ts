import type { GameId, PlayerId } from '@trellis/facade';
import { newcomer, type Rating } from '@trellis/ratings';
import { changesOf, type LedgerChange } from './ending.js';

/** A rated game, as far as ratings go; players and places in the order of the seats. */
export interface LedgerGame {
  readonly gameId: GameId;
  readonly game: string;
  readonly players: readonly PlayerId[];
  readonly places: readonly number[];
}

/** One line of the ledger: what a game did to a player. */
export interface LedgerLine extends LedgerChange {
  readonly gameId: GameId;
  readonly game: string;
}

/** Where what is stored is not what the games say. `stored` or `right` is missing where there is no such line. */
export interface LedgerDifference {
  /** Null: the player's rating now, not one game's change. */
  readonly gameId: GameId | null;
  readonly game: string;
  readonly player: PlayerId;
  readonly stored: Rating | undefined;
  readonly right: Rating | undefined;
}

export interface LedgerReport {
  /** Rated games looked at. */
  readonly games: number;
  readonly differences: readonly LedgerDifference[];
}

/** Ratings can be computed again from the games at any time, to the same bits. */
export interface Ledger {
  check(): Promise<LedgerReport>;
  /** Corrects what `check` would find, in one transaction, and says what it was. */
  rebuild(): Promise<LedgerReport>;
}

/** All changes that these games make, in the order in which they ended, to people who stood so before them. */
export function recomputed(
  games: readonly LedgerGame[],
  standings: readonly StoredRating[] = [],
): LedgerLine[] {
  const ratings = new Map(
    standings.map(({ game, player, rating }) => [keyOf(game, player), rating]),
  );
  return games.flatMap(({ gameId, game, players, places }) => {
    const before = players.map((player) => ratings.get(keyOf(game, player)) ?? newcomer);
    const changes = changesOf(players, before, places);
    for (const { player, after } of changes) ratings.set(keyOf(game, player), after);
    return changes.map((change) => ({ ...change, gameId, game }));
  });
}

/** Each player's rating after the last of the lines. */
export function standingsAfter(lines: readonly LedgerLine[]): Map<string, LedgerLine> {
  return new Map(lines.map((line) => [keyOf(line.game, line.player), line]));
}

export interface StoredRating {
  readonly game: string;
  readonly player: PlayerId;
  readonly rating: Rating;
}

/** Compares the stored ledger with what its games say, bit for bit. */
export function differences(
  right: readonly LedgerLine[],
  stored: readonly LedgerLine[],
  storedRatings: readonly StoredRating[],
): LedgerDifference[] {
  const found: LedgerDifference[] = [];
  const storedLines = new Map(stored.map((line) => [keyOf(line.gameId, line.player), line]));
  const rightLines = new Map(right.map((line) => [keyOf(line.gameId, line.player), line]));
  for (const [key, { gameId, game, player }] of new Map([...storedLines, ...rightLines])) {
    const [was, is] = [storedLines.get(key), rightLines.get(key)];
    if (!was || !is || !isSame(was.before, is.before) || !isSame(was.after, is.after)) {
      found.push({ gameId, game, player, stored: was?.after, right: is?.after });
    }
  }
  const standings = standingsAfter(right);
  const ratings = new Map(storedRatings.map((each) => [keyOf(each.game, each.player), each]));
  for (const [key, { game, player }] of new Map<string, { game: string; player: PlayerId }>([
    ...ratings,
    ...standings,
  ])) {
    const was = ratings.get(key)?.rating;
    const is = standings.get(key)?.after;
    if (!isSame(was ?? newcomer, is ?? newcomer)) {
      found.push({ gameId: null, game, player, stored: was, right: is });
    }
  }
  return found;
}

function isSame(a: Rating, b: Rating): boolean {
  return Object.is(a.mu, b.mu) && Object.is(a.sigma, b.sigma) && a.games === b.games;
}

function keyOf(...parts: readonly string[]): string {
  return JSON.stringify(parts);
}
