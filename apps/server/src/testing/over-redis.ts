import { TemporaryRedis } from '@trellis/testing';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { Processes, type ProcessesOptions } from './processes.js';

interface OverRedis {
  readonly redis: TemporaryRedis;
  /** New ones for each test. */
  readonly processes: Processes;
}

/** Two processes over one Redis, for each test of the block in which it is called; to be read inside tests and hooks. */
export function overRedis(options: Omit<ProcessesOptions, 'redisUrl'> = {}): OverRedis {
  const over = {} as { -readonly [Part in keyof OverRedis]: OverRedis[Part] };
  beforeAll(async () => {
    over.redis = await TemporaryRedis.start();
  });
  afterAll(() => over.redis.stop());
  beforeEach(async () => {
    over.redis.flush();
    over.processes = await Processes.start({ ...options, redisUrl: over.redis.url });
  });
  afterEach(() => over.processes.stop());
  return over;
}
