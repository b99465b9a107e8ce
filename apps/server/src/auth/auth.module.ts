import { Module } from '@nestjs/common';
import { Players } from '@trellis/players';
import { Tables } from '@trellis/tables';
import { Configuration } from '../configuration/configuration.js';
import { Welcome } from '../facts/welcome.js';
import { Log } from '../http/log.js';
import { RateLimits } from '../http/rate-limits.js';
import { TablesModule } from '../tables/tables.module.js';
import { Accounts } from './accounts.js';
import { AuthController } from './auth.controller.js';
import { MeController } from './me.controller.js';
import { Members } from './members.js';
import { PlayerEvents, SeatedAt } from './ports.js';
import { Sessions } from './sessions.js';
import { SignIn } from './sign-in.js';

/** Signing in and out, and who is signed in. */
@Module({
  imports: [TablesModule],
  controllers: [AuthController, MeController],
  providers: [
    {
      provide: Sessions,
      useFactory: (configuration: Configuration, players: Players) =>
        new Sessions(configuration, players),
      inject: [Configuration, Players],
    },
    {
      provide: SignIn,
      useFactory: (configuration: Configuration) => new SignIn(configuration),
      inject: [Configuration],
    },
    {
      provide: Members,
      useFactory: (sessions: Sessions, rateLimits: RateLimits, configuration: Configuration) =>
        new Members(sessions, rateLimits, configuration),
      inject: [Sessions, RateLimits, Configuration],
    },
    { provide: PlayerEvents, useExisting: Welcome },
    {
      provide: Accounts,
      useFactory: (players: Players, sessions: Sessions, events: PlayerEvents, log: Log) =>
        new Accounts(players, sessions, events, log),
      inject: [Players, Sessions, PlayerEvents, Log],
    },
    {
      provide: SeatedAt,
      useFactory: (tables: Tables): SeatedAt => ({
        of: (player) =>
          tables.seatedAt(player).map(({ id, game, number }) => ({ tableId: id, game, number })),
      }),
      inject: [Tables],
    },
  ],
  exports: [Sessions, Members],
})
export class AuthModule {}
