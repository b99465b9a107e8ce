import { Module } from '@nestjs/common';
import { houseGame } from '@trellis/games/catalog/house';
import { Chance, Clock, Directory, Tables, Thinker } from '@trellis/tables';
import { AuthModule } from '../auth/auth.module.js';
import { PlayerNames } from '../facts/player-names.js';
import { Log } from '../http/log.js';
import { NodeMessages } from '../nodes/node-messages.js';
import { SocketAudience } from '../tables/socket-audience.js';
import { onlyToLookAt, TableBook } from '../tables/table-book.js';
import { TablesModule } from '../tables/tables.module.js';
import { HouseController } from './house.controller.js';
import { HouseTables } from './house-tables.js';
import { VisitorsModule } from './visitors.module.js';

/** Playing with the house, and looking at it play. */
@Module({
  imports: [AuthModule, TablesModule, VisitorsModule],
  controllers: [HouseController],
  providers: [
    {
      provide: HouseTables,
      useFactory: (
        audience: SocketAudience,
        book: TableBook,
        tables: Tables,
        names: PlayerNames,
        directory: Directory,
        messages: NodeMessages,
        clock: Clock,
        chance: Chance,
        thinker: Thinker,
        log: Log,
      ) => {
        const house = new HouseTables({
          ...{ audience, tables, names, directory, clock, chance, thinker },
          games: houseGame,
          watchers: (id) => audience.watchers(id),
          onLost: (id) => audience.lost(id),
          askRecord: async (node, id) => (await messages.ask(node, 'house:game', { id })).game,
          report: (error, table) => log.error({ error, table }, 'A table of the house met a bug'),
        });
        book.add({
          holds: (id) => house.knows(id),
          owner: (id) => house.owner(id),
          isHere: (id) => house.isHere(id),
          read: (id) => house.read(id),
          summary: (id) => house.summary(id),
          handle: onlyToLookAt,
          automatic: onlyToLookAt,
        });
        messages.answer('house:game', ({ id }) => Promise.resolve({ game: house.recordHere(id) }));
        audience.onLook((id) => house.looked(id));
        return house;
      },
      inject: [
        SocketAudience,
        TableBook,
        Tables,
        PlayerNames,
        Directory,
        NodeMessages,
        Clock,
        Chance,
        Thinker,
        Log,
      ],
    },
  ],
  exports: [HouseTables],
})
export class HouseModule {}
