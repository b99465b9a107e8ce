import { createHash } from 'node:crypto';
import { Refusal } from '@trellis/games/kit';
import type { TableId } from '@trellis/facade';
import { Directory, type DirectoryEvents, type NodeId, type Place } from '@trellis/tables';
import type { RedisConnection } from '../redis/redis-connection.js';
import { keys } from './keys.js';
import { leaseTime, type Membership } from './membership.js';
import { within } from './patience.js';

/** How long an answer of the directory is waited for (ms). */
const patience = 1000;
/** Tables that nobody has asked for and nobody owns are looked for this often (ms). */
const sweepEvery = 15_000;
/** How many tables one command names. */
const together = 500;

const alive = `
  local time = redis.call('TIME')
  local now = time[1] * 1000 + math.floor(time[2] / 1000)
  local function alive(node)
    local lease = redis.call('ZSCORE', KEYS[2], node)
    return lease and tonumber(lease) > now
  end`;

/** Table, this process, whether it may take a table from one that is gone → the owner before, the owner now. */
const locateScript = `${alive}
  local owner = redis.call('HGET', KEYS[1], ARGV[1])
  if not owner then return false end
  local left = owner == '' or (ARGV[3] == '1' and not alive(owner))
  if owner == ARGV[2] or not left then return { owner, owner } end
  redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
  return { owner, ARGV[2] }`;

/**
 * This process, whether it may take tables from one that is gone, then tables: takes those that nobody has. → for each the
 * owner before, or this process; null for what another one has.
 */
const takeScript = `${alive}
  local owners = {}
  for i = 3, #ARGV do
    local owner = redis.call('HGET', KEYS[1], ARGV[i])
    local left = owner == '' or owner == ARGV[1]
    if left or (ARGV[2] == '1' and (not owner or not alive(owner))) then
      redis.call('HSET', KEYS[1], ARGV[i], ARGV[1])
      owners[i - 2] = owner or ''
    else
      owners[i - 2] = false
    end
  end
  return owners`;

/** This process, whether the tables are still there, then tables: gives away those that are its own. */
const releaseScript = `
  for i = 3, #ARGV do
    if redis.call('HGET', KEYS[1], ARGV[i]) == ARGV[1] then
      if ARGV[2] == '1' then redis.call('HSET', KEYS[1], ARGV[i], '') else redis.call('HDEL', KEYS[1], ARGV[i]) end
    end
  end`;

/**
 * Who owns a table, in Redis: a hash from tables to processes, and the lease of each process. Redis may forget everything
 * at any time: then the owners say it again. While it is away each process plays on at its own tables and takes no others.
 */
export class RedisDirectory extends Directory {
  private readonly mine = new Set<TableId>();
  private readonly watchers = new Set<DirectoryEvents>();
  private readonly sweeping: NodeJS.Timeout;
  private later: NodeJS.Timeout | undefined;
  /** Others may have taken tables of this process; it has not yet been able to ask which. */
  private claiming = false;
  private claimingLater: NodeJS.Timeout | undefined;

  constructor(
    private readonly redis: RedisConnection,
    private readonly membership: Membership,
  ) {
    super();
    membership.on({
      gone: () => this.tellOrphans(),
      lapsed: () => this.claim(),
    });
    this.sweeping = setInterval(() => this.tellOrphans(), sweepEvery);
    this.sweeping.unref();
  }

  get node(): NodeId {
    return this.membership.node;
  }

  get certain(): boolean {
    return this.membership.certain && !this.claiming;
  }

  async open(tableId: TableId): Promise<void> {
    this.mine.add(tableId);
    // Nobody else knows of it yet. A Redis that is away hears of it when it is back.
    await within(patience, this.redis.client.hSet(keys.owners, tableId, this.node)).catch(
      () => undefined,
    );
  }

  async locate(tableId: TableId): Promise<Place | null> {
    const places = await this.located(tableId);
    if (!places)
      return this.mine.has(tableId) ? { mine: true, before: null, remembered: true } : null;
    const [before, owner] = places;
    const regained = !this.mine.has(tableId);
    if (owner !== this.node) {
      this.mine.delete(tableId);
      return { mine: false, owner };
    }
    this.mine.add(tableId);
    return { mine: true, before: before === this.node || before === '' ? null : before, regained };
  }

