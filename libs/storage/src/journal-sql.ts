import type { Entry } from '@trellis/tables';
import type { KeptStatement, Sql } from './sql.js';

/** One owner's wish: all of it or nothing. */
export interface Append {
  readonly tableId: string;
  readonly entries: readonly Entry[];
}

/**
 * Writes the appends (of different tables) whose predecessor stands in the journal, and returns the
 * tables written. An entry that is there already is a unique violation, which undoes all.
 *
 * The predecessor is asked for because the end of a game removes what was before it: without it an
 * owner who lost his table would find his number free. It is locked against being removed meanwhile. A table
 * that is set at a number of the hall takes that number; one that is taken is a unique violation, too.
 */
export async function insertEntries(
  sql: Sql,
  appends: readonly Append[],
): Promise<ReadonlySet<string>> {
  const rows = appends.flatMap(({ tableId, entries }) =>
    entries.map((entry) => ({ tableId, first: entries[0]?.seq ?? entry.seq, entry })),
  );
  const written = await sql.query<{ table_id: string }>(insertStatement, [
    rows.map(({ tableId }) => tableId),
    rows.map(({ entry }) => entry.seq),
    rows.map(({ first }) => first),
    rows.map(({ entry }) => new Date(entry.at).toISOString()),
    rows.map(({ entry }) => JSON.stringify(bodyOf(entry))),
  ]);
  return new Set(written.rows.map(({ table_id }) => table_id));
}

const insertStatement: KeptStatement = {
  name: 'append',
  text: `
  WITH asked AS MATERIALIZED (
    SELECT * FROM unnest($1::text[], $2::int[], $3::int[], $4::text[], $5::text[])
      AS asked (table_id, seq, first, at, body)
  ), preceded AS MATERIALIZED (
    SELECT entry.table_id FROM journal_entry entry
      JOIN asked ON entry.table_id = asked.table_id AND entry.seq = asked.first - 1
      WHERE asked.seq = asked.first
      FOR KEY SHARE OF entry
  ), numbered AS (
    INSERT INTO hall_number (game, number, table_id)
      SELECT body::jsonb->>'game', (body::jsonb->>'number')::int, table_id FROM asked
        WHERE seq = 1 AND body::jsonb->>'number' IS NOT NULL
  )
  INSERT INTO journal_entry (table_id, seq, at, body)
    SELECT table_id, seq, at::timestamptz, body::jsonb FROM asked
      WHERE table_id IN (SELECT table_id FROM preceded)
        OR (first = 1 AND NOT EXISTS (
          SELECT FROM journal_entry entry WHERE entry.table_id = asked.table_id))
    RETURNING table_id`,
};

function bodyOf(entry: Entry): object {
  const { seq: _seq, at: _at, ...body } = entry;
  return body;
}

export function entryFrom(row: {
  readonly seq: number;
  readonly at: Date;
  readonly body: unknown;
}): Entry {
  return { ...(row.body as object), seq: row.seq, at: row.at.getTime() } as Entry;
}
