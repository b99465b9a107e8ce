import type { DynamicModule, Provider } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Justice, Pauses } from '@trellis/justice';
import { Players, Tokens, type Player } from '@trellis/players';
import { freePort } from '@trellis/testing';
import { accountControllers, accountProviders } from '../auth/account-providers.js';
import { PlayerEvents, SeatedAt } from '../auth/ports.js';
import { Configuration } from '../configuration/configuration.js';
import { Health } from '../health/health.js';
import { Metrics } from '../health/metrics.js';
import { createLog, Log } from '../http/log.js';
import { Visitors } from '../house/visitors.js';
import { VisitorTables } from '../house/visitor-tables.js';
import { RateLimits } from '../http/rate-limits.js';
import { applicationOptions, useHttp } from '../http/use-http.js';
import { NodeMessages, NoOtherNodes } from '../nodes/node-messages.js';
import { PlainPlayers, PlainTokens } from './plain-players.js';

/** A server of accounts alone, on a free port: everything between the socket and the players' port is the real thing. */
export class AccountClub {
  readonly logged: string[] = [];
  readonly told: string[] = [];
  readonly metrics = new Metrics();
  readonly health: Health;
  private app?: NestExpressApplication;

  private constructor(
    readonly configuration: Configuration,
    readonly players: PlainPlayers,
    private readonly options: AccountClubOptions,
  ) {
    this.health = new Health({
      ping: () => options.ping?.() ?? players.findMany([]).then(() => undefined),
    });
  }

  static async start(
    configuration: Partial<Configuration> = {},
    options: AccountClubOptions = {},
  ): Promise<AccountClub> {
    const port = await freePort();
    const club = new AccountClub(
      {
        production: false,
        port,
        publicUrl: `http://localhost:${port}`,
        trustProxy: 0,
        dataDir: '/nowhere',
        storage: 'memory',
        sessionSecret: '0123456789abcdef0123456789abcdef',
        demoSignIn: true,
        houseTables: false,
        logLevel: 'info',
        ...configuration,
      },
      options.players ?? new PlainPlayers(),
      options,
    );
    await club.listen();
    return club;
  }

  /** The address to reach it by, whatever its public one is. */
  get url(): string {
    return `http://localhost:${this.configuration.port}`;
  }

  get<T>(token: abstract new (...parameters: never[]) => T): T {
    return this.app!.get(token);
  }

  async stop(): Promise<void> {
    await this.app!.close();
  }

  private async listen(): Promise<void> {
    const { configuration, metrics: witness } = this;
    const log = createLog('info', { write: (line) => this.logged.push(line) });
    const rateLimits = this.options.rateLimits ?? new RateLimits();
    const told = this.told;
    const events: PlayerEvents = {
      signedIn: async (player: Player) => void told.push(`signed in: ${player.firstName}`),
      presenceChosen: (player: Player) => void told.push(`hides: ${player.hidesPresence}`),
      renamed: (player: Player) => void told.push(`renamed: ${player.hidesLastName}`),
    };
    const module: DynamicModule = {
      module: AccountModule,
      controllers: [...accountControllers, ...(this.options.controllers ?? [])],
      providers: [
        ...accountProviders,
        { provide: Configuration, useValue: configuration },
        { provide: Log, useValue: log },
        { provide: Players, useValue: this.players },
        { provide: NodeMessages, useValue: new NoOtherNodes() },
        { provide: Tokens, useValue: new PlainTokens() },
        { provide: Justice, useValue: { pauses: async () => new Map() } },
        { provide: Pauses, useValue: new Pauses(Date.now) },
        { provide: PlayerEvents, useValue: events },
        { provide: SeatedAt, useValue: { of: () => [] } },
        { provide: Visitors, useValue: new Visitors(configuration) },
        { provide: VisitorTables, useValue: { seatedAt: () => [] } },
        { provide: RateLimits, useValue: rateLimits },
        { provide: Health, useValue: this.health },
        ...(this.options.providers ?? []),
      ],
    };
    const app = await NestFactory.create<NestExpressApplication>(module, {
      ...applicationOptions,
      logger: false,
    });
    useHttp(app, { configuration, log, rateLimits, witness });
    await app.listen(configuration.port);
    this.app = app;
  }
}

export interface AccountClubOptions {
  readonly players?: PlainPlayers;
  readonly rateLimits?: RateLimits;
  readonly ping?: () => Promise<void>;
  /** Instead of, or besides, the real ones. */
  readonly providers?: Provider[];
  readonly controllers?: (new (...parameters: never[]) => unknown)[];
}

class AccountModule {}
