import { Global, Module } from '@nestjs/common';
import { RateLimits } from '../http/rate-limits.js';
import { RedisConnection } from '../redis/redis-connection.js';
import { DatabaseProbe, Health } from './health.js';
import { HealthController } from './health.controller.js';
import { Metrics } from './metrics.js';

/** What keeps the process in order and lets an operator see it. */
@Global()
@Module({
  controllers: [HealthController],
  providers: [
    Metrics,
    {
      provide: Health,
      useFactory: (probe: DatabaseProbe, redis?: RedisConnection) =>
        new Health(probe, () => redis?.state ?? 'off'),
      inject: [DatabaseProbe, { token: RedisConnection, optional: true }],
    },
    {
      provide: RateLimits,
      useFactory: (redis?: RedisConnection) => new RateLimits({ redis: redis?.client }),
      inject: [{ token: RedisConnection, optional: true }],
    },
  ],
  exports: [Metrics, Health, RateLimits],
})
export class OperationModule {}
