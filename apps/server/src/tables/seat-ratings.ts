import type { ClubFacade, PlayerId, TableId } from '@trellis/facade';
import type { Table } from '@trellis/tables';
import type { SeatRating } from './table-frame.js';

type Ratings = ReadonlyMap<PlayerId, SeatRating>;

/** Ratings as they were before the game of each table: looked up when seats change, not with every move. */
export class SeatRatings {
  private readonly known = new Map<TableId, Ratings>();

  constructor(private readonly club: Pick<ClubFacade, 'profile' | 'leaderboard'>) {}

  of(table: Table): Ratings {
    return this.known.get(table.id) ?? this.lookUp(table);
  }

  /** When who sits there may have changed. A finished game keeps what was before it. */
  lookUp(table: Table): Ratings {
    const known = this.known.get(table.id);
    if (known && table.phase === 'finished') return known;
    const ratings = new Map<PlayerId, SeatRating>();
    for (const seat of 'seats' in table ? table.seats : []) {
      if (seat.kind !== 'player') continue;
      const rating = this.before(table, seat.player);
      if (rating) ratings.set(seat.player, rating);
    }
    if (table.phase !== 'free') this.known.set(table.id, ratings);
    return ratings;
  }

  forget(id: TableId): void {
    this.known.delete(id);
  }

  private before(table: Table, player: PlayerId): SeatRating | undefined {
    if (table.phase === 'finished') {
      const change = table.ratings.find((each) => each.player === player);
      if (change) return { rating: change.before, provisional: change.provisional };
    }
    const profile = this.club.profile(player);
    const stats = profile
      ? profile.games.find(({ game }) => game === table.game)
      : this.club.leaderboard(table.game).find((row) => row.player.id === player);
    if (stats?.rating === undefined || stats.rating === null) return undefined;
    return { rating: stats.rating, provisional: stats.provisional };
  }
}
