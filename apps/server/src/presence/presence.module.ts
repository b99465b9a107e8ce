import { Module } from '@nestjs/common';
import { Bus, ClubMemory } from '@trellis/facade';
import { games } from '@trellis/games/catalog/games';
import { Players } from '@trellis/players';
import { Clock } from '@trellis/tables';
import { Welcome } from '../facts/welcome.js';
import { Log } from '../http/log.js';
import { NodeMessages } from '../nodes/node-messages.js';
import { Sockets } from '../sockets/sockets.js';
import { Presence } from './presence.js';

@Module({
  providers: [
    {
      provide: Presence,
      useFactory: (
        bus: Bus,
        players: Players,
        sockets: Sockets,
        club: ClubMemory,
        welcome: Welcome,
        messages: NodeMessages,
        clock: Clock,
        log: Log,
      ) =>
        new Presence({
          ...{ bus, players, sockets, club, welcome, messages },
          games: games.map(({ name }) => name),
          now: () => clock.now(),
          report: (error) => log.error({ error }, 'A visit was not written down'),
        }),
      inject: [Bus, Players, Sockets, ClubMemory, Welcome, NodeMessages, Clock, Log],
    },
  ],
  exports: [Presence],
})
export class PresenceModule {}
