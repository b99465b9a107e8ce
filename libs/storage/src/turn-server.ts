import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { TurnReader, type Turn } from './turn-reader.js';

/** One backend of Postgres, as PGlite is. */
export interface SingleBackend {
  execProtocolRaw(bytes: Uint8Array): Promise<Uint8Array>;
  isInTransaction(): boolean;
  exec(sql: string): Promise<unknown>;
}

interface Waiting {
  readonly client: Socket;
  readonly bytes: Buffer;
}

/**
 * Lets many connections share one backend over Postgres's own protocol, one whole turn at a time: a
 * prepared query of one connection is never cut by another's, and a transaction keeps the backend
 * to its connection until it ends. (pglite-socket cuts between messages: with parameters of some
 * megabytes one connection's values met another's statement.)
 */
export class TurnServer {
  private readonly server: Server;
  private readonly clients = new Set<Socket>();
  private waiting: Waiting[] = [];
  private busy = false;
  /** Whose transaction is open. */
  private holder: Socket | undefined;

  constructor(
    private readonly backend: SingleBackend,
    /** The backend broke: nothing it says can be trusted any more. */
    private readonly onBroken: (error: unknown) => void,
  ) {
    this.server = createServer((client) => this.welcome(client));
  }

  /** Listens on loopback only, for there is no password. Resolves with the port. */
  async start(): Promise<number> {
    await new Promise<void>((resolve, reject) => {
      this.server.once('error', reject);
      this.server.listen(0, '127.0.0.1', resolve);
    });
    return (this.server.address() as AddressInfo).port;
  }

  /** Ends all connections after the turn that is running. */
  async stop(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.server.close(() => resolve()));
    this.waiting = [];
    for (const client of this.clients) client.destroy();
    await closed;
  }

  private welcome(client: Socket): void {
    const reader = new TurnReader();
    client.setNoDelay(true);
    this.clients.add(client);
    client.on('data', (chunk) => {
      for (const turn of reader.push(chunk)) this.accept(client, turn);
    });
    // A broken connection says 'close' next.
    client.on('error', () => {});
    client.on('close', () => this.forget(client));
  }

  private accept(client: Socket, turn: Turn): void {
    switch (turn.kind) {
      case 'encryption':
        client.write('N');
        break;
      case 'cancel':
      case 'goodbye':
        client.end();
        break;
      case 'startup':
      case 'messages':
        this.waiting.push({ client, bytes: turn.bytes });
        void this.run();
    }
  }

  private async run(): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    try {
      for (let next = this.takeNext(); next; next = this.takeNext()) {
        const answer = await this.backend.execProtocolRaw(next.bytes);
        this.holder = this.backend.isInTransaction() ? next.client : undefined;
        if (next.client.writable) next.client.write(answer);
        if (this.holder && !this.clients.has(this.holder)) await this.rollBack();
      }
    } catch (error) {
      this.onBroken(error);
    } finally {
      this.busy = false;
    }
  }

  private takeNext(): Waiting | undefined {
    const index = this.holder
      ? this.waiting.findIndex(({ client }) => client === this.holder)
      : this.waiting.length > 0
        ? 0
        : -1;
    return index < 0 ? undefined : this.waiting.splice(index, 1)[0];
  }

  private forget(client: Socket): void {
    this.clients.delete(client);
    this.waiting = this.waiting.filter((each) => each.client !== client);
    if (this.holder !== client || this.busy) return;
    this.busy = true;
    this.rollBack()
      .catch(this.onBroken)
      .finally(() => {
        this.busy = false;
        void this.run();
      });
  }

  /** A connection that ends in the middle of a transaction takes it back. */
  private async rollBack(): Promise<void> {
    await this.backend.exec('ROLLBACK');
    this.holder = undefined;
  }
}
