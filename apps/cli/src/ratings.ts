// `npm run ratings -- check` recomputes all ratings from the games and compares; `rebuild` also
// corrects them.
import type { LedgerDifference } from '@trellis/storage';
import { checkOrRebuild } from './check-or-rebuild.js';

await checkOrRebuild('ratings', async (storage, command) => {
  const { games, differences } = await storage.ledger[command]();
  return {
    summary: `${games} rated games, ${differences.length} differences.`,
    differences: differences.map(lineOf),
  };
});

function lineOf({ gameId, game, player, stored, right }: LedgerDifference): string {
  const where = gameId === null ? `now in ${game}` : `after game ${gameId} (${game})`;
  const text = (rating: typeof stored) =>
    rating ? `${rating.mu} ± ${rating.sigma} of ${rating.games}` : 'nothing';
  return `player ${player} ${where}: stored ${text(stored)}, right ${text(right)}`;
}
