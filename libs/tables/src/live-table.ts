import { Refusal } from '@trellis/games/kit';
import type { PlayerId, TableId } from '@trellis/facade';
import { ComputerTurns } from './computer-turns.js';
import { decide } from './decide.js';
import { dueAt } from './due.js';
import { endingOf } from './ending-of.js';
import type { Entry } from './entry.js';
import { evolve, foldTable } from './evolve.js';
import { ForcedPlay } from './forced-play.js';
import { JournalConflict } from './ports.js';
import type {
  Audience,
  Chance,
  Clock,
  Ended,
  Ending,
  Games,
  Journal,
  Results,
  Thinker,
} from './ports.js';
import { Proofs } from './proofs.js';
import type { Request } from './request.js';
import type { Table } from './table.js';

export interface LiveTableParts {
  readonly journal: Journal;
  readonly results: Results;
  readonly audience: Audience;
  readonly clock: Clock;
  readonly chance: Chance;
  readonly thinker: Thinker;
  /** Players who do not sit at the same table; without it nobody minds. */
  readonly areApart?: (one: PlayerId, other: PlayerId) => boolean;
  /** Throws the refusal of who may not sit down at a rated table now; without it everybody may. */
  readonly mustMayRate?: (player: PlayerId) => void;
  readonly games: Games;
  /** How long a computer player takes over a decision, drawn so that it tells nothing (ms). */
  readonly computerPause: (random: () => number) => number;
  /** Time does nothing to a table while this is true: the club was away, and clocks will be credited. */
  readonly interrupted: () => boolean;
  /** A write failed, and not because another owner was first. */
  readonly onWriteFailed: () => void;
  /** Something went wrong where nobody waits for an answer. */
  readonly report: (error: unknown, tableId: TableId) => void;
  /** Another owner wrote first. */
  readonly onLost?: (tableId: TableId, by: LostBy) => void;
}

/** What refused an owner: the journal his entry, or the directory the table. */
export type LostBy = 'journal' | 'directory';

/** The journal of a table does not fit the rules of this club: `cause` says how. */
export class JournalUnfit extends Error {
  constructor(tableId: TableId, cause: unknown) {
    super(`The journal of table ${tableId} does not fit the rules.`, { cause });
    this.name = 'JournalUnfit';
  }
}

/**
 * One table that this process owns. Requests are handled one at a time:
 * decide → journal → evolve → show. What is shown or acknowledged is durable.
 */
export class LiveTable {
  private queue: Promise<unknown> = Promise.resolve();
  private cancelTimer: (() => void) | undefined;
  private readonly forcedPlay: ForcedPlay;
  private readonly turns: ComputerTurns;
  private readonly proofs: Proofs;
  private over = false;
  private unsure: Ending | undefined;

  private constructor(
    private current: Table,
    /** What the journal holds of this table, in order. */
    private entries: readonly Entry[],
    private readonly parts: LiveTableParts,
    /** The journal and this table no longer agree, or the table is free: forget it. `lost`: another owner has written. */
    private readonly onOver: (table: LiveTable, lost?: boolean) => void,
  ) {
    this.forcedPlay = new ForcedPlay({
      ...parts,
      act: (player, action) => {
        const { seq: after } = this.current;
        this.alone({ kind: 'act', player, after, action });
      },
    });
    this.turns = new ComputerTurns(parts, (request) => this.handle(request));
    this.proofs = new Proofs(parts, (request) => this.enqueue(request));
    this.wait();
  }

  /** Wakes a table from its journal. Throws `JournalUnfit`. */
  static async wake(
    id: TableId,
    parts: LiveTableParts,
    onOver: (table: LiveTable, lost?: boolean) => void,
  ): Promise<LiveTable> {
    const entries = await parts.journal.read(id);
    return new LiveTable(folded(id, entries, parts.games), entries, parts, onOver);
  }

  /** What the journal holds of this table, as far as this process knows. */
  get journal(): readonly Entry[] {
    return this.entries;
  }

  /** The end of a game that is being written, or of which nobody knows whether it was. */
  get ending(): Ending | undefined {
    return this.unsure;
  }

  get table(): Table {
    return this.current;
  }

  /** Returns the new `seq`. Throws a `Refusal`; after `try-again` or `storage-away` the table must be woken again. */
  async handle(request: Request): Promise<number> {
    // A claim that is being looked at may be settled at once: its answers wait for that.
    if (this.proofs.underWay && isOfPlay(request)) await this.proofs.done();
    return this.enqueue(request);
  }

  private enqueue(request: Request): Promise<number> {
    const turn = this.queue.then(() => this.step(request));
    this.queue = turn.catch(() => undefined);
    return turn;
  }

