import type { Club } from './club.js';
import type { TableView } from './contract.js';
import { ClubRefusal } from './refusal.js';

/** A table that is followed: its newest view, and what one may do there. */
export class Table {
  private newest: TableView | undefined;
  private readonly watchers = new Set<(view: TableView) => void>();
  private readonly waiting = new Set<() => void>();
  private ended = false;

  /** Use `club.follow`. */
  constructor(
    private readonly club: Club,
    readonly id: string,
    private readonly forget: () => void,
  ) {}

  /** Whole, as this viewer may see it. */
  get view(): TableView {
    if (!this.newest) throw new Error('This table has not been looked at.');
    return this.newest;
  }

  /** Hears every newer view. Returns how to stop. */
  onView(watcher: (view: TableView) => void): () => void {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  }

  /** Whether this viewer owes a decision. */
  get isMyTurn(): boolean {
    const { viewer, toAct, phase } = this.view;
    return phase === 'playing' && viewer !== 'spectator' && toAct.includes(viewer);
  }

  /** Each view in which this viewer owes a decision, until the game is over or the table free. */
  async *turns(): AsyncGenerator<TableView, void> {
    for (let after = -1; ;) {
      while (!this.isOver && !(this.isMyTurn && this.view.seq > after)) await this.change();
      if (this.isOver) return;
      after = this.view.seq;
      yield this.view;
    }
  }

  /** Resolves with the last view when the game is over, or the table free. */
  async finished(): Promise<TableView> {
    while (!this.isOver) await this.change();
    return this.view;
  }

  /**
   * Does one of the actions that the view calls legal. It is asked again when the answer is lost; the club takes it once, because
   * it knows which view it is meant for. Rejects with `stale-view` when the table had moved on before.
   */
  async act(action: unknown, after = this.view.seq): Promise<void> {
    let asked = 0;
    try {
      for (;;) {
        asked++;
        try {
          await this.club.ask('table:act', { tableId: this.id, after, action });
          return;
        } catch (error) {
          if (!(error instanceof ClubRefusal) || error.code !== 'no-answer') throw error;
          await this.look();
        }
      }
    } catch (error) {
      // The first one had arrived.
      if (asked > 1 && error instanceof ClubRefusal && error.code === 'stale-view') return;
      throw error;
    }
  }

  /** Takes a seat; the first free one when none is named, or the next when somebody was quicker. */
  async sit(seat?: number): Promise<void> {
    if (seat !== undefined) return this.take(seat);
    for (;;) {
      const free = this.view.seats.findIndex(({ kind }) => kind === 'empty');
      if (free < 0) throw new ClubRefusal({ code: 'seat-taken', message: 'No seat is free.' });
      try {
        return await this.take(free);
      } catch (error) {
        if (!(error instanceof ClubRefusal) || error.code !== 'seat-taken') throw error;
        await this.look();
      }
    }
  }

  stand(): Promise<unknown> {
    return this.club.ask('table:stand', { tableId: this.id });
  }

  /** Leaves a game that runs: the seat is fined. */
  leave(): Promise<unknown> {
    return this.club.ask('table:leave', { tableId: this.id });
  }

  rematch(): Promise<unknown> {
    return this.club.ask('table:rematch', { tableId: this.id });
  }

  /** Plays on, after a computer has played for this player. */
  comeBack(): Promise<unknown> {
    return this.club.ask('table:return', { tableId: this.id });
  }

  /** Follows it no longer. */
  async unfollow(): Promise<void> {
    this.end();
    this.forget();
    await this.club.ask('table:unlook', { tableId: this.id });
  }

  /** For the club: the present view. */
  async look(): Promise<void> {
    const { view } = await this.club.askAgain('table:look', { tableId: this.id });
    this.see(view);
  }

  /** For the club: the connection is back. */
  async resume(): Promise<void> {
    try {
      await this.look();
    } catch {
      // The table is gone, or not for this viewer any more.
      this.end();
    }
  }

  /** For the club: a view has come. An older one than is known changes nothing. */
  see(view: TableView): void {
    if (this.newest && view.seq < this.newest.seq) return;
    this.newest = view;
    if (view.commitment) this.contribute(view);
    for (const watcher of this.watchers) watcher(view);
    this.wake();
  }

  /** Makes the shuffles of this game ones that nobody could have chosen alone; without it they are fair as far as the club is. */
  private async take(seat: number): Promise<void> {
    await this.club.ask('table:sit', { tableId: this.id, seat });
  }

  private contribute({ gameId = '' }: TableView): void {
    const bytes = crypto.getRandomValues(new Uint8Array(32));
    const contribution = [...bytes].map((each) => each.toString(16).padStart(2, '0')).join('');
    // When it comes too late the game goes on without.
    this.club
      .ask('table:contribute', { tableId: this.id, gameId, contribution })
      .catch(() => undefined);
  }

  /** For the club: nothing comes any more. */
  end(): void {
    this.ended = true;
    this.wake();
  }

  private get isOver(): boolean {
    const { phase } = this.view;
    return this.ended || phase === 'finished' || phase === 'free';
  }

  private change(): Promise<void> {
    return new Promise((resolve) => this.waiting.add(resolve));
  }

  private wake(): void {
    const waiting = [...this.waiting];
    this.waiting.clear();
    for (const each of waiting) each();
  }
}
