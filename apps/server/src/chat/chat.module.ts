import { Module } from '@nestjs/common';
import { ChatLines, ChatRooms } from '@trellis/chat';
import { games } from '@trellis/games/catalog/games';
import { Apart } from '@trellis/people';
import { Clock, Tables } from '@trellis/tables';
import { PlayerNames } from '../facts/player-names.js';
import { Log } from '../http/log.js';
import { Sockets } from '../sockets/sockets.js';
import { SocketAudience } from '../tables/socket-audience.js';
import { TablesModule } from '../tables/tables.module.js';
import { ChatGateway } from './chat.gateway.js';
import { Chat } from './chat.js';

@Module({
  imports: [TablesModule],
  providers: [
    ChatGateway,
    {
      provide: ChatRooms,
      useFactory: (lines: ChatLines, clock: Clock) => new ChatRooms(lines, clock),
      inject: [ChatLines, Clock],
    },
    {
      provide: Chat,
      useFactory: (
        lines: ChatRooms,
        sockets: Sockets,
        names: PlayerNames,
        tables: Tables,
        audience: SocketAudience,
        apart: Apart,
        log: Log,
      ) => {
        const chat = new Chat({
          ...{ lines, sockets, names, apart },
          read: (id) => tables.read(id),
          games: games.map(({ name }) => name),
          report: (error) => log.error({ error }, 'Lines could not be read or written'),
        });
        audience.onGone((id) => chat.forget(id));
        return chat;
      },
      inject: [ChatRooms, Sockets, PlayerNames, Tables, SocketAudience, Apart, Log],
    },
  ],
  exports: [ChatRooms],
})
export class ChatModule {}
