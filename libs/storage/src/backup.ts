import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import type pg from 'pg';
import { inTransaction, type Sql } from './sql.js';

/** First line of every backup; lines are JSON, the file is gzip. */
const format = 'trellis-backup-1';
const rowsAtOnce = 500;

/** A sentence for the operator: the file is no whole backup, or does not fit here. */
export class BackupRefused extends Error {}

export interface BackupReport {
  readonly tables: number;
  readonly rows: number;
}

/**
 * Writes every row of the club as it is at one moment, while it may go on playing. Refuses to overwrite; what is left
 * of a backup that failed is removed.
 */
export async function writeBackup(pool: pg.Pool, file: string): Promise<BackupReport> {
  let report: BackupReport = { tables: 0, rows: 0 };
  const out = createWriteStream(file, { flags: 'wx', mode: 0o600 });
  try {
    await new Promise<void>((resolve, reject) =>
      out.once('open', () => resolve()).once('error', reject),
    );
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'EEXIST'
      ? new BackupRefused(
          `${file} is there already; a backup never overwrites. Choose another name.`,
        )
      : error;
  }
  try {
    await inTransaction(pool, async (sql) => {
      await sql.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY');
      const lines = linesOf(sql, (known) => (report = known));
      await pipeline(Readable.from(lines), createGzip(), out);
    });
  } catch (error) {
    await rm(file, { force: true });
    throw error;
  }
  return report;
}

async function* linesOf(sql: Sql, tell: (report: BackupReport) => void): AsyncGenerator<string> {
  const hash = createHash('sha256');
  const line = (text: string) => {
    hash.update(text).update('\n');
    return `${text}\n`;
  };
  yield line(JSON.stringify({ format, migrations: await migrationsOf(sql) }));
  const tables = await tablesOf(sql);
  let rows = 0;
  for (const table of tables) {
    yield line(JSON.stringify({ table }));
    await sql.query(`DECLARE backup NO SCROLL CURSOR FOR
      SELECT row_to_json(each)::text AS row FROM ${quoted(table)} AS each`);
    for (;;) {
      const found = await sql.query<{ row: string }>(`FETCH ${rowsAtOnce} FROM backup`);
      if (found.rows.length === 0) break;
      rows += found.rows.length;
      for (const { row } of found.rows) yield line(`{"row":${row}}`);
    }
    await sql.query('CLOSE backup');
  }
  tell({ tables: tables.length, rows });
  yield `${JSON.stringify({ end: hash.digest('hex') })}\n`;
}

/** Fills an empty club of the same version, all or nothing. */
export async function readBackup(pool: pg.Pool, file: string): Promise<BackupReport> {
  return inTransaction(pool, async (sql) => {
    const tables = await tablesOf(sql);
    for (const table of tables) {
      const { rows } = await sql.query(`SELECT 1 FROM ${quoted(table)} LIMIT 1`);
      if (rows.length > 0)
        throw new BackupRefused(
          'There is a club in this database already; restore into an empty one.',
        );
    }
    const references = await dropReferences(sql);
    const filling = new Filling(sql, tables, await migrationsOf(sql), file);
    try {
      const input = createReadStream(file);
      const plain = input.pipe(createGunzip());
      input.on('error', (error) => plain.destroy(error));
      for await (const text of createInterface({ input: plain, crlfDelay: Infinity }))
        await filling.take(text);
    } catch (error) {
      throw readable(error, file);
    }
    const report = await filling.end();
    // What does not fit together is found here.
    for (const add of references) await sql.query(add);
    await setCounters(sql);
    return report;
  });
}

class Filling {
  private readonly hash = createHash('sha256');
  private table: string | undefined;
  private waiting: string[] = [];
  private rows = 0;
  private lines = 0;
  private ended = false;

  constructor(
    private readonly sql: Sql,
    private readonly tables: readonly string[],
    private readonly migrations: readonly string[],
    private readonly file: string,
  ) {}

