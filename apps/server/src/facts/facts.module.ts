import { Global, Module } from '@nestjs/common';
import { Bus, ClubMemory, ClubStore } from '@trellis/facade';
import { gameNamed } from '@trellis/games/catalog/games';
import { presetOf, type Conventions } from '@trellis/games/kit';
import { Aftermath, Justice, Pauses } from '@trellis/justice';
import { Apart } from '@trellis/people';
import { Players } from '@trellis/players';
import { Clock } from '@trellis/tables';
import { Log } from '../http/log.js';
import { Leavers } from '../justice/leavers.js';
import { NodeMessages } from '../nodes/node-messages.js';
import { HiddenPeople } from '../presence/hidden-people.js';
import { MemoryFeed } from './memory-feed.js';
import { PlayerNames } from './player-names.js';
import { Welcome } from './welcome.js';

/** What is publicly true of the club, in memory, and how it gets there. */
@Global()
@Module({
  providers: [
    {
      provide: ClubMemory,
      useFactory: () => new ClubMemory(presetNamed),
    },
    {
      provide: MemoryFeed,
      useFactory: (bus: Bus, memory: ClubMemory) => new MemoryFeed(bus, memory),
      inject: [Bus, ClubMemory],
    },
    {
      provide: PlayerNames,
      useFactory: (players: Players, bus: Bus) => new PlayerNames(players, bus),
      inject: [Players, Bus],
    },
    { provide: Apart, useFactory: () => new Apart() },
    { provide: Pauses, useFactory: () => new Pauses(Date.now) },
    {
      provide: Leavers,
      useFactory: (justice: Justice, aftermath: Aftermath, players: Players, log: Log) =>
        new Leavers({
          ...{ justice, aftermath, players, now: Date.now },
          report: (error) => log.error({ error }, 'Who left a game could not be judged'),
        }),
      inject: [Justice, Aftermath, Players, Log],
    },
    {
      provide: HiddenPeople,
      useFactory: (messages: NodeMessages) => new HiddenPeople(messages),
      inject: [NodeMessages],
    },
    {
      provide: Welcome,
      useFactory: (
        store: ClubStore,
        memory: ClubMemory,
        names: PlayerNames,
        bus: Bus,
        hidden: HiddenPeople,
        clock: Clock,
      ) => new Welcome({ store, memory, names, bus, hidden, now: () => clock.now() }),
      inject: [ClubStore, ClubMemory, PlayerNames, Bus, HiddenPeople, Clock],
    },
  ],
  exports: [Apart, Pauses, Leavers, HiddenPeople, ClubMemory, MemoryFeed, PlayerNames, Welcome],
})
export class FactsModule {}

/** The id of the preset that these conventions equal, or `own`. */
export function presetNamed(game: string, conventions: Conventions): string {
  const rules = gameNamed(game);
  return (rules && presetOf(rules.conventions, conventions)) ?? 'own';
}
