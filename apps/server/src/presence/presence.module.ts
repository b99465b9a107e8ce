import { Module } from '@nestjs/common';
import { Bus, ClubMemory } from '@trellis/facade';
import { games } from '@trellis/games/catalog/games';
import { Players } from '@trellis/players';
import { Clock } from '@trellis/tables';
import { Welcome } from '../facts/welcome.js';
import { Log } from '../http/log.js';
import { NodeMessages } from '../nodes/node-messages.js';
import { Sockets } from '../sockets/sockets.js';
import { HiddenPeople } from './hidden-people.js';
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
        hidden: HiddenPeople,
        messages: NodeMessages,
        clock: Clock,
        log: Log,
      ) =>
        new Presence({
          ...{ bus, players, sockets, club, welcome, hidden, messages },
          games: games.map(({ name }) => name),
          now: () => clock.now(),
          report: (error) => log.error({ error }, 'A visit was not written down'),
        }),
      inject: [Bus, Players, Sockets, ClubMemory, Welcome, HiddenPeople, NodeMessages, Clock, Log],
    },
  ],
  exports: [Presence],
})
export class PresenceModule {}
