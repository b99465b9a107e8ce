import type { NodeId } from '@trellis/tables';
import type { RedisConnection } from '../redis/redis-connection.js';
import { keys } from './keys.js';
import { within } from './patience.js';

/** A process that has not renewed its lease for so long is gone (ms). */
export const leaseTime = 3000;
const renewEvery = 500;
/** A machine that starts many things at once is slow, and Redis not away (ms). */
const startTime = 8000;
/** A process that is long gone is forgotten (ms). */
const forgetAfter = 60_000;

const renewScript = `
  local time = redis.call('TIME')
  local now = time[1] * 1000 + math.floor(time[2] / 1000)
  local before = redis.call('ZSCORE', KEYS[1], ARGV[1])
  redis.call('ZADD', KEYS[1], now + ARGV[2], ARGV[1])
  redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now - ARGV[3])
  local held = 0
  if before and tonumber(before) > now then held = 1 end
  return { held, redis.call('ZRANGEBYSCORE', KEYS[1], '(' .. now, '+inf') }`;

export interface MembershipEvents {
  /** A process is gone. */
  readonly gone: (node: NodeId) => void;
  /** This process's own lease had lapsed or was lost: others may have taken its tables. */
  readonly lapsed: () => void;
}

/**
 * Which processes of the club are alive: each renews a lease in Redis. One whose lease has lapsed is gone, and so is one
 * whose channel nobody listens to any more: Redis notices the end of a process long before its lease does.
 *
 * A process that could not renew its own lease judges nobody for the time of a lease: then Redis was away, not the others.
 */
export class Membership {
  /** Whether this process's channel is listened to. */
  hears: () => boolean = () => true;
  private nodes: ReadonlySet<NodeId>;
  private silent = new Set<NodeId>();
  private readonly listeners = new Set<Partial<MembershipEvents>>();
  private timer: NodeJS.Timeout | undefined;
  private renewedAt = 0;
  private judgesFrom = 0;
  private certainUntil = 0;
  private askedAt = 0;
  private doubted = false;
  private stopped = false;

  constructor(
    readonly node: NodeId,
    private readonly redis: RedisConnection,
    private readonly now: () => number = () => performance.now(),
  ) {
    this.nodes = new Set([node]);
  }

  /** Resolves when this process is known to the others. */
  async start(): Promise<void> {
    await this.renew(startTime);
    this.judgesFrom = 0;
    this.schedule();
  }

  /** The others need not wait for the lease to lapse. */
  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await within(renewEvery, this.redis.client.zRem(keys.nodes, this.node)).catch(() => undefined);
  }

  on(events: Partial<MembershipEvents>): () => void {
    this.listeners.add(events);
    return () => this.listeners.delete(events);
  }

  /** As of the last look; this process is always among them. */
  get alive(): ReadonlySet<NodeId> {
    return this.nodes;
  }

  /** Whether this process may say of another one that it is gone. */
  get judges(): boolean {
    return this.now() - this.renewedAt < leaseTime && this.now() >= this.judgesFrom;
  }

  /** Whether nobody can have declared this process dead. */
  get certain(): boolean {
    return this.now() < this.certainUntil;
  }

  /** This process may not have been heard: until it has renewed its lease nothing is certain. */
  doubt(): void {
    this.certainUntil = 0;
    this.doubted = true;
  }

  /** Another process has said that it stops. */
  leaving(node: NodeId): void {
    if (node !== this.node && this.nodes.has(node)) this.lost([node]);
  }

  private schedule(): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.renew()
        .catch(() => undefined)
        .finally(() => this.schedule());
    }, renewEvery);
    this.timer.unref();
  }

  private async renew(patience = leaseTime / 2): Promise<void> {
    const { client } = this.redis;
    const asked = this.now();
    const [held, alive] = (await within(
      patience,
      client.eval(renewScript, {
        keys: [keys.nodes],
        arguments: [this.node, String(leaseTime), String(forgetAfter)],
      }),
    )) as [number, NodeId[]];
    const now = this.now();
    const first = this.renewedAt === 0;
    // Not what Redis says alone: a renewal whose answer was not waited for any more may have been heard after the lapse.
    const gap = !held || now - this.askedAt > leaseTime || this.doubted;
    const hears = this.hears();
    const lapsed = gap && !first && hears;
    this.doubted = gap && !hears;
    this.askedAt = asked;
    if (lapsed || now - this.renewedAt > leaseTime / 2) this.judgesFrom = now + leaseTime;
    this.renewedAt = now;
    if (hears && !lapsed) this.certainUntil = asked + leaseTime;
    if (lapsed) for (const { lapsed } of this.listeners) lapsed?.();
    if (this.judges) await this.judge(alive);
    else this.nodes = new Set([...this.nodes, ...alive]);
  }

  private async judge(alive: readonly NodeId[]): Promise<void> {
    const others = alive.filter((node) => node !== this.node);
    const deaf = await this.deaf(others);
    // Twice in a row: a connection that is made again is no death.
    const dead = others.filter((node) => deaf.has(node) && this.silent.has(node));
    this.silent = deaf;
    const before = this.nodes;
    this.nodes = new Set([this.node, ...others.filter((node) => !dead.includes(node))]);
    if (dead.length > 0) await this.redis.client.zRem(keys.nodes, dead);
    this.tellGone([...before].filter((node) => !this.nodes.has(node)));
  }

  private async deaf(nodes: readonly NodeId[]): Promise<Set<NodeId>> {
    if (nodes.length === 0) return new Set();
    const hearing = await within(
      leaseTime / 2,
      this.redis.client.pubSubNumSub(nodes.map((node) => keys.node(node))),
    );
    return new Set(nodes.filter((node) => !hearing[keys.node(node)]));
  }

  private lost(gone: readonly NodeId[]): void {
    this.nodes = new Set([...this.nodes].filter((node) => !gone.includes(node)));
    this.tellGone(gone);
  }

  private tellGone(gone: readonly NodeId[]): void {
    for (const node of gone) for (const { gone: hear } of this.listeners) hear?.(node);
  }
}
