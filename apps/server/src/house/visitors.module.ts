import { Module } from '@nestjs/common';
import { isOfVisitors } from '@trellis/facade';
import { houseGame } from '@trellis/games/catalog/house';
import { Chance, Clock, Thinker } from '@trellis/tables';
import { Configuration } from '../configuration/configuration.js';
import { PlayerNames } from '../facts/player-names.js';
import { Log } from '../http/log.js';
import { SocketAudience } from '../tables/socket-audience.js';
import { TableBook } from '../tables/table-book.js';
import { TablesModule } from '../tables/tables.module.js';
import { VisitorTables } from './visitor-tables.js';
import { Visitors } from './visitors.js';

/** People who play without an account, and their tables. */
@Module({
  imports: [TablesModule],
  providers: [
    {
      provide: Visitors,
      useFactory: (configuration: Configuration) => new Visitors(configuration),
      inject: [Configuration],
    },
    {
      provide: VisitorTables,
      useFactory: (
        audience: SocketAudience,
        book: TableBook,
        names: PlayerNames,
        clock: Clock,
        chance: Chance,
        thinker: Thinker,
        log: Log,
      ) => {
        const visitors = new VisitorTables({
          ...{ audience, names, clock, chance, thinker },
          games: houseGame,
          watchers: (id) => audience.watchers(id),
          report: (error, table) => log.error({ error, table }, 'A visitors’ table met a bug'),
        });
        const { tables } = visitors;
        book.add({
          holds: isOfVisitors,
          read: (id) => tables.read(id),
          summary: (id) => tables.summary(id),
          handle: (id, request) => tables.handle(id, request),
          automatic: (id, player, on) => tables.automatic(id, player, on),
        });
        return visitors;
      },
      inject: [SocketAudience, TableBook, PlayerNames, Clock, Chance, Thinker, Log],
    },
  ],
  exports: [Visitors, VisitorTables],
})
export class VisitorsModule {}
