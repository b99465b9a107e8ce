import type { Provider } from '@nestjs/common';
import { Justice, Pauses } from '@trellis/justice';
import { Players, Tokens, type AccountMark } from '@trellis/players';
import { accountMarks } from '@trellis/storage';
import { Configuration } from '../configuration/configuration.js';
import { HealthController } from '../health/health.controller.js';
import { Log } from '../http/log.js';
import { NodeMessages } from '../nodes/node-messages.js';
import { Programs } from '../tokens/programs.js';
import { TokenBook } from '../tokens/token-book.js';
import { TokensController } from '../tokens/tokens.controller.js';
import { Accounts } from './accounts.js';
import { Bans } from './bans.js';
import { Decisions } from './decisions.js';
import { AuthController } from './auth.controller.js';
import { Callers } from './callers.js';
import { MeController } from './me.controller.js';
import { PlayerEvents } from './ports.js';
import { Sessions } from './sessions.js';
import { SignIn } from './sign-in.js';

/** The token under which `AccountMark` is handed out: a function has no class to be its own. */
const accountMark = Symbol('AccountMark');

/** What accounts that are deleted leave behind when they are banned. */
const marksProvider: Provider = {
  provide: accountMark,
  useFactory: ({ sessionSecret }: Configuration) => accountMarks(sessionSecret),
  inject: [Configuration],
};

export const accountsProvider: Provider = {
  provide: Accounts,
  useFactory: (
    players: Players,
    sessions: Sessions,
    programs: Programs,
    events: PlayerEvents,
    bans: Bans,
    markOf: AccountMark,
    log: Log,
  ) => new Accounts({ players, sessions, programs, events, bans, markOf, log }),
  inject: [Players, Sessions, Programs, PlayerEvents, Bans, accountMark, Log],
};

/** The tokens, and who asks with which. */
export const callerProviders: Provider[] = [
  {
    provide: TokenBook,
    useFactory: async (tokens: Tokens, sessions: Sessions, messages: NodeMessages, log: Log) => {
      const report = (error: unknown) => log.error({ error }, 'Tokens cannot be written');
      const book = new TokenBook(tokens, report, Date.now, {
        made: (token) => messages.tellAll('token:made', token),
        ended: (id) => messages.tellAll('token:ended', { id }),
      });
      messages.listen('token:made', (token) => book.learn(token));
      messages.listen('token:ended', ({ id }) => book.drop(id));
      messages.onBack(() => void book.start().catch(report));
      sessions.onEnded((ended) => {
        if ('player' in ended) book.revokeAll(ended.player, ended.before).catch(report);
      });
      await book.start(); // no token is good before
      return book;
    },
    inject: [Tokens, Sessions, NodeMessages, Log],
  },
  {
    provide: Programs,
    useFactory: (players: Players, events: PlayerEvents) => new Programs(players, events),
    inject: [Players, PlayerEvents],
  },
  {
    provide: Callers,
    useFactory: (sessions: Sessions, tokens: TokenBook, bans: Bans) =>
      new Callers(sessions, tokens, bans),
    inject: [Sessions, TokenBook, Bans],
  },
  {
    provide: Bans,
    useFactory: (players: Players) => new Bans(players),
    inject: [Players],
  },
  {
    provide: Decisions,
    useFactory: (
      players: Players,
      bans: Bans,
      justice: Justice,
      pauses: Pauses,
      sessions: Sessions,
      events: PlayerEvents,
      markOf: AccountMark,
      log: Log,
    ) => new Decisions({ players, bans, justice, pauses, sessions, events, markOf, log }),
    inject: [Players, Bans, Justice, Pauses, Sessions, PlayerEvents, accountMark, Log],
  },
  marksProvider,
];

/**
 * Who one is, over HTTP. The module that takes these provides besides: `Configuration`, `Log`, `Players`,
 * `Tokens`, `Justice`, `Pauses`, `NodeMessages`, `PlayerEvents`, `SeatedAt`, `RateLimits` and `Health`.
 */
export const accountControllers = [
  AuthController,
  MeController,
  TokensController,
  HealthController,
];

export const accountProviders: Provider[] = [
  {
    provide: Sessions,
    useFactory: async (configuration: Configuration, players: Players, bans: Bans) => {
      const mustBeIn = (player: string) => bans.mustBeIn(player);
      const sessions = new Sessions(configuration, players, Date.now, undefined, mustBeIn);
      await sessions.start(); // nobody is served before the ended sessions are known
      return sessions;
    },
    inject: [Configuration, Players, Bans],
  },
  {
    provide: SignIn,
    useFactory: (configuration: Configuration) => new SignIn(configuration),
    inject: [Configuration],
  },
  accountsProvider,
  ...callerProviders,
];
