import { Module } from '@nestjs/common';
import { NoticeStore } from '@trellis/notices';
import { Players } from '@trellis/players';
import { Tables } from '@trellis/tables';
import { Configuration } from '../configuration/configuration.js';
import { Welcome } from '../facts/welcome.js';
import { Log } from '../http/log.js';
import { NodeMessages } from '../nodes/node-messages.js';
import { VisitorsModule } from '../house/visitors.module.js';
import { RateLimits } from '../http/rate-limits.js';
import { TablesModule } from '../tables/tables.module.js';
import { TokenBook } from '../tokens/token-book.js';
import { TokensController } from '../tokens/tokens.controller.js';
import { accountsProvider, callerProviders } from './account-providers.js';
import { AuthController } from './auth.controller.js';
import { Bans } from './bans.js';
import { Callers } from './callers.js';
import { Decisions } from './decisions.js';
import { MeController } from './me.controller.js';
import { Members } from './members.js';
import { PlayerEvents, SeatedAt } from './ports.js';
import { PrivacyController } from './privacy.controller.js';
import { Sessions } from './sessions.js';
import { SignIn } from './sign-in.js';

/** Signing in and out, and who is signed in. */
@Module({
  imports: [TablesModule, VisitorsModule],
  controllers: [AuthController, MeController, PrivacyController, TokensController],
  providers: [
    {
      provide: Sessions,
      useFactory: (
        configuration: Configuration,
        players: Players,
        messages: NodeMessages,
        bans: Bans,
        notices: NoticeStore,
        log: Log,
      ) => {
        const sessions = new Sessions(
          configuration,
          players,
          Date.now,
          (ended) => {
            messages.tellAll('session:ended', ended);
            // A device takes push as long as its person is signed in on it.
            notices
              .dropDevicesOf(ended)
              .catch((error: unknown) => log.error({ error }, 'A device still takes push'));
          },
          (player) => bans.mustBeIn(player),
        );
        messages.listen('session:ended', (ended) => sessions.learn(ended));
        return sessions;
      },
      inject: [Configuration, Players, NodeMessages, Bans, NoticeStore, Log],
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
    accountsProvider,
    ...callerProviders,
    {
      provide: SeatedAt,
      useFactory: (tables: Tables): SeatedAt => ({
        of: (player) =>
          tables.seatedAt(player).map(({ id, game, number }) => ({ tableId: id, game, number })),
      }),
      inject: [Tables],
    },
  ],
  exports: [Bans, Callers, Decisions, Members, Sessions, TokenBook],
})
export class AuthModule {}
