import { Journal, JournalConflict, type Entry, type NodeId } from '@trellis/tables';
import type { TableId } from '@trellis/facade';
import type { PrismaClient } from './generated/prisma/client.js';
import { entryFrom, insertEntries, type Append } from './journal-sql.js';
import type { Sql } from './sql.js';
import { isCertainlyUndone, isUniqueViolation, retryingConflicts } from './sql-state.js';

interface Waiting extends Append {
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/** How many appends one statement takes; more than any club has in flight, less than a parameter may hold. */
const mostTogether = 1000;

/**
 * Group commit: all appends that arrive while a statement is in flight are the next statement, so
 * that durability costs one commit for all tables and not one a move.
 */
export class PgJournal extends Journal {
  private waiting: Waiting[] = [];
  private writing = false;
  /** Statements sent, and how many appends they carried: what group commit saves. */
  readonly written = { commits: 0, appends: 0 };
  /** Journals that were asked for in this very moment, and whoever waits for them. */
  private asked = new Map<TableId, Promise<readonly Entry[]>>();
  private together: Promise<ReadonlyMap<TableId, readonly Entry[]>> = Promise.resolve(new Map());

  constructor(
    private readonly sql: Sql,
    private readonly prisma: PrismaClient,
  ) {
    super();
  }

  append(tableId: TableId, entries: readonly Entry[]): Promise<void> {
    if (entries.length === 0) return Promise.resolve();
    return new Promise((resolve, reject) => {
      this.waiting.push({ tableId, entries, resolve, reject });
      if (!this.writing) {
        this.writing = true;
        queueMicrotask(() => void this.writeAll());
      }
    });
  }

  /** Those that are asked for at once, as by a club that starts, are one statement. */
  read(tableId: TableId): Promise<readonly Entry[]> {
    if (this.asked.size === 0) this.together = this.readSoon();
    const asked =
      this.asked.get(tableId) ?? this.together.then((found) => found.get(tableId) ?? []);
    this.asked.set(tableId, asked);
    return asked;
  }

  async newest(tableId: TableId): Promise<number> {
    const { rows } = await this.sql.query<{ seq: number }>(
      'SELECT coalesce(max(seq), 0) AS seq FROM journal_entry WHERE table_id = $1',
      [tableId],
    );
    return rows[0]?.seq ?? 0;
  }

  /** Not through Prisma, which would fetch a row for every entry and compare them itself. */
  async tables(): Promise<readonly TableId[]> {
    const { rows } = await this.sql.query<{ id: TableId }>(
      'SELECT DISTINCT table_id AS id FROM journal_entry ORDER BY 1',
    );
    return rows.map(({ id }) => id);
  }

  async forget(tableId: TableId): Promise<void> {
    await this.prisma.$transaction([
      this.prisma.journalEntry.deleteMany({ where: { tableId } }),
      this.prisma.hallNumber.deleteMany({ where: { tableId } }),
    ]);
  }

  async beat(node: NodeId, now: number): Promise<void> {
    const at = new Date(now);
    await this.prisma.heartbeat.upsert({ where: { node }, create: { node, at }, update: { at } });
  }

  async lastBeat(node?: NodeId): Promise<number | null> {
    const beat = await this.prisma.heartbeat.findFirst({
      where: node === undefined ? {} : { node },
      orderBy: { at: 'desc' },
    });
    return beat?.at.getTime() ?? null;
  }

  private async readSoon(): Promise<ReadonlyMap<TableId, readonly Entry[]>> {
    await Promise.resolve();
    const ids = [...this.asked.keys()];
    this.asked = new Map();
    const { rows } = await this.sql.query<Parameters<typeof entryFrom>[0] & { id: TableId }>(
      'SELECT table_id AS id, seq, at, body FROM journal_entry WHERE table_id = ANY ($1) ORDER BY table_id, seq',
      [ids],
    );
    const found = new Map<TableId, Entry[]>(ids.map((id) => [id, []]));
    for (const row of rows) found.get(row.id)?.push(entryFrom(row));
    return found;
  }

  private async writeAll(): Promise<void> {
    while (this.waiting.length > 0) await this.write(this.takeBatch());
    this.writing = false;
  }

  /** One append a table: the second one of a table needs to see the first. */
  private takeBatch(): Waiting[] {
    const batch: Waiting[] = [];
    const later: Waiting[] = [];
    const tables = new Set<TableId>();
    for (const each of this.waiting) {
      if (tables.has(each.tableId) || batch.length >= mostTogether) later.push(each);
      else {
        tables.add(each.tableId);
        batch.push(each);
      }
    }
    this.waiting = later;
    return batch;
  }

  private async write(batch: readonly Waiting[]): Promise<void> {
    this.written.commits++;
    this.written.appends += batch.length;
    try {
      const written = await retryingConflicts(() => insertEntries(this.sql, batch));
      for (const { tableId, resolve, reject } of batch) {
        if (written.has(tableId)) resolve();
        else reject(new JournalConflict(tableId));
      }
    } catch (error) {
      const [only, ...others] = batch;
      if (others.length > 0 && isCertainlyUndone(error)) {
        // One of them spoilt it for all: alone, each gets its own answer.
        for (const each of batch) await this.write([each]);
      } else if (only && others.length === 0 && isUniqueViolation(error)) {
        only.reject(new JournalConflict(only.tableId));
      } else {
        for (const { reject } of batch) reject(error);
      }
    }
  }
}
