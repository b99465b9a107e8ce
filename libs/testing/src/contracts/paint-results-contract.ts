import type { ClubStore, PaintRound } from '@trellis/facade';
import type { PaintResults } from '@trellis/grid';
import type { Players } from '@trellis/players';
import { beforeEach, describe, expect, test } from 'vitest';
import { signIn } from '../endings.js';

const ann = { id: 'ann', name: 'Ann Lee' };

function aRound(id: string, cells: readonly [number, number, number], finishedAt = 1_000) {
  const results = [ann, null, null].map((player, i) => ({
    ...{ player, symbol: 'BCD'[i]!, cells: cells[i]! },
    place: 1 + cells.filter((each) => each > cells[i]!).length,
  }));
  return { id, finishedAt, results } satisfies PaintRound;
}

/** What every `PaintResults` promises, as `ClubStore` reads it back. */
export function paintResultsContract(
  name: string,
  make: () => Promise<{ paintResults: PaintResults; clubStore: ClubStore; players: Players }>,
): void {
  describe(`rounds of painting: ${name}`, () => {
    let club: { paintResults: PaintResults; clubStore: ClubStore; players: Players };
    const board = async () =>
      (await club.clubStore.snapshot()).painters?.map(({ round, player, symbol, cells }) => [
        ...[round, player?.name ?? symbol, cells],
      ]);
    beforeEach(async () => {
      club = await make();
      await signIn(club.players, 'ann');
    });

    test('a player stands on the board with his best round, a visitor with each of his', async () => {
      await club.paintResults.save(aRound('one', [50, 40, 0]));
      await club.paintResults.save(aRound('two', [70, 60, 30], 2_000));
      expect(await board()).toEqual([
        ['two', 'Ann Lee', 70],
        ['two', 'C', 60],
        ['one', 'C', 40],
        ['two', 'D', 30],
      ]);
      const [first] = (await club.clubStore.snapshot()).painters ?? [];
      expect(first).toEqual({
        ...{ round: 'two', finishedAt: 2_000, player: ann, symbol: 'B', cells: 70, painters: 3 },
      });
    });

    test('the same round twice is one', async () => {
      await club.paintResults.save(aRound('one', [1, 2, 3]));
      await club.paintResults.save(aRound('one', [1, 2, 3]));
      expect(await board()).toHaveLength(3);
    });
  });
}