  async take(text: string): Promise<void> {
    if (this.ended) throw this.damaged();
    if (text.startsWith('{"row":') && this.table !== undefined) {
      this.hash.update(text).update('\n');
      this.waiting.push(text.slice('{"row":'.length, -1));
      if (this.waiting.length >= rowsAtOnce) await this.flush();
      return;
    }
    await this.flush();
    const line = this.parsed(text);
    if (line.end !== undefined) {
      if (line.end !== this.hash.digest('hex')) throw this.damaged();
      this.ended = true;
      return;
    }
    this.hash.update(text).update('\n');
    if (this.lines++ === 0) this.check(line);
    else if (typeof line.table === 'string' && this.tables.includes(line.table))
      this.table = line.table;
    else throw this.damaged();
  }

  async end(): Promise<BackupReport> {
    if (!this.ended) throw this.damaged();
    return { tables: this.tables.length, rows: this.rows };
  }

  private check(line: { format?: unknown; migrations?: unknown }): void {
    if (line.format !== format) throw new BackupRefused(`${this.file} is no backup of a club.`);
    if (JSON.stringify(line.migrations) !== JSON.stringify(this.migrations))
      throw new BackupRefused(
        `${this.file} is of another version of Trellis: restore it with that version, then upgrade.`,
      );
  }

  private async flush(): Promise<void> {
    if (this.waiting.length === 0 || this.table === undefined) return;
    const name = quoted(this.table);
    await this.sql.query(
      `INSERT INTO ${name} SELECT * FROM json_populate_recordset(NULL::${name}, $1::json)`,
      [`[${this.waiting.join(',')}]`],
    );
    this.rows += this.waiting.length;
    this.waiting = [];
  }

  private parsed(text: string): Record<string, unknown> {
    try {
      return JSON.parse(text) as Record<string, unknown>;
    } catch {
      throw this.damaged();
    }
  }

  private damaged(): BackupRefused {
    return damaged(this.file);
  }
}

const damaged = (file: string) =>
  new BackupRefused(`${file} is damaged or not whole. Nothing was restored; try another backup.`);

function readable(error: unknown, file: string): unknown {
  const { code } = error as { code?: unknown };
  if (code === 'ENOENT') return new BackupRefused(`${file} is not there.`);
  // Of zlib; and of Postgres, when a row is no row of its table.
  const isContent = typeof code === 'string' && (code.startsWith('Z_') || /^(22|23|42)/.test(code));
  return isContent ? damaged(file) : error;
}

async function tablesOf(sql: Sql): Promise<string[]> {
  const { rows } = await sql.query<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables
      WHERE schemaname = current_schema() AND tablename <> '_prisma_migrations' ORDER BY 1`,
  );
  return rows.map(({ name }) => name);
}

async function migrationsOf(sql: Sql): Promise<string[]> {
  const { rows } = await sql.query<{ name: string }>(
    `SELECT migration_name AS name FROM _prisma_migrations
      WHERE rolled_back_at IS NULL ORDER BY 1`,
  );
  return rows.map(({ name }) => name);
}

/** Rows come table by table, so what refers to what is looked at in the end. Returns how to have it again. */
async function dropReferences(sql: Sql): Promise<string[]> {
  const { rows } = await sql.query<{ table: string; name: string; definition: string }>(
    `SELECT conrelid::regclass::text AS table, quote_ident(conname) AS name,
        pg_get_constraintdef(oid) AS definition
      FROM pg_constraint
      WHERE contype = 'f' AND connamespace = current_schema()::regnamespace`,
  );
  for (const { table, name } of rows)
    await sql.query(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`);
  return rows.map(
    ({ table, name, definition }) => `ALTER TABLE ${table} ADD CONSTRAINT ${name} ${definition}`,
  );
}

/** Numbers that the database gives out go on after the last one that was given. */
async function setCounters(sql: Sql): Promise<void> {
  const { rows } = await sql.query<{ table: string; column: string; counter: string }>(
    `SELECT quote_ident(table_name) AS table, quote_ident(column_name) AS column,
        pg_get_serial_sequence(quote_ident(table_name), column_name) AS counter
      FROM information_schema.columns
      WHERE table_schema = current_schema()
        AND pg_get_serial_sequence(quote_ident(table_name), column_name) IS NOT NULL`,
  );
  for (const { table, column, counter } of rows)
    await sql.query(
      `SELECT setval('${counter}', coalesce(max(${column}), 1), max(${column}) IS NOT NULL) FROM ${table}`,
    );
}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;
