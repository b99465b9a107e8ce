// `npm run statistics -- check` plays all stored games through their rules and compares what statistics are made of with
// what was stored when they ended; `rebuild` also corrects it.
import { talliesOf } from '@trellis/games/catalog/games';
import { checkOrRebuild } from './check-or-rebuild.js';

await checkOrRebuild('statistics', async (storage, command) => {
  const { games, differ } = await storage.tallies[command](talliesOf);
  return {
    summary: `${games} games, ${differ.length} differ.`,
    differences: differ.map((id) => `game ${id}`),
  };
});
