import { PaintBoard, type PaintRound } from '@trellis/facade';
import { PaintResults } from '@trellis/grid';
import { copy, type MemoryClub } from './memory-club.js';

export class MemoryPaintResults extends PaintResults {
  constructor(private readonly club: MemoryClub) {
    super();
  }

  async save(round: PaintRound): Promise<void> {
    for (const { player } of round.results) if (player) this.club.cardOf(player.id);
    if (this.club.paintings.every(({ id }) => id !== round.id))
      this.club.paintings.push(copy(round));
  }
}

/** The painters' leaderboard of a club in memory, with the names that its players show now. */
export function paintersOf(club: MemoryClub) {
  const board = new PaintBoard();
  for (const round of club.paintings) board.add(round);
  return board.rows().map((row) => ({ ...row, player: row.player && club.cardOf(row.player.id) }));
}
