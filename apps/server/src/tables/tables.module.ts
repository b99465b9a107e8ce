import { Module } from '@nestjs/common';
import { Bus, ClubMemory } from '@trellis/facade';
import { Pauses } from '@trellis/justice';
import { Apart } from '@trellis/people';
import {
  Chance,
  Clock,
  Directory,
  Journal,
  Nodes,
  Results,
  Tables,
  Thinker,
  type Games,
} from '@trellis/tables';
import { rulesFinder } from '../adapters.module.js';
import { PlayerNames } from '../facts/player-names.js';
import { MeasuredJournal } from '../health/measured-journal.js';
import { Metrics } from '../health/metrics.js';
import { Log } from '../http/log.js';
import { Leavers } from '../justice/leavers.js';
import { AwaitedTurns } from '../notices/awaited-turns.js';
import { NoticesModule } from '../notices/notices.module.js';
import { NodeMessages } from '../nodes/node-messages.js';
import { Sockets } from '../sockets/sockets.js';
import { StorageNews } from '../sockets/storage-news.js';
import { SocketAudience } from './socket-audience.js';
import { TableBook } from './table-book.js';
import { TableCalls } from './table-calls.js';
import { TableGateway } from './table.gateway.js';

/** Tables, and those who look at them. */
@Module({
  imports: [NoticesModule],
  providers: [
    TableGateway,
    {
      provide: SocketAudience,
      useFactory: (
        sockets: Sockets,
        names: PlayerNames,
        club: ClubMemory,
        bus: Bus,
        clock: Clock,
        messages: NodeMessages,
        games: Games,
        log: Log,
      ) =>
        new SocketAudience({
          ...{ sockets, names, club, bus, clock, messages, games },
          report: (error, table) => log.error({ error, table }, 'A table could not be shown'),
        }),
      inject: [Sockets, PlayerNames, ClubMemory, Bus, Clock, NodeMessages, rulesFinder, Log],
    },
    {
      provide: Tables,
      useFactory: (
        journal: Journal,
        results: Results,
        leavers: Leavers,
        audience: SocketAudience,
        turns: AwaitedTurns,
        directory: Directory,
        nodes: Nodes,
        messages: NodeMessages,
        clock: Clock,
        chance: Chance,
        thinker: Thinker,
        games: Games,
        apart: Apart,
        pauses: Pauses,
        news: StorageNews,
        metrics: Metrics,
        log: Log,
      ) => {
        const measured = new MeasuredJournal(journal, metrics, log);
        const tables = new Tables({
          results: measured.watching(leavers.watching(results)),
          audience: turns.watching(audience),
          ...{ directory, nodes, clock, chance, thinker, games },
          areApart: (one, other) => apart.are(one, other),
          mustMayRate: (player) => pauses.mustMayRate(player),
          journal: measured,
          report: (error, table) => log.error({ error, table }, 'A table met a bug'),
          onAvailable: (available) => {
            log.warn({ available }, available ? 'The storage is back' : 'The storage is away');
            news.tell(available);
          },
          onTaken: (table) => audience.taken(table),
          onLost: (table, by) => {
            metrics.tableLost(by);
            audience.lost(table);
          },
        });
        messages.answer('table:handle', async ({ tableId, request }) => ({
          seq: await tables.handleHere(tableId, request),
        }));
        return tables;
      },
      inject: [
        Journal,
        Results,
        Leavers,
        SocketAudience,
        AwaitedTurns,
        Directory,
        Nodes,
        NodeMessages,
        Clock,
        Chance,
        Thinker,
        rulesFinder,
        Apart,
        Pauses,
        StorageNews,
        Metrics,
        Log,
      ],
    },
    {
      provide: TableBook,
      useFactory: (tables: Tables, audience: SocketAudience) => {
        const book = new TableBook(tables);
        audience.attach(book);
        return book;
      },
      inject: [Tables, SocketAudience],
    },
    {
      provide: TableCalls,
      useFactory: (book: TableBook, messages: NodeMessages, games: Games) =>
        new TableCalls(book, messages, games),
      inject: [TableBook, NodeMessages, rulesFinder],
    },
  ],
  exports: [Tables, TableBook, SocketAudience],
})
export class TablesModule {}
