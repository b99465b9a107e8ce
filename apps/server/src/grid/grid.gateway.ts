import { Inject, type OnModuleDestroy } from '@nestjs/common';
import {
  ConnectedSocket,
  MessageBody,
  SubscribeMessage,
  WebSocketGateway,
  type OnGatewayConnection,
  type OnGatewayInit,
} from '@nestjs/websockets';
import { GridAuth, gridNamespace, gridPageProtocol } from '@trellis/wire';
import type { GridServer, GridSocket } from '../sockets/club-socket.js';
import { Comers } from '../sockets/comers.js';
import { Door } from '../sockets/door.js';
import { Grid } from './grid.js';

/** The grid's namespace. Its connections are people of the club like any other, or visitors. */
@WebSocketGateway({ namespace: gridNamespace })
export class GridGateway
  implements OnGatewayInit<GridServer>, OnGatewayConnection<GridSocket>, OnModuleDestroy
{
  private stopListening: () => void = () => undefined;

  constructor(
    @Inject(Door) private readonly door: Door,
    @Inject(Grid) private readonly grid: Grid,
    @Inject(Comers) private readonly comers: Comers,
  ) {}

  afterInit(io: GridServer): void {
    this.grid.open(io);
    io.use((socket, next) => {
      this.comers.identify(socket).then(() => next(), next);
    });
    this.stopListening = this.comers.keep(() => io.sockets.values());
  }

  handleConnection(socket: GridSocket): void {
    if (!this.comers.stillHolds(socket)) {
      socket.disconnect(true);
      return;
    }
    this.door.guardGrid(socket);
    const { protocol } = GridAuth.safeParse(socket.handshake.auth).data ?? {};
    this.grid.arrive(socket, protocol === gridPageProtocol ? 'frames' : 'plain');
    socket.on('disconnect', () => this.grid.left(socket));
  }

  @SubscribeMessage('movement')
  movement(@ConnectedSocket() socket: GridSocket, @MessageBody() body: unknown) {
    return this.door.grid('movement', socket, body, ({ direction }) =>
      this.grid.move(socket, direction),
    );
  }

  @SubscribeMessage('join')
  join(@ConnectedSocket() socket: GridSocket, @MessageBody() body: unknown) {
    return this.door.grid('join', socket, body, ({ room }) => this.grid.join(socket, room));
  }

  @SubscribeMessage('leave')
  leave(@ConnectedSocket() socket: GridSocket, @MessageBody() body: unknown) {
    return this.door.grid('leave', socket, body, ({ room }) => this.grid.leave(socket, room));
  }

  onModuleDestroy(): void {
    this.stopListening();
  }
}
