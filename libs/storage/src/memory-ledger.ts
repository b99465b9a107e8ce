import type { Ledger, LedgerReport } from './ledger.js';
import { differences, recomputed, standingsAfter } from './ledger.js';
import type { MemoryClub } from './memory-club.js';

/** Memory keeps no changes but the ratings after them, so only these can be compared. */
export class MemoryLedger implements Ledger {
  constructor(private readonly club: MemoryClub) {}

  async check(): Promise<LedgerReport> {
    const right = this.recompute();
    const ratings = [...this.club.allRatings()].flatMap(([game, ofGame]) =>
      [...ofGame].map(([player, rating]) => ({ game, player, rating })),
    );
    const games = new Set(right.map(({ gameId }) => gameId)).size;
    return { games, differences: differences(right, right, ratings) };
  }

  async rebuild(): Promise<LedgerReport> {
    const report = await this.check();
    for (const { game, player, after } of standingsAfter(this.recompute()).values()) {
      this.club.setRating(game, player, after);
    }
    return report;
  }

  private recompute() {
    return recomputed(
      this.club.games
        .filter(({ rated }) => rated)
        .map(({ id, game, seats }) => ({
          gameId: id,
          game,
          players: seats.flatMap(({ player }) => player?.id ?? []),
          places: seats.flatMap(({ player, place }) => (player ? [place] : [])),
        })),
    );
  }
}
