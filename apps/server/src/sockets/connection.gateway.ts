import { Inject, type OnModuleDestroy } from '@nestjs/common';
import { WebSocketGateway, type OnGatewayConnection, type OnGatewayInit } from '@nestjs/websockets';
import { addressMark } from '../http/address-mark.js';
import { Log } from '../http/log.js';
import { Presence } from '../presence/presence.js';
import { SocketAudience } from '../tables/socket-audience.js';
import type { ClubServer, ClubSocket } from './club-socket.js';
import { Comers, connectError } from './comers.js';
import { ConnectionLimits, mostSocketsOfPlayer } from './connection-limits.js';
import { Door } from './door.js';
import { Handshake } from './handshake.js';
import { rooms } from './rooms.js';
import { connectionsOf, drop, mostUnsentBytes, unsentBytes } from './slow-readers.js';
import { Sockets } from './sockets.js';
import { StorageNews } from './storage-news.js';

/** Who does not read is looked for this often (ms). */
const slowReadersEvery = 1000;

/** From the handshake to the end of a connection, whatever is asked over it in between. */
@WebSocketGateway()
export class ConnectionGateway
  implements OnGatewayInit<ClubServer>, OnGatewayConnection<ClubSocket>, OnModuleDestroy
{
  private readonly sweeping: NodeJS.Timeout;
  private io: ClubServer | undefined;
  private readonly stopListening: () => void;

  constructor(
    @Inject(Handshake) private readonly handshake: Handshake,
    @Inject(ConnectionLimits) private readonly limits: ConnectionLimits,
    @Inject(Sockets) private readonly sockets: Sockets,
    @Inject(Door) private readonly door: Door,
    @Inject(Presence) private readonly presence: Presence,
    @Inject(SocketAudience) private readonly audience: SocketAudience,
    @Inject(StorageNews) private readonly news: StorageNews,
    @Inject(Comers) private readonly comers: Comers,
    @Inject(Log) private readonly log: Log,
  ) {
    this.stopListening = comers.keep(
      () => sockets.all(),
      (player) => sockets.in(rooms.player(player)),
    );
    this.sweeping = setInterval(() => this.dropSlowReaders(), slowReadersEvery);
    this.sweeping.unref();
  }

  afterInit(io: ClubServer): void {
    this.io = io;
    this.sockets.open(io);
    io.engine.on('connection', (connection) => {
      const closed = this.limits.opened(this.handshake.addressOf(connection.request));
      connection.once('close', closed);
    });
    io.use((socket, next) => {
      this.identify(socket).then(() => next(), next);
    });
  }

  handleConnection(socket: ClubSocket): void {
    // It may have ended while the socket was being identified.
    if (!this.comers.stillHolds(socket)) return this.comers.end(socket);
    const { player } = socket.data;
    if (player) void socket.join(rooms.player(player.id));
    this.door.guard(socket);
    this.presence.arrived(player);
    this.news.greet(socket);
    socket.on('disconnecting', () => this.audience.disconnecting(socket));
    socket.on('disconnect', () => this.presence.left(player));
  }

  onModuleDestroy(): void {
    clearInterval(this.sweeping);
    this.stopListening();
  }

  private async identify(socket: ClubSocket): Promise<void> {
    await this.comers.identify(socket);
    const { player } = socket.data;
    if (player && this.sockets.size(rooms.player(player.id)) >= mostSocketsOfPlayer)
      throw connectError('too-many-connections');
  }

  /** What waits for a client that does not read is memory of everybody. He may come back and look again. */
  private dropSlowReaders(): void {
    for (const connection of connectionsOf(this.io)) {
      if (unsentBytes(connection) <= mostUnsentBytes) continue;
      const from = addressMark(this.handshake.addressOf(connection.request));
      this.log.warn({ from }, 'A client does not read what it is sent and is closed.');
      drop(connection);
    }
  }
}
