import type { Socket } from 'node:net';
import { Front } from './front.js';

/** What a client of the database has just asked, or been answered. */
export interface Passage {
  readonly when: 'before' | 'after';
  /** The text of the statement. */
  readonly statement: string;
  /** The connection is inside a transaction: for `after`, when the statement is over. */
  readonly inTransaction: boolean;
}

/** `cut`: both ends lose the connection, and what was to pass does not pass. */
export type Verdict = 'pass' | 'cut';

/** Asked of every statement; nothing passes until it has answered. */
export type Watch = (passage: Passage) => Verdict | Promise<Verdict>;

/**
 * The wire between the club and its Postgres, in our hands: it shows each statement before the database gets it and
 * each answer before the club does, so that either can die, or the wire be cut, exactly there.
 * (https://www.postgresql.org/docs/current/protocol-message-formats.html)
 */
export class PostgresWire {
  private readonly open = new Set<Socket>();
  private watch: Watch = () => 'pass';
  private front!: Front;

  private constructor() {}

  /** Listens on a port of its own in front of this database. */
  static async before(databaseUrl: string): Promise<PostgresWire> {
    const wire = new PostgresWire();
    wire.front = await Front.before(databaseUrl, (client, database) =>
      wire.join(client, database()),
    );
    return wire;
  }

  /** The address of the database through this wire. */
  get url(): string {
    return this.front.url;
  }

  watchWith(watch: Watch): void {
    this.watch = watch;
  }

  async close(): Promise<void> {
    for (const socket of this.open) socket.destroy();
    await this.front.close();
  }

  private join(client: Socket, database: Socket): void {
    const ends = [client, database] as const;
    const cut = () => ends.forEach((end) => end.destroy());
    const line = { statement: '', inTransaction: false };
    const judge = async (when: Passage['when']): Promise<boolean> => {
      const verdict = line.statement ? await this.watch({ when, ...line }) : 'pass';
      if (verdict === 'cut') cut();
      return verdict === 'pass';
    };
    for (const end of ends) {
      end.setNoDelay(true);
      this.open.add(end);
      end.on('error', cut);
      end.on('close', () => {
        this.open.delete(end);
        cut();
      });
    }
    const asking = new Messages(true);
    /** Statements that the connection keeps, by their names. */
    const kept = new Map<string, string>();
    relay(client, database, async (chunk) => {
      let asks = false;
      for (const { type, body } of asking.push(chunk)) {
        if (type === 'Q') [line.statement, asks] = [textAt(body, 0), true];
        // Parse: the name of the prepared statement, then its text.
        if (type === 'P') {
          [line.statement, asks] = [textAt(body, body.indexOf(0) + 1), true];
          kept.set(textAt(body, 0), line.statement);
        }
        // Bind: a portal, then the name of a statement. One with a name may have been parsed long ago.
        const name = type === 'B' ? textAt(body, body.indexOf(0) + 1) : '';
        if (name) [line.statement, asks] = [kept.get(name) ?? '', true];
      }
      return !asks || (await judge('before'));
    });
    const answering = new Messages(false);
    relay(database, client, async (chunk) => {
      let isReady = false;
      for (const { type, body } of answering.push(chunk)) {
        if (type !== 'Z') continue;
        line.inTransaction = String.fromCharCode(body[0] ?? 0) !== 'I';
        isReady = true;
      }
      return !isReady || (await judge('after'));
    });
    client.resume();
  }
}

/** Chunks one after the other, each only when `mayPass` says so. */
function relay(from: Socket, to: Socket, mayPass: (chunk: Buffer) => Promise<boolean>): void {
  let turn = Promise.resolve();
  from.on('data', (chunk: Buffer) => {
    turn = turn.then(async () => {
      if ((await mayPass(chunk)) && to.writable) to.write(chunk);
    });
  });
}

function textAt(body: Buffer, start: number): string {
  const end = body.indexOf(0, start);
  return body.toString('utf8', start, end < 0 ? undefined : end);
}

/** Cuts a stream into messages: a type, a length that counts itself, a body. The first one of a client has no type. */
class Messages {
  private rest: Buffer = Buffer.alloc(0);

  constructor(private untyped: boolean) {}

  push(chunk: Buffer): { type: string; body: Buffer }[] {
    this.rest = Buffer.concat([this.rest, chunk]);
    const messages: { type: string; body: Buffer }[] = [];
    for (;;) {
      const head = this.untyped ? 0 : 1;
      if (this.rest.length < head + 4) return messages;
      const end = head + this.rest.readInt32BE(head);
      if (this.rest.length < end) return messages;
      const type = this.untyped ? '' : String.fromCharCode(this.rest[0]!);
      messages.push({ type, body: this.rest.subarray(head + 4, end) });
      this.rest = this.rest.subarray(end);
      this.untyped = false;
    }
  }
}
