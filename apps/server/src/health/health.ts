import type { Readiness } from '@trellis/wire';
import type { RedisState } from '../redis/redis-connection.js';

/** Asks the database something trivial; rejects when it cannot be reached. */
export abstract class DatabaseProbe {
  abstract ping(): Promise<void>;
}

const patience = 1000;

/** Whether to send people to this process. That it answers at all is its being alive. */
export class Health {
  private draining = false;
  private asking?: Promise<'up' | 'away'>;

  constructor(
    private readonly database: DatabaseProbe,
    private readonly redis: () => RedisState = () => 'off',
  ) {}

  /** From now on it is not ready: it is about to stop. */
  drain(): void {
    this.draining = true;
  }

  async readiness(): Promise<Readiness> {
    const database = await this.databaseState();
    const { draining } = this;
    return { ok: database === 'up' && !draining, database, redis: this.redis(), draining };
  }

  /** All who ask at the same time share one question, so that probes do not pile up on a database that hangs. */
  private databaseState(): Promise<'up' | 'away'> {
    this.asking ??= withinPatience(this.database.ping()).finally(() => (this.asking = undefined));
    return this.asking;
  }
}

async function withinPatience(ping: Promise<void>): Promise<'up' | 'away'> {
  let timer: NodeJS.Timeout | undefined;
  const enough = new Promise<'away'>((resolve) => {
    timer = setTimeout(() => resolve('away'), patience);
  });
  const answered = ping.then(
    () => 'up' as const,
    () => 'away' as const,
  );
  return Promise.race([answered, enough]).finally(() => clearTimeout(timer));
}
