import { Inject } from '@nestjs/common';
import {
  ConnectedSocket,
  MessageBody,
  SubscribeMessage,
  WebSocketGateway,
} from '@nestjs/websockets';
import { Tables } from '@trellis/tables';
import type { ClubSocket } from '../sockets/club-socket.js';
import { Door } from '../sockets/door.js';
import { Halls } from './halls.js';

@WebSocketGateway()
export class HallGateway {
  constructor(
    @Inject(Door) private readonly door: Door,
    @Inject(Halls) private readonly halls: Halls,
    @Inject(Tables) private readonly tables: Tables,
  ) {}

  @SubscribeMessage('hall:enter')
  enter(@ConnectedSocket() socket: ClubSocket, @MessageBody() body: unknown) {
    return this.door.anybody('hall:enter', socket, body, ({ game }) =>
      this.halls.enter(socket, game),
    );
  }

  @SubscribeMessage('hall:leave')
  leave(@ConnectedSocket() socket: ClubSocket, @MessageBody() body: unknown) {
    return this.door.anybody('hall:leave', socket, body, () => {
      this.halls.leave(socket);
      return {};
    });
  }

  @SubscribeMessage('hall:find')
  find(@ConnectedSocket() socket: ClubSocket, @MessageBody() body: unknown) {
    return this.door.anybody('hall:find', socket, body, ({ game, number }) => ({
      tableId: this.halls.find(game, number),
    }));
  }

  @SubscribeMessage('hall:play-now')
  playNow(@ConnectedSocket() socket: ClubSocket, @MessageBody() body: unknown) {
    return this.door.player('hall:play-now', socket, body, async ({ game }, player) => ({
      tableId: await this.tables.playNow(player.id, game),
    }));
  }
}
