import { randomBytes } from 'node:crypto';
import type { Bus } from '@trellis/facade';
import { SoleDirectory, SoleNodes, type Directory, type Nodes } from '@trellis/tables';
import { LocalBus } from '../facts/local-bus.js';
import type { Log } from '../http/log.js';
import type { RedisConnection } from '../redis/redis-connection.js';
import { Membership } from './membership.js';
import { NoOtherNodes, type NodeMessages } from './node-messages.js';
import { OtherNodes } from './other-nodes.js';
import { RedisDirectory } from './redis-directory.js';
import { RedisNodeMessages } from './redis-node-messages.js';
import { SharedBus } from './shared-bus.js';

/** What a process needs to be one of several, or to be alone. */
export interface Cluster {
  readonly directory: Directory;
  readonly nodes: Nodes;
  readonly messages: NodeMessages;
  readonly bus: Bus;
  /** After everything else has stopped. */
  stop(): Promise<void>;
}

export function alone(report: (error: unknown) => void): Cluster {
  return {
    directory: new SoleDirectory(),
    nodes: new SoleNodes(),
    messages: new NoOtherNodes(),
    bus: new LocalBus(report),
    stop: () => Promise.resolve(),
  };
}

/** One process of several. Rejects when Redis cannot be reached: who owns which table would not be known. */
export async function amongOthers(
  redis: RedisConnection,
  log: Log,
  report: (error: unknown) => void,
): Promise<Cluster> {
  const membership = new Membership(randomBytes(6).toString('base64url'), redis);
  const messages = new RedisNodeMessages(redis, membership, log);
  const directory = new RedisDirectory(redis, membership);
  await redis.ready();
  await messages.start();
  await membership.start();
  return {
    directory,
    nodes: new OtherNodes(messages),
    messages,
    bus: new SharedBus(report, messages),
    stop: async () => {
      directory.stop();
      await membership.stop();
      messages.stop();
    },
  };
}
