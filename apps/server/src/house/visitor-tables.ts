import { Refusal } from '@trellis/games/kit';
import {
  visitorPrefix,
  type GameId,
  type GameRecord,
  type PlayerCard,
  type PlayerId,
  type TableId,
} from '@trellis/facade';
import {
  SoleDirectory,
  SoleNodes,
  Tables,
  type Audience,
  type Chance,
  type Clock,
  type Games,
  type Table,
  type Thinker,
} from '@trellis/tables';
import { UnkeptGames } from '@trellis/storage';
import type { Me } from '@trellis/wire';
import type { PlayerNames } from '../facts/player-names.js';
import { household } from '../http/client-address.js';
import { withIdsOf } from './ids-of.js';
import { playWithTheHouse, runningGame, usualLevel } from './with-the-house.js';

export const visitorLimits = {
  /** Tables that one address (a household, a school) may have at once. */
  perAddress: 12,
  /** Tables of all visitors together. */
  inAll: 300,
  /** A table at which nobody looks and nothing happens goes after so long (ms). */
  idle: 10 * 60 * 1000,
  /** Finished games that can still be looked at. */
  records: 200,
};

const sweepEvery = 30_000;

export interface VisitorTablesParts {
  readonly audience: Audience;
  readonly clock: Clock;
  readonly chance: Chance;
  readonly thinker: Thinker;
  readonly games: Games;
  readonly report: (error: unknown, tableId: TableId | null) => void;
  /** How many people look at a table. */
  readonly watchers: (tableId: TableId) => number;
  readonly names: Pick<PlayerNames, 'know' | 'forget'>;
  readonly limits?: Partial<typeof visitorLimits>;
}

/**
 * The games of visitors against the house: ordinary tables over a journal in memory, so that they cost no query and
 * change no rating. They end with the process, and when nobody cares for them any more.
 */
export class VisitorTables {
  readonly tables: Tables;
  private readonly games: UnkeptGames;
  private readonly limits: typeof visitorLimits;
  private readonly addressOf = new Map<TableId, string>();
  /** Addresses of the tables that are being set. */
  private readonly opening: string[] = [];
  private readonly names = new Map<string, PlayerCard>();
  private sweeping: NodeJS.Timeout | undefined;

  constructor(private readonly parts: VisitorTablesParts) {
    this.limits = { ...visitorLimits, ...parts.limits };
    this.games = new UnkeptGames(
      (id) => this.names.get(id) ?? { id, name: '…' },
      this.limits.records,
    );
    this.tables = new Tables({
      ...parts,
      journal: this.games.journal,
      results: this.games.results,
      audience: withoutNews(parts.audience),
      chance: withIdsOf(visitorPrefix, parts.chance),
      // They live and die with this process: no other one hears of them.
      directory: new SoleDirectory(),
      nodes: new SoleNodes(),
    });
  }

  async start(): Promise<void> {
    await this.tables.start();
    this.sweeping = setInterval(() => void this.sweep(), sweepEvery);
    this.sweeping.unref();
  }

  async stop(): Promise<void> {
    clearInterval(this.sweeping);
    await this.tables.stop();
  }

  /** A game of this visitor against the house: the one he plays already, or a new one. */
  async play(
    visitor: PlayerCard,
    game: string,
    { level, address }: { readonly level?: string; readonly address: string },
  ): Promise<TableId> {
    const rules = this.parts.games(game);
    if (!rules) throw new Refusal('no-such-game');
    const running = runningGame(this.tables, visitor.id, game);
    if (running) return running.id;
    await this.sweep();
    const home = household(address);
    this.mustHaveRoom(home);
    this.names.set(visitor.id, visitor);
    this.parts.names.know(visitor);
    this.opening.push(home);
    try {
      const strength = level ?? usualLevel(rules);
      const tableId = await playWithTheHouse(this.tables, visitor.id, rules, strength);
      this.addressOf.set(tableId, home);
      return tableId;
    } finally {
      this.opening.splice(this.opening.indexOf(home), 1);
    }
  }

  /** Where this visitor plays. */
  seatedAt(visitor: PlayerId): Me['seatedAt'] {
    return this.tables
      .seatedAt(visitor)
      .map(({ id, game, number }) => ({ tableId: id, game, number }));
  }

  /** A finished game, while it is remembered. */
  record(id: GameId): GameRecord | undefined {
    return this.games.record(id);
  }

  /** Lets go what nobody cares for any more. */
  async sweep(now = this.parts.clock.now()): Promise<void> {
    for (const table of this.tables.all()) {
      if (!this.isForgotten(table, now)) continue;
      await this.tables
        .handle(table.id, { kind: 'discard' })
        .catch((error: unknown) => this.parts.report(error, table.id));
    }
    const left = new Set(this.tables.all().map(({ id }) => id));
    for (const id of this.addressOf.keys()) if (!left.has(id)) this.addressOf.delete(id);
    for (const id of this.names.keys()) {
      if (this.tables.seatedAt(id).length > 0) continue;
      this.names.delete(id);
      this.parts.names.forget(id);
    }
  }

  private isForgotten({ id, at, phase }: Table, now: number): boolean {
    if (this.parts.watchers(id) > 0) return false;
    // Whoever loads a finished table again wants to see how it ended; a minute is enough for that.
    const patience = phase === 'finished' ? this.limits.idle / 10 : this.limits.idle;
    return now - at > patience;
  }

  private mustHaveRoom(address: string): void {
    const homes = [...this.addressOf.values(), ...this.opening];
    // This machine is a proxy, or the operator.
    const ofAddress = /^(127\.|::)/.test(address)
      ? 0
      : homes.filter((each) => each === address).length;
    if (ofAddress >= this.limits.perAddress || homes.length >= this.limits.inAll)
      throw new Refusal('house-is-busy', 'The house plays at as many tables as it can.');
  }
}

/** The people at a table are shown it as any other; the club is told nothing of how it ended. */
function withoutNews(audience: Audience): Audience {
  return {
    show: (table, entries) => audience.show(table, entries),
    finished: () => undefined,
    present: (tableId) => audience.present(tableId),
    playsElsewhere: (...asked) => audience.playsElsewhere(...asked),
  };
}
