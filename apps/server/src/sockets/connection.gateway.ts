import { Inject, type OnModuleDestroy } from '@nestjs/common';
import { WebSocketGateway, type OnGatewayConnection, type OnGatewayInit } from '@nestjs/websockets';
import { endsSession, Sessions, type Ended } from '../auth/sessions.js';
import { Log } from '../http/log.js';
import { Presence } from '../presence/presence.js';
import { SocketAudience } from '../tables/socket-audience.js';
import type { ClubServer, ClubSocket } from './club-socket.js';
import { ConnectionLimits, mostSocketsOfPlayer } from './connection-limits.js';
import { Door } from './door.js';
import { Handshake } from './handshake.js';
import { rooms } from './rooms.js';
import { connectionsOf, drop, mostUnsentBytes, unsentBytes } from './slow-readers.js';
import { Sockets } from './sockets.js';
import { StorageNews } from './storage-news.js';

/** Who does not read is looked for this often (ms). */
const slowReadersEvery = 1000;
/** Sessions that end by themselves, of old age, are looked for this often (ms). */
const sweepEvery = 30_000;

/** From the handshake to the end of a connection, whatever is asked over it in between. */
@WebSocketGateway()
export class ConnectionGateway
  implements OnGatewayInit<ClubServer>, OnGatewayConnection<ClubSocket>, OnModuleDestroy
{
  private readonly sweeping: readonly NodeJS.Timeout[];
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
    @Inject(Log) private readonly log: Log,
    @Inject(Sessions) sessions: Sessions,
  ) {
    this.stopListening = sessions.onEnded((ended) => this.sessionEnded(ended));
    this.sweeping = [
      setInterval(() => this.sweep(), sweepEvery),
      setInterval(() => this.dropSlowReaders(), slowReadersEvery),
    ];
    for (const timer of this.sweeping) timer.unref();
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
    if (!this.handshake.stillHolds(socket.data)) return this.end(socket);
    const { player } = socket.data;
    if (player) void socket.join(rooms.player(player.id));
    this.door.guard(socket);
    this.presence.arrived(player);
    this.news.greet(socket);
    socket.on('disconnecting', () => this.audience.disconnecting(socket));
    socket.on('disconnect', () => this.presence.left(player));
  }

  onModuleDestroy(): void {
    for (const timer of this.sweeping) clearInterval(timer);
    this.stopListening();
  }

  private async identify(socket: ClubSocket): Promise<void> {
    try {
      socket.data = await this.handshake.identify(socket.request);
    } catch (error) {
      this.log.error({ error }, 'Who connects is not known: the storage does not answer');
      throw refusal('storage-away');
    }
    const { player } = socket.data;
    if (player && this.sockets.size(rooms.player(player.id)) >= mostSocketsOfPlayer)
      throw refusal('too-many-connections');
  }

  private sessionEnded(ended: Ended): void {
    const concerned =
      'player' in ended ? this.sockets.in(rooms.player(ended.player)) : this.sockets.all();
    for (const socket of concerned) {
      const { session } = socket.data;
      if (session && endsSession(ended, session)) this.end(socket);
    }
  }

  private sweep(): void {
    for (const socket of this.sockets.all())
      if (!this.handshake.stillHolds(socket.data)) this.end(socket);
  }

  /** What waits for a client that does not read is memory of everybody. He may come back and look again. */
  private dropSlowReaders(): void {
    for (const connection of connectionsOf(this.io)) {
      if (unsentBytes(connection) <= mostUnsentBytes) continue;
      const address = this.handshake.addressOf(connection.request);
      this.log.warn({ address }, 'A client does not read what it is sent and is closed.');
      drop(connection);
    }
  }

  private end(socket: ClubSocket): void {
    socket.emit('session:ended', { reason: 'signed-out' });
    socket.disconnect(true);
  }
}

/** What the client finds in `connect_error`: the code is in `data`, as in an answer. */
function refusal(code: string): Error {
  return Object.assign(new Error(code), { data: { code } });
}
