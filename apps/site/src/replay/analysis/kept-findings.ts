import type { Moment } from '@trellis/games/kit';

const store = 'findings';
/** So many games are kept; the one looked at longest ago goes first. */
const most = 40;

interface Row {
  readonly key: string;
  readonly at: number;
  readonly findings: readonly unknown[];
}

/**
 * What was found in one game, kept in the browser under a hash of everything that happened in it: the
 * same record is not thought about twice. A browser that keeps nothing is no obstacle.
 */
export class KeptFindings {
  private constructor(
    /** By part, as far as it came. */
    readonly findings: readonly unknown[],
    private readonly key?: string,
    private readonly database?: IDBDatabase,
  ) {}

  static async of(version: readonly unknown[], moments: readonly Moment[]): Promise<KeptFindings> {
    try {
      const key = await keyOf(version, moments);
      const database = await opened();
      const rows = database.transaction(store).objectStore(store);
      const row = await answer<Row | undefined>(rows.get(key));
      return new KeptFindings(row?.findings ?? [], key, database);
    } catch {
      // No secure context, no room, or storage is forbidden.
      return new KeptFindings([]);
    }
  }

  async keep(findings: readonly unknown[]): Promise<void> {
    if (!this.database || this.key === undefined) return;
    try {
      const rows = this.database.transaction(store, 'readwrite').objectStore(store);
      const row: Row = { key: this.key, at: Date.now(), findings };
      await answer(rows.put(row));
      const games = await answer(rows.count());
      if (games <= most) return;
      const oldest = await answer(rows.index('at').getKey(IDBKeyRange.lowerBound(0)));
      if (oldest !== undefined) await answer(rows.delete(oldest));
    } catch {
      // The disk is full: what was found is shown all the same.
    }
  }
}

/** The same steps lead to the same end, but of a part that ended in a way no record tells; so the end counts too. */
async function keyOf(version: readonly unknown[], moments: readonly Moment[]): Promise<string> {
  const happened = [version, moments.map(({ step }) => step), moments[0], moments.at(-1)?.state];
  const bytes = new TextEncoder().encode(JSON.stringify(happened));
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function opened(): Promise<IDBDatabase> {
  const request = indexedDB.open('trellis-analysis', 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore(store, { keyPath: 'key' }).createIndex('at', 'at');
  };
  return answer(request);
}

function answer<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('The browser keeps nothing.'));
  });
}
