import { Global, Module } from '@nestjs/common';
import { Bus, ClubMemory, ClubStore } from '@trellis/facade';
import { gameNamed } from '@trellis/games/catalog/games';
import { presetOf } from '@trellis/games/kit';
import { Players } from '@trellis/players';
import { Clock } from '@trellis/tables';
import { PlayerNames } from './player-names.js';
import { Welcome } from './welcome.js';

/** What is publicly true of the club, in memory, and how it gets there. */
@Global()
@Module({
  providers: [
    {
      provide: ClubMemory,
      useFactory: (bus: Bus) => {
        const memory = new ClubMemory((game, conventions) => {
          const rules = gameNamed(game);
          return (rules && presetOf(rules.conventions, conventions)) ?? 'own';
        });
        // The first to hear each fact, so that whoever else hears it finds it in memory.
        bus.subscribe((fact) => memory.apply(fact));
        return memory;
      },
      inject: [Bus],
    },
    {
      provide: PlayerNames,
      useFactory: (players: Players, bus: Bus) => new PlayerNames(players, bus),
      inject: [Players, Bus],
    },
    {
      provide: Welcome,
      useFactory: (
        store: ClubStore,
        memory: ClubMemory,
        names: PlayerNames,
        bus: Bus,
        clock: Clock,
      ) => new Welcome(store, memory, names, bus, () => clock.now()),
      inject: [ClubStore, ClubMemory, PlayerNames, Bus, Clock],
    },
  ],
  exports: [ClubMemory, PlayerNames, Welcome],
})
export class FactsModule {}
