import type { RatingChange } from '@trellis/facade';
import { cardOf } from '@trellis/players';
import type { Rating } from '@trellis/ratings';
import { newcomer } from '@trellis/ratings';
import { JournalConflict, Results, type Ended, type Ending } from '@trellis/tables';
import type { Prisma, PrismaClient } from './generated/prisma/client.js';
import {
  changesOf,
  finishedEntry,
  isRated,
  movesOf,
  playersOf,
  recordOf,
  resultOf,
  shownChange,
  type LedgerChange,
} from './ending.js';
import { entryFrom, insertEntries } from './journal-sql.js';
import { isUniqueViolation, retryingConflicts } from './sql-state.js';
import { recordFields, recordFrom } from './stored-game.js';
import { playerFrom } from './stored-player.js';

type Transaction = Prisma.TransactionClient;

export class PrismaResults extends Results {
  constructor(private readonly prisma: PrismaClient) {
    super();
  }

  async finish(ending: Ending): Promise<Ended> {
    const cards = await this.cardsOf(ending);
    try {
      return await retryingConflicts(() =>
        this.prisma.$transaction(async (transaction) => {
          const changes = isRated(ending) ? await rateLocked(transaction, ending) : [];
          const ratings = changes.map(shownChange);
          const finished = await appendEnd(transaction, ending, ratings);
          const ordinal = await writeGame(transaction, ending, changes);
          return { finished, record: recordOf(ending, ordinal, ratings, cards) };
        }),
      );
    } catch (error) {
      if (!(error instanceof JournalConflict) && !isUniqueViolation(error)) throw error;
      return this.alreadyEnded(ending);
    }
  }

  /**
   * Somebody wrote here before. If it was the end of this very game, that is the answer; a table that
   * has moved on since is a conflict like any other.
   */
  private async alreadyEnded({ tableId, gameId }: Ending): Promise<Ended> {
    const game = await this.prisma.game.findUnique({ where: { id: gameId }, select: recordFields });
    if (!game) throw new JournalConflict(tableId);
    const rows = await this.prisma.journalEntry.findMany({ where: { tableId } });
    for (const entry of rows.map(entryFrom)) {
      if (entry.kind === 'finished' && entry.gameId === gameId) {
        return { finished: entry, record: recordFrom(game) };
      }
    }
    throw new JournalConflict(tableId);
  }

  private async cardsOf(ending: Ending) {
    const rows = await this.prisma.player.findMany({ where: { id: { in: playersOf(ending) } } });
    return new Map(rows.map((row) => [row.id, cardOf(playerFrom(row))]));
  }
}

/**
 * Holds the ratings of all players of the game until the transaction ends, so that games which share
 * a player follow one another. In one order, so that they do not wait for each other in a circle.
 */
async function rateLocked(transaction: Transaction, ending: Ending): Promise<LedgerChange[]> {
  const players = playersOf(ending);
  await transaction.$executeRaw`
    INSERT INTO rating (player_id, game, mu, sigma, games)
      SELECT player_id, ${ending.game}, ${newcomer.mu}::float8, ${newcomer.sigma}::float8, 0
        FROM unnest(${players}::text[]) AS player (player_id)
        ORDER BY player_id
      ON CONFLICT DO NOTHING`;
  const rows = await transaction.$queryRaw<(Rating & { player_id: string })[]>`
    SELECT player_id, mu, sigma, games FROM rating
      WHERE game = ${ending.game} AND player_id = ANY (${players}::text[])
      ORDER BY player_id
      FOR UPDATE`;
  const before = players.map((player) => {
    const row = rows.find(({ player_id }) => player_id === player);
    if (!row) throw new Error(`No rating of ${player} to lock.`);
    return { mu: row.mu, sigma: row.sigma, games: row.games };
  });
  return changesOf(players, before, ending.result.places);
}

/** The journal of the table becomes its one last entry. */
async function appendEnd(
  transaction: Transaction,
  ending: Ending,
  ratings: readonly RatingChange[],
): Promise<Ended['finished']> {
  const { tableId } = ending;
  const finished = finishedEntry(ending, ratings);
  const entries = [...ending.entries.slice(0, -1), finished];
  const written = await insertEntries(transaction, [{ tableId, entries }]);
  if (!written.has(tableId)) throw new JournalConflict(tableId);
  await transaction.$executeRaw`
    DELETE FROM journal_entry WHERE table_id = ${tableId} AND seq < ${finished.seq}`;
  return finished;
}

/** Returns the ordinal, which is drawn here, after the ratings are held: games that share a player get theirs in turn. */
async function writeGame(
  transaction: Transaction,
  ending: Ending,
  changes: readonly LedgerChange[],
): Promise<number> {
  const { gameId, seats, result } = ending;
  const rows = await transaction.$queryRaw<{ ordinal: bigint }[]>`
    WITH new_game AS (
      INSERT INTO game (id, game, table_number, started_at, finished_at, conventions, rated,
          reason, offender, fine, moves, rules_version, steps)
        VALUES (${gameId}, ${ending.game}, ${ending.number}::int,
          ${new Date(ending.startedAt)}::timestamptz, ${new Date(ending.finishedAt)}::timestamptz,
          ${JSON.stringify(ending.conventions)}::jsonb, ${isRated(ending)}, ${result.reason},
          ${result.offender ?? null}::int, ${result.fine}::float8, ${movesOf(ending)}::int,
          ${ending.rulesVersion}::int, ${JSON.stringify(ending.steps)}::jsonb)
        RETURNING ordinal
    ), new_seats AS (
      INSERT INTO game_seat (game_id, seat, player_id, computer, place, score)
        SELECT ${gameId}, seat, player_id, computer, place, score
          FROM unnest(
            ${seats.map((_, seat) => seat)}::int[],
            ${seats.map((seat) => (seat.kind === 'player' ? seat.player : null))}::text[],
            ${seats.map((seat) => (seat.kind === 'computer' ? seat.level : null))}::text[],
            ${seats.map((_, seat) => resultOf(result.places, seat))}::int[],
            ${seats.map((_, seat) => resultOf(result.scores, seat))}::float8[]
          ) AS seat (seat, player_id, computer, place, score)
    ), change AS (
      SELECT * FROM unnest(
        ${changes.map(({ player }) => player)}::text[],
        ${changes.map(({ before }) => before.mu)}::float8[],
        ${changes.map(({ before }) => before.sigma)}::float8[],
        ${changes.map(({ after }) => after.mu)}::float8[],
        ${changes.map(({ after }) => after.sigma)}::float8[],
        ${changes.map(({ after }) => after.games)}::int[]
      ) AS change (player_id, mu_before, sigma_before, mu_after, sigma_after, games_after)
    ), new_ratings AS (
      UPDATE rating SET mu = mu_after, sigma = sigma_after, games = games_after
        FROM change
        WHERE rating.player_id = change.player_id AND rating.game = ${ending.game}
    ), new_changes AS (
      INSERT INTO rating_change (game_id, player_id, ordinal, mu_before, sigma_before, mu_after,
          sigma_after, games_after)
        SELECT ${gameId}, player_id, ordinal, mu_before, sigma_before, mu_after, sigma_after,
            games_after
          FROM change, new_game
    )
    SELECT ordinal FROM new_game`;
  const [row] = rows;
  if (!row) throw new Error(`Game ${gameId} got no ordinal.`);
  return Number(row.ordinal);
}
