/** How often a seat did one kind of thing in a game, and what came of it. */
export interface Tally {
  /** What was done, in the game's own words: `declarer`, `6S`. */
  readonly of: string;
  readonly times: number;
  /** How often it succeeded. */
  readonly made: number;
  /** What it brought in all, in whole points of the game's result. */
  readonly points: number;
}

/** One sum of the tallies of several games, by `of` in its order. Whatever the order of the games, the sum is the same. */
export function addTallies(known: readonly Tally[], more: readonly Tally[]): readonly Tally[] {
  const sums = new Map(known.map((tally) => [tally.of, tally]));
  for (const { of, times, made, points } of more) {
    const before = sums.get(of) ?? { times: 0, made: 0, points: 0 };
    sums.set(of, {
      of,
      times: before.times + times,
      made: before.made + made,
      points: before.points + points,
    });
  }
  return [...sums.values()].sort((a, b) => (a.of < b.of ? -1 : 1));
}
