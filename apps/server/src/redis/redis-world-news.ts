import { randomUUID } from 'node:crypto';
import { WorldNews, type News } from '@trellis/grid';
import type { Log } from '../http/log.js';
import type { RedisConnection } from './redis-connection.js';

const channel = 'trellis:grid';

/** News of the worlds through Redis's publish and subscribe. When Redis is away each process goes on with its own people. */
export class RedisWorldNews extends WorldNews {
  readonly self = randomUUID();
  private closed = false;
  private readonly listeners = new Set<(from: string, news: News) => void>();
  private readonly subscriber: RedisConnection['client'];

  constructor(
    private readonly redis: RedisConnection,
    private readonly log: Log,
  ) {
    super();
    this.subscriber = redis.client.duplicate() as RedisConnection['client'];
    // Its own connection tells of every fault already.
    this.subscriber.on('error', () => undefined);
    // After a silence the others are asked for all they hold, and told all that is here.
    this.subscriber.on('ready', () => this.publish({ kind: 'hello' }));
  }

  /** Begins to listen and does not wait for it. */
  start(): void {
    const listening = this.subscriber
      .connect()
      .then(() => this.subscriber.subscribe(channel, (message) => this.hear(message)));
    listening.catch((error: unknown) => {
      if (!this.closed) this.log.error({ error }, 'The grid does not hear the other processes');
    });
  }

  publish(news: News): void {
    if (!this.redis.client.isReady) return;
    this.redis.client.publish(channel, JSON.stringify([this.self, news])).catch(() => undefined);
  }

  subscribe(listener: (from: string, news: News) => void): void {
    this.listeners.add(listener);
  }

  async close(): Promise<void> {
    this.closed = true;
    this.subscriber.destroy();
  }

  private hear(message: string): void {
    const [from, news] = JSON.parse(message) as [string, News];
    if (from === this.self) return;
    for (const listener of this.listeners) listener(from, news);
  }
}
