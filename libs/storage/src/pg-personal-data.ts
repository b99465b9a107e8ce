import { PersonalData, programIssuer, type PersonalRows } from '@trellis/players';
import type { PlayerId } from '@trellis/facade';
import { personalTables, type PersonalTable } from './personal-tables.js';
import type { Sql } from './sql.js';

const rowsAtOnce = 200;

/**
 * The rows as they are kept, made JSON by the database, so that a column which is added is in the file by itself. Read in small
 * pieces without a transaction: the embedded database does one thing at a time, and moves must not wait.
 */
export class PgPersonalData extends PersonalData {
  constructor(private readonly sql: Sql) {
    super();
  }

  async *of(person: PlayerId): AsyncIterable<PersonalRows> {
    const accounts = await this.sql.query<{ id: string }>(
      'SELECT id FROM player WHERE id = $1 OR (issuer = $2 AND subject = $1)',
      [person, programIssuer],
    );
    const ids = accounts.rows.map(({ id }) => id);
    for (const [part, table] of Object.entries(personalTables))
      if ('where' in table) yield* this.rowsOf(part, table, ids);
  }

  private async *rowsOf(
    part: string,
    table: PersonalTable,
    ids: readonly PlayerId[],
  ): AsyncIterable<PersonalRows> {
    const most = table.atOnce ?? rowsAtOnce;
    let after: readonly string[] = [];
    for (;;) {
      const { rows } = await this.sql.query<{ row: string; key: readonly string[] }>(
        statement(part, table, after.length > 0, most),
        [ids, ...after],
      );
      yield { part, rows: rows.map(({ row }) => row) };
      if (rows.length < most) return;
      after = rows.at(-1)!.key;
    }
  }
}

function statement(
  name: string,
  { where, key, without = [] }: PersonalTable,
  goesOn: boolean,
  most: number,
): string {
  const places = key.map((_, index) => `$${index + 2}`).join(', ');
  const after = goesOn ? `AND (${key.join(', ')}) > (${places})` : '';
  const row = ['to_jsonb(each)', ...without.map((column) => `'${column}'`)].join(' - ');
  return `SELECT (${row})::text AS row, ARRAY[${key.map((each) => `${each}::text`).join(', ')}] AS key
    FROM "${name}" AS each WHERE (${where}) ${after} ORDER BY ${key.join(', ')} LIMIT ${most}`;
}
