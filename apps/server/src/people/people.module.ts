import { Module } from '@nestjs/common';
import { ClubMemory } from '@trellis/facade';
import { Pauses } from '@trellis/justice';
import { Apart, People } from '@trellis/people';
import { Clock, Tables } from '@trellis/tables';
import { AuthModule } from '../auth/auth.module.js';
import { ForumModule } from '../forum/forum.module.js';
import { PlayerNames } from '../facts/player-names.js';
import { Log } from '../http/log.js';
import { Notices } from '../notices/notices.js';
import { NoticesModule } from '../notices/notices.module.js';
import { NodeMessages } from '../nodes/node-messages.js';
import { Sockets } from '../sockets/sockets.js';
import { TablesModule } from '../tables/tables.module.js';
import { TokenBook } from '../tokens/token-book.js';
import { Acquaintances } from './acquaintances.js';
import { PeopleController } from './people.controller.js';

/** Friends, letters, and who keeps apart. */
@Module({
  imports: [AuthModule, ForumModule, NoticesModule, TablesModule],
  controllers: [PeopleController],
  providers: [
    {
      provide: Acquaintances,
      useFactory: (
        store: People,
        apart: Apart,
        pauses: Pauses,
        names: PlayerNames,
        sockets: Sockets,
        messages: NodeMessages,
        memory: ClubMemory,
        tables: Tables,
        tokens: TokenBook,
        notices: Notices,
        clock: Clock,
        log: Log,
      ) => {
        tokens.onKnown(({ owner, program }) => {
          apart.ownedBy(owner, program);
          pauses.ownedBy(owner, program);
        });
        return new Acquaintances({
          ...{ store, apart, pauses, names, sockets, messages },
          presenceOf: (player) => memory.presenceOf(player),
          seatedAt: (player) => tables.seatedAt(player),
          tell: (players, notice) => notices.tell(players, notice),
          now: () => clock.now(),
          report: (error) => log.error({ error }, 'People could not be read or written'),
        });
      },
      inject: [
        ...[People, Apart, Pauses, PlayerNames, Sockets, NodeMessages],
        ...[ClubMemory, Tables, TokenBook, Notices, Clock, Log],
      ],
    },
  ],
  exports: [Acquaintances],
})
export class PeopleModule {}
