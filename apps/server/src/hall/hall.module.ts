import { Module } from '@nestjs/common';
import { Bus, ClubMemory } from '@trellis/facade';
import { games } from '@trellis/games/catalog/games';
import { Presence } from '../presence/presence.js';
import { PresenceModule } from '../presence/presence.module.js';
import { Sockets } from '../sockets/sockets.js';
import { TablesModule } from '../tables/tables.module.js';
import { HallGateway } from './hall.gateway.js';
import { Halls } from './halls.js';

@Module({
  imports: [PresenceModule, TablesModule],
  providers: [
    HallGateway,
    {
      provide: Halls,
      useFactory: (club: ClubMemory, bus: Bus, sockets: Sockets, presence: Presence) =>
        new Halls({
          ...{ club, bus, sockets, presence },
          games: games.map(({ name }) => name),
        }),
      inject: [ClubMemory, Bus, Sockets, Presence],
    },
  ],
  exports: [Halls],
})
export class HallModule {}
