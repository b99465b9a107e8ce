import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module.js';
import { Sessions } from '../auth/sessions.js';
import { Configuration } from '../configuration/configuration.js';
import { PlayerNames } from '../facts/player-names.js';
import { PresenceModule } from '../presence/presence.module.js';
import { TablesModule } from '../tables/tables.module.js';
import { ConnectionGateway } from './connection.gateway.js';
import { ConnectionLimits } from './connection-limits.js';
import { Handshake } from './handshake.js';

/** Who connects, and what becomes of a connection. */
@Module({
  imports: [AuthModule, PresenceModule, TablesModule],
  providers: [
    ConnectionGateway,
    ConnectionLimits,
    {
      provide: Handshake,
      useFactory: (
        configuration: Configuration,
        sessions: Sessions,
        names: PlayerNames,
        limits: ConnectionLimits,
      ) => new Handshake(configuration, sessions, names, limits),
      inject: [Configuration, Sessions, PlayerNames, ConnectionLimits],
    },
  ],
})
export class ConnectionsModule {}
