import type { HallChanges, HallSnapshot } from './contract.js';

/** A hall that is followed, whole. */
export class Hall {
  private newest: HallSnapshot | undefined;

  constructor(
    readonly game: string,
    private readonly onHall: (hall: HallSnapshot) => void,
  ) {}

  see(hall: HallSnapshot): void {
    this.newest = hall;
    this.onHall(hall);
  }

  change({ changed, gone, game, ...rest }: HallChanges): void {
    if (game !== this.game || !this.newest) return;
    const isOld = (id: string) => gone.includes(id) || changed.some((table) => table.id === id);
    const kept = this.newest.tables.filter(({ id }) => !isOld(id));
    const tables = [...kept, ...changed].sort((a, b) => a.number - b.number);
    this.see({ game, tables, ...rest });
  }

  /** The connection is back. */
  async resume(asked: Promise<HallSnapshot>): Promise<void> {
    await asked.then(
      (hall) => this.see(hall),
      () => undefined,
    );
  }
}
