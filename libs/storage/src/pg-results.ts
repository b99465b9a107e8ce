import type { PlayerCard, PlayerId, RatingChange } from '@trellis/facade';
import { cardOf } from '@trellis/players';
import { newcomer, type Rating } from '@trellis/ratings';
import { JournalConflict, Results, type Ended, type Ending } from '@trellis/tables';
import type { PrismaClient } from './generated/prisma/client.js';
import {
  changesOf,
  finishedEntry,
  isRated,
  movesOf,
  placesOfPlayers,
  playersOf,
  recordOf,
  resultOf,
  shownChange,
  type LedgerChange,
} from './ending.js';
import { entryFrom, insertEntries } from './journal-sql.js';
import type { KeptStatement, Sql, SqlPool } from './sql.js';
import { isUniqueViolation, retryingConflicts } from './sql-state.js';
import { recordFields, recordFrom } from './stored-game.js';

export class PgResults extends Results {
  constructor(
    private readonly sql: SqlPool,
    private readonly prisma: PrismaClient,
  ) {
    super();
  }

  async finish(ending: Ending): Promise<Ended> {
    const cards = await readCards(this.sql, playersOf(ending));
    try {
      return await retryingConflicts(() =>
        this.sql.transaction(async (transaction) => {
          const changes = isRated(ending) ? await rateLocked(transaction, ending) : [];
          const ratings = changes.map(shownChange);
          const finished = await appendEnd(transaction, ending, ratings);
          const ordinal = await writeGame(transaction, ending, finished.seq, changes);
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
}

async function readCards(
  sql: Sql,
  players: readonly PlayerId[],
): Promise<ReadonlyMap<PlayerId, PlayerCard>> {
  const { rows } = await sql.query<Parameters<typeof cardOf>[0]>(cardsStatement, [players]);
  return new Map(rows.map((player) => [player.id, cardOf(player)]));
}

const cardsStatement: KeptStatement = {
  name: 'cards of players',
  text: `
  SELECT id, issuer, first_name AS "firstName", last_name AS "lastName",
      hides_last_name AS "hidesLastName", (extract(epoch FROM deleted_at) * 1000)::float8 AS "deletedAt"
    FROM player WHERE id = ANY ($1)`,
};

async function rateLocked(transaction: Sql, ending: Ending): Promise<LedgerChange[]> {
  const players = playersOf(ending);
  let before = await lockRatings(transaction, ending.game, players);
  if (before.size < players.length) {
    await addNewcomers(transaction, ending.game, players);
    before = await lockRatings(transaction, ending.game, players);
  }
  const inOrder = players.map((player) => {
    const rating = before.get(player);
    if (!rating) throw new Error(`No rating of ${player} to lock.`);
    return rating;
  });
  return changesOf(players, inOrder, placesOfPlayers(ending));
}

/**
 * Holds the ratings of all players of the game until the transaction ends, so that games which share
 * a player follow one another. In one order, so that they do not wait for each other in a circle; for
 * the same reason it holds none as long as one of them is missing, whose place in that order may be before the others'.
 */
async function lockRatings(
  transaction: Sql,
  game: string,
  players: readonly PlayerId[],
): Promise<ReadonlyMap<PlayerId, Rating>> {
  const { rows } = await transaction.query<Rating & { player: PlayerId }>(holdRatingsStatement, [
    game,
    players,
  ]);
  return new Map(rows.map(({ player, ...rating }) => [player, rating]));
}

const holdRatingsStatement: KeptStatement = {
  name: 'hold ratings',
  text: `
  SELECT player_id AS player, mu, sigma, games FROM rating
    WHERE game = $1 AND player_id = ANY ($2) AND cardinality($2::text[]) =
      (SELECT count(*) FROM rating WHERE game = $1 AND player_id = ANY ($2))
    ORDER BY player_id
    FOR UPDATE`,
};

async function addNewcomers(transaction: Sql, game: string, players: readonly PlayerId[]) {
  await transaction.query(
    `INSERT INTO rating (player_id, game, mu, sigma, games)
      SELECT player_id, $1, $2, $3, 0 FROM unnest($4::text[]) AS player (player_id)
        ORDER BY player_id
      ON CONFLICT DO NOTHING`,
    [game, newcomer.mu, newcomer.sigma, players],
  );
}

async function appendEnd(
  transaction: Sql,
  ending: Ending,
  ratings: readonly RatingChange[],
): Promise<Ended['finished']> {
  const { tableId } = ending;
  const finished = finishedEntry(ending, ratings);
  const entries = [...ending.entries.slice(0, -1), finished];
  const written = await insertEntries(transaction, [{ tableId, entries }]);
  if (!written.has(tableId)) throw new JournalConflict(tableId);
  return finished;
}

/**
 * Writes the game and what it did to ratings; the journal of the table becomes its one last entry.
 * Returns the ordinal, which is drawn here, after the ratings are held: games that share a player get
 * theirs in turn.
 */
async function writeGame(
  transaction: Sql,
  ending: Ending,
  lastSeq: number,
  changes: readonly LedgerChange[],
): Promise<number> {
  const { gameId, seats, result } = ending;
  const { rows } = await transaction.query<{ ordinal: string }>(writeGameStatement, [
    gameId,
    ending.game,
    ending.number,
    new Date(ending.startedAt),
    new Date(ending.finishedAt),
    JSON.stringify(ending.conventions),
    isRated(ending),
    result.reason,
    result.offender ?? null,
    result.fine,
    movesOf(ending),
    ending.rulesVersion,
    JSON.stringify(ending.steps),
    seats.map((_, seat) => seat),
    seats.map((seat) => (seat.kind === 'player' ? seat.player : null)),
    seats.map((seat) => (seat.kind === 'computer' ? seat.level : null)),
    seats.map((_, seat) => resultOf(result.places, seat)),
    seats.map((_, seat) => resultOf(result.scores, seat)),
    changes.map(({ player }) => player),
    changes.map(({ before }) => before.mu),
    changes.map(({ before }) => before.sigma),
    changes.map(({ after }) => after.mu),
    changes.map(({ after }) => after.sigma),
    changes.map(({ after }) => after.games),
    ending.tableId,
    lastSeq,
    ending.fairness ? JSON.stringify(ending.fairness) : null,
    ending.tallies ? JSON.stringify(ending.tallies) : null,
  ]);
  const [row] = rows;
  if (!row) throw new Error(`Game ${gameId} got no ordinal.`);
  return Number(row.ordinal);
}

const writeGameStatement: KeptStatement = {
  name: 'write game',
  text: `
  WITH new_game AS (
    INSERT INTO game (id, game, table_number, started_at, finished_at, conventions, rated,
        reason, offender, fine, moves, rules_version, steps, fairness, tallies)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $27, $28)
      RETURNING id, game, ordinal
  ), new_seats AS (
    INSERT INTO game_seat (game_id, seat, player_id, computer, place, score)
      SELECT id, seat, player_id, computer, place, score
        FROM new_game, unnest($14::int[], $15::text[], $16::text[], $17::int[], $18::float8[])
          AS seat (seat, player_id, computer, place, score)
  ), change AS (
    SELECT * FROM unnest($19::text[], $20::float8[], $21::float8[], $22::float8[], $23::float8[],
        $24::int[])
      AS change (player_id, mu_before, sigma_before, mu_after, sigma_after, games_after)
  ), new_ratings AS (
    UPDATE rating SET mu = mu_after, sigma = sigma_after, games = games_after
      FROM change, new_game
      WHERE rating.player_id = change.player_id AND rating.game = new_game.game
  ), new_changes AS (
    INSERT INTO rating_change (game_id, player_id, ordinal, mu_before, sigma_before, mu_after,
        sigma_after, games_after)
      SELECT id, player_id, ordinal, mu_before, sigma_before, mu_after, sigma_after, games_after
        FROM change, new_game
  ), removed AS (
    DELETE FROM journal_entry WHERE table_id = $25 AND seq < $26
  )
  SELECT ordinal FROM new_game`,
};
