import { Module } from '@nestjs/common';
import { ChatLines, ChatRooms } from '@trellis/chat';
import { Bus } from '@trellis/facade';
import { games } from '@trellis/games/catalog/games';
import { Pauses } from '@trellis/justice';
import { Apart } from '@trellis/people';
import { Clock } from '@trellis/tables';
import { PlayerNames } from '../facts/player-names.js';
import { Log } from '../http/log.js';
import { NodeMessages } from '../nodes/node-messages.js';
import { Sockets } from '../sockets/sockets.js';
import { SocketAudience } from '../tables/socket-audience.js';
import { TableBook } from '../tables/table-book.js';
import { TablesModule } from '../tables/tables.module.js';
import { AuthModule } from '../auth/auth.module.js';
import { ChatController } from './chat.controller.js';
import { ChatGateway } from './chat.gateway.js';
import { Chat } from './chat.js';

@Module({
  imports: [AuthModule, TablesModule],
  controllers: [ChatController],
  providers: [
    ChatGateway,
    {
      provide: ChatRooms,
      useFactory: (lines: ChatLines, clock: Clock, bus: Bus) => {
        const rooms = new ChatRooms(lines, clock);
        bus.subscribe((fact) => {
          // What somebody said whose account was deleted is gone from the storage.
          if (fact.kind === 'player-renamed' && fact.player.former) rooms.forgetAll();
        });
        return rooms;
      },
      inject: [ChatLines, Clock, Bus],
    },
    {
      provide: Chat,
      useFactory: (
        lines: ChatRooms,
        sockets: Sockets,
        names: PlayerNames,
        tables: TableBook,
        audience: SocketAudience,
        messages: NodeMessages,
        apart: Apart,
        pauses: Pauses,
        log: Log,
      ) => {
        const chat = new Chat({
          ...{ lines, sockets, names, messages, apart, pauses },
          tableNamed: (id) => tables.summary(id),
          games: games.map(({ name }) => name),
          report: (error) => log.error({ error }, 'Lines could not be read or written'),
        });
        audience.onGone((id) => chat.forget(id));
        return chat;
      },
      inject: [
        ChatRooms,
        Sockets,
        PlayerNames,
        TableBook,
        SocketAudience,
        NodeMessages,
        Apart,
        Pauses,
        Log,
      ],
    },
  ],
  exports: [ChatRooms],
})
export class ChatModule {}
