import {
  ClubStatistics,
  ClubStore,
  DealTally,
  gamesInSnapshot,
  inRankOrder,
  profileFrom,
  profilesInSnapshot,
  type CountedDeals,
  type CountedStatistics,
  type GameId,
  type GameRecord,
  type LeaderboardRow,
  type PlayerId,
  type PresetOf,
  type Profile,
} from '@trellis/facade';
import { isProvisional, shownRating } from '@trellis/ratings';
import type { MemoryClub } from './memory-club.js';
import { paintersOf } from './memory-paint-results.js';

export class MemoryClubStore extends ClubStore {
  constructor(
    private readonly club: MemoryClub,
    private readonly presetOf: PresetOf,
  ) {
    super();
  }

  async snapshot() {
    const seenLast = [...this.club.players.values()].sort((a, b) => b.lastSeen - a.lastSeen);
    return {
      games: this.games().slice(-gamesInSnapshot).reverse(),
      profiles: seenLast.slice(0, profilesInSnapshot).flatMap(({ id }) => this.profileOf(id) ?? []),
      leaderboards: this.leaderboards(),
      painters: paintersOf(this.club),
    };
  }

  async profile(id: PlayerId): Promise<Profile | undefined> {
    return this.profileOf(id);
  }

  async game(id: GameId): Promise<GameRecord | undefined> {
    return this.games().find((game) => game.id === id);
  }

  async countDeals(through: number): Promise<CountedDeals> {
    const tally = new DealTally();
    for (const game of this.club.games) if (game.ordinal <= through) tally.add(game);
    return { through, deals: tally.all() };
  }

  async countStatistics(through: number): Promise<CountedStatistics> {
    const statistics = new ClubStatistics(this.presetOf);
    for (const game of this.games()) if (game.ordinal <= through) statistics.add(game);
    return { through, statistics: statistics.all() };
  }

  private games(): GameRecord[] {
    return this.club.games.map((game) => this.club.withNames(game));
  }

  private profileOf(id: PlayerId): Profile | undefined {
    const player = this.club.players.get(id);
    if (!player) return undefined;
    const { memberSince, lastSeen } = player;
    const head = { player: this.club.cardOf(id), memberSince, lastSeen };
    return profileFrom(head, this.games(), this.presetOf);
  }

  private leaderboards(): Record<string, LeaderboardRow[]> {
    return Object.fromEntries(
      [...this.club.allRatings()].map(([game, ratings]) => [
        game,
        [...ratings]
          .filter(([, rating]) => rating.games > 0)
          .map(([player, rating]) => ({
            player: this.club.cardOf(player),
            rating: shownRating(rating),
            provisional: isProvisional(rating),
            played: rating.games,
          }))
          .sort(inRankOrder),
      ]),
    );
  }
}
