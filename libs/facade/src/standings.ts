import { inRankOrder } from './leaderboard.js';
import type { GameSummary, LeaderboardRow, PlayerId } from './public-club.js';

interface Standing {
  readonly row: LeaderboardRow;
  /** The game that gave the rating; later games win whatever the order of their arrival. */
  readonly ordinal: number;
}

/** The leaderboards of all games. The caller adds each game once. */
export class Standings {
  private readonly games = new Map<string, Map<PlayerId, Standing>>();
  private readonly sorted = new Map<string, readonly LeaderboardRow[]>();

  /** `through` is the last game (by ordinal) that the given rows know of. */
  constructor(
    rows: Readonly<Record<string, readonly LeaderboardRow[]>> = {},
    private readonly through = -Infinity,
  ) {
    for (const [game, board] of Object.entries(rows)) {
      const standings = board.map((row) => [row.player.id, { row, ordinal: through }] as const);
      this.games.set(game, new Map(standings));
    }
  }

  add({ game, ordinal, seats }: GameSummary): void {
    if (ordinal <= this.through) return;
    for (const { player, rating } of seats) {
      if (!player || !rating) continue;
      const board = this.games.get(game) ?? new Map<PlayerId, Standing>();
      const before = board.get(player.id);
      const played = (before?.row.played ?? 0) + 1;
      board.set(
        player.id,
        before && before.ordinal > ordinal
          ? { row: { ...before.row, played }, ordinal: before.ordinal }
          : {
              row: { player, rating: rating.after, provisional: rating.provisional, played },
              ordinal,
            },
      );
      this.games.set(game, board);
      this.sorted.delete(game);
    }
  }

  /** In rank order. */
  of(game: string): readonly LeaderboardRow[] {
    let rows = this.sorted.get(game);
    if (!rows) {
      rows = [...(this.games.get(game)?.values() ?? [])].map(({ row }) => row).sort(inRankOrder);
      this.sorted.set(game, rows);
    }
    return rows;
  }

  all(): Readonly<Record<string, readonly LeaderboardRow[]>> {
    return Object.fromEntries([...this.games.keys()].map((game) => [game, this.of(game)]));
  }
}
