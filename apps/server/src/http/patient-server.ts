import { createServer, ServerResponse, type IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { ExpressAdapter } from '@nestjs/platform-express';
import { clientAddress, household, isThisMachine } from './client-address.js';

/** How long a client may take (ms). A browser sends the head of a request in one piece and a body of 16 KB in a few. */
export const patience = {
  /** From the connection, or from the request before, to the end of the head. */
  headersTimeout: 8_000,
  /** To the end of the body. */
  requestTimeout: 10_000,
  keepAliveTimeout: 65_000,
  /** How often connections are looked at; with Node's own 30 s, everything above would be half a minute late. */
  connectionsCheckingInterval: 2_000,
} as const;

/** Connections of one address at once, whatever they carry. Neither this machine nor proxies are counted: they carry everybody. */
export const mostStreamsOfAddress = 300;

/** What every answer begins with, whoever gives it. */
export type EveryAnswer = (
  request: IncomingMessage,
  response: ServerResponse,
  next: () => void,
) => void;

/** Express over an HTTP server that waits for nobody for long. */
export class PatientServer extends ExpressAdapter {
  constructor(
    private readonly everyAnswer: EveryAnswer = () => undefined,
    /** Whoever connects is one. */
    private readonly behindProxies = false,
  ) {
    super();
  }

  private readonly open = new Set<Socket>();
  /** Those that have not asked anything yet. */
  private readonly silent = new Set<Socket>();
  private readonly streams = new Map<string, number>();

  override initHttpServer(): void {
    const { everyAnswer } = this;
    // Not a middleware: pages and polling sockets are answered in front of Express.
    class Answer extends ServerResponse {
      constructor(request: IncomingMessage) {
        super(request);
        everyAnswer(request, this, () => undefined);
      }
    }
    const server = createServer({ ...patience, ServerResponse: Answer }, this.getInstance());
    server.on('connection', (socket) => this.count(socket));
    server.on('request', ({ socket }) => this.silent.delete(socket));
    const close = server.close.bind(server);
    server.close = (done) => {
      // Node waits for a connection that has not asked anything yet; browsers keep some ready.
      for (const socket of this.silent) socket.destroy();
      return close(done);
    };
    this.httpServer = server;
  }

  /** Ends all connections, open WebSockets included. */
  override close(): Promise<void> {
    for (const socket of this.open) socket.destroy();
    return super.close() as Promise<void>;
  }

  private count(socket: Socket): void {
    this.open.add(socket);
    this.silent.add(socket);
    socket.once('close', () => {
      this.open.delete(socket);
      this.silent.delete(socket);
    });
    const direct = clientAddress({ headers: {}, socket }, 0);
    if (this.behindProxies || isThisMachine(direct)) return;
    const address = household(direct);
    const now = (this.streams.get(address) ?? 0) + 1;
    if (now > mostStreamsOfAddress) {
      socket.destroy();
      return;
    }
    this.streams.set(address, now);
    socket.once('close', () => {
      const left = (this.streams.get(address) ?? 1) - 1;
      if (left > 0) this.streams.set(address, left);
      else this.streams.delete(address);
    });
  }
}
