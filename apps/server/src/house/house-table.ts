import { resolveConventions, Refusal, type AnyGame } from '@trellis/games/kit';
import type { GameId, GameRecord, TableId } from '@trellis/facade';
import { recordOf } from '@trellis/storage';
import {
  ComputerTurns,
  decide,
  endingOf,
  evolve,
  freeTable,
  withFollowing,
  type Audience,
  type Circumstances,
  type ComputerTurnsParts,
  type Entry,
  type EntryBody,
  type Request,
  type Table,
} from '@trellis/tables';

/** Who plays at a table of the house, and what. */
export interface HouseProgramme {
  readonly game: string;
  readonly preset: string;
  readonly conventions: Readonly<Record<string, unknown>>;
  /** By seat. */
  readonly levels: readonly string[];
}

export interface HouseTableParts extends ComputerTurnsParts {
  readonly audience: Audience;
  /** Whether somebody looks at it. */
  readonly isWatched: (tableId: TableId) => boolean;
  /** The house as whoever sets its tables. */
  readonly by: string;
}

/** How long the result of a game stays before the next one begins (ms). */
const interval = 15_000;

/** Finished games that can still be looked at: longer than until the next one begins. */
const mostRecords = 3;

/** A table of the house moves far less often than once in so many ms. */
const seqTime = 100;

/**
 * A table where only the house plays, one game after another, as long as somebody looks. It is in memory alone: there is
 * nobody to whom anything was promised, so nothing has to be durable, and a restart begins a new game.
 */
export class HouseTable {
  private current: Table;
  /** Of the running game, since it has started. */
  private journal: readonly Entry[] = [];
  /** The oldest first. */
  private records: readonly GameRecord[] = [];
  private readonly turns: ComputerTurns;
  private cancelNext: (() => void) | undefined;
  private closed = false;

  constructor(
    id: TableId,
    number: number,
    programme: HouseProgramme,
    rules: AnyGame,
    private readonly parts: HouseTableParts,
  ) {
    // Whoever looked at the table in another process has seen a lower `seq`, and takes no older one for news.
    this.current = { ...freeTable(id), seq: Math.floor(parts.clock.now() / seqTime) };
    this.turns = new ComputerTurns(parts, async (request) => this.act(request));
    const conventions = resolveConventions(
      rules.conventions,
      { ...programme.conventions, rated: false },
      programme.preset,
    );
    const { game, levels } = programme;
    this.add([
      { kind: 'set', game, rulesVersion: rules.rulesVersion, number, by: parts.by },
      { kind: 'conventions-chosen', conventions },
      ...levels.map((level, seat): EntryBody => ({
        ...{ kind: 'sat', seat },
        occupant: { kind: 'computer', level },
      })),
      this.start(),
    ]);
  }

  get table(): Table {
    return this.current;
  }

  /** A finished game, while it is remembered. */
  record(id: GameId): GameRecord | undefined {
    return this.records.find((record) => record.id === id);
  }

  /** Somebody has come to look: it goes on at once. */
  resume(): void {
    if (this.closed || !this.parts.isWatched(this.current.id)) return;
    if (this.current.phase === 'playing') this.turns.look(this.current);
    else if (this.current.phase === 'finished') {
      const { clock } = this.parts;
      this.cancelNext ??= clock.at(this.current.finishedAt + interval, () => this.next());
    }
  }

  close(): void {
    this.closed = true;
    this.turns.stop();
    this.cancelNext?.();
  }

  /** A computer has decided. One decision is finished after the last spectator has gone; no other begins. */
  private act(request: Request): void {
    if (this.closed) throw new Refusal('restarting');
    const entries = decide(this.current, request, this.circumstances());
    const end = entries.findIndex(({ kind }) => kind === 'finished');
    if (end >= 0) this.remember(entries.slice(0, end + 1));
    this.take(end < 0 ? entries : entries.slice(0, end + 1));
    this.resume();
  }

  /** It is in no order with the games of the club, and nobody's rating changes. */
  private remember(entries: readonly Entry[]): void {
    const ending = endingOf(this.current, this.journal, entries, this.parts.games);
    const record = recordOf(ending, 0, [], new Map());
    this.records = [...this.records, record].slice(-mostRecords);
  }

  private next(): void {
    this.cancelNext = undefined;
    if (this.closed) return;
    const until = this.parts.clock.now();
    this.add([{ kind: 'reopened', by: this.parts.by, until }, this.start()]);
    this.resume();
  }

  private start(): EntryBody {
    return { kind: 'started', gameId: this.parts.chance.id(), present: [] };
  }

  private add(bodies: readonly EntryBody[]): void {
    this.take(withFollowing(this.current, bodies, this.circumstances()));
  }

  private take(entries: readonly Entry[]): void {
    const { games, audience } = this.parts;
    const journal = [...this.journal, ...entries];
    this.journal = journal.slice(journal.findLastIndex(({ kind }) => kind === 'started'));
    this.current = entries.reduce((table, entry) => evolve(table, entry, games), this.current);
    audience.show(this.current, entries);
  }

  private circumstances(): Circumstances {
    const { clock, games, chance } = this.parts;
    // Only the house sits here.
    const free = { areApart: () => false, mustMayRate: () => {} };
    return { now: clock.now(), games, chance, present: new Set(), ...free };
  }
}
