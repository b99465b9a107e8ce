import { Refusal } from '@trellis/games/kit';
import type { PlayerId, RecordedStep, TableId } from '@trellis/facade';
import { decide } from './decide.js';
import { dueAt } from './due.js';
import type { Entry } from './entry.js';
import { evolve, foldTable, rulesOf } from './evolve.js';
import { JournalConflict } from './ports.js';
import type { Audience, Chance, Clock, Ended, Games, Journal, Results, Thinker } from './ports.js';
import type { Request } from './request.js';
import type { Table, TableOf } from './table.js';

export interface LiveTableParts {
  readonly journal: Journal;
  readonly results: Results;
  readonly audience: Audience;
  readonly clock: Clock;
  readonly chance: Chance;
  readonly thinker: Thinker;
  /** Players who do not sit at the same table; without it nobody minds. */
  readonly areApart?: (one: PlayerId, other: PlayerId) => boolean;
  readonly games: Games;
  /** How long a computer player takes over a decision, drawn so that it tells nothing (ms). */
  readonly computerPause: (random: () => number) => number;
  /** Time does nothing to a table while this is true: the club was away, and clocks will be credited. */
  readonly interrupted: () => boolean;
  /** Something went wrong where nobody waits for an answer. */
  readonly report: (error: unknown, tableId: TableId) => void;
}

/**
 * One table that this process owns. Requests are handled one at a time:
 * decide → journal → evolve → show. What is shown or acknowledged is durable.
 */
export class LiveTable {
  private queue: Promise<unknown> = Promise.resolve();
  private cancelTimer: (() => void) | undefined;
  private readonly cancelThinking = new Map<number, () => void>();
  private over = false;

  private constructor(
    private current: Table,
    /** What the journal holds of this table, in order. */
    private entries: readonly Entry[],
    private readonly parts: LiveTableParts,
    /** The journal and this table no longer agree, or the table is free: forget it. */
    private readonly onOver: (table: LiveTable) => void,
  ) {
    this.wait();
  }

  /** Wakes a table from its journal. Throws when the journal does not fit the rules. */
  static async wake(
    id: TableId,
    parts: LiveTableParts,
    onOver: (table: LiveTable) => void,
  ): Promise<LiveTable> {
    const entries = await parts.journal.read(id);
    return new LiveTable(foldTable(id, entries, parts.games), entries, parts, onOver);
  }

  get table(): Table {
    return this.current;
  }

  /** Returns the new `seq`. Throws a `Refusal`; after `try-again` or `storage-away` the table must be woken again. */
  handle(request: Request): Promise<number> {
    const turn = this.queue.then(() => this.step(request));
    this.queue = turn.catch(() => undefined);
    return turn;
  }

  /** Resolves when everything asked so far has been handled. */
  async drained(): Promise<void> {
    await this.queue;
  }

  /** Stops timers; the table handles nothing any more. */
  close(): void {
    this.over = true;
    this.cancelTimer?.();
    for (const cancel of this.cancelThinking.values()) cancel();
    this.cancelThinking.clear();
  }

  private async step(request: Request): Promise<number> {
    if (this.over) throw new Refusal('try-again');
    const { clock, games, chance, audience } = this.parts;
    const present = audience.present(this.current.id);
    const entries = decide(this.current, request, {
      ...{ now: clock.now(), games, chance, present },
      areApart: this.parts.areApart ?? neverApart,
    });
    if (entries.length === 0) {
      this.wait();
      return this.current.seq;
    }
    const { written, record } = await this.write(entries);
    this.current = written.reduce((table, entry) => evolve(table, entry, games), this.current);
    this.entries = record ? written.slice(-1) : [...this.entries, ...written];
    if (record) audience.finished(record);
    audience.show(this.current, written);
    if (this.current.phase === 'free') await this.free();
    else this.wait();
    return this.current.seq;
  }

