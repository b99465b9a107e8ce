import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module.js';
import { Bans } from '../auth/bans.js';
import { Callers } from '../auth/callers.js';
import { Sessions } from '../auth/sessions.js';
import { Configuration } from '../configuration/configuration.js';
import { VisitorsModule } from '../house/visitors.module.js';
import { Visitors } from '../house/visitors.js';
import { PlayerNames } from '../facts/player-names.js';
import { GridGateway } from '../grid/grid.gateway.js';
import { GridModule } from '../grid/grid.module.js';
import { RateLimits } from '../http/rate-limits.js';
import { Log } from '../http/log.js';
import { PresenceModule } from '../presence/presence.module.js';
import { TablesModule } from '../tables/tables.module.js';
import { TokenBook } from '../tokens/token-book.js';
import { Arrivals } from './arrivals.js';
import { Comers } from './comers.js';
import { ConnectionGateway } from './connection.gateway.js';
import { ConnectionLimits } from './connection-limits.js';
import { CoolingOff } from './cooling-off.js';
import { Handshake } from './handshake.js';

/** Who connects, and what becomes of a connection. */
@Module({
  imports: [AuthModule, GridModule, PresenceModule, TablesModule, VisitorsModule],
  providers: [
    ConnectionGateway,
    GridGateway,
    ConnectionLimits,
    {
      provide: Handshake,
      useFactory: (
        configuration: Configuration,
        sessions: Sessions,
        callers: Callers,
        visitors: Visitors,
        names: PlayerNames,
      ) => new Handshake(configuration, sessions, callers, visitors, names),
      inject: [Configuration, Sessions, Callers, Visitors, PlayerNames],
    },
    {
      provide: Arrivals,
      useFactory: (
        handshake: Handshake,
        limits: ConnectionLimits,
        rateLimits: RateLimits,
        coolingOff: CoolingOff,
      ) => new Arrivals(handshake, limits, rateLimits, coolingOff),
      inject: [Handshake, ConnectionLimits, RateLimits, CoolingOff],
    },
    {
      provide: Comers,
      useFactory: (
        handshake: Handshake,
        callers: Callers,
        sessions: Sessions,
        tokens: TokenBook,
        bans: Bans,
        arrivals: Arrivals,
        log: Log,
      ) => new Comers(handshake, callers, sessions, tokens, bans, arrivals, log),
      inject: [Handshake, Callers, Sessions, TokenBook, Bans, Arrivals, Log],
    },
  ],
})
export class ConnectionsModule {}
