import type { Result } from '@trellis/games/kit';
import type { TableView } from '@trellis/wire';

/** Seats that share the first place. */
export function winnersOf({ places }: Result): readonly number[] {
  return places.flatMap((place, seat) => (place === 1 ? [seat] : []));
}

/** Which sentence tells the result to this viewer. */
export function outcomeKey(
  result: Result,
  viewer: TableView['viewer'],
): 'draw' | 'won' | 'youWon' | 'youShare' | 'youLost' | 'yourPlace' {
  const winners = winnersOf(result);
  if (winners.length === result.places.length) return 'draw';
  if (viewer === 'spectator') return 'won';
  if (winners.includes(viewer)) return winners.length === 1 ? 'youWon' : 'youShare';
  return result.places.length === 2 ? 'youLost' : 'yourPlace';
}
