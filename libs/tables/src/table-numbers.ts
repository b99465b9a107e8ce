import type { PlayerId } from '@trellis/facade';
import type { TableSummary } from './table-summary.js';

/** A table whose first entry is being written. */
export interface Opening {
  readonly player: PlayerId;
  readonly game: string;
  /** Null: a private one. */
  readonly number: number | null;
}

/** Which numbers of the hall are taken: by tables of any process, by those being set, and by those kept elsewhere. */
export class TableNumbers {
  private readonly opening = new Set<Opening>();
  private readonly reserved = new Map<string, readonly number[]>();

  constructor(private readonly tables: () => readonly TableSummary[]) {}

  /** From now on its number is given out, and its player has a table more. */
  opens(opening: Opening): void {
    this.opening.add(opening);
  }

  opened(opening: Opening): void {
    this.opening.delete(opening);
  }

  /** How many tables this player is setting now. */
  openedBy(player: PlayerId): number {
    return [...this.opening].filter((each) => each.player === player).length;
  }

  /** A table that is kept elsewhere stands at this number. */
  reserve(game: string, number: number): void {
    const reserved = this.reserved.get(game) ?? [];
    if (!reserved.includes(number)) this.reserved.set(game, [...reserved, number]);
  }

  inUse(game: string): readonly number[] {
    const used = [...this.tables(), ...this.opening].filter((each) => each.game === game);
    return [...used.flatMap(({ number }) => number ?? []), ...(this.reserved.get(game) ?? [])];
  }

  /** The lowest one that is neither in use nor among `taken`. */
  firstFree(game: string, taken: ReadonlySet<number>): number {
    const used = new Set([...this.inUse(game), ...taken]);
    let number = 1;
    while (used.has(number)) number++;
    return number;
  }
}
