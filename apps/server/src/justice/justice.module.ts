import { Module } from '@nestjs/common';
import { ChatRooms } from '@trellis/chat';
import { ClubMemory, ClubStore } from '@trellis/facade';
import { games } from '@trellis/games/catalog/games';
import { Aftermath, Justice, Pauses } from '@trellis/justice';
import { Players } from '@trellis/players';
import { Tables } from '@trellis/tables';
import { AuthModule } from '../auth/auth.module.js';
import { Decisions } from '../auth/decisions.js';
import { ChatModule } from '../chat/chat.module.js';
import { Log } from '../http/log.js';
import { TablesModule } from '../tables/tables.module.js';
import { ArbiterController } from './arbiter.controller.js';
import { Bench } from './bench.js';
import { JusticeController } from './justice.controller.js';
import { Opinions } from './opinions.js';
import { Reports } from './reports.js';
import { standUpPaused } from './standing-up.js';
import { storedWith } from './stored.js';

const reporting = (log: Log) => (error: unknown) =>
  log.error({ error }, 'Reports, sanctions or feedback could not be read or written');

/** Feedback, reports, sanctions, appeals, annulled games. */
@Module({
  imports: [AuthModule, ChatModule, TablesModule],
  controllers: [JusticeController, ArbiterController],
  providers: [
    {
      provide: Reports,
      useFactory: (
        justice: Justice,
        players: Players,
        memory: ClubMemory,
        store: ClubStore,
        lines: ChatRooms,
        log: Log,
      ) =>
        new Reports({
          ...{ justice, players, memory, store, lines },
          games: games.map(({ name }) => name),
          ...{ now: Date.now, stored: storedWith(reporting(log)) },
        }),
      inject: [Justice, Players, ClubMemory, ClubStore, ChatRooms, Log],
    },
    {
      provide: Opinions,
      useFactory: (aftermath: Aftermath, memory: ClubMemory, store: ClubStore, log: Log) =>
        new Opinions({
          ...{ aftermath, memory, store },
          ...{ now: Date.now, stored: storedWith(reporting(log)) },
        }),
      inject: [Aftermath, ClubMemory, ClubStore, Log],
    },
    {
      provide: Bench,
      useFactory: (
        justice: Justice,
        aftermath: Aftermath,
        players: Players,
        store: ClubStore,
        decisions: Decisions,
        pauses: Pauses,
        tables: Tables,
        log: Log,
      ) => {
        standUpPaused(pauses, tables, reporting(log));
        return new Bench({
          ...{ justice, aftermath, players, store, decisions },
          ...{ now: Date.now, stored: storedWith(reporting(log)) },
        });
      },
      inject: [Justice, Aftermath, Players, ClubStore, Decisions, Pauses, Tables, Log],
    },
  ],
  exports: [Bench],
})
export class JusticeModule {}
