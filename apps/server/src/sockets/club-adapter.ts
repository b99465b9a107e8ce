import type { INestApplicationContext } from '@nestjs/common';
import { IoAdapter } from '@nestjs/platform-socket.io';
import { limits } from '@trellis/wire';
import type { Server, ServerOptions } from 'socket.io';
import type { Handshake } from './handshake.js';

/** How sockets are opened, in one place. Recovery stays off: coming back is asking for the view again. */
export const socketOptions = {
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

export class ClubAdapter extends IoAdapter {
  constructor(
    app: INestApplicationContext,
    private readonly handshake: Handshake,
  ) {
    super(app);
  }

  override createIOServer(port: number, options?: Partial<ServerOptions>): Server {
    return super.createIOServer(port, {
      ...options,
      ...socketOptions,
      allowRequest: (request, answer) => answer(null, this.handshake.allows(request)),
    }) as Server;
  }
}
