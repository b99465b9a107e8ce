// `npm run ratings -- check` recomputes all ratings from the games and compares; `rebuild` also
// corrects them. On the database of DATABASE_URL, or the embedded one in DATA_DIR while the club is stopped.
import { openStorage, type LedgerDifference } from '@trellis/storage';

const shownAtMost = 20;

const [command, ...others] = process.argv.slice(2);
if ((command !== 'check' && command !== 'rebuild') || others.length > 0) {
  console.error('npm run ratings -- check | rebuild');
  process.exitCode = 2;
} else {
  process.exitCode = await run(command).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    return 1;
  });
}

async function run(command: 'check' | 'rebuild'): Promise<number> {
  const storage = await openStorage({
    databaseUrl: process.env.DATABASE_URL,
    dataDir: process.env.DATA_DIR || './data',
    // Presets matter to profiles only.
    presetOf: () => 'own',
  });
  try {
    const { games, differences } = await storage.ledger[command]();
    const right = differences.length === 0;
    console.log(`${storage.describe}: ${games} rated games, ${differences.length} differences.`);
    for (const difference of differences.slice(0, shownAtMost)) console.log(lineOf(difference));
    if (differences.length > shownAtMost) console.log('…');
    if (command === 'rebuild') {
      console.log(right ? 'Nothing to correct.' : 'Corrected. Restart the club to show it.');
    }
    return right || command === 'rebuild' ? 0 : 1;
  } finally {
    await storage.close();
  }
}

function lineOf({ gameId, game, player, stored, right }: LedgerDifference): string {
  const where = gameId === null ? `now in ${game}` : `after game ${gameId} (${game})`;
  const text = (rating: typeof stored) =>
    rating ? `${rating.mu} ± ${rating.sigma} of ${rating.games}` : 'nothing';
  return `player ${player} ${where}: stored ${text(stored)}, right ${text(right)}`;
}