  /** Throws the refusal `not-owner` when another owner has written: what is known here is old. */
  confirm(): Promise<void> {
    const turn = this.queue.then(() => this.mustBeNewest());
    this.queue = turn.catch(() => undefined);
    return turn;
  }

  /** The player wishes that his forced actions are done for him, or does not any more. */
  automatic(player: PlayerId, on: boolean): void {
    this.forcedPlay.prefer(player, on);
    if (!this.over) this.forcedPlay.wait(this.current);
  }

  /** Resolves when everything asked so far has been handled. */
  async drained(): Promise<void> {
    await this.queue;
  }

  /** Stops timers; the table handles nothing any more. */
  close(): void {
    this.over = true;
    this.cancelTimer?.();
    this.forcedPlay.stop();
    this.turns.stop();
    this.proofs.stop();
  }

  private async step(request: Request): Promise<number> {
    if (this.over) throw new Refusal('try-again');
    this.mustPlayHere(request);
    const { clock, games, chance, audience } = this.parts;
    const present = audience.present(this.current.id);
    const entries = decide(this.current, request, {
      ...{ now: clock.now(), games, chance, present },
      areApart: this.parts.areApart ?? neverApart,
      mustMayRate: this.parts.mustMayRate ?? everybodyMay,
    });
    if (entries.length === 0) {
      this.wait();
      return this.current.seq;
    }
    const { written, record } = await this.write(entries);
    this.forcedPlay.learn(this.current, written);
    this.current = written.reduce((table, entry) => evolve(table, entry, games), this.current);
    this.entries = record ? written.slice(-1) : [...this.entries, ...written];
    if (record) audience.finished(record);
    audience.show(this.current, written);
    if (this.current.phase === 'free') await this.free();
    else this.wait();
    return this.current.seq;
  }

  /** Of a player's devices the newest plays. */
  private mustPlayHere(request: Request): void {
    const { id, phase } = this.current;
    if (phase !== 'playing' || !('device' in request) || !request.device) return;
    if (this.parts.audience.playsElsewhere(id, request.player, request.device))
      throw new Refusal('plays-elsewhere', 'A newer device of yours plays this game.');
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
      this.unsure = endingOf(
        this.current,
        this.entries,
        entries.slice(0, last + 1),
        this.parts.games,
      );
      const { finished, record } = await this.parts.results.finish(this.unsure);
      const rest = entries.slice(last + 1);
      if (rest.length > 0) await this.parts.journal.append(this.current.id, rest);
      this.unsure = undefined;
      return { written: [...entries.slice(0, last), finished, ...rest], record };
    } catch (error) {
      // Another owner was first, or nobody knows whether it was written: the journal decides.
      this.close();
      // A number of the hall that somebody else was given is no table lost.
      const lost = error instanceof JournalConflict && this.current.seq > 0;
      this.onOver(this, lost);
      if (lost) this.parts.onLost?.(this.current.id, 'journal');
      if (error instanceof JournalConflict) {
        throw new Refusal('try-again', 'The table has moved on.');
      }
      this.parts.report(error, this.current.id);
      this.parts.onWriteFailed();
      throw new Refusal('storage-away', 'The club cannot write right now.');
    }
  }

  private async mustBeNewest(): Promise<void> {
    if (this.over) throw new Refusal('not-owner');
    const { id, seq } = this.current;
    const newest = await this.parts.journal.newest(id).catch(() => {
      throw new Refusal('storage-away', 'The club cannot read right now.');
    });
    if (newest === seq) return;
    this.close();
    this.onOver(this, true);
    this.parts.onLost?.(id, 'journal');
    throw new Refusal('not-owner');
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
    this.forcedPlay.wait(this.current);
    if (this.current.phase === 'playing') {
      this.turns.look(this.current);
      this.proofs.look(this.current);
    } else {
      this.turns.stop();
      this.proofs.stop();
    }
  }

  /** A request that nobody waits for. Refusals are the usual end of a race and mean nothing. */
  private alone(request: Request): void {
    if (this.over || (request.kind === 'time' && this.parts.interrupted())) return;
    this.handle(request).catch((error: unknown) => {
      if (!(error instanceof Refusal)) this.parts.report(error, this.current.id);
    });
  }
}

function folded(id: TableId, entries: readonly Entry[], games: Games): Table {
  try {
    return foldTable(id, entries, games);
  } catch (error) {
    throw new JournalUnfit(id, error);
  }
}

function isOfPlay({ kind }: Request): boolean {
  return kind === 'act' || kind === 'computer-acts';
}

const neverApart = () => false;
const everybodyMay = () => {};
