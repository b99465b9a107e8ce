/**
 * Whether a game has decisions that are often none (`Game.routine`). The rules are large, and only who wants such cards to be
 * played for him needs them here.
 */
export async function hasRoutine(game: string): Promise<boolean> {
  const { gameNamed } = await import('@trellis/games/catalog/games');
  return gameNamed(game)?.routine !== undefined;
}