  private async write(
    entries: readonly Entry[],
  ): Promise<{ written: readonly Entry[]; record?: Ended['record'] }> {
    try {
      const last = entries.findLastIndex(({ kind }) => kind === 'finished');
      if (last < 0) {
        await this.parts.journal.append(this.current.id, entries);
        return { written: entries };
      }
      const { finished, record } = await this.parts.results.finish(
        this.ending(entries.slice(0, last + 1)),
      );
      const rest = entries.slice(last + 1);
      if (rest.length > 0) await this.parts.journal.append(this.current.id, rest);
      return { written: [...entries.slice(0, last), finished, ...rest], record };
    } catch (error) {
      // Another owner was first, or nobody knows whether it was written: the journal decides.
      this.close();
      this.onOver(this);
      if (error instanceof JournalConflict)
        throw new Refusal('try-again', 'The table has moved on.');
      this.parts.report(error, this.current.id);
      throw new Refusal('storage-away', 'The club cannot write right now.');
    }
  }

  private ending(entries: readonly Entry[]) {
    const finished = entries.at(-1);
    if (finished?.kind !== 'finished') throw new Error('An ending ends with a finished entry.');
    const { gameId, game, rulesVersion, number, startedAt, conventions, seats, result } = finished;
    const everything = [...this.entries, ...entries];
    const started = everything.findLastIndex(({ kind }) => kind === 'started');
    return {
      ...{
        tableId: this.current.id,
        gameId,
        game,
        rulesVersion,
        number,
        startedAt,
        conventions,
        seats,
        result,
      },
      finishedAt: finished.at,
      rated: conventions.rated === true && seats.every(({ kind }) => kind === 'player'),
      steps: everything.slice(started).flatMap(recorded),
      entries,
    };
  }

  private async free(): Promise<void> {
    this.close();
    this.onOver(this);
    try {
      await this.parts.journal.forget(this.current.id);
    } catch (error) {
      // It stays as a free table in the journal and is swept away at the next start.
      this.parts.report(error, this.current.id);
    }
  }

  /** Waits for what comes by itself: the next deadline, and the computers' decisions. */
  private wait(): void {
    if (this.over) return;
    this.cancelTimer?.();
    const due = dueAt(this.current);
    this.cancelTimer = due && this.parts.clock.at(due.at, () => this.alone({ kind: 'time' }));
    if (this.current.phase === 'playing') this.letComputersThink(this.current);
    else this.stopThinking();
  }

  private stopThinking(): void {
    for (const cancel of this.cancelThinking.values()) cancel();
    this.cancelThinking.clear();
  }

  private letComputersThink(table: TableOf<'playing'>): void {
    const rules = rulesOf(table, this.parts.games);
    const toAct = rules.toAct(table.state);
    this.stopThinking();
    for (const seat of toAct) {
      const occupant = table.seats[seat];
      if (occupant?.kind !== 'computer') continue;
      const { clock, chance, computerPause } = this.parts;
      const think = () => {
        this.cancelThinking.delete(seat);
        this.letThink(table, seat, occupant.level).catch((error: unknown) =>
          this.parts.report(error, table.id),
        );
      };
      const random = () => chance.random();
      this.cancelThinking.set(seat, clock.at(clock.now() + computerPause(random), think));
    }
  }

  private async letThink(table: TableOf<'playing'>, seat: number, level: string): Promise<void> {
    const rules = rulesOf(table, this.parts.games);
    const view: unknown = rules.viewFor(table.state, seat);
    const legal = rules.legalActions(table.state, seat);
    const action = await this.parts.thinker.choose({ game: table.game, level, view, legal });
    this.alone({ kind: 'computer-acts', seat, after: table.seq, action });
  }

  /** A request that nobody waits for. Refusals are the usual end of a race and mean nothing. */
  private alone(request: Request): void {
    if (this.over || (request.kind === 'time' && this.parts.interrupted())) return;
    this.handle(request).catch((error: unknown) => {
      if (!(error instanceof Refusal)) this.parts.report(error, this.current.id);
    });
  }
}

function recorded(entry: Entry): RecordedStep[] {
  const { at } = entry;
  switch (entry.kind) {
    case 'acted':
      return [{ kind: 'acted', seat: entry.seat, action: entry.action, at }];
    case 'shuffled':
      return [{ kind: 'shuffled', order: entry.order, at }];
    case 'rang':
      return [{ kind: 'rang', at }];
    case 'forfeited':
      return [{ kind: 'forfeited', seat: entry.seat, reason: entry.reason, at }];
    default:
      return [];
  }
}

const neverApart = () => false;
