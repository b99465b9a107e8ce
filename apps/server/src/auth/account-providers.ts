import type { Provider } from '@nestjs/common';
import { Players } from '@trellis/players';
import { Configuration } from '../configuration/configuration.js';
import { HealthController } from '../health/health.controller.js';
import { Log } from '../http/log.js';
import { Accounts } from './accounts.js';
import { AuthController } from './auth.controller.js';
import { MeController } from './me.controller.js';
import { PlayerEvents } from './ports.js';
import { Sessions } from './sessions.js';
import { SignIn } from './sign-in.js';

/**
 * Who one is, over HTTP. The module that takes these provides besides: `Configuration`, `Log`, `Players`,
 * `PlayerEvents`, `SeatedAt`, `RateLimits` and `Health`.
 */
export const accountControllers = [AuthController, MeController, HealthController];

export const accountProviders: Provider[] = [
  {
    provide: Sessions,
    useFactory: async (configuration: Configuration, players: Players) => {
      const sessions = new Sessions(configuration, players);
      await sessions.start(); // nobody is served before the ended sessions are known
      return sessions;
    },
    inject: [Configuration, Players],
  },
  {
    provide: SignIn,
    useFactory: (configuration: Configuration) => new SignIn(configuration),
    inject: [Configuration],
  },
  {
    provide: Accounts,
    useFactory: (players: Players, sessions: Sessions, events: PlayerEvents, log: Log) =>
      new Accounts(players, sessions, events, log),
    inject: [Players, Sessions, PlayerEvents, Log],
  },
];
