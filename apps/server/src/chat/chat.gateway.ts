import { Inject } from '@nestjs/common';
import {
  ConnectedSocket,
  MessageBody,
  SubscribeMessage,
  WebSocketGateway,
} from '@nestjs/websockets';
import type { ClubSocket } from '../sockets/club-socket.js';
import { Door } from '../sockets/door.js';
import { Chat } from './chat.js';

@WebSocketGateway()
export class ChatGateway {
  constructor(
    @Inject(Door) private readonly door: Door,
    @Inject(Chat) private readonly chat: Chat,
  ) {}

  @SubscribeMessage('chat:say')
  say(@ConnectedSocket() socket: ClubSocket, @MessageBody() body: unknown) {
    return this.door.player('chat:say', socket, body, async (request, player) => ({
      seq: await this.chat.say(socket, player.id, request),
    }));
  }

  @SubscribeMessage('chat:listen')
  listen(@ConnectedSocket() socket: ClubSocket, @MessageBody() body: unknown) {
    return this.door.anybody('chat:listen', socket, body, async (request) => ({
      lines: await this.chat.listen(socket, request),
    }));
  }

  @SubscribeMessage('chat:unlisten')
  unlisten(@ConnectedSocket() socket: ClubSocket, @MessageBody() body: unknown) {
    return this.door.anybody('chat:unlisten', socket, body, ({ room }) => {
      this.chat.unlisten(socket, room);
      return {};
    });
  }
}