  async adopt(tableIds: readonly TableId[]): Promise<ReadonlyMap<TableId, NodeId | null>> {
    const adopted = new Map<TableId, NodeId | null>();
    // It may not judge who is gone just now; later it may.
    if (!this.membership.judges) this.tellOrphansIn(leaseTime);
    const falling = tableIds.filter((id) => !this.mine.has(id) && this.falls(id));
    for (let from = 0; from < falling.length; from += together) {
      const some = falling.slice(from, from + together);
      const before = await this.take(some, this.membership.judges);
      for (const [index, id] of some.entries()) {
        const owner = before[index];
        if (typeof owner !== 'string') continue;
        this.mine.add(id);
        adopted.set(id, owner || null);
      }
    }
    return adopted;
  }

  owned(): readonly TableId[] {
    return [...this.mine];
  }

  owns(tableId: TableId): boolean {
    return this.mine.has(tableId);
  }

  doubt(tableId: TableId): void {
    this.mine.delete(tableId);
  }

  release(tableIds: readonly TableId[]): Promise<void> {
    return this.giveAway(tableIds, '0');
  }

  handOver(tableIds: readonly TableId[]): Promise<void> {
    return this.giveAway(tableIds, '1');
  }

  watch(events: DirectoryEvents): () => void {
    this.watchers.add(events);
    return () => this.watchers.delete(events);
  }

  stop(): void {
    clearInterval(this.sweeping);
    clearTimeout(this.later);
    clearTimeout(this.claimingLater);
  }

  /** Of the living processes the one that goes on with a table: all of them know without asking (rendezvous hashing). */
  private falls(tableId: TableId): boolean {
    let best = { node: this.node, weight: '' };
    for (const node of this.membership.alive) {
      const weight = createHash('sha1').update(`${node} ${tableId}`).digest('hex');
      if (weight > best.weight) best = { node, weight };
    }
    return best.node === this.node;
  }

  private async giveAway(tableIds: readonly TableId[], stillThere: '0' | '1'): Promise<void> {
    for (const id of tableIds) this.mine.delete(id);
    if (tableIds.length === 0) return;
    await within(patience, this.run(releaseScript, [this.node, stillThere, ...tableIds]));
  }

  private async located(tableId: TableId): Promise<[NodeId, NodeId] | null> {
    const mayTake = this.membership.judges ? '1' : '0';
    try {
      const answer = this.run(locateScript, [tableId, this.node, mayTake]);
      return (await within(patience, answer)) as [NodeId, NodeId] | null;
    } catch {
      if (this.mine.has(tableId)) return null;
      throw new Refusal('try-again', 'Nobody knows just now where this table is.');
    }
  }

  private async take(
    tableIds: readonly TableId[],
    judges: boolean,
  ): Promise<readonly (string | null)[]> {
    const answer = this.run(takeScript, [this.node, judges ? '1' : '0', ...tableIds]);
    return (await within(patience, answer)) as (string | null)[];
  }

  private claim(): void {
    this.claiming = true;
    clearTimeout(this.claimingLater);
    this.takeAgain().then(
      () => (this.claiming = false),
      () => {
        this.claimingLater = setTimeout(() => this.claim(), patience);
        this.claimingLater.unref();
      },
    );
  }

  /** Redis had forgotten this process: it says again what it owns, and learns what it has lost. */
  private async takeAgain(): Promise<void> {
    const tables = [...this.mine];
    for (let from = 0; from < tables.length; from += together) {
      const some = tables.slice(from, from + together);
      const before = await this.take(some, true);
      for (const [index, id] of some.entries()) {
        if (typeof before[index] === 'string') continue;
        this.mine.delete(id);
        for (const watcher of this.watchers) watcher.lost(id);
      }
    }
    for (const watcher of this.watchers) await watcher.again?.();
  }

  private tellOrphansIn(ms: number): void {
    clearTimeout(this.later);
    this.later = setTimeout(() => this.tellOrphans(), ms);
    this.later.unref();
  }

  private tellOrphans(): void {
    for (const watcher of this.watchers) watcher.orphans();
  }

  private run(script: string, args: readonly string[]): Promise<unknown> {
    return this.redis.client.eval(script, {
      keys: [keys.owners, keys.nodes],
      arguments: [...args],
    });
  }
}
