import { Inject } from '@nestjs/common';
import {
  ConnectedSocket,
  MessageBody,
  SubscribeMessage,
  WebSocketGateway,
} from '@nestjs/websockets';
import type { ClubSocket } from '../sockets/club-socket.js';
import { Door } from '../sockets/door.js';
import { Notices } from './notices.js';

/** What pages say of notices. */
@WebSocketGateway()
export class NoticesGateway {
  constructor(
    @Inject(Door) private readonly door: Door,
    @Inject(Notices) private readonly notices: Notices,
  ) {}

  @SubscribeMessage('notice:seen')
  seen(@ConnectedSocket() socket: ClubSocket, @MessageBody() body: unknown) {
    return this.door.player('notice:seen', socket, body, ({ id }, player) => {
      this.notices.seen(player.id, id);
      return {};
    });
  }
}
