import type pg from 'pg';

/**
 * A statement that passes so often that a connection keeps it under its name: it is parsed once, and after some times planned
 * once. (Without it Postgres spent a third of its time a move on that.)
 */
export interface KeptStatement {
  /** No other statement's. */
  readonly name: string;
  readonly text: string;
}

/**
 * Where every move passes, SQL goes straight to the driver: through Prisma a statement costs the club's
 * process about three times as much, and a transaction four.
 */
export interface Sql {
  query<Row extends object>(
    statement: string | KeptStatement,
    values?: readonly unknown[],
  ): Promise<{ readonly rows: Row[] }>;
}

/** The connections of a database. */
export class SqlPool implements Sql {
  constructor(
    private readonly pool: pg.Pool,
    /**
     * Whether each connection has a session to keep statements in. Those of the embedded database share one, where a name that one of them has
     * given is taken for the others.
     */
    private readonly keepsStatements: boolean,
  ) {}

  query<Row extends object>(statement: string | KeptStatement, values?: readonly unknown[]) {
    return this.queryOn<Row>(this.pool as Sql, statement, values);
  }

  /** Runs `work` in a transaction on one connection; whatever it throws takes all of it back. */
  transaction<T>(work: (transaction: Sql) => Promise<T>): Promise<T> {
    return inTransaction(this.pool, (connection) =>
      work({ query: (statement, values) => this.queryOn(connection, statement, values) }),
    );
  }

  private queryOn<Row extends object>(
    connection: Sql,
    statement: string | KeptStatement,
    values?: readonly unknown[],
  ) {
    if (typeof statement === 'string') return connection.query<Row>(statement, values);
    // The driver writes the values into what it is given.
    const asked = this.keepsStatements ? { ...statement } : statement.text;
    return connection.query<Row>(asked, values);
  }
}

/** Runs `work` in a transaction on one connection; whatever it throws takes all of it back. */
export async function inTransaction<T>(
  pool: pg.Pool,
  work: (transaction: Sql) => Promise<T>,
): Promise<T> {
  const connection = await pool.connect();
  let isSound = true;
  try {
    await connection.query('BEGIN');
    const result = await work(connection as Sql);
    await connection.query('COMMIT');
    return result;
  } catch (error) {
    // A connection that cannot even take back is given up; the database then takes back by itself.
    await connection.query('ROLLBACK').catch(() => {
      isSound = false;
    });
    throw error;
  } finally {
    connection.release(!isSound);
  }
}
