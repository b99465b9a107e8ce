import type { Conventions, Result } from '@trellis/games/kit';
import type {
  CountedGame,
  Fairness,
  GameRecord,
  GameSummary,
  GameTallies,
  RecordedStep,
} from '@trellis/facade';
import { cardOf } from '@trellis/players';
import type { Prisma } from './generated/prisma/client.js';
import { shownChange } from './ending.js';
import { playerFrom } from './stored-player.js';

/** Everything of a finished game but its moves. */
const summaryFields = {
  id: true,
  game: true,
  ordinal: true,
  tableNumber: true,
  startedAt: true,
  finishedAt: true,
  conventions: true,
  rated: true,
  reason: true,
  offender: true,
  fine: true,
  moves: true,
  annulledAt: true,
  annulledReason: true,
  seats: { include: { player: true }, orderBy: { seat: 'asc' } },
  ratingChanges: true,
} satisfies Prisma.GameSelect;

/** What statistics are made of. */
export const countedFields = { ...summaryFields, tallies: true } satisfies Prisma.GameSelect;

export const recordFields = {
  ...countedFields,
  rulesVersion: true,
  steps: true,
  fairness: true,
} satisfies Prisma.GameSelect;

export type SummaryRow = Prisma.GameGetPayload<{ select: typeof summaryFields }>;
export type CountedRow = Prisma.GameGetPayload<{ select: typeof countedFields }>;
export type RecordRow = Prisma.GameGetPayload<{ select: typeof recordFields }>;

function summaryFrom(row: SummaryRow): GameSummary {
  return {
    id: row.id,
    game: row.game,
    ordinal: Number(row.ordinal),
    table: row.tableNumber,
    startedAt: row.startedAt.getTime(),
    finishedAt: row.finishedAt.getTime(),
    conventions: row.conventions as Conventions,
    rated: row.rated,
    seats: row.seats.map(({ player, computer, place, score }) => ({
      player: player && cardOf(playerFrom(player)),
      computer,
      place,
      score,
      rating: player && changeOf(row, player.id),
    })),
    reason: row.reason as Result['reason'],
    offender: row.offender,
    fine: row.fine,
    moves: row.moves,
    ...(row.annulledAt && {
      annulled: { at: row.annulledAt.getTime(), reason: row.annulledReason ?? '' },
    }),
  };
}

export function countedFrom(row: CountedRow): CountedGame {
  return {
    ...summaryFrom(row),
    ...(row.tallies !== null && { tallies: row.tallies as unknown as GameTallies }),
  };
}

export function recordFrom(row: RecordRow): GameRecord {
  return {
    ...countedFrom(row),
    rulesVersion: row.rulesVersion,
    steps: row.steps as unknown as readonly RecordedStep[],
    ...(row.fairness !== null && { fairness: row.fairness as unknown as Fairness }),
  };
}

function changeOf({ ratingChanges }: SummaryRow, playerId: string) {
  const row = ratingChanges.find((change) => change.playerId === playerId);
  if (!row) return null;
  return shownChange({
    player: playerId,
    before: { mu: row.muBefore, sigma: row.sigmaBefore, games: row.gamesAfter - 1 },
    after: { mu: row.muAfter, sigma: row.sigmaAfter, games: row.gamesAfter },
  });
}
