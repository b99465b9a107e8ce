import { Global, Module } from '@nestjs/common';
import { Metrics } from '../health/metrics.js';
import { Log } from '../http/log.js';
import { RateLimits } from '../http/rate-limits.js';
import { CoolingOff } from './cooling-off.js';
import { Door } from './door.js';
import { RequestLimits } from './request-limits.js';
import { Sockets } from './sockets.js';
import { StorageNews } from './storage-news.js';

/** What every gateway stands on: the live connections, and the door that requests come through. */
@Global()
@Module({
  providers: [
    Sockets,
    { provide: CoolingOff, useFactory: () => new CoolingOff() },
    {
      provide: Door,
      useFactory: (limits: RateLimits, coolingOff: CoolingOff, log: Log, metrics: Metrics) =>
        new Door(new RequestLimits(limits), coolingOff, log, metrics),
      inject: [RateLimits, CoolingOff, Log, Metrics],
    },
    {
      provide: StorageNews,
      useFactory: (sockets: Sockets) => new StorageNews(sockets),
      inject: [Sockets],
    },
  ],
  exports: [Sockets, CoolingOff, Door, StorageNews],
})
export class SocketsModule {}
