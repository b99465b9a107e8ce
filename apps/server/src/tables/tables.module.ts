import { Module } from '@nestjs/common';
import { Bus, ClubMemory } from '@trellis/facade';
import { houseGame } from '@trellis/games/catalog/house';
import { Apart } from '@trellis/people';
import { Chance, Clock, Directory, Journal, Results, Tables, Thinker } from '@trellis/tables';
import { PlayerNames } from '../facts/player-names.js';
import { MeasuredJournal } from '../health/measured-journal.js';
import { Metrics } from '../health/metrics.js';
import { Log } from '../http/log.js';
import { Sockets } from '../sockets/sockets.js';
import { StorageNews } from '../sockets/storage-news.js';
import { SocketAudience } from './socket-audience.js';
import { TableGateway } from './table.gateway.js';

/** Tables, and those who look at them. */
@Module({
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
        log: Log,
      ) =>
        new SocketAudience({
          ...{ sockets, names, club, bus, clock },
          games: houseGame,
          report: (error, table) => log.error({ error, table }, 'A table could not be shown'),
        }),
      inject: [Sockets, PlayerNames, ClubMemory, Bus, Clock, Log],
    },
    {
      provide: Tables,
      useFactory: (
        journal: Journal,
        results: Results,
        audience: SocketAudience,
        directory: Directory,
        clock: Clock,
        chance: Chance,
        thinker: Thinker,
        apart: Apart,
        news: StorageNews,
        metrics: Metrics,
        log: Log,
      ) => {
        const tables = new Tables({
          ...{ results, audience, directory, clock, chance, thinker },
          areApart: (one, other) => apart.are(one, other),
          journal: new MeasuredJournal(journal, metrics),
          games: houseGame,
          report: (error, table) => log.error({ error, table }, 'A table met a bug'),
          onAvailable: (available) => {
            log.warn({ available }, available ? 'The storage is back' : 'The storage is away');
            news.tell(available);
          },
        });
        audience.attach((id) => tables.read(id));
        return tables;
      },
      inject: [
        Journal,
        Results,
        SocketAudience,
        Directory,
        Clock,
        Chance,
        Thinker,
        Apart,
        StorageNews,
        Metrics,
        Log,
      ],
    },
  ],
  exports: [Tables, SocketAudience],
})
export class TablesModule {}
