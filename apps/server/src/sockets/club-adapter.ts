import type { INestApplicationContext } from '@nestjs/common';
import { IoAdapter } from '@nestjs/platform-socket.io';
import { limits } from '@trellis/wire';
import { Server, type ServerOptions } from 'socket.io';
import type { ClubSocket } from './club-socket.js';
import type { Arrivals } from './arrivals.js';

/** How sockets are opened, in one place. Recovery stays off: coming back is asking for the view again. */
const socketOptions = {
  path: '/socket.io',
  transports: ['websocket', 'polling'],
  maxHttpBufferSize: limits.requestBytes,
  perMessageDeflate: false,
  httpCompression: false,
  serveClient: false,
  connectTimeout: 10_000,
  pingInterval: 25_000,
  pingTimeout: 20_000,
} satisfies Partial<ServerOptions>;

type NestServer = ReturnType<IoAdapter['createIOServer']>;
type Handlers = Parameters<IoAdapter['bindMessageHandlers']>[1];

/**
 * Nest's gateways over our own Socket.IO: the options above, the check of who comes, and handlers bound as
 * plain listeners. Nest binds each by a stream of its own, which costs a seated connection more memory than all the
 * rest of it (docs/performance.md); the door has acknowledged whatever a handler would not be given.
 */
export class ClubAdapter extends IoAdapter {
  constructor(
    app: INestApplicationContext,
    private readonly arrivals: Arrivals,
  ) {
    super(app);
  }

  override createIOServer(): NestServer {
    const server = new Server(this.httpServer, {
      ...socketOptions,
      allowRequest: (request, answer) =>
        void this.arrivals.refuses(request).then((reason) => answer(reason, reason === undefined)),
    });
    // Nest's types are those of the release it was built with.
    return server as unknown as NestServer;
  }

  override bindMessageHandlers(socket: unknown, handlers: Handlers): void {
    for (const { message, callback } of handlers) {
      // On the grid a message may want no answer.
      const handle = (body: unknown, answer?: (answer: unknown) => void) =>
        void Promise.resolve(callback(body, answer)).then(answer);
      (socket as ClubSocket).on(message, handle);
    }
  }
}
