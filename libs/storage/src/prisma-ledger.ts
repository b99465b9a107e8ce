import type { Rating } from '@trellis/ratings';
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
export const ledgerPatience = { maxWait: 30_000, timeout: 10 * 60_000 };

export class PrismaLedger implements Ledger {
  constructor(private readonly prisma: PrismaClient) {}

  check(): Promise<LedgerReport> {
    return this.prisma.$transaction(
      async (transaction) => {
        await beGivenTime(transaction);
        return (await compare(transaction)).report;
      },
      // One moment of the ledger, although games end while it is read.
      { ...ledgerPatience, isolationLevel: 'RepeatableRead' },
    );
  }

  rebuild(): Promise<LedgerReport> {
    return this.prisma.$transaction(async (transaction) => {
      await holdRatings(transaction);
      const { report, right } = await compare(transaction);
      if (report.differences.length > 0) await write(transaction, right);
      return report;
    }, ledgerPatience);
  }
}

/** Games that end now wait until the transaction ends, and the ledger is right. */
export async function holdRatings(transaction: Transaction): Promise<void> {
  await beGivenTime(transaction);
  await transaction.$executeRaw`LOCK TABLE rating IN EXCLUSIVE MODE`;
}

/** A whole club's games are read at once, and reckoned with before the next statement. */
async function beGivenTime(transaction: Transaction): Promise<void> {
  await transaction.$executeRaw`SET LOCAL statement_timeout = 0`;
  await transaction.$executeRaw`SET LOCAL idle_in_transaction_session_timeout = '2min'`;
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
  await writeLines(transaction, right);
  await writeStandings(transaction, [...standingsAfter(right).values()]);
}

async function writeLines(transaction: Transaction, right: readonly LedgerLine[]): Promise<void> {
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
}

async function writeStandings(
  transaction: Transaction,
  standings: readonly LedgerLine[],
): Promise<void> {
  await transaction.$executeRaw`
    INSERT INTO rating (player_id, game, mu, sigma, games)
      SELECT * FROM unnest(
        ${standings.map(({ player }) => player)}::text[],
        ${standings.map(({ game }) => game)}::text[],
        ${standings.map(({ after }) => after.mu)}::float8[],
        ${standings.map(({ after }) => after.sigma)}::float8[],
        ${standings.map(({ after }) => after.games)}::int[])`;
}

/**
 * Rates all games of a kind again that ended after this one, which is rated no longer. Whoever calls it holds the ratings of
 * all until the transaction ends.
 */
export async function rateAgainAfter(
  transaction: Transaction,
  { game, ordinal }: { readonly game: string; readonly ordinal: bigint },
): Promise<void> {
  const before = await standingsBefore(transaction, game, ordinal);
  const later = await readGames(transaction, { game, ordinal: { gt: ordinal } });
  const right = recomputed(later, before);
  const removed = await transaction.$queryRaw<{ player: string }[]>`
    DELETE FROM rating_change USING game
      WHERE game.id = game_id AND game.game = ${game} AND game.ordinal >= ${ordinal}
      RETURNING player_id AS player`;
  await writeLines(transaction, right);
  const playerId = { in: [...new Set(removed.map(({ player }) => player))] };
  await transaction.rating.deleteMany({ where: { game, playerId } });
  const after = standingsAfter([...before.map(asLine), ...right]);
  await writeStandings(
    transaction,
    [...after.values()].filter(({ player }) => playerId.in.includes(player)),
  );
}

/** How everybody stood in a game before the one with this ordinal. */
async function standingsBefore(
  transaction: Transaction,
  game: string,
  ordinal: bigint,
): Promise<StoredRating[]> {
  const rows = await transaction.$queryRaw<(Rating & { player: string })[]>`
    SELECT DISTINCT ON (player_id) player_id AS player, mu_after AS mu, sigma_after AS sigma,
        games_after AS games
      FROM rating_change JOIN game ON game.id = game_id
      WHERE game.game = ${game} AND rating_change.ordinal < ${ordinal}
      ORDER BY player_id, rating_change.ordinal DESC`;
  return rows.map(({ player, ...rating }) => ({ game, player, rating }));
}

const asLine = ({ game, player, rating }: StoredRating): LedgerLine => ({
  ...{ gameId: '', game, player, before: rating, after: rating },
});

async function readGames(
  transaction: Transaction,
  which: Prisma.GameWhereInput = {},
): Promise<LedgerGame[]> {
  const games = await transaction.game.findMany({
    where: { rated: true, ...which },
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
