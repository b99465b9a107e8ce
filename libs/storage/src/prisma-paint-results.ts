import { PaintBoard, paintLeadersKept, type PaintLeader, type PaintRound } from '@trellis/facade';
import { PaintResults } from '@trellis/grid';
import { cardOf } from '@trellis/players';
import type { PrismaClient } from './generated/prisma/client.js';
import { playerFrom } from './stored-player.js';

export class PrismaPaintResults extends PaintResults {
  constructor(private readonly prisma: PrismaClient) {
    super();
  }

  async save({ id, finishedAt, results }: PaintRound): Promise<void> {
    await this.prisma.paintResult.createMany({
      data: results.map(({ player, symbol, cells }, position) => ({
        ...{ roundId: id, position, symbol, cells, painters: results.length },
        finishedAt: new Date(finishedAt),
        playerId: player?.id ?? null,
      })),
      skipDuplicates: true,
    });
  }
}

/** The painters' leaderboard: each player's best round, and the best of the visitors. */
export async function paintersIn(prisma: PrismaClient): Promise<readonly PaintLeader[]> {
  const painted = { cells: { gt: 0 } };
  const best = [{ cells: 'desc' }, { painters: 'desc' }, { finishedAt: 'asc' }] as const;
  const ofPlayers = await prisma.paintResult.findMany({
    where: { ...painted, playerId: { not: null } },
    distinct: ['playerId'],
    orderBy: [...best],
    take: paintLeadersKept,
    include: { player: true },
  });
  const ofVisitors = await prisma.paintResult.findMany({
    where: { ...painted, playerId: null },
    orderBy: [...best],
    take: paintLeadersKept,
    include: { player: true },
  });
  const leaders = [...ofPlayers, ...ofVisitors].map(
    ({ roundId, finishedAt, player, symbol, cells, painters }) => ({
      ...{ round: roundId, finishedAt: finishedAt.getTime(), symbol, cells, painters },
      player: player && cardOf(playerFrom(player)),
    }),
  );
  return new PaintBoard(leaders).rows();
}
