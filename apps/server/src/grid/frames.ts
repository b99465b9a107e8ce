import { gridDimension, paintRoom } from '@trellis/grid';
import type { Happening, PaintChange, PaintGame, Walker } from '@trellis/grid';
import type { GridFrame, GridPaint, GridWorld } from '@trellis/wire';

/** What happened in one room since its last frame. */
interface Gathered {
  readonly came: Map<string, Walker>;
  readonly moved: Map<string, Walker['pos']>;
  readonly left: Set<number>;
  readonly painted: Map<number, number>;
  paint?: GridPaint;
}

/**
 * Gathers what happens into frames, the newest position of each walker only. A walker is a small number in them: who is told of
 * a world is told which number is whose.
 */
export class Frames {
  private readonly numbers = new Map<string, number>();
  private last = 0;
  private readonly gathered = new Map<string, Gathered>();

  constructor(
    private readonly count: (room: string) => number,
    /** Walks somewhere, or painted in this round. */
    private readonly isNeeded: (userId: string) => boolean,
  ) {}

  happened(happening: Happening): void {
    const { came, moved, left } = this.of(happening.room);
    if (happening.kind === 'came') {
      came.set(happening.walker.userId, happening.walker);
    } else if (happening.kind === 'moved') {
      moved.set(happening.userId, happening.pos);
    } else {
      const { userId } = happening;
      moved.delete(userId);
      if (!came.delete(userId)) left.add(this.numberOf(userId));
      if (!this.isNeeded(userId)) this.numbers.delete(userId);
    }
  }

  painted(change: PaintChange, game: PaintGame): void {
    if (change.kind !== 'painted') return this.repainted(game);
    this.of(paintRoom).painted.set(change.cell, this.numberOf(change.walker.userId));
  }

  /** The painting changed as a whole. */
  repainted(game: PaintGame): void {
    const gathered = this.of(paintRoom);
    gathered.painted.clear();
    gathered.paint = this.paintOf(game);
    for (const userId of this.numbers.keys())
      if (!this.isNeeded(userId)) this.numbers.delete(userId);
  }

  /** The frames that are due, by room; what they say is not said again. */
  *take(): IterableIterator<[room: string, frame: GridFrame]> {
    for (const [room, { came, moved, left, painted, paint }] of this.gathered) {
      this.gathered.delete(room);
      for (const [userId, walker] of came) {
        const pos = moved.get(userId);
        if (!pos) continue;
        came.set(userId, { ...walker, pos });
        moved.delete(userId);
      }
      const frame: GridFrame = { count: this.count(room) };
      if (came.size > 0) frame.came = [...came.values()].map((walker) => this.numbered(walker));
      if (moved.size > 0)
        frame.moved = [...moved].flatMap(([userId, pos]) => [this.numberOf(userId), ...pos]);
      if (left.size > 0) frame.left = [...left];
      if (painted.size > 0) frame.painted = [...painted].flat();
      if (paint) frame.paint = paint;
      yield [room, frame];
    }
  }

  world(userId: string, room: string, walkers: readonly Walker[], painting?: PaintGame): GridWorld {
    const you = walkers.find((each) => each.userId === userId);
    return {
      you: this.numberOf(userId),
      symbol: you?.symbol ?? '',
      room,
      gridDimension: [...gridDimension],
      walkers: walkers.map((walker) => this.numbered(walker)),
      ...(painting && { paint: this.paintOf(painting) }),
    };
  }

  private paintOf(game: PaintGame): GridPaint {
    const { phase, endsIn, owners, painters, results } = game.state();
    const symbols = new Map(painters.map(({ userId, symbol }) => [userId, symbol]));
    return {
      phase,
      endsIn,
      cells: owners.map(([cell, userId]) => [
        ...([cell, this.numberOf(userId)] as const),
        symbols.get(userId) ?? '?',
      ]),
      results: results.map(({ player, symbol, cells, place }) => ({
        name: player?.name ?? null,
        computer: player?.computer === true,
        ...{ symbol, cells, place },
      })),
    };
  }

  private of(room: string): Gathered {
    let gathered = this.gathered.get(room);
    if (!gathered) {
      gathered = { came: new Map(), moved: new Map(), left: new Set(), painted: new Map() };
      this.gathered.set(room, gathered);
    }
    return gathered;
  }

  private numbered({ userId, symbol, pos }: Walker): [number, string, number, number] {
    return [this.numberOf(userId), symbol, ...pos];
  }

  private numberOf(userId: string): number {
    let number = this.numbers.get(userId);
    if (number === undefined) this.numbers.set(userId, (number = ++this.last));
    return number;
  }
}
