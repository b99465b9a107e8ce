import { addTallies, type Tally } from '@trellis/games/kit';
import type { PresetOf } from './profile.js';
import type { CountedGame, GameId, PlayerCard } from './public-club.js';
import { inSeasonOrder, seasonOf } from './season.js';

/** What some games of one kind came to. */
export interface Totals {
  readonly games: number;
  readonly moves: number;
  /** How long they took in all (ms). */
  readonly time: number;
  /** Games that somebody ended by leaving or running out of time. */
  readonly forfeits: number;
  /** Of all seats together, computers too. */
  readonly tallies: readonly Tally[];
}

/** What a record is of: the best and the worst result, the most moves, the longest time. */
export const recordKinds = ['best', 'worst', 'moves', 'time'] as const;
export type RecordKind = (typeof recordKinds)[number];

export interface ClubRecord {
  readonly value: number;
  readonly gameId: GameId;
  readonly ordinal: number;
  readonly finishedAt: number;
  /** Whose result it was; everybody's for a record of the whole game. Null for a computer. */
  readonly players: readonly (PlayerCard | null)[];
}

export interface GameStatistics {
  readonly game: string;
  readonly all: Totals;
  /** By preset, the one most played first. */
  readonly byPreset: readonly { readonly preset: string; readonly totals: Totals }[];
  /** The newest first. */
  readonly bySeason: readonly { readonly season: string; readonly totals: Totals }[];
  /** The first `recordsKept` of each kind; of equal ones the older stands first. */
  readonly records: Readonly<Record<RecordKind, readonly ClubRecord[]>>;
}

export const recordsKept = 5;

/** Sums over finished games. It knows nothing of which games it has seen; the order in which they come changes nothing. */
export class ClubStatistics {
  private readonly byGame = new Map<string, GameStatistics>();

  constructor(
    private readonly presetOf: PresetOf,
    known: readonly GameStatistics[] = [],
  ) {
    for (const each of known) this.byGame.set(each.game, each);
  }

  add(game: CountedGame): void {
    const before = this.byGame.get(game.game) ?? nothing(game.game);
    const one = totalsOf(game);
    const preset = this.presetOf(game.game, game.conventions);
    const season = seasonOf(game.finishedAt);
    this.byGame.set(game.game, {
      game: game.game,
      all: sum(before.all, one),
      byPreset: including(before.byPreset, 'preset', preset, one).sort(
        (a, b) => b.totals.games - a.totals.games || (a.preset < b.preset ? -1 : 1),
      ),
      bySeason: including(before.bySeason, 'season', season, one).sort((a, b) =>
        inSeasonOrder(a.season, b.season),
      ),
      records: withRecords(before.records, game),
    });
  }

  /** The same with the names that people show now. */
  withNames(named: (player: PlayerCard) => PlayerCard): readonly GameStatistics[] {
    const renamed = (records: readonly ClubRecord[]) =>
      records.map((record) => ({
        ...record,
        players: record.players.map((player) => player && named(player)),
      }));
    return this.all().map((each) => {
      const { best, worst, moves, time } = each.records;
      const records = {
        ...{ best: renamed(best), worst: renamed(worst) },
        ...{ moves: renamed(moves), time: renamed(time) },
      };
      return { ...each, records };
    });
  }

  /** By name. */
  all(): readonly GameStatistics[] {
    return [...this.byGame.values()].sort((a, b) => (a.game < b.game ? -1 : 1));
  }
}

function totalsOf({ moves, startedAt, finishedAt, offender, tallies = [] }: CountedGame): Totals {
  return {
    ...{ games: 1, moves, time: finishedAt - startedAt, forfeits: offender === null ? 0 : 1 },
    tallies: tallies.reduce<readonly Tally[]>(addTallies, []),
  };
}

function sum(one: Totals, other: Totals): Totals {
  return {
    games: one.games + other.games,
    moves: one.moves + other.moves,
    time: one.time + other.time,
    forfeits: one.forfeits + other.forfeits,
    tallies: addTallies(one.tallies, other.tallies),
  };
}

function including<Key extends string>(
  rows: readonly (Readonly<Record<Key, string>> & { readonly totals: Totals })[],
  key: Key,
  value: string,
  one: Totals,
) {
  const row = rows.find((each) => each[key] === value);
  const totals = row ? sum(row.totals, one) : one;
  const others = rows.filter((each) => each !== row);
  return [...others, { [key]: value, totals } as (typeof rows)[number]];
}

function withRecords(
  records: GameStatistics['records'],
  game: CountedGame,
): GameStatistics['records'] {
  const { id: gameId, ordinal, finishedAt, startedAt, moves, seats, reason } = game;
  const of = (value: number, players: ClubRecord['players']): ClubRecord => ({
    ...{ value, gameId, ordinal, finishedAt, players },
  });
  const everybody = seats.map(({ player }) => player);
  // A game that somebody broke off says little of those who played it.
  const results =
    reason === 'played'
      ? seats.flatMap(({ player, score }) => (player ? [of(score, [player])] : []))
      : [];
  return {
    best: first(records.best, results, (a, b) => b.value - a.value),
    worst: first(records.worst, results, (a, b) => a.value - b.value),
    moves: first(records.moves, [of(moves, everybody)], (a, b) => b.value - a.value),
    time: first(records.time, [of(finishedAt - startedAt, everybody)], (a, b) => b.value - a.value),
  };
}

function first(
  known: readonly ClubRecord[],
  more: readonly ClubRecord[],
  order: (a: ClubRecord, b: ClubRecord) => number,
): readonly ClubRecord[] {
  const idOf = ({ players }: ClubRecord) => players.map((player) => player?.id ?? '').join();
  return [...known, ...more]
    .sort((a, b) => order(a, b) || a.ordinal - b.ordinal || (idOf(a) < idOf(b) ? -1 : 1))
    .slice(0, recordsKept);
}

function nothing(game: string): GameStatistics {
  return {
    ...{ game, byPreset: [], bySeason: [] },
    all: { games: 0, moves: 0, time: 0, forfeits: 0, tallies: [] },
    records: { best: [], worst: [], moves: [], time: [] },
  };
}
