import type { RecordedStep } from '@trellis/facade';
import type { Occupant, Entry } from '@trellis/tables';
import { openStorage } from '@trellis/storage';
import pg from 'pg';

/** A finished game as the database has it. */
export interface KeptGame {
  readonly id: string;
  readonly ordinal: number;
  readonly reason: string;
  readonly steps: readonly RecordedStep[];
  readonly places: readonly number[];
  readonly scores: readonly number[];
  readonly changes: number;
}

/** What the database kept. */
export interface Kept {
  /** Every entry that was ever written and committed, by table, in the order of writing. */
  readonly written: ReadonlyMap<string, readonly Entry[]>;
  /** Of each of these entries, which process wrote it. */
  readonly writers: ReadonlyMap<string, readonly string[]>;
  /** The journals as they are now. */
  readonly journals: ReadonlyMap<string, readonly Entry[]>;
  readonly games: ReadonlyMap<string, KeptGame>;
  /** Where the stored ratings are not what the games say. */
  readonly wrongRatings: readonly string[];
}

/**
 * From now on every entry of the journal is copied as it is written, in the same transaction: the end of a game
 * removes what was before it, the copy remembers.
 */
export async function rememberEntries(databaseUrl: string): Promise<void> {
  await withDatabase(databaseUrl, (database) =>
    database.query(`
      CREATE SCHEMA IF NOT EXISTS remembered;
      CREATE TABLE IF NOT EXISTS remembered.entry (
        nth bigserial PRIMARY KEY, table_id text, seq int, at timestamptz, body jsonb,
        writer text DEFAULT current_setting('application_name'));
      CREATE OR REPLACE FUNCTION remembered.copy() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          INSERT INTO remembered.entry (table_id, seq, at, body)
            VALUES (NEW.table_id, NEW.seq, NEW.at, NEW.body);
          RETURN NULL;
        END $$;
      CREATE OR REPLACE TRIGGER remember AFTER INSERT ON journal_entry
        FOR EACH ROW EXECUTE FUNCTION remembered.copy()`),
  );
}

export async function readKept(databaseUrl: string): Promise<Kept> {
  const kept = await withDatabase(databaseUrl, async (database) => ({
    written: await entriesIn(database, 'remembered.entry', 'nth'),
    writers: await writersIn(database),
    journals: await entriesIn(database, 'journal_entry', 'seq'),
    games: await gamesIn(database),
  }));
  const storage = await openStorage({ databaseUrl, dataDir: '', presetOf: () => 'own' });
  try {
    const { differences } = await storage.ledger.check();
    return { ...kept, wrongRatings: differences.map((each) => JSON.stringify(each)) };
  } finally {
    await storage.close();
  }
}

async function withDatabase<T>(
  databaseUrl: string,
  work: (database: pg.Client) => Promise<T>,
): Promise<T> {
  const database = new pg.Client({ connectionString: databaseUrl });
  // It may be stopped under our hands.
  database.on('error', () => undefined);
  await database.connect();
  try {
    return await work(database);
  } finally {
    await database.end();
  }
}

async function entriesIn(database: pg.Client, table: string, order: string) {
  const { rows } = await database.query<{ table_id: string; seq: number; at: Date; body: object }>(
    `SELECT table_id, seq, at, body FROM ${table} ORDER BY ${order}`,
  );
  const entries = new Map<string, Entry[]>();
  for (const { table_id, seq, at, body } of rows) {
    const entry = { ...body, seq, at: at.getTime() } as Entry;
    const before = entries.get(table_id);
    if (before) before.push(entry);
    else entries.set(table_id, [entry]);
  }
  return entries;
}

async function writersIn(database: pg.Client): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await database.query<{ table_id: string; writers: string[] }>(
    'SELECT table_id, array_agg(writer ORDER BY nth) AS writers FROM remembered.entry GROUP BY 1',
  );
  return new Map(rows.map(({ table_id, writers }) => [table_id, writers]));
}

async function gamesIn(database: pg.Client): Promise<ReadonlyMap<string, KeptGame>> {
  const { rows } = await database.query<Omit<KeptGame, 'ordinal'> & { ordinal: string }>(`
    SELECT id, ordinal, reason, steps,
        array(SELECT place FROM game_seat WHERE game_id = id ORDER BY seat) AS places,
        array(SELECT score FROM game_seat WHERE game_id = id ORDER BY seat) AS scores,
        (SELECT count(*)::int FROM rating_change WHERE game_id = id) AS changes
      FROM game`);
  return new Map(rows.map((game) => [game.id, { ...game, ordinal: Number(game.ordinal) }]));
}

/** Whether a game with these seats and conventions changes ratings. */
export function isRatedGame(
  seats: readonly Occupant[],
  conventions: Readonly<Record<string, unknown>>,
): boolean {
  return conventions.rated === true && seats.every(({ kind }) => kind === 'player');
}
