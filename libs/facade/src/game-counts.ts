import { ClubStatistics, type GameStatistics } from './club-statistics.js';
import { DealTally, type DealCounts } from './deal-counts.js';
import type { CountedDeals, CountedStatistics, Fact } from './fact.js';
import type { PresetOf } from './profile.js';
import type { GameRecord } from './public-club.js';

/** What is counted over all games: storage has counted those up to an ordinal, memory adds those that came since. */
export class GameCounts {
  private deals = { tally: new DealTally(), through: -Infinity };
  private figures: { statistics: ClubStatistics; through: number };

  constructor(private readonly presetOf: PresetOf) {
    this.figures = { statistics: new ClubStatistics(presetOf), through: -Infinity };
  }

  /** Before storage has counted, games wait in memory's window: see `countedDeals` and `countedStatistics`. */
  add(game: GameRecord): void {
    const { deals, figures } = this;
    if (deals.through > -Infinity && game.ordinal > deals.through) deals.tally.add(game);
    if (figures.through > -Infinity && game.ordinal > figures.through) figures.statistics.add(game);
  }

  /** Storage's count of shuffles; `games` are those that memory holds. */
  countedDeals({ through, deals }: CountedDeals, games: readonly GameRecord[]): void {
    if (through <= this.deals.through) return;
    const tally = new DealTally(deals);
    for (const game of games) if (game.ordinal > through) tally.add(game);
    this.deals = { tally, through };
  }

  /** Storage's statistics; `games` are those that memory holds. */
  countedStatistics(
    { through, statistics: known }: CountedStatistics,
    games: readonly GameRecord[],
  ): void {
    if (through <= this.figures.through) return;
    const statistics = new ClubStatistics(this.presetOf, known);
    for (const game of games) if (game.ordinal > through) statistics.add(game);
    this.figures = { statistics, through };
  }

  shuffles(): readonly DealCounts[] {
    return this.deals.tally.all();
  }

  statistics(): ClubStatistics {
    return this.figures.statistics;
  }

  /** What tells another memory the same; `newest` is the ordinal of the last game that memory holds. */
  facts(newest: number): Fact[] {
    const facts: Fact[] = [];
    if (this.deals.through > -Infinity) {
      const through = Math.max(this.deals.through, newest);
      facts.push({ kind: 'deals-counted', through, deals: this.shuffles() });
    }
    if (this.figures.through > -Infinity) {
      const through = Math.max(this.figures.through, newest);
      const statistics: readonly GameStatistics[] = this.statistics().all();
      facts.push({ kind: 'statistics-counted', through, statistics });
    }
    return facts;
  }
}
