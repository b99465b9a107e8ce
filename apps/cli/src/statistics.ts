export {};
// `npm run statistics -- check` plays all stored games through their rules and compares what statistics are made of with
// what was stored when they ended; `rebuild` also corrects it. On the database of DATABASE_URL, or the embedded one in
// DATA_DIR while the club is stopped.
import { talliesOf } from '@trellis/games/catalog/games';
import { openStorage } from '@trellis/storage';

const [command, ...others] = process.argv.slice(2);
if ((command !== 'check' && command !== 'rebuild') || others.length > 0) {
  console.error('npm run statistics -- check | rebuild');
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
    const { games, differ } = await storage.tallies[command](talliesOf);
    console.log(`${storage.describe}: ${games} games, ${differ.length} differ.`);
    for (const id of differ.slice(0, 20)) console.log(`game ${id}`);
    if (differ.length > 20) console.log('…');
    if (command === 'check') return differ.length === 0 ? 0 : 1;
    console.log(
      differ.length === 0 ? 'Nothing to correct.' : 'Corrected. Restart the club to show it.',
    );
    return 0;
  } finally {
    await storage.close();
  }
}
