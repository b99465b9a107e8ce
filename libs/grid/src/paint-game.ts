import type { PaintResult, PaintRound } from '@trellis/facade';
import { cellOf, type Walker } from './walker.js';

export const paintTimes = { roundMs: 180_000, pauseMs: 12_000 };
/** A round counts when at least two people took that many steps in it. */
export const stepsThatCount = 10;

/** Lasts from the first step of a round to its last; `owners` are cell and walker in turn. */
export interface PaintState {
  readonly phase: 'waiting' | 'running' | 'over';
  readonly round: string;
  /** Ms until the phase ends; 0 while waiting for a second walker. */
  readonly endsIn: number;
  readonly owners: readonly (readonly [cell: number, userId: string])[];
  readonly painters: readonly Painter[];
  readonly results: readonly PaintResult[];
}

export interface Painter extends Omit<Walker, 'pos'> {
  readonly steps: number;
}

/** Decided by one process, the referee, and true for all of them. */
export type PaintChange =
  | { readonly kind: 'began'; readonly round: string; readonly endsIn: number }
  | { readonly kind: 'painted'; readonly cell: number; readonly walker: Omit<Walker, 'pos'> }
  | { readonly kind: 'ended'; readonly results: readonly PaintResult[]; readonly endsIn: number }
  | { readonly kind: 'waits' };

export interface PaintParts {
  readonly now: () => number;
  readonly newId: () => string;
  /** Everybody in the painted world. */
  readonly walkers: () => readonly Walker[];
  /** Hears each change right after it has become true here. */
  readonly changed: (change: PaintChange) => void;
  /** Of each round that counts, once, where it was refereed. */
  readonly finished: (round: PaintRound) => void;
  readonly times?: typeof paintTimes;
}

/**
 * Painting: whoever enters a cell makes it his, for three minutes; then it is counted. A round begins when two are there.
 * Whether this process decides (`referee`) or follows is up to the caller.
 */
export class PaintGame {
  private phase: PaintState['phase'] = 'waiting';
  private round = '';
  private endsAt = 0;
  private owners = new Map<number, string>();
  private painters = new Map<string, Painter>();
  private results: readonly PaintResult[] = [];

  constructor(private readonly parts: PaintParts) {}

  /** To be asked often by the referee: begins and ends what is due. */
  referee(): void {
    const { now, newId, walkers } = this.parts;
    const { roundMs, pauseMs } = this.parts.times ?? paintTimes;
    if (this.phase === 'running' && now() >= this.endsAt) {
      const results = this.count();
      const finished = [...this.painters.values()].filter(({ steps }) => steps >= stepsThatCount);
      const round = { id: this.round, finishedAt: now(), results };
      this.apply({ kind: 'ended', results, endsIn: pauseMs });
      if (finished.length >= 2) this.parts.finished(round);
      return;
    }
    const free = this.phase === 'waiting' || (this.phase === 'over' && now() >= this.endsAt);
    if (!free) return;
    const here = walkers();
    if (here.length < 2) {
      if (this.phase === 'over') this.apply({ kind: 'waits' });
      return;
    }
    this.apply({ kind: 'began', round: newId(), endsIn: roundMs });
    for (const walker of here) this.stepped(walker);
  }

  /** A walker stands on a cell: the referee paints it. */
  stepped({ userId, symbol, player, pos }: Walker): void {
    if (this.phase !== 'running') return;
    this.apply({ kind: 'painted', cell: cellOf(pos), walker: { userId, symbol, player } });
  }

  apply(change: PaintChange): void {
    switch (change.kind) {
      case 'began':
        this.become('running', change.endsIn);
        this.round = change.round;
        this.owners = new Map();
        this.painters = new Map();
        this.results = [];
        break;
      case 'painted': {
        const { cell, walker } = change;
        this.owners.set(cell, walker.userId);
        const steps = (this.painters.get(walker.userId)?.steps ?? 0) + 1;
        this.painters.set(walker.userId, { ...walker, steps });
        break;
      }
      case 'ended':
        this.become('over', change.endsIn);
        this.results = change.results;
        break;
      case 'waits':
        this.become('waiting', 0);
        this.owners = new Map();
        this.painters = new Map();
        this.results = [];
    }
    this.parts.changed(change);
  }

  /** Whether his cells, or the count of them, are still shown. */
  isPainter(userId: string): boolean {
    return this.painters.has(userId);
  }

  state(): PaintState {
    return {
      phase: this.phase,
      round: this.round,
      endsIn: this.phase === 'waiting' ? 0 : Math.max(0, this.endsAt - this.parts.now()),
      owners: [...this.owners],
      painters: [...this.painters.values()],
      results: this.results,
    };
  }

  /** What another referee knows, whole. False when nothing was new but the time. */
  learn(state: PaintState): boolean {
    const isNew =
      state.phase !== this.phase ||
      state.round !== this.round ||
      state.owners.length !== this.owners.size ||
      state.owners.some(([cell, userId]) => this.owners.get(cell) !== userId);
    this.become(state.phase, state.endsIn);
    this.round = state.round;
    this.owners = new Map(state.owners);
    this.painters = new Map(state.painters.map((painter) => [painter.userId, painter]));
    this.results = state.results;
    return isNew;
  }

  private become(phase: PaintState['phase'], endsIn: number): void {
    this.phase = phase;
    this.endsAt = this.parts.now() + endsIn;
  }

  /** Most cells first; of as many, who needed fewer steps. Equal numbers of cells share a place. */
  private count(): PaintResult[] {
    const cells = new Map<string, number>();
    for (const owner of this.owners.values()) cells.set(owner, (cells.get(owner) ?? 0) + 1);
    const ranked = [...this.painters.values()]
      .map((painter) => ({ ...painter, cells: cells.get(painter.userId) ?? 0 }))
      .sort((a, b) => b.cells - a.cells || a.steps - b.steps || (a.userId < b.userId ? -1 : 1));
    return ranked.map(({ symbol, player, cells: painted }) => ({
      player: player ?? null,
      symbol,
      cells: painted,
      place: 1 + ranked.filter((other) => other.cells > painted).length,
    }));
  }
}
