import type { Log } from '../http/log.js';

export type RedisState = 'off' | 'up' | 'away';

/** A Redis that works says something at least so often: it is asked (ms). */
const silence = 4000;

/**
 * The connection to Redis. It is made again for as long as it takes; meanwhile commands fail at once instead of
 * queueing, because what is kept there is never needed to play on at the tables of this process.
 */
export class RedisConnection {
  private constructor(
    readonly client: Awaited<ReturnType<typeof clientFor>>,
    log: Log,
  ) {
    let away = false;
    this.client.on('error', (error: unknown) => {
      if (!away) log.warn({ error }, 'Redis is away');
      away = true;
    });
    this.client.on('ready', () => {
      if (away) log.warn({}, 'Redis is back');
      away = false;
    });
  }

  /** Not connected yet. Its package is loaded here: most clubs have no Redis, and a start is short. */
  static async to(url: string, log: Log): Promise<RedisConnection> {
    return new RedisConnection(await clientFor(url), log);
  }

  /** Begins to connect and does not wait for it: the club starts without Redis, too. */
  start(): void {
    // It rejects only when it is closed before it was ever open; failures are told by the error event.
    void this.client.connect().catch(() => undefined);
  }

  /** Resolves when it stands. Rejects after a few seconds without. */
  async ready(): Promise<void> {
    for (let tries = 0; !this.client.isReady; tries++) {
      if (tries === 50) throw new Error('Redis does not answer.');
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  stop(): void {
    this.client.destroy();
  }

  get state(): RedisState {
    return this.client.isReady ? 'up' : 'away';
  }
}

async function clientFor(url: string) {
  const { createClient } = await import('redis');
  return createClient({
    url,
    disableOfflineQueue: true,
    socket: {
      connectTimeout: 2000,
      // Who is silent for so long is not there, though no packet says so.
      socketTimeout: silence,
      // Soon: other processes' people wait for what is told. Not all in the same instant.
      reconnectStrategy: (retries) => Math.min(50 * 2 ** retries, 500) * (0.75 + Math.random() / 2),
    },
    pingInterval: silence / 4,
  });
}
