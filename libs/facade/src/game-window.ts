import type { GameId, GameRecord } from './public-club.js';

/**
 * The newest finished games that fit into a number and a size. Which ones it holds depends on what
 * was put in, never on the order.
 */
export class GameWindow {
  private readonly byId = new Map<GameId, { game: GameRecord; size: number }>();
  private newest: GameRecord[] = [];
  private size = 0;
  /** Games up to this ordinal were here once, or never will be. */
  private closedThrough = -Infinity;

  constructor(
    private readonly maxGames: number,
    private readonly maxCharacters: number,
  ) {}

  /** False when it was known already, or is older than what the window holds. */
  add(game: GameRecord): boolean {
    if (this.byId.has(game.id) || game.ordinal <= this.closedThrough) return false;
    const size = JSON.stringify(game).length;
    this.byId.set(game.id, { game, size });
    this.size += size;
    const place = this.newest.findIndex(({ ordinal }) => ordinal < game.ordinal);
    this.newest.splice(place < 0 ? this.newest.length : place, 0, game);
    while (this.newest.length > this.maxGames || this.size > this.maxCharacters) this.dropOldest();
    return true;
  }

  get(id: GameId): GameRecord | undefined {
    return this.byId.get(id)?.game;
  }

  /** Newest first. */
  all(): readonly GameRecord[] {
    return this.newest;
  }

  private dropOldest(): void {
    const oldest = this.newest.pop();
    if (!oldest) return;
    this.size -= this.byId.get(oldest.id)?.size ?? 0;
    this.byId.delete(oldest.id);
    this.closedThrough = oldest.ordinal;
  }
}
