import type { GameId, GameRecord, PlayerId, RecordedStep } from '@trellis/facade';
import {
  Aftermath,
  hasLeft,
  sumsOf,
  type Actor,
  type Feedback,
  type FeedbackSums,
  type FeedbackTag,
  type Mark,
  type Played,
} from '@trellis/justice';
import type { Prisma, PrismaClient } from './generated/prisma/client.js';
import { annulGame } from './prisma-annulment.js';
import { isUniqueViolation } from './sql-state.js';
import { recordFields, recordFrom } from './stored-game.js';

export class PrismaAftermath extends Aftermath {
  constructor(private readonly prisma: PrismaClient) {
    super();
  }

  async annul(id: GameId, actor: Actor, reason: string): Promise<GameRecord> {
    await annulGame(this.prisma, id, actor, reason);
    return recordFrom(
      await this.prisma.game.findUniqueOrThrow({ where: { id }, select: recordFields }),
    );
  }

  async giveFeedback({ from, to, at, tags, ...rest }: Feedback): Promise<Feedback> {
    const key = { gameId: rest.gameId, fromId: from, toId: to };
    const data = { ...rest, ...key, tags: [...tags], at: new Date(at) };
    try {
      return feedbackFrom(await this.prisma.feedback.create({ data }));
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      return feedbackFrom(
        await this.prisma.feedback.findUniqueOrThrow({ where: { gameId_fromId_toId: key } }),
      );
    }
  }

  async feedbackIn(gameId: GameId, fromId: PlayerId): Promise<readonly Feedback[]> {
    const rows = await this.prisma.feedback.findMany({
      where: { gameId, fromId },
      orderBy: { toId: 'asc' },
    });
    return rows.map(feedbackFrom);
  }

  async feedbackOn(toId: PlayerId): Promise<FeedbackSums> {
    const rows = await this.prisma.feedback.findMany({
      where: { toId },
      select: { mark: true, tags: true },
    });
    return sumsOf(
      rows.map(({ mark, tags }) => ({ mark: mark as Mark, tags: tags as FeedbackTag[] })),
    );
  }

  async playedSince(player: PlayerId, since: number): Promise<readonly Played[]> {
    const rows = await this.prisma.$queryRaw<PlayedRow[]>`
      SELECT game.id AS "gameId", finished_at AS "finishedAt", seat, offender,
          jsonb_path_query_array(steps, '$[*] ? (@.kind == "relieved" || @.kind == "returned")') AS steps
        FROM game_seat JOIN game ON game.id = game_id
        WHERE player_id = ${player} AND finished_at > ${new Date(since)} AND EXISTS (
          SELECT 1 FROM game_seat AS other
            WHERE other.game_id = game.id AND other.player_id <> ${player})
        ORDER BY ordinal`;
    return rows.map(({ gameId, finishedAt, seat, offender, steps }) => ({
      ...{ gameId, at: finishedAt.getTime(), left: hasLeft(seat, offender, steps) },
    }));
  }
}

interface PlayedRow {
  readonly gameId: GameId;
  readonly finishedAt: Date;
  readonly seat: number;
  readonly offender: number | null;
  readonly steps: readonly RecordedStep[];
}

function feedbackFrom({
  gameId,
  fromId,
  toId,
  mark,
  tags,
  at,
}: Prisma.FeedbackGetPayload<object>): Feedback {
  return {
    ...{ gameId, from: fromId, to: toId, mark: mark as Mark, tags: tags as FeedbackTag[] },
    at: at.getTime(),
  };
}
