import type { Prisma, PrismaClient } from './generated/prisma/client.js';
import {
  differences,
  recomputed,
  standingsAfter,
  type Ledger,
  type LedgerGame,
  type LedgerLine,
  type LedgerReport,
  type StoredRating,
} from './ledger.js';

type Transaction = Prisma.TransactionClient;

/** A whole club's ledger may take a while. */
const patience = { maxWait: 30_000, timeout: 10 * 60_000 };

export class PrismaLedger implements Ledger {
  constructor(private readonly prisma: PrismaClient) {}

  check(): Promise<LedgerReport> {
    return this.prisma.$transaction(
      async (transaction) => (await compare(transaction)).report,
      // One moment of the ledger, although games end while it is read.
      { ...patience, isolationLevel: 'RepeatableRead' },
    );
  }

  rebuild(): Promise<LedgerReport> {
    return this.prisma.$transaction(async (transaction) => {
      // Games that end now wait until the ledger is right.
      await transaction.$executeRaw`LOCK TABLE rating IN EXCLUSIVE MODE`;
      await transaction.$executeRaw`SET LOCAL statement_timeout = 0`;
      const { report, right } = await compare(transaction);
      if (report.differences.length > 0) await write(transaction, right);
      return report;
    }, patience);
  }
}

async function compare(transaction: Transaction) {
  const games = await readGames(transaction);
  const right = recomputed(games);
  const found = differences(right, await readLines(transaction), await readRatings(transaction));
  return { right, report: { games: games.length, differences: found } };
}

async function write(transaction: Transaction, right: readonly LedgerLine[]): Promise<void> {
  await transaction.$executeRaw`DELETE FROM rating_change`;
  await transaction.$executeRaw`DELETE FROM rating`;
  await transaction.$executeRaw`
    INSERT INTO rating_change (game_id, player_id, ordinal, mu_before, sigma_before, mu_after,
        sigma_after, games_after)
      SELECT game_id, player_id, game.ordinal, mu_before, sigma_before, mu_after, sigma_after,
          games_after
        FROM unnest(
          ${right.map(({ gameId }) => gameId)}::text[],
          ${right.map(({ player }) => player)}::text[],
          ${right.map(({ before }) => before.mu)}::float8[],
          ${right.map(({ before }) => before.sigma)}::float8[],
          ${right.map(({ after }) => after.mu)}::float8[],
          ${right.map(({ after }) => after.sigma)}::float8[],
          ${right.map(({ after }) => after.games)}::int[]
        ) AS line (game_id, player_id, mu_before, sigma_before, mu_after, sigma_after, games_after)
        JOIN game ON game.id = line.game_id`;
  const standings = [...standingsAfter(right).values()];
  await transaction.$executeRaw`
    INSERT INTO rating (player_id, game, mu, sigma, games)
      SELECT * FROM unnest(
        ${standings.map(({ player }) => player)}::text[],
        ${standings.map(({ game }) => game)}::text[],
        ${standings.map(({ after }) => after.mu)}::float8[],
        ${standings.map(({ after }) => after.sigma)}::float8[],
        ${standings.map(({ after }) => after.games)}::int[])`;
}

async function readGames(transaction: Transaction): Promise<LedgerGame[]> {
  const games = await transaction.game.findMany({
    where: { rated: true },
    orderBy: { ordinal: 'asc' },
    select: {
      id: true,
      game: true,
      seats: { select: { playerId: true, place: true }, orderBy: { seat: 'asc' } },
    },
  });
  return games.map(({ id, game, seats }) => ({
    gameId: id,
    game,
    players: seats.flatMap(({ playerId }) => playerId ?? []),
    places: seats.flatMap(({ playerId, place }) => (playerId ? [place] : [])),
  }));
}

async function readLines(transaction: Transaction): Promise<LedgerLine[]> {
  const rows = await transaction.ratingChange.findMany({
    include: { game: { select: { game: true } } },
  });
  return rows.map((row) => ({
    gameId: row.gameId,
    game: row.game.game,
    player: row.playerId,
    before: { mu: row.muBefore, sigma: row.sigmaBefore, games: row.gamesAfter - 1 },
    after: { mu: row.muAfter, sigma: row.sigmaAfter, games: row.gamesAfter },
  }));
}

async function readRatings(transaction: Transaction): Promise<StoredRating[]> {
  const rows = await transaction.rating.findMany();
  return rows.map(({ playerId, game, mu, sigma, games }) => ({
    game,
    player: playerId,
    rating: { mu, sigma, games },
  }));
}
