import type pg from 'pg';

/**
 * Where every move passes, SQL goes straight to the driver: through Prisma a statement costs the club's
 * process about three times as much, and a transaction four.
 */
export interface Sql {
  query<Row extends object>(
    sql: string,
    values?: readonly unknown[],
  ): Promise<{ readonly rows: Row[] }>;
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
