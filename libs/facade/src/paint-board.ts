import type { PaintLeader, PaintRound, PlayerId } from './public-club.js';

/** Lines that the painters' leaderboard has at most. */
export const paintLeadersKept = 100;

/**
 * The painters' leaderboard. A player stands there once, with his best round; a visitor cannot be told from another, so each of
 * his rounds stands for itself. The same rounds in any order, and any number of times, make the same board.
 */
export class PaintBoard {
  private leaders: readonly PaintLeader[];

  constructor(leaders: readonly PaintLeader[] = []) {
    this.leaders = bestOf(leaders);
  }

  add({ id, finishedAt, results }: PaintRound): void {
    if (this.leaders.some(({ round }) => round === id)) return;
    const fresh = results
      .filter(({ cells }) => cells > 0)
      .map(({ player, symbol, cells }) => ({
        ...{ round: id, finishedAt, player, symbol, cells },
        painters: results.length,
      }));
    this.leaders = bestOf([...this.leaders, ...fresh]);
  }

  rows(): readonly PaintLeader[] {
    return this.leaders;
  }
}

function bestOf(leaders: readonly PaintLeader[]): PaintLeader[] {
  const met = new Set<PlayerId>();
  return [...leaders]
    .sort(inPaintOrder)
    .filter(({ player }) => {
      if (!player) return true;
      const isFirst = !met.has(player.id);
      met.add(player.id);
      return isFirst;
    })
    .slice(0, paintLeadersKept);
}

/** Most cells first; of as many, those that more painters wanted; then who did it earlier. */
function inPaintOrder(a: PaintLeader, b: PaintLeader): number {
  return (
    b.cells - a.cells ||
    b.painters - a.painters ||
    a.finishedAt - b.finishedAt ||
    (a.round < b.round ? -1 : a.round > b.round ? 1 : 0)
  );
}
