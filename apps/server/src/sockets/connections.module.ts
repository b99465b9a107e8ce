import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module.js';
import { Sessions } from '../auth/sessions.js';
import { Configuration } from '../configuration/configuration.js';
import { VisitorsModule } from '../house/visitors.module.js';
import { Visitors } from '../house/visitors.js';
import { PlayerNames } from '../facts/player-names.js';
import { PresenceModule } from '../presence/presence.module.js';
import { TablesModule } from '../tables/tables.module.js';
import { ConnectionGateway } from './connection.gateway.js';
import { ConnectionLimits } from './connection-limits.js';
import { Handshake } from './handshake.js';

/** Who connects, and what becomes of a connection. */
@Module({
  imports: [AuthModule, PresenceModule, TablesModule, VisitorsModule],
  providers: [
    ConnectionGateway,
    ConnectionLimits,
    {
      provide: Handshake,
      useFactory: (
        configuration: Configuration,
        sessions: Sessions,
        visitors: Visitors,
        names: PlayerNames,
        limits: ConnectionLimits,
      ) => new Handshake(configuration, sessions, visitors, names, limits),
      inject: [Configuration, Sessions, Visitors, PlayerNames, ConnectionLimits],
    },
  ],
})
export class ConnectionsModule {}
