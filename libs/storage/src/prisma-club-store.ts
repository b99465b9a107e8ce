import {
  ClubStore,
  DealTally,
  gamesInSnapshot,
  inRankOrder,
  profileFrom,
  profilesInSnapshot,
  ClubStatistics,
  type CountedDeals,
  type CountedGame,
  type CountedStatistics,
  type DealCounts,
  type GameId,
  type GameRecord,
  type LeaderboardRow,
  type PlayerId,
  type PresetOf,
  type Profile,
  type RecordedStep,
} from '@trellis/facade';
import { cardOf } from '@trellis/players';
import { isProvisional, shownRating } from '@trellis/ratings';
import type { Player as PlayerRow, PrismaClient } from './generated/prisma/client.js';
import { paintersIn } from './prisma-paint-results.js';
import { countedFields, countedFrom, recordFields, recordFrom } from './stored-game.js';
import { playerFrom } from './stored-player.js';

export class PrismaClubStore extends ClubStore {
  constructor(
    private readonly prisma: PrismaClient,
    private readonly presetOf: PresetOf,
  ) {
    super();
  }

  async snapshot() {
    const games = await this.prisma.game.findMany({
      orderBy: { ordinal: 'desc' },
      take: gamesInSnapshot,
      select: recordFields,
    });
    const players = await this.prisma.player.findMany({
      orderBy: { lastSeen: 'desc' },
      take: profilesInSnapshot,
    });
    return {
      games: games.map(recordFrom),
      profiles: await this.profilesOf(players),
      leaderboards: await this.leaderboards(),
      painters: await paintersIn(this.prisma),
    };
  }

  async profile(id: PlayerId): Promise<Profile | undefined> {
    const player = await this.prisma.player.findUnique({ where: { id } });
    return player ? (await this.profilesOf([player]))[0] : undefined;
  }

  async game(id: GameId): Promise<GameRecord | undefined> {
    const game = await this.prisma.game.findUnique({ where: { id }, select: recordFields });
    return game ? recordFrom(game) : undefined;
  }

  async countDeals(through: number): Promise<CountedDeals> {
    const known = await this.prisma.countedDeals.findUnique({ where: { id: 1 } });
    const tally = new DealTally((known?.deals ?? []) as unknown as readonly DealCounts[]);
    let last = Number(known?.through ?? 0);
    for (let games = await this.gamesAfter(last, through); games.length > 0;) {
      for (const { game, steps } of games)
        tally.add({ game, steps: steps as unknown as readonly RecordedStep[] });
      last = Number(games.at(-1)!.ordinal);
      games = await this.gamesAfter(last, through);
    }
    const counted = { through: Math.max(last, through), deals: tally.all() };
    const row = { through: BigInt(counted.through), deals: counted.deals as unknown as object[] };
    await this.prisma.countedDeals.upsert({
      ...{ where: { id: 1 }, create: { id: 1, ...row }, update: row },
    });
    return counted;
  }

  async countStatistics(through: number): Promise<CountedStatistics> {
    const statistics = new ClubStatistics(this.presetOf);
    let last = 0n;
    for (;;) {
      const games = await this.prisma.game.findMany({
        where: { ordinal: { gt: last, lte: through } },
        orderBy: { ordinal: 'asc' },
        take: 200,
        select: countedFields,
      });
      for (const game of games) statistics.add(countedFrom(game));
      const end = games.at(-1);
      if (!end) return { through, statistics: statistics.all() };
      last = end.ordinal;
    }
  }

  /** A few at a time: the record of a long game is long. */
  private gamesAfter(ordinal: number, through: number) {
    return this.prisma.game.findMany({
      where: { ordinal: { gt: ordinal, lte: through } },
      orderBy: { ordinal: 'asc' },
      take: 50,
      select: { ordinal: true, game: true, steps: true },
    });
  }

  private async profilesOf(players: readonly PlayerRow[]): Promise<Profile[]> {
    const games = await this.prisma.game.findMany({
      where: { seats: { some: { playerId: { in: players.map(({ id }) => id) } } } },
      select: countedFields,
    });
    const byPlayer = new Map<PlayerId, CountedGame[]>(players.map(({ id }) => [id, []]));
    for (const game of games.map(countedFrom)) {
      for (const { player } of game.seats) if (player) byPlayer.get(player.id)?.push(game);
    }
    return players.map((row) => {
      const player = playerFrom(row);
      const head = {
        player: cardOf(player),
        memberSince: player.memberSince,
        lastSeen: player.lastSeen,
      };
      return profileFrom(head, byPlayer.get(row.id) ?? [], this.presetOf);
    });
  }

  private async leaderboards(): Promise<Record<string, LeaderboardRow[]>> {
    const ratings = await this.prisma.rating.findMany({
      where: { games: { gt: 0 } },
      include: { player: true },
    });
    const boards: Record<string, LeaderboardRow[]> = {};
    for (const rating of ratings) {
      (boards[rating.game] ??= []).push({
        player: cardOf(playerFrom(rating.player)),
        rating: shownRating(rating),
        provisional: isProvisional(rating),
        played: rating.games,
      });
    }
    for (const board of Object.values(boards)) board.sort(inRankOrder);
    return boards;
  }
}
